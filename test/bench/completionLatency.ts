/** How long the list, ghost text and pinyin initials take over indexes of 3, 30 and 100 MB of text. */
import type { Snapshot } from '../../server/src/analysis/snapshot';
import type { Draft } from '../../server/src/draft/draft';
import { parseDraft } from '../../server/src/draft/parseDraft';
import { complete } from '../../server/src/features/completion/completion';
import { suggestInline } from '../../server/src/features/inlineCompletion';
import { Corpus } from '../../server/src/index/corpus';
import { PhraseLexicon } from '../../server/src/index/phraseLexicon';
import type { IndexedDocument } from '../../server/src/index/segment';
import { Knowledge, type KnowledgeData } from '../../server/src/knowledge/knowledge';
import { knowledgePhrases, minedPhrases } from '../../server/src/worker/lexiconBuilder';
import { miningCandidates } from '../../server/src/worker/phraseCandidates';
import { partOf } from './completionCorpus';
import { printTable, quantile } from './table';

/** Megabytes of UTF-8. */
const SIZES = [3, 30, 100];
const DATE = '2026-11-22';
const PLACES = 1000;
const WARM_UP = 100;
/** What stands before the cursor, in UTF-16 code units, where each place is in a draft of its own. */
const BEFORE = 1000;
const HEAD = `---\ndate: ${DATE}\n---\n# 在全市工作会议上的讲话\n\n`;
const INITIALS = ['xzscl', 'cxqdfz', 'gzlfz', 'xczx', 'zgsxdh', 'ggkf', 'jczl', 'xinzhiscl'];

/** `documents` to be indexed, never those `typed`. */
export function measureSizes(
  documents: readonly IndexedDocument[],
  typed: readonly IndexedDocument[],
  data: KnowledgeData,
): void {
  const pool = documents.filter((document) => !typed.some(({ path }) => path === document.path));
  const rows = SIZES.flatMap((size) => measureSize(ofSize(pool, size * 1e6), typed, data));
  printTable(
    `Latency of completion by the size of the index, milliseconds, ${PLACES} places each`,
    ['MB', 'M characters', 'what', 'p50', 'p95', 'p99', 'max'],
    rows,
  );
}

/** Documents of so many bytes in all, taken evenly, so that every size has the same mixture; more than there are begins again. */
function ofSize(pool: readonly IndexedDocument[], bytes: number): IndexedDocument[] {
  const sizes = pool.map((document) => Buffer.byteLength(document.cleanText()));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const share = Math.min(1, bytes / all);
  const chosen = pool.filter((_, i) => Math.floor((i + 1) * share) > Math.floor(i * share));
  for (let i = 0, missing = bytes - all; missing > 0; i++) {
    chosen.push(pool[i % pool.length]!);
    missing -= sizes[i % pool.length]!;
  }
  return chosen;
}

function measureSize(
  indexed: readonly IndexedDocument[],
  typed: readonly IndexedDocument[],
  data: KnowledgeData,
): (string | number)[][] {
  const segment = partOf(indexed);
  const corpus = new Corpus([{ segment, hidden: new Set() }]);
  const known = knowledgePhrases(data, corpus, true);
  const snapshot: Snapshot = {
    revision: 1,
    corpus,
    knowledge: new Knowledge(data),
    lexicon: new PhraseLexicon([...known, ...minedPhrases(miningCandidates(segment), known, true)]),
    skeletons: [],
  };
  const list = (draft: Draft) =>
    complete(snapshot, draft, draft.text.length, { date: DATE, maxItems: 8, pinyin: true });
  const ghost = (draft: Draft) => suggestInline(snapshot, draft, draft.text.length, { date: DATE });
  const texts = typed.map((document) => document.cleanText());
  const apart = (i: number) => {
    const text = texts[i % texts.length]!;
    const at = Math.max(200, (i * 7919) % text.length);
    return HEAD + text.slice(Math.max(0, at - BEFORE), at);
  };
  // From the middle of one document on, key by key.
  const onwards = (i: number) => HEAD + texts[0]!.slice(0, Math.floor(texts[0]!.length / 2) + i);
  const initials = (i: number) => `${apart(i)}${INITIALS[i % INITIALS.length]}`;
  const bytes = indexed.reduce((sum, document) => sum + Buffer.byteLength(document.cleanText()), 0);
  const size = [(bytes / 1e6).toFixed(0), (segment.suffixes.text.length / 1e6).toFixed(1)];
  return [
    ['list, key by key', list, onwards],
    ['list, each in another draft', list, apart],
    ['ghost text, key by key', ghost, onwards],
    ['ghost text, each in another draft', ghost, apart],
    ['initials', list, initials],
  ].map(([what, run, textAt]) => [...size, what as string, ...timed(run as typeof list, textAt as typeof apart)]);
}

function timed(run: (draft: Draft) => unknown, textAt: (i: number) => string): string[] {
  const times: number[] = [];
  for (let i = 0; i < WARM_UP + PLACES; i++) {
    const draft = parseDraft('', textAt(i));
    const started = performance.now();
    run(draft);
    times.push(performance.now() - started);
  }
  const measured = times.slice(WARM_UP);
  return [0.5, 0.95, 0.99, 1].map((share) => quantile(measured, share).toFixed(2));
}
