/** `npm run fuzz -- --minutes N`: builds the product and fuzzes it; see test/fuzz/fuzz.ts for the options. */
import { spawnSync } from 'node:child_process';
import { runBundled } from './runBundled.mjs';

const built = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
try {
  runBundled('test/fuzz/fuzz.ts', process.argv.slice(2), { inherit: true });
} catch (error) {
  process.exitCode = /** @type {{ status?: number }} */ (error).status ?? 1;
}
