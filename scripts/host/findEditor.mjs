/** Decides which editor runs the extension: a desktop VS Code where there is one, else the hosted one. */
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './paths.mjs';
import { findOnPath, isExecutable } from './processes.mjs';

/** @typedef {{ kind: 'desktop' | 'hosted', executable: string, why: string }} Editor */

/** Time for the update host to answer before it counts as unreachable. */
const answerLimitMs = 5_000;

/**
 * Finds the editor. `ZHIBI_VSCODE` decides: a path of a VS Code binary, `hosted` (code-server and a browser) or
 * `download`; without it the first that works of: `code` or `codium` on PATH, VS Code downloaded by
 * \@vscode/test-electron, the hosted one.
 * @param {(line: string) => void} log receives progress lines
 * @returns {Promise<Editor>} `executable` can be given to runTests as vscodeExecutablePath
 * @throws {Error} when ZHIBI_VSCODE names something that is not there
 */
export async function findEditor(log) {
  const wish = process.env.ZHIBI_VSCODE;
  if (wish === 'hosted') return hostedEditor('ZHIBI_VSCODE asks for it');
  if (wish && wish !== 'download') {
    const named = path.resolve(wish);
    const executable = isExecutable(named) ? (electronBinary(named) ?? named) : undefined;
    if (!executable) throw new Error(`ZHIBI_VSCODE names ${wish}, which is not an executable file.`);
    return { kind: 'desktop', executable, why: 'named by ZHIBI_VSCODE' };
  }
  if (!wish) {
    if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
      return hostedEditor('no display for a desktop VS Code');
    }
    const installed = findInstalled(log);
    if (installed) return { kind: 'desktop', executable: installed, why: 'found on PATH' };
  }
  try {
    const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
    const executable = await downloadAndUnzipVSCode({ cachePath: cacheFolder('vscode'), timeout: answerLimitMs });
    return { kind: 'desktop', executable, why: 'downloaded' };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (wish) throw new Error(`VS Code could not be downloaded: ${reason}`);
    return hostedEditor(`no VS Code on PATH and none could be downloaded: ${reason}`);
  }
}

/**
 * @param {string} why
 * @returns {Editor} VS Code as a server with a headless browser
 */
export function hostedEditor(why) {
  return { kind: 'hosted', executable: fileURLToPath(new URL('vscodeHost.mjs', import.meta.url)), why };
}

/** @param {(line: string) => void} log */
function findInstalled(log) {
  for (const name of ['code', 'codium', 'code-insiders']) {
    const command = findOnPath(name);
    const binary = command && electronBinary(command);
    if (!binary) continue;
    const tooOld = olderThanNeeded(binary);
    if (!tooOld) return binary;
    log(`${binary} is VS Code ${tooOld}, older than the extension needs: not used`);
  }
  return undefined;
}

/**
 * The program behind the `code` command: the command is a script that starts it and leaves, so that nobody could wait
 * for the tests' exit code.
 * @param {string} command absolute path of `code`, `codium`, or of the program itself
 * @returns {string | undefined} undefined when there is none near it (the `code` of a remote terminal, for example)
 */
function electronBinary(command) {
  const real = realpathSync(command);
  const name = path.basename(command).replace(/\.cmd$/, '');
  const root = path.resolve(real, '../..');
  const candidates =
    process.platform === 'darwin'
      ? ['Electron', 'Code', 'VSCodium'].map((program) => path.resolve(real, '../../../../MacOS', program))
      : process.platform === 'win32'
        ? ['Code.exe', 'VSCodium.exe', 'Code - Insiders.exe'].map((program) => path.join(root, program))
        : [path.join(root, name), `/snap/${name}/current/usr/share/${name}/${name}`];
  return candidates.find((file) => file !== real && isExecutable(file));
}

/**
 * @param {string} binary
 * @returns {string | undefined} its version when that is lower than package.json's engines.vscode
 */
function olderThanNeeded(binary) {
  const app = process.platform === 'darwin' ? '../../Resources/app' : '../resources/app';
  try {
    const { version } = JSON.parse(readFileSync(path.resolve(binary, app, 'package.json'), 'utf8'));
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    const numbers = (/** @type {string} */ text) => text.replace(/^\^/, '').split('.').map(Number);
    const [major, minor] = numbers(version);
    const [neededMajor, neededMinor] = numbers(manifest.engines.vscode);
    return major > neededMajor || (major === neededMajor && minor >= neededMinor) ? undefined : version;
  } catch {
    // Newer Windows builds keep the app in a folder named after the commit: let VS Code itself judge.
    return undefined;
  }
}
