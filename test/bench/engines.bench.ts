/**
 * Prints our search beside minisearch, flexsearch and SQLite FTS5 over the same clean texts and labelled queries, each in
 * a process of its own: `-- CORPUS…` takes other folders than the large corpus.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, createReadStream, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { letterText } from '../../server/src/index/letterText';
import { residentMiB } from '../support/residentMemory';
import { type EngineDocument, engines } from './engines';
import { largeCorpus } from './largeCorpus';
import { type LabelledQuery, queriesInForce, searchQueries } from './searchQueries';
import { corpusSnapshot } from './snapshot';
import { printTable, quantile } from './table';

const LIMIT = 5;
/** Megabytes of objects an engine may make, and minutes it may take. */
const MOST_MEMORY = 12_000;
const MOST_MINUTES = 15;

interface Figures {
  readonly buildSeconds: number;
  readonly residentMiB: number;
  readonly peakMiB: number;
  readonly diskMiB: number;
  readonly first: number;
  readonly amongFive: number;
  readonly p50: number;
  readonly p95: number;
}

async function compare(folders: readonly string[]): Promise<void> {
  const snapshot = await corpusSnapshot(folders, join(tmpdir(), 'zhibi-bench-cache'));
  const { documents, characters } = snapshot.corpus;
  const folder = mkdtempSync(join(tmpdir(), 'zhibi-engines-'));
  try {
    const texts = join(folder, 'documents.jsonl');
    const descriptor = openSync(texts, 'w');
    for (const document of documents) {
      const { path, title, date, kind, level } = document;
      writeSync(descriptor, `${JSON.stringify({ path, title, date, kind, level, clean: document.cleanText() })}\n`);
    }
    closeSync(descriptor);
    const queries = (['development', 'test'] as const).flatMap((set) =>
      queriesInForce(searchQueries(set), snapshot.corpus),
    );
    const rows = Object.keys(engines).map((name, i) => {
      const answer = spawnSync(
        process.execPath,
        [
          `--max-old-space-size=${MOST_MEMORY}`,
          '--expose-gc',
          __filename,
          '--engine',
          name,
          texts,
          join(folder, `${i}.db`),
        ],
        { input: JSON.stringify(queries), encoding: 'utf8', timeout: MOST_MINUTES * 60_000, maxBuffer: 1 << 28 },
      );
      if (answer.status !== 0) return [name, `failed: ${answer.signal ?? answer.stderr.trim().split('\n').pop()}`];
      const figures = JSON.parse(answer.stdout) as Figures;
      const share = (count: number) => `${((100 * count) / queries.length).toFixed(0)} %`;
      return [
        name,
        figures.buildSeconds.toFixed(1),
        figures.residentMiB,
        figures.peakMiB,
        figures.diskMiB > 0 ? figures.diskMiB : '',
        figures.p50.toFixed(1),
        figures.p95.toFixed(1),
        share(figures.first),
        share(figures.amongFive),
      ];
    });
    printTable(
      `Search engines: ${documents.length} clean documents, ${characters} characters, ${queries.length} labelled queries`,
      [
        'engine',
        'build s',
        'resident MiB',
        'peak MiB',
        'on disk MiB',
        'query p50 ms',
        'p95 ms',
        'found first',
        'among five',
      ],
      rows,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In the process of one engine: reads the documents, then answers the queries given on standard input. */
async function measure(name: string, texts: string, database: string): Promise<void> {
  const queries = JSON.parse(readFileSync(0, 'utf8')) as LabelledQuery[];
  const engine = engines[name]!(database);
  const start = performance.now();
  for await (const line of createInterface(createReadStream(texts, 'utf8')))
    engine.add(JSON.parse(line) as EngineDocument);
  engine.finish();
  const buildSeconds = (performance.now() - start) / 1000;
  globalThis.gc?.();
  const resident = residentMiB(process.pid);
  for (const { text } of queries.slice(0, 20)) engine.search(text, LIMIT);
  const outcomes = queries.map(({ text, wanted }) => {
    const asked = performance.now();
    const found = engine.search(text, LIMIT);
    const milliseconds = performance.now() - asked;
    return { milliseconds, rank: found.findIndex((passage) => letterText(passage).letters.includes(wanted)) };
  });
  const times = outcomes.map(({ milliseconds }) => milliseconds);
  const figures: Figures = {
    buildSeconds,
    residentMiB: resident,
    peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    diskMiB: Math.round((engine.size?.() ?? 0) / 2 ** 20),
    first: outcomes.filter(({ rank }) => rank === 0).length,
    amongFive: outcomes.filter(({ rank }) => rank >= 0).length,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
  };
  process.stdout.write(JSON.stringify(figures));
}

const [option, ...rest] = process.argv.slice(2);
if (option === '--engine') {
  void measure(rest[0]!, rest[1]!, rest[2]!);
} else {
  const folders = option === undefined ? largeCorpus() : [option, ...rest].map((folder) => resolve(folder));
  if (folders) void compare(folders);
}
