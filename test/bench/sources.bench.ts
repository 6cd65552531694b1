/**
 * Measures the closest source of a sentence over the large corpus: whether the right document is named for sentences that
 * were edited, what is said of sentences no document has, and how long it takes, for a sentence and for a whole draft.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Snapshot } from '../../server/src/analysis/snapshot';
import { parseDraft } from '../../server/src/draft/parseDraft';
import { draftSources } from '../../server/src/features/draftSources';
import { closestSources } from '../../server/src/index/closestSource';
import { letterText } from '../../server/src/index/letterText';
import { exactSources } from '../../server/src/index/quotationSource';
import type { IndexedDocument } from '../../server/src/index/segment';
import { sentences } from '../../server/src/text/sentences';
import { atOnce } from '../../server/src/util/inSteps';
import { type EditKind, editedPassage, editKinds } from '../support/editedPassages';
import { randomNumbers } from '../support/plantedPassages';
import { hasRealDocuments, realDocuments } from '../support/realDocuments';
import { largeCorpus } from './largeCorpus';
import { corpusSnapshot } from './snapshot';
import { printTable, quantile } from './table';

const EACH = 300;
const EDITS = [0, 0.1, 0.2, 0.3, 0.4];
const LENGTHS = { least: 15, most: 80 };
/** UTF-16 code units of a whole draft. */
const DRAFT = 10_000;
const DRAFTS = 12;

const random = randomNumbers(20261122);

/** A sentence of a random document of the corpus, or undefined where it has none of a fitting length. */
function sentenceOf(document: IndexedDocument): string | undefined {
  const text = document.cleanText();
  const fitting = sentences(text, { start: 0, end: text.length })
    .map(({ start, end }) => text.slice(start, end))
    .filter((words) => {
      const { length } = letterText(words).letters;
      return length >= LENGTHS.least && length <= LENGTHS.most && !words.includes('\n');
    });
  return fitting[random(fitting.length)];
}

function measureSentences({ corpus }: Snapshot): void {
  const documents = corpus.sources;
  const pool: { words: string; document: IndexedDocument }[] = [];
  while (pool.length < EACH) {
    const document = documents[random(documents.length)]!;
    const words = sentenceOf(document);
    if (words !== undefined) pool.push({ words, document });
  }
  const times: number[] = [];
  const ask = (edits: number, kind: EditKind): string => {
    let right = 0;
    for (const { words } of pool) {
      const edited = editedPassage(words, edits, kind, random);
      const start = performance.now();
      const [found] = closestSources(corpus, edited, 5);
      times.push(performance.now() - start);
      // Whoever else has the sentence word for word is as right as the document it was taken from.
      const holders = new Set(exactSources(corpus, words, 1000).map(({ document }) => document));
      if (found && holders.has(found.document)) right++;
    }
    return (right / pool.length).toFixed(3);
  };
  for (const { words } of pool.slice(0, 50)) closestSources(corpus, words, 5);
  printTable(
    `The document named for ${EACH} sentences of ${LENGTHS.least} to ${LENGTHS.most} letters has the sentence, by share of edits`,
    ['edits', ...EDITS.map((edits) => `${edits * 100} %`)],
    editKinds.map((kind) => [kind, ...EDITS.map((edits) => ask(edits, kind))]),
  );
  printTable(
    'Milliseconds for a sentence',
    ['sentences', 'p50', 'p95', 'p99', 'most'],
    [[times.length, ...[0.5, 0.95, 0.99, 1].map((q) => quantile(times, q).toFixed(1))]],
  );
}

/** Reports each held against the others: most of their sentences are their own. */
function measureDrafts(snapshot: Snapshot): void {
  const reports = Object.entries(realDocuments('core/provincial_2026').files).slice(0, DRAFTS);
  const rows = reports.map(([path, text]) => {
    const draft = parseDraft(path, text.slice(0, DRAFT));
    const start = performance.now();
    const { newShare, paragraphs } = atOnce(draftSources(snapshot, draft, path));
    const milliseconds = performance.now() - start;
    const all = draft.blocks.reduce((sum, block) => sum + block.sentences.length, 0);
    const sourced = paragraphs.flatMap((paragraph) => paragraph.sentences).length;
    return { milliseconds, newShare, all, sourced };
  });
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  printTable(
    `${rows.length} drafts of ${DRAFT} characters, provincial reports without themselves`,
    ['sentences', 'with a close source', 'new text', 'ms p50', 'ms most'],
    [
      [
        sum(({ all }) => all),
        sum(({ sourced }) => sourced),
        (sum(({ newShare }) => newShare) / rows.length).toFixed(2),
        quantile(
          rows.map(({ milliseconds }) => milliseconds),
          0.5,
        ).toFixed(0),
        Math.max(...rows.map(({ milliseconds }) => milliseconds)).toFixed(0),
      ],
    ],
  );
}

async function main(): Promise<void> {
  const folders = largeCorpus();
  if (!folders || !hasRealDocuments) return;
  const snapshot = await corpusSnapshot(folders, join(tmpdir(), 'zhibi-sources-cache'));
  console.log(`${snapshot.corpus.sources.length} documents, ${snapshot.corpus.characters} characters`);
  measureSentences(snapshot);
  measureDrafts(snapshot);
}

void main();
