/** Provides a VS Code server (the one inside the npm package code-server) in the project's cache folder. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './paths.mjs';
import { removeAtExit, runQuietly } from './processes.mjs';

/** Native modules the server uses; without them it runs, but has no terminal and no file log. */
const nativeModules = ['@vscode/spdlog', 'native-watchdog', '@vscode/native-watchdog', 'node-pty', '@parcel/watcher'];

/** Search in files; the release the server names fetches its program from outside npm, later ones carry it. */
const ripgrepVersion = '1.18.0';

/**
 * The newest code-server that runs on a Node version; each release works with one major version only.
 * @param {number} nodeMajor
 * @returns {string} version of the npm package
 * @throws {Error} when there is none
 */
export function codeServerVersion(nodeMajor) {
  if (nodeMajor >= 24) return '4.139.1';
  if (nodeMajor >= 22) return '4.117.0';
  if (nodeMajor >= 20) return '4.100.3';
  throw new Error(`Node ${nodeMajor} is too old: install Node 20 or newer.`);
}

/**
 * Finds or installs the server. Safe to call from several processes at once: each installs into a folder of its own
 * and the first to finish wins; an install that was interrupted is thrown away and done again.
 * @param {(line: string) => void} log receives progress lines
 * @returns {Promise<{ version: string, serverMain: string }>} `serverMain` is the script that starts the server
 * @throws {Error} when npm cannot install it
 */
export async function ensureCodeServer(log) {
  if (process.platform === 'win32') {
    throw new Error('code-server does not run on Windows: install VS Code and put its bin folder on PATH.');
  }
  const version = codeServerVersion(Number(process.versions.node.split('.')[0]));
  const parent = cacheFolder('code-server');
  // Natives are built for one kind of machine; a cache folder may travel (home on a network drive, CI cache).
  const name = `${version}-${process.platform}-${process.arch}`;
  const serverMain = path.join(parent, name, 'node_modules/code-server/lib/vscode/out/server-main.js');
  removeAbandoned(parent, name);
  if (!existsSync(serverMain)) {
    const partial = path.join(parent, `${name}.partial-${process.pid}`);
    const discard = removeAtExit(partial);
    try {
      await install(version, partial, log);
      if (!existsSync(serverMain)) {
        rmSync(path.join(parent, name), { recursive: true, force: true });
        renameSync(partial, path.join(parent, name));
      }
    } catch (error) {
      throw new Error(
        `code-server ${version} could not be installed. It is needed because no desktop VS Code was found. ` +
          'Check that npm reaches its registry, or install VS Code, or name its binary in ZHIBI_VSCODE.\n' +
          /** @type {Error} */ (error).message,
      );
    } finally {
      discard();
    }
  }
  return { version, serverMain };
}

/**
 * @param {string} version
 * @param {string} folder
 * @param {(line: string) => void} log
 */
async function install(version, folder, log) {
  const started = Date.now();
  log(`installing code-server ${version} into ${path.dirname(folder)} (up to 600 MB, one to two minutes) …`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // A package.json of its own keeps npm from walking up into the project.
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  const npm = (/** @type {string} */ cwd, /** @type {string[]} */ ...args) =>
    runQuietly('npm', [...args, '--no-audit', '--no-fund'], { cwd, env: npmEnvironment() });
  // Its own install script downloads tools the server does not need and fails without them.
  await npm(folder, 'install', `code-server@${version}`, `@vscode/ripgrep@${ripgrepVersion}`, '--ignore-scripts');
  log('installing the VS Code server inside it …');
  const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
  await npm(vscode, 'install', '--ignore-scripts', '--omit=dev');
  log('building its native modules …');
  for (const module of nativeModules) {
    if (!existsSync(path.join(vscode, 'node_modules', module))) continue;
    try {
      await npm(vscode, 'rebuild', module);
    } catch {
      log(`${module} could not be built (no compiler?); going on without it`);
    }
  }
  provideRipgrep(folder, vscode, log);
  symlinkSync('node_modules', path.join(vscode, 'node_modules.asar'));
  log(`code-server ${version} is ready after ${Math.round((Date.now() - started) / 1000)} s`);
}

/**
 * @param {string} folder
 * @param {string} vscode
 * @param {(line: string) => void} log
 */
function provideRipgrep(folder, vscode, log) {
  const module = path.join(vscode, 'node_modules/@vscode/ripgrep');
  const target = path.join(module, 'bin/rg');
  const carried = path.join(folder, `node_modules/@vscode/ripgrep-${process.platform}-${process.arch}/bin/rg`);
  if (!existsSync(module) || existsSync(target)) return;
  if (!existsSync(carried))
    return log(`no ripgrep for ${process.platform}-${process.arch}: search in files will not work`);
  mkdirSync(path.dirname(target), { recursive: true });
  copyFileSync(carried, target);
  chmodSync(target, 0o755);
}

/** The environment for an npm of its own: under `npm run`, the project's folder must not leak into it. */
function npmEnvironment() {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(package|lifecycle|config_(local_prefix|omit|include))/.test(name),
    ),
  );
  // node-pty's install script goes through npx, which otherwise stops to ask.
  return { ...env, npm_config_yes: 'true' };
}

/**
 * Removes partial installs whose process is gone.
 * @param {string} parent
 * @param {string} name
 */
function removeAbandoned(parent, name) {
  for (const entry of readdirSync(parent)) {
    const pid = entry.startsWith(`${name}.partial-`) ? Number(entry.slice(entry.lastIndexOf('-') + 1)) : 0;
    if (pid > 0 && !isRunning(pid)) rmSync(path.join(parent, entry), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
