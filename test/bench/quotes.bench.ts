/**
 * Measures `quote.mismatch` on quotations of real documents: false alarms on genuine ones, with their source in the
 * corpus and without it, and how many of those with one to three slips are found, by length. Beside them, clauses of
 * newscasts that the corpus does not hold, as if they were quoted: nothing is wrong with them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quotedSpeech } from '../../server/src/checks/quote/quotedSpeech';
import { quoteMismatch } from '../../server/src/checks/quote/quoteMismatch';
import { cleanText } from '../../server/src/corpus/clean/cleanText';
import { parseDraft } from '../../server/src/draft/parseDraft';
import type { Corpus } from '../../server/src/index/corpus';
import { letterText } from '../../server/src/index/letterText';
import { exactSources } from '../../server/src/index/quotationSource';
import { emptyKnowledgeData, Knowledge } from '../../server/src/knowledge/knowledge';
import { runChecks } from '../support/checkDraft';
import { corpusOf } from '../support/corpus';
import { type Random, randomNumbers } from '../support/plantedPassages';
import { hasRealDocuments, realDocuments } from '../support/realDocuments';
import { largeCorpus } from './largeCorpus';

const LENGTHS = [
  [8, 12],
  [13, 20],
  [21, 40],
  [41, 80],
] as const;
const knowledge = new Knowledge(emptyKnowledgeData);

/** The quotations that another document of the corpus holds, and how many of the rest are flagged. */
function measureGenuine(corpus: Corpus, files: Readonly<Record<string, string>>): string[] {
  const held: string[] = [];
  let others = 0;
  let flagged = 0;
  for (const [path, text] of Object.entries(files)) {
    const pieces = quotedSpeech(parseDraft('file:///draft.md', text)).flatMap((speech) => speech.pieces);
    for (const words of pieces.map(({ start, end }) => text.slice(start, end))) {
      if (exactSources(corpus, words, 1, path).length > 0) held.push(words);
      else others++;
    }
    flagged += runChecks([quoteMismatch], text, '2026-11-22', knowledge, { corpus, path }).length;
  }
  const wrong = held.filter((words) => isFlagged(corpus, words)).length;
  console.log(`genuine, source in the corpus: ${wrong} of ${held.length} flagged`);
  console.log(`genuine, source missing: ${flagged} of ${others} flagged`);
  return held;
}

function measureSlips(corpus: Corpus, quotations: readonly string[]): void {
  const random = randomNumbers(3);
  for (const [shortest, longest] of LENGTHS) {
    const own = quotations.filter((words) => {
      const { length } = letterText(words).letters;
      return length >= shortest && length <= longest && /^[^\d]*$/.test(words);
    });
    const rates = [1, 2, 3].map((slips) => {
      const wrong = own
        .map((words) => withSlips(words, slips, random))
        .filter((words) => exactSources(corpus, words, 1).length === 0);
      const started = performance.now();
      const found = wrong.filter((words) => isFlagged(corpus, words)).length;
      const each = (performance.now() - started) / Math.max(1, wrong.length);
      return `${slips}: ${found}/${wrong.length} (${each.toFixed(1)} ms)`;
    });
    console.log(`${shortest}–${longest} letters, found by slips ${rates.join(', ')}`);
  }
}

const EACH = 1000;

function measureUnknown(corpus: Corpus): void {
  const folder = largeCorpus()?.map((root) => join(root, 'xwlb'))[0];
  if (folder === undefined) return;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  const clauses = names.sort().flatMap((name, i) => {
    if (i % 4 !== 0) return [];
    const { text } = cleanText(readFileSync(join(folder, name), 'utf8'), { format: 'markdown' });
    return text.match(/(?<=[。，；：\n])[\u4e00-\u9fff、，；]{8,100}(?=[。；\n])/g) ?? [];
  });
  const all = [...new Set(clauses)];
  for (const [shortest, longest] of LENGTHS) {
    const random = randomNumbers(5);
    const own = all.filter((words) => {
      const { length } = letterText(words).letters;
      return length >= shortest && length <= longest;
    });
    const drawn = new Set<string>();
    for (let tries = 0; drawn.size < EACH && tries < 3 * EACH; tries++) {
      const words = own[random(own.length)]!;
      if (exactSources(corpus, words, 1).length === 0) drawn.add(words);
    }
    const flagged = [...drawn].filter((words) => isFlagged(corpus, words)).length;
    console.log(`${shortest}–${longest} letters, not in the corpus: ${flagged} of ${drawn.size} flagged`);
  }
}

function isFlagged(corpus: Corpus, words: string): boolean {
  return runChecks([quoteMismatch], `会议指出：“${words}”`, '2026-11-22', knowledge, { corpus }).length > 0;
}

/** Characters replaced, left out or put in, but not at the ends. */
function withSlips(words: string, slips: number, random: Random): string {
  const units = [...words];
  const fillers = [...new Set(words)].filter((unit) => /[一-鿿]/.test(unit));
  for (let i = 0; i < slips; i++) {
    const at = 2 + random(units.length - 4);
    const filler = fillers[random(fillers.length)]!;
    const kind = random(3);
    units.splice(at, kind === 1 ? 0 : 1, ...(kind === 0 ? [] : [filler]));
  }
  return units.join('');
}

if (hasRealDocuments) {
  const { files, infos } = realDocuments('core');
  const corpus = corpusOf(files, infos);
  console.log(`${corpus.documents.length} documents, ${corpus.characters} characters`);
  measureSlips(corpus, measureGenuine(corpus, files));
  measureUnknown(corpus);
} else {
  console.log('skipped: the real documents (../shared/corpus) are missing');
}
