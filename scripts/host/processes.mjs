/** Runs child processes for the scripts and makes sure that none outlives them. */
import { spawn } from 'node:child_process';
import { accessSync, constants, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/** Lines of a failed command's output worth repeating in an error. */
const tailLines = 25;

/**
 * Runs a command to its end without showing its output.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>} stdout and stderr, interleaved
 * @throws {Error} when it cannot start or exits with another code than 0; the message ends with the last output lines
 */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    let output = '';
    // npm and editors are .cmd files on Windows, which only a shell can start.
    const child = spawn(command, args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: isWindowsScript(command),
    });
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => reject(new Error(`${command} cannot be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output);
      else {
        const tail = output.trimEnd().split('\n').slice(-tailLines).join('\n');
        reject(new Error(`${[command, ...args].join(' ')} ended with ${signal ?? code}\n${tail}`));
      }
    });
  });
}

/**
 * Runs a command in the foreground, sharing this process's terminal.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code, 1 when a signal ended it
 */
export function runVisibly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: 'inherit', shell: isWindowsScript(command) });
    child.on('error', (error) => reject(new Error(`${command} cannot be started: ${error.message}`)));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** @param {string} command */
function isWindowsScript(command) {
  return process.platform === 'win32' && (command === 'npm' || /\.(cmd|bat)$/i.test(command));
}

/**
 * Looks a program up as the shell would.
 * @param {string} name
 * @returns {string | undefined} its absolute path
 */
export function findOnPath(name) {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    if (!path.isAbsolute(folder)) continue;
    for (const suffix of suffixes) {
      const file = path.join(folder, name + suffix);
      if (isExecutable(file)) return file;
    }
  }
  return undefined;
}

/**
 * @param {string} file
 * @returns {boolean} whether it is a file this user may execute
 */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** @type {Set<() => void>} */
const pending = new Set();
let listening = false;

/**
 * Registers work for the moment this process ends, whichever way it ends short of SIGKILL. It must be synchronous.
 * @param {() => void} work for example killing a child or removing a temporary folder
 * @returns {() => void} does the work now (once)
 */
export function onExit(work) {
  if (!listening) {
    listening = true;
    process.on('exit', () => {
      // Backwards: a folder was made before the program that writes into it was started.
      for (const each of [...pending].reverse()) each();
    });
    for (const [signal, code] of /** @type {const} */ ([
      ['SIGINT', 130],
      ['SIGTERM', 143],
      ['SIGHUP', 129],
    ])) {
      process.on(signal, () => process.exit(code));
    }
  }
  const once = () => {
    if (!pending.delete(once)) return;
    try {
      work();
    } catch (error) {
      process.stderr.write(`while cleaning up: ${error}\n`);
    }
  };
  pending.add(once);
  return once;
}

/**
 * Removes a folder when this process ends.
 * @param {string} folder
 * @param {() => boolean} [condition] asked at that moment
 * @returns {() => void} removes it now
 */
export function removeAtExit(folder, condition = () => true) {
  return onExit(() => {
    // Programs just killed may still be writing their last file.
    if (condition()) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
}

/**
 * Starts a long-running child in a process group of its own, so that it can be ended together with what it forks.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {{ child: import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable,
 *   import('node:stream').Readable>, stop: () => void }} `stop` kills the whole group; it also runs at exit
 */
export function startGroup(command, args, options = {}) {
  const child = spawn(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const stop = onExit(() => {
    if (child.pid === undefined) return;
    try {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
    }
  });
  return { child, stop };
}
