/** `npm run bench`: builds as shipped and prints the tables of docs/benchmarks.md. `--corpus DIR` adds a corpus of your own. */
import { spawnSync } from 'node:child_process';
import { runBundled } from './runBundled.mjs';

const built = spawnSync(process.execPath, ['scripts/build.mjs', '--production'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
runBundled('test/bench/bench.ts', process.argv.slice(2), { inherit: true });
