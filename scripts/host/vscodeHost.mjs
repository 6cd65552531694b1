#!/usr/bin/env node
/**
 * Stands in for the VS Code binary where no desktop VS Code can be had: takes the arguments @vscode/test-electron
 * passes, runs the extension tests in a VS Code server with a headless browser, and exits as VS Code would.
 *
 * Environment: ZHIBI_RESULT_FILE (written by the suite; without it, finished, no exit is a success),
 * ZHIBI_HOST_TIMEOUT_MS (default 300000), ZHIBI_SHOT_DIR (screenshots: one at the end, and whenever a test prints
 * `zhibi-screenshot: NAME`), ZHIBI_HOST_LOG_DIR (editor logs). A test that prints `zhibi-window: {…}` types as an input
 * method does, or learns what is shown (windowRequests.mjs).
 * Exit codes besides the tests' own: 70 the host failed, 75 no finished result, 124 time limit.
 */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';
import { ensureCodeServer } from './codeServer.mjs';
import { removeAtExit } from './processes.mjs';
import { startVscodeServer, workbenchUrl } from './vscodeServer.mjs';
import { answerWindowRequest } from './windowRequests.mjs';

const hostFailed = 70;
const noResult = 75;
const tooLate = 124;

/** Options of VS Code that take their value as the next argument too. */
const valued = ['extensionDevelopmentPath', 'extensionTestsPath', 'extensions-dir', 'user-data-dir', 'locale', 'log'];

/** What the workbench says about itself: not the tests' output. */
const noise =
  /^(Resolv(ing|ed) connection token|Creating a socket|Updating additional builtin|Ignoring fetching additional|ChatSessionStore|\[Service Worker\]|getaddrinfo|\[reconnection-grace-time\]|\[AgentHost|\[ChatModelSelection\]|\[AccountPolicyGate\]|\[RemoteAgentHostProtocol\]|Activating extension 'vscode\.|Cannot find module '@vscode\/fs-copyfile')/;

const say = (/** @type {string} */ line) => process.stderr.write(`editor host: ${line}\n`);

/**
 * @param {string[]} args
 * @returns {{ options: Record<string, string>, target: string | undefined }} the last value of each option, and the
 *   folder or workspace to open
 */
function parseArguments(args) {
  /** @type {Record<string, string>} */
  const options = {};
  let target;
  for (let at = 0; at < args.length; at++) {
    const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(args[at]) ?? [];
    if (name === undefined) target ??= args[at];
    else options[name] = value ?? (valued.includes(name) ? (args[++at] ?? '') : '');
  }
  return { options, target };
}

/**
 * A window that reports 0 has not always run its tests: it also does when the extension host dies.
 * @param {number} code what the window reported
 * @returns {number} what this process should exit with
 */
function checkedAgainstResult(code) {
  const file = process.env.ZHIBI_RESULT_FILE;
  if (code !== 0 || !file) return code;
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    if (result.finished === true && result.failures === 0) return 0;
    say(`the window reported success, but ${file} says ${JSON.stringify({ ...result, tests: undefined })}`);
  } catch {
    say(`the window reported success, but the suite never wrote ${file}: the extension host died or was ended`);
  }
  return noResult;
}

/**
 * Ends this process when the one that started it is gone: nobody would read the result, and nobody would stop us. The
 * folder it made for this run (ZHIBI_TEMPORARY) is then ours to remove.
 */
function followParent() {
  const parent = process.ppid;
  const isOrphan = () => process.ppid !== parent;
  if (process.env.ZHIBI_TEMPORARY) removeAtExit(process.env.ZHIBI_TEMPORARY, isOrphan);
  setInterval(() => isOrphan() && process.exit(hostFailed), 1000).unref();
}

async function main() {
  followParent();
  const { options, target } = parseArguments(process.argv.slice(2));
  const limit = Number(process.env.ZHIBI_HOST_TIMEOUT_MS ?? 300_000);
  if (!(limit > 0))
    throw new Error(`ZHIBI_HOST_TIMEOUT_MS is ${process.env.ZHIBI_HOST_TIMEOUT_MS}, not a number of ms`);
  // Installing is bounded by npm and apt themselves; the limit is for the tests.
  const { serverMain } = await ensureCodeServer(say);
  const executablePath = await ensureChromium(say);
  if (process.env.ZHIBI_RESULT_FILE) rmSync(process.env.ZHIBI_RESULT_FILE, { force: true });

  const temporary = mkdtempSync(path.join(os.tmpdir(), 'zhibi-host-'));
  removeAtExit(temporary);
  // Sockets and locks that editor and browser leave behind go with the folder; macOS allows no longer socket paths.
  const ownTmp = process.platform === 'linux' ? { TMPDIR: temporary } : {};
  const userDataDir = options['user-data-dir'] ?? path.join(temporary, 'user-data');
  const extensionsDir = options['extensions-dir'] ?? path.join(temporary, 'extensions');
  for (const folder of [userDataDir, extensionsDir]) mkdirSync(folder, { recursive: true });

  const server = await startVscodeServer({
    serverMain,
    userDataDir,
    extensionsDir,
    env: { ZHIBI_HOSTED: '1', ...ownTmp },
  });
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    env: { ...process.env, ...ownTmp },
    args: [
      // Chromium's own sandbox needs rights that containers and root do not have; it only shows our loopback page.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
    ...(options.locale ? { locale: options.locale } : {}),
  });
  const page = await context.newPage();
  /** @type {(code: number) => void} */
  let finish = () => undefined;
  const outcome = new Promise((/** @type {(code: number) => void} */ resolve) => {
    finish = resolve;
  });
  const failWith = (/** @type {string} */ why) => {
    say(why);
    finish(hostFailed);
  };
  page.on('crash', () => failWith('the browser page crashed'));
  const disconnected = () => failWith('the browser ended');
  browser.on('disconnected', disconnected);
  server.ended.then((output) => failWith(`the VS Code server ended:\n${output.slice(-2000)}`));
  setTimeout(() => {
    say(`no result after ${limit} ms`);
    finish(tooLate);
  }, limit);
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) =>
    relay(type, args, page),
  );
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code, /** @type {unknown} */ logs) => {
    keepLogs(logs);
    finish(code);
  });
  await page.goto(
    workbenchUrl(server, {
      folder: target,
      extensionDevelopmentPath: options.extensionDevelopmentPath,
      extensionTestsPath: options.extensionTestsPath,
    }),
  );
  const code = await outcome;
  await keepScreenshot(page, 'end');
  browser.off('disconnected', disconnected);
  await browser.close().catch(() => undefined);
  return checkedAgainstResult(code);
}

