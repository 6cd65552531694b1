/**
 * `npm run fuzz -- --minutes N`: fuzzes every target in turn until the time is up (default: 1 minute), and prints what
 * failed with the seed to see it again. `--only NAME` (a part of a target's name), `--seed N`. Exit code 1 on a failure.
 */
import { inspect, parseArgs } from 'node:util';
import { fuzzTargets } from './fuzzTargets';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    seed: { type: 'string' },
  },
});
/** Each target gets so long before it is the next one's turn. */
const TURN = 20_000;

async function main(): Promise<void> {
  const targets = fuzzTargets.filter(({ name }) => name.includes(values.only));
  const until = Date.now() + Number(values.minutes) * 60_000;
  const tried = new Map<string, number>();
  const failed = new Set<string>();
  while (Date.now() < until && failed.size < targets.length) {
    for (const target of targets) {
      const milliseconds = Math.min(TURN, until - Date.now());
      if (milliseconds <= 0 || failed.has(target.name)) continue;
      try {
        const seed = values.seed === undefined ? {} : { seed: Number(values.seed) };
        const inputs = await target.run({ runs: 1_000_000, milliseconds, ...seed });
        tried.set(target.name, (tried.get(target.name) ?? 0) + inputs);
      } catch (error) {
        failed.add(target.name);
        console.error(`${target.name}: ${inspect(error)}\n`);
      }
    }
  }
  for (const target of targets) await target.dispose?.();
  for (const { name } of targets)
    console.log(`${name}: ${failed.has(name) ? 'FAILED' : `${tried.get(name) ?? 0} inputs`}`);
  process.exitCode = failed.size > 0 ? 1 : 0;
}

void main();
