/** Twice the text takes twice the time, whatever is in it: no pattern and no loop that a hostile or broken text could stall. */
import assert from 'node:assert/strict';
import { runChecks } from '../../server/src/checks/runChecks';
import { cleanText } from '../../server/src/corpus/clean/cleanText';
import { readInfo } from '../../server/src/corpus/info';
import { parseDraft } from '../../server/src/draft/parseDraft';
import { complete } from '../../server/src/features/completion/completion';
import { findDefinitions } from '../../server/src/features/definition';
import { documentSymbols, foldingRanges } from '../../server/src/features/documentSymbols';
import { hover } from '../../server/src/features/hover';
import { suggestInline } from '../../server/src/features/inlineCompletion';
import { searchPassages } from '../../server/src/features/search';
import { loadIgnored } from '../../server/src/knowledge/ignoredFindings';
import { parseKnowledgeFile } from '../../server/src/knowledge/load';
import { keyText } from '../../server/src/text/keyText';
import { miningCandidates } from '../../server/src/worker/phraseCandidates';
import { adversarialTexts } from '../fuzz/adversarialTexts';
import { fuzzSnapshot } from '../fuzz/fuzzSnapshot';
import { corpusOf } from '../support/corpus';

const DATE = '2026-11-22';

/** UTF-16 code units of the shorter text. */
const LENGTH = 8_000;
/** Four times as long for a text twice as long is quadratic, twice is linear; a busy machine blurs both. */
const MOST_GROWTH = 3;
/** Processor milliseconds below which a time tells nothing, and so cannot be too long either. */
const SMALL = 50;
/** Processor milliseconds for the longer text. */
const MOST = 3000;

type Work = (text: string) => void;

const works: Readonly<Record<string, Work>> = {
  'cleaning and keys': (text) => {
    for (const format of ['plain', 'markdown'] as const) cleanText(text, { format });
    readInfo({ path: '/corpus/a.md', raw: text, clean: text, declared: {} });
    keyText(text);
  },
  'a draft with all checks': (text) => {
    const draft = parseDraft('file:///drafts/a.md', text);
    runChecks(fuzzSnapshot(), draft, { date: DATE, duplicateMinLength: 20, duplicateFormulaicLimit: 3 });
  },
  'what follows the cursor': (text) => {
    const snapshot = fuzzSnapshot();
    const draft = parseDraft('file:///drafts/a.md', text);
    documentSymbols(draft);
    foldingRanges(draft);
    for (const offset of [0, text.length >> 1, text.length]) {
      complete(snapshot, draft, offset, { date: DATE, maxItems: 8, pinyin: true });
      suggestInline(snapshot, draft, offset, { date: DATE });
      hover(snapshot, draft, offset);
      findDefinitions(snapshot, draft, offset);
    }
  },
  'an index and its phrases': (text) => {
    const { parts } = corpusOf({ '/corpus/a.md': text, '/corpus/b.md': text.slice(0, text.length >> 1) });
    for (const { segment } of parts) miningCandidates(segment);
  },
  'search for the text itself': (text) => {
    searchPassages(fuzzSnapshot(), text, { limit: 20, fuzzy: true });
  },
  'knowledge files': (text) => {
    const few = text.slice(0, text.length >> 3);
    parseKnowledgeFile({ path: '/a.yaml', kind: 'terms', text: `- id: a\n  term: |\n    ${few}`, builtIn: false });
    loadIgnored('/ignored.yaml', few);
  },
};

/** Of the processor, so that other programs do not count. */
function milliseconds(work: Work, text: string): number {
  const start = process.cpuUsage();
  work(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

describe('twice the text takes twice the time', () => {
  // The tests run with source maps, with which the stack of an error costs more than what it is about.
  const { stackTraceLimit } = Error;
  before(() => {
    Error.stackTraceLimit = 0;
  });
  after(() => {
    Error.stackTraceLimit = stackTraceLimit;
  });

  for (const [name, work] of Object.entries(works)) {
    it(name, function () {
      this.timeout(120_000);
      work(adversarialTexts[0]!.at(1000));
      const slow: string[] = [];
      for (const family of adversarialTexts) {
        let [short, long] = [0, Number.POSITIVE_INFINITY];
        // A collection of garbage may fall into any measurement: only what is slow again and again is slow.
        for (let attempt = 0; attempt < 4; attempt++) {
          const text = family.at(LENGTH * 2);
          long = Math.min(long, milliseconds(work, text));
          if (long < SMALL) break;
          short = Math.max(short, milliseconds(work, family.at(LENGTH)));
          if (long < short * MOST_GROWTH && long < MOST) break;
        }
        if (long >= SMALL && (long >= short * MOST_GROWTH || long >= MOST)) {
          slow.push(`${family.name}: ${short.toFixed()} ms, twice as long ${long.toFixed()} ms`);
        }
      }
      assert.deepEqual(slow, []);
    });
  }
});
