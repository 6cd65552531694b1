/** Prints the benchmark tables: building and opening an index, first completion, latency of completion and checks. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, platform, release, tmpdir, totalmem } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { measureIndex } from './indexing';
import { largeCorpus } from './largeCorpus';
import { measureLatency } from './latency';
import { measureStart } from './starting';
import { printTable } from './table';

/** A corpus to measure on. */
export interface BenchCorpus {
  readonly name: string;
  readonly folders: readonly string[];
}

const root = process.cwd();

function corpora(): BenchCorpus[] {
  const own = process.argv.flatMap((argument, i) =>
    argument === '--corpus' ? [resolve(process.argv[i + 1] ?? '')] : [],
  );
  const real = resolve(root, '../shared/corpus/core');
  const list: BenchCorpus[] = [{ name: 'built-in examples', folders: [join(root, 'seeds', 'corpus')] }];
  if (existsSync(real)) list.push({ name: 'public reports', folders: [real] });
  else process.stderr.write(`${real} is missing: measured on the built-in examples alone\n`);
  const large = own.length > 0 ? own : largeCorpus();
  if (large)
    list.push({ name: own.length > 0 ? own.map((folder) => basename(folder)).join(' + ') : 'large', folders: large });
  return list;
}

async function main(): Promise<void> {
  const cores = cpus();
  process.stdout.write(
    `${new Date().toISOString().slice(0, 10)} · ${cores.length} × ${cores[0]?.model.trim()} · ` +
      `${Math.round(totalmem() / 2 ** 30)} GiB · ${platform()} ${release()} · Node ${process.version}\n`,
  );
  const temporary = mkdtempSync(join(tmpdir(), 'zhibi-bench-'));
  try {
    const measured = corpora().map((corpus, i) => ({ corpus, cache: join(temporary, String(i)) }));
    const built = measured.map(({ corpus, cache }) => ({ corpus, cache, index: measureIndex(corpus, cache) }));
    printTable(
      'Index build (`zhibi index`, one process, empty cache; then again with nothing changed)',
      ['corpus', 'documents', 'characters', 'build s', 'characters/s', 'peak RSS MiB', 'index MiB', 'unchanged s'],
      built.map(({ corpus, index }) => [
        corpus.name,
        index.documents,
        index.characters,
        index.seconds.toFixed(2),
        Math.round(index.characters / index.seconds),
        index.peakMiB,
        index.fileMiB.toFixed(1),
        index.unchangedSeconds.toFixed(2),
      ]),
    );

    const starts = [];
    for (const { corpus } of measured)
      starts.push({ corpus, start: await measureStart(corpus, join(temporary, 'start')) });
    printTable(
      'Server over LSP (stdio), milliseconds: from the start of the process to its first answers, then 300 completions',
      [
        'corpus',
        'initialize',
        'first completion, no cache',
        'with cache',
        'ready, with cache',
        'completion p50',
        'p95',
        'server RSS MiB',
      ],
      starts.map(({ corpus, start }) => [
        corpus.name,
        Math.round(start.initialize),
        Math.round(start.withoutCache),
        Math.round(start.withCache),
        Math.round(start.ready),
        start.completionP50.toFixed(2),
        start.completionP95.toFixed(2),
        start.rssMiB,
      ]),
    );

    // `--scale`: only what grows with the corpus.
    for (const { corpus, cache } of process.argv.includes('--scale') ? [] : built) {
      printTable(
        `Latency on ${corpus.name}, milliseconds`,
        ['what', 'runs', 'p50', 'p95', 'max'],
        (await measureLatency(corpus, cache)).map(({ what, runs, p50, p95, max }) => [
          what,
          runs,
          p50.toFixed(2),
          p95.toFixed(2),
          max.toFixed(2),
        ]),
      );
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
