/** Starts a VS Code server on the loopback interface and builds the addresses of its workbench. */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startGroup } from './processes.mjs';

const startLimitMs = 60_000;

/**
 * @typedef {object} VscodeServer
 * @property {string} origin `http://127.0.0.1:PORT`
 * @property {string} token secret that opens it: every user of this machine reaches a loopback port
 * @property {Promise<string>} ended resolves with the server's last output when it ends
 * @property {() => void} stop ends it and everything it started
 */

/**
 * @param {object} options
 * @param {string} options.serverMain the server's script (see codeServer.mjs)
 * @param {string} options.userDataDir
 * @param {string} options.extensionsDir
 * @param {number} [options.port] default: any free one
 * @param {NodeJS.ProcessEnv} [options.env] added to this process's environment
 * @returns {Promise<VscodeServer>} once it accepts connections
 * @throws {Error} with the server's output when it does not come up
 */
export async function startVscodeServer({ serverMain, userDataDir, extensionsDir, port, env }) {
  const usedPort = port ?? (await freePort());
  const token = randomBytes(16).toString('hex');
  const { child, stop } = startGroup(
    process.execPath,
    [
      // Left alone, a server whose starter was killed would wait hours for its windows to come back.
      `--import=${new URL('exitWithParent.mjs', import.meta.url)}`,
      serverMain,
      ...['--host', '127.0.0.1', '--port', String(usedPort), '--connection-token', token],
      ...['--user-data-dir', userDataDir, '--extensions-dir', extensionsDir],
      '--accept-server-license-terms',
      '--disable-telemetry',
      '--disable-workspace-trust',
      // From VS Code 1.139 on, the workbench of a released build honours extensionDevelopmentPath only with this.
      '--enable-smoke-test-driver',
    ],
    { env: serverEnvironment(env) },
  );
  let output = '';
  const started = new Promise((/** @type {(value: void) => void} */ resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output = (output + chunk).slice(-20_000);
        if (output.includes('Extension host agent listening')) resolve();
      });
    }
  });
  const ended = new Promise((/** @type {(output: string) => void} */ resolve) => {
    child.on('error', (error) => resolve(String(error)));
    child.on('close', () => resolve(output));
  });
  const outcome = await Promise.race([
    started.then(() => 'started'),
    ended.then(() => 'ended'),
    delay(startLimitMs, 'too slow', { ref: false }),
  ]);
  if (outcome !== 'started') {
    stop();
    throw new Error(`The VS Code server did not start (${outcome}):\n${output.trim()}`);
  }
  return { origin: `http://127.0.0.1:${usedPort}`, token, ended, stop };
}

/**
 * The environment for a VS Code server and its command line.
 * @param {NodeJS.ProcessEnv} [added]
 * @returns {NodeJS.ProcessEnv}
 */
export function serverEnvironment(added) {
  // Variables of an editor whose terminal we may run in would make this one talk to that one.
  const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|CODE_SERVER)/.test(name));
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{}', ...added };
}

/**
 * The address that opens a folder in the workbench with an extension under development.
 * @param {VscodeServer} server
 * @param {object} what
 * @param {string} [what.folder] folder or `.code-workspace` file; none: an empty window
 * @param {string} [what.extensionDevelopmentPath] the workbench takes only one
 * @param {string} [what.extensionTestsPath]
 * @param {string} [what.openFile] file shown at start
 * @returns {string}
 */
export function workbenchUrl(server, { folder, extensionDevelopmentPath, extensionTestsPath, openFile }) {
  const remote = (/** @type {string} */ file) =>
    `vscode-remote://${new URL(server.origin).host}${encodeURI(path.resolve(file)).replaceAll('#', '%23').replaceAll('?', '%3F')}`;
  const payload = Object.entries({ extensionDevelopmentPath, extensionTestsPath, openFile }).flatMap(([name, file]) =>
    file ? [[name, remote(file)]] : [],
  );
  payload.push(['skipWelcome', 'true'], ['skipReleaseNotes', 'true']);
  const query = new URLSearchParams();
  if (folder) query.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', path.resolve(folder));
  else query.set('ew', 'true');
  query.set('payload', JSON.stringify(payload));
  query.set('tkn', server.token);
  return `${server.origin}/?${query}`;
}

/**
 * @param {number} [preferred]
 * @returns {Promise<number>} the preferred port when it is free, else any free one of the loopback interface
 */
export function freePort(preferred = 0) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', (error) => (preferred ? freePort().then(resolve, reject) : reject(error)));
    probe.listen(preferred, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}
