/** Prints how well and how fast the labelled queries find their passages: `-- CORPUS…` takes other folders than the large corpus. */
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { searchPassages } from '../../server/src/features/search';
import type { Corpus } from '../../server/src/index/corpus';
import { letterText } from '../../server/src/index/letterText';
import { largeCorpus } from './largeCorpus';
import { type LabelledQuery, queriesInForce, searchQueries } from './searchQueries';
import { corpusSnapshot } from './snapshot';
import { printTable, quantile } from './table';

const LIMIT = 10;
const CHANGED = 300;
const KINDS_EXACT = new Set(['exact', 'punctuation', 'traditional', 'title']);

interface Outcome {
  /** Place among the hits from 1; 0 where the passage is not among them. */
  readonly rank: number;
  readonly milliseconds: number;
}

async function main(): Promise<void> {
  const given = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const folders = given.length > 0 ? given.map((folder) => resolve(folder)) : largeCorpus();
  if (!folders) return;
  const snapshot = await corpusSnapshot(folders, join(tmpdir(), 'zhibi-bench-cache'));
  process.stdout.write(`${snapshot.corpus.documents.length} documents, ${snapshot.corpus.characters} characters\n`);
  const find = (query: LabelledQuery): Outcome => {
    const start = performance.now();
    const hits = searchPassages(snapshot, query.text, { limit: LIMIT, fuzzy: !KINDS_EXACT.has(query.kind) });
    const milliseconds = performance.now() - start;
    const rank =
      1 + hits.findIndex(({ text, document }) => letterText(text + document.title).letters.includes(query.wanted));
    if (process.argv.includes('--misses') && query.wanted !== '' && rank !== 1)
      process.stdout.write(
        `${rank} ${query.kind} ${query.text}\n${hits
          .slice(0, 3)
          .map(({ text, score, document }) => `    ${score.toFixed(2)} ${document.date ?? ''} ${text.slice(0, 90)}\n`)
          .join('')}`,
      );
    return { rank, milliseconds };
  };
  // The first questions meet code that is not compiled yet and titles that are not tabulated.
  for (const { text } of searchQueries('test').slice(0, 30)) searchPassages(snapshot, text, { limit: 3, fuzzy: true });
  for (const set of ['development', 'test'] as const) {
    const queries = queriesInForce(searchQueries(set), snapshot.corpus);
    const outcomes = queries.map((query) => ({ query, ...find(query) }));
    const kinds = [...new Set(queries.map(({ kind }) => kind))];
    printTable(
      `Search, ${set} queries`,
      ['kind', 'queries', 'found first', 'among five', 'among ten', 'p50 ms', 'p95 ms', 'max ms'],
      [...kinds, 'all'].map((kind) => {
        const of = outcomes.filter(({ query }) => kind === 'all' || query.kind === kind);
        const within = (most: number) => of.filter(({ rank }) => rank >= 1 && rank <= most).length;
        const times = of.map(({ milliseconds }) => milliseconds);
        return [
          kind,
          of.length,
          within(1),
          within(5),
          within(LIMIT),
          quantile(times, 0.5).toFixed(1),
          quantile(times, 0.95).toFixed(1),
          Math.max(...times).toFixed(1),
        ];
      }),
    );
  }
  const times = changedSentences(snapshot.corpus).map(
    (text) => find({ kind: 'changed', text, wanted: '' }).milliseconds,
  );
  printTable(
    'Search for sentences of the corpus with one letter changed',
    ['queries', 'p50 ms', 'p95 ms', 'max ms'],
    [[times.length, ...[quantile(times, 0.5), quantile(times, 0.95), Math.max(...times)].map((ms) => ms.toFixed(1))]],
  );
}

/** Three hundred sentences spread over the corpus, cut at lengths from 4 to 60 letters, a letter in the middle of each replaced. */
function changedSentences(corpus: Corpus): string[] {
  return Array.from({ length: CHANGED }, (_, i) => {
    const document = corpus.documents[(i * 7919) % corpus.documents.length]!;
    const at = (i * 104_729) % Math.max(1, document.length - 60);
    const text = document.cleanText(at, at + 4 + (i % 57));
    return `${text.slice(0, text.length >> 1)}龘${text.slice((text.length >> 1) + 1)}`;
  });
}

void main();