/**
 * Prints a console call of the tests, or does what it asks of the host.
 * @param {string} type
 * @param {unknown[]} args
 * @param {import('playwright-core').Page} page
 */
async function relay(type, args, page) {
  // Objects are the workbench's own messages; VS Code prints only calls that start with a string as well.
  if (typeof args[0] !== 'string') return;
  const text = format(...args);
  const [, shot] = /^zhibi-screenshot: ([\w-]+)$/.exec(text) ?? [];
  const [, request] = /^zhibi-window: (.+)$/.exec(text) ?? [];
  if (shot) await keepScreenshot(page, shot);
  else if (request) await answerWindowRequest(page, request).catch((error) => say(`window request: ${error}`));
  else if (!noise.test(text))
    (type === 'error' || type === 'warn' ? process.stderr : process.stdout).write(`${text}\n`);
}

/** @param {unknown} logs what the window hands over at its end: `{ relativePath, contents }[]` */
function keepLogs(logs) {
  const folder = process.env.ZHIBI_HOST_LOG_DIR;
  if (!folder || !Array.isArray(logs)) return;
  for (const { relativePath, contents } of logs) {
    const file = path.join(folder, relativePath);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name of the picture, without `.png`
 */
async function keepScreenshot(page, name) {
  const folder = process.env.ZHIBI_SHOT_DIR;
  if (!folder || page.isClosed()) return;
  mkdirSync(folder, { recursive: true });
  try {
    const picture = await page.screenshot({ timeout: 10_000 });
    // Renamed when complete: the test that asked waits for the file.
    const file = path.join(folder, `${name}.png`);
    writeFileSync(`${file}.partial`, picture);
    renameSync(`${file}.partial`, file);
  } catch (error) {
    say(`no screenshot ${name}: ${error}`);
  }
}

main().then(
  (code) => process.exit(code),
  (error) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(hostFailed);
  },
);
