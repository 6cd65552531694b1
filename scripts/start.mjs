/**
 * `npm start`: builds Zhibi and opens samples/ in a VS Code that runs it: a desktop one, else one in the browser.
 * Options: `--port N` (browser; default 3810 or any free one), `--no-open` (only print the address).
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureCodeServer } from './host/codeServer.mjs';
import { findEditor } from './host/findEditor.mjs';
import { cacheFolder, repoRoot } from './host/paths.mjs';
import { findOnPath, runQuietly, runVisibly, startGroup } from './host/processes.mjs';
import { freePort, startVscodeServer, workbenchUrl } from './host/vscodeServer.mjs';

const usualPort = 3810;
const samples = path.join(repoRoot, 'samples');
const say = (/** @type {string} */ line) => console.log(`zhibi: ${line}`);

/** In a browser VS Code saves by itself after a second, which would write every try-out into the checkout. */
const browserSettings = {
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'git.openRepositoryInParentFolders': 'never',
};

const options = {
  port: { type: /** @type {const} */ ('string') },
  'no-open': { type: /** @type {const} */ ('boolean'), default: false },
};

async function main() {
  const { values } = parseArgs({ options });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) {
    throw new Error(`--port ${values.port} is not a port number`);
  }
  if (!existsSync(samples)) throw new Error(`${samples} is missing: the checkout is incomplete.`);
  const built = await runVisibly(process.execPath, [path.join(repoRoot, 'scripts/build.mjs')], { cwd: repoRoot });
  if (built !== 0) throw new Error('the build failed');
  const editor = await findEditor(say);
  say(
    `opening samples/ in the ${editor.kind === 'desktop' ? `desktop editor ${editor.executable}` : 'browser'} (${editor.why})`,
  );
  return editor.kind === 'desktop' ? openDesktop(editor.executable) : serve(port, !values['no-open']);
}

/** The draft to show first: the samples' first text file that is no README. */
function firstDraft() {
  const name = readdirSync(samples)
    .sort()
    .find((each) => /\.(md|gw|txt)$/.test(each) && !/^README/i.test(each));
  return name && path.join(samples, name);
}

/**
 * @param {string} executable
 * @returns {Promise<number>} exit code, once the window is closed
 */
async function openDesktop(executable) {
  const draft = firstDraft();
  // A profile of its own: the window must not end up in, or change, the VS Code the user works with.
  const { child } = startGroup(executable, [
    samples,
    ...(draft ? [draft] : []),
    `--extensionDevelopmentPath=${repoRoot}`,
    `--user-data-dir=${cacheFolder('start', 'desktop-data')}`,
    `--extensions-dir=${cacheFolder('start', 'desktop-extensions')}`,
    ...['--disable-workspace-trust', '--disable-updates', '--skip-welcome', '--skip-release-notes'],
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]);
  child.stderr.on('data', (chunk) => process.stderr.write(chunk));
  child.stdout.resume();
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * @param {number | undefined} port
 * @param {boolean} open
 * @returns {Promise<number>} exit code, when the server ends by itself; Ctrl+C ends this process
 */
async function serve(port, open) {
  const { serverMain } = await ensureCodeServer(say);
  const settings = path.join(cacheFolder('start', 'user-data', 'User'), 'settings.json');
  if (!existsSync(settings)) writeFileSync(settings, JSON.stringify(browserSettings, undefined, 2));
  const server = await startVscodeServer({
    serverMain,
    port: port ?? (await freePort(usualPort)),
    userDataDir: cacheFolder('start', 'user-data'),
    extensionsDir: cacheFolder('start', 'extensions'),
  });
  const url = workbenchUrl(server, {
    folder: samples,
    extensionDevelopmentPath: repoRoot,
    openFile: firstDraft(),
  });
  say('ready; open this address in a browser on this machine, Ctrl+C here ends it');
  console.log(url);
  if (open) openInBrowser(url);
  const output = await server.ended;
  console.error(output);
  return 1;
}

/** @param {string} url */
function openInBrowser(url) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['explorer', url]
        : ['xdg-open', url];
  const noDesktop = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (noDesktop || !findOnPath(command)) return;
  // The address is printed: a browser that does not start is no reason to stop.
  runQuietly(command, args).catch(() => undefined);
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(`zhibi: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  },
);
