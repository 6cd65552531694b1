/** Runs a TypeScript script of this folder: bundled with esbuild into `out/scripts`, then started. */
import { spawnSync } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs `script` (relative to the repository) and answers what it printed; throws, with its messages, when it failed.
 * @param {string} script
 * @param {string[]} args
 * @param {{ inherit?: boolean }} options `inherit`: print as it goes instead of answering
 * @returns {string}
 */
export function runBundled(script, args, { inherit = false } = {}) {
  const outfile = join(root, 'out', 'scripts', basename(script).replace(/\.ts$/, '.cjs'));
  buildSync({
    absWorkingDir: root,
    entryPoints: [join(root, script)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['nodejieba', 'node-sqlite3-wasm', 'vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  const result = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: inherit ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  if (result.status !== 0) {
    const printed = inherit ? '' : `\n${result.stdout}\n${result.stderr}`;
    throw Object.assign(new Error(`${script} failed with exit code ${result.status}${printed}`), {
      status: result.status,
    });
  }
  return result.stdout ?? '';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [script, ...args] = process.argv.slice(2);
  try {
    runBundled(script ?? '', args, { inherit: true });
  } catch (error) {
    process.exitCode = /** @type {{ status?: number }} */ (error).status ?? 1;
  }
}
