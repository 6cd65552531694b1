/**
 * `npm run kill`: kills the server again and again while it builds and writes the index of a corpus, and looks at what
 * is left each time.
 *
 * `--corpus DIR` (may be repeated; default: the built-in examples), `--minutes N` (10): no round begins later, `--seed N`.
 * Half of the rounds begin without a cache, half rebuild an index that is kept. A third of the moments are spread over
 * the whole build, half lie in the writing of the cache, the rest just after it.
 * Exit code 1 where a cache was left that is not whole, one was lost, or a server did not serve everything afterwards.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { loadSegment } from '../../server/src/worker/segmentStore';
import { LspClient } from '../support/lspClient';
import { TemporaryFolder } from '../support/temporaryFolder';
import { Randomness } from './randomness';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', multiple: true, default: [join('seeds', 'corpus')] },
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
  },
});

/** Milliseconds that a build may take on a busy machine. */
const LIMIT = 600_000;
/** Milliseconds after the cache was written within which the last moments lie. */
const AFTERWARDS = 3000;

type Moment = 'building' | 'writing' | 'written';
const moments: readonly Moment[] = ['building', 'writing', 'building', 'writing', 'writing', 'written'];

const random = new Randomness(Number(values.seed));
const folder = new TemporaryFolder();
const folders = values.corpus.map((name) => resolve(name));
const cache = folder.at('cache');
const start = () => LspClient.start({ workspaces: [folder.at('workspace')], cache, settings: { corpus: { folders } } });

async function main(): Promise<void> {
  folder.write('workspace/drafts/.keep', '');
  const sources = folders.map(digestOf);
  const first = await start();
  const begun = performance.now();
  const { characters } = await first.ready(LIMIT);
  const build = performance.now() - begun;
  await first.stop();
  const size = statSync(join(cache, caches('.zbi')[0]!)).size;
  process.stdout.write(`${characters} characters, built in ${(build / 1000).toFixed(1)} s, cache of ${size} bytes\n`);

  const faults: string[] = [];
  const rounds: Record<string, number> = {};
  const end = performance.now() + Number(values.minutes) * 60_000;
  for (let round = 0; performance.now() < end; round++) {
    const moment = moments[round % moments.length]!;
    // Where the cache was lost to a kill in its first writing, this round writes one as well.
    const rebuilds = Math.floor(round / moments.length) % 2 === 1 && caches('.zbi').length > 0;
    if (!rebuilds) rmSync(cache, { recursive: true, force: true });
    const client = await start();
    if (rebuilds) {
      const status = await client.ready(LIMIT);
      if (status.characters !== characters) faults.push(`round ${round}: ${status.characters} characters served`);
      void client.request('zhibi/rebuildIndex', null, LIMIT).catch(() => {});
    }
    const struck = await waitFor(moment, build, size);
    await client.kill();
    const kind = `${rebuilds ? 'rebuilding' : 'without a cache'}, ${struck}`;
    rounds[kind] = (rounds[kind] ?? 0) + 1;
    const left = caches('.zbi');
    if (rebuilds && left.length !== 1) faults.push(`round ${round}: the cache is gone`);
    for (const name of left) {
      if (!loadSegment(join(cache, name))?.isWhole) faults.push(`round ${round}: a cache that is not whole`);
    }
  }

  const last = await start();
  const status = await last.ready(LIMIT);
  if (status.characters !== characters) faults.push(`at the end: ${status.characters} characters served`);
  await last.request('zhibi/rebuildIndex', null, LIMIT);
  await last.stop();
  if (caches('.tmp').length > 0) faults.push(`left behind: ${caches('.tmp').join(' ')}`);
  if (folders.map(digestOf).join() !== sources.join()) faults.push('a source file was changed');
  for (const [kind, count] of Object.entries(rounds)) process.stdout.write(`${count} × ${kind}\n`);
  for (const fault of faults) process.stdout.write(`fault: ${fault}\n`);
  process.stdout.write(`${Object.values(rounds).reduce((sum, n) => sum + n, 0)} rounds, ${faults.length} faults\n`);
  if (faults.length > 0) process.exitCode = 1;
}

/** Waits for a moment to strike at and answers in words what the server was doing. */
async function waitFor(moment: Moment, build: number, size: number): Promise<string> {
  const before = kept();
  if (moment === 'building') {
    await pause(random.next() * build);
    return written() === undefined ? 'at any moment' : 'at any moment, which fell into the writing';
  }
  // A small index is written between two looks.
  const isOver = () => written() === undefined && kept() !== before;
  const share = moment === 'writing' ? random.next() * size : Number.POSITIVE_INFINITY;
  while (!isOver() && (written() ?? -1) < share) await pause(0);
  if (!isOver()) return 'while it wrote';
  if (moment === 'writing') return 'as the writing ended';
  await pause(random.next() * AFTERWARDS);
  return 'soon after it had written';
}

/** What is kept, told from what is kept after a later build: name and number of the file. */
function kept(): string {
  return caches('.zbi')
    .map((name) => `${name} ${statSync(join(cache, name)).ino}`)
    .join();
}

/** How many bytes of a cache are written, undefined where none is being written. */
function written(): number | undefined {
  try {
    const [name] = caches('.tmp');
    return name === undefined ? undefined : statSync(join(cache, name)).size;
  } catch {
    // It was renamed meanwhile.
    return undefined;
  }
}

/** The files of the cache whose names end so. */
function caches(end: string): string[] {
  try {
    return readdirSync(cache).filter((name) => name.endsWith(end));
  } catch {
    return [];
  }
}

function digestOf(path: string): string {
  const sum = createHash('sha256');
  for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()) {
    if (statSync(join(path, name)).isFile()) sum.update(name).update(readFileSync(join(path, name)));
  }
  return sum.digest('hex');
}

main()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  })
  .finally(() => folder.dispose());
