/** Builds the product, then runs a TypeScript program over it: `buildAndRun.mjs [--production] PROGRAM [options of the program]`. */
import { spawnSync } from 'node:child_process';
import { runBundled } from './runBundled.mjs';

const args = process.argv.slice(2);
const production = args[0] === '--production' ? args.splice(0, 1) : [];
const [program, ...options] = args;
const built = spawnSync(process.execPath, ['scripts/build.mjs', ...production], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
try {
  runBundled(program ?? '', options, { inherit: true });
} catch (error) {
  // The program has said what went wrong.
  process.exitCode = /** @type {{ status?: number }} */ (error).status ?? 1;
}
