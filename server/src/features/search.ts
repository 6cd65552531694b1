/** Finds passages of the sources: the exact words first, then what is near them but for wrong, missing or moved words. */
import type { Snapshot } from '../analysis/snapshot';
import { bestMatch } from '../index/alignment';
import { bestOccurrences, rankedSources } from '../index/bestOccurrences';
import type { Corpus, Passage } from '../index/corpus';
import { letterText } from '../index/letterText';
import { type PiecesPlace, placesOfPieces } from '../index/pieces';
import { wordingRanges } from '../index/quotationSource';
import type { IndexedDocument } from '../index/segment';
import { wordingsWithOneSlip } from '../index/slips';
import { areEditions } from '../index/works';
import { byWorth } from '../index/worth';
import { sentences } from '../text/sentences';
import { type Span, spanAt } from '../text/span';

export interface SearchOptions {
  readonly limit: number;
  /** Also passages that hold the words with slips or only parts of them. */
  readonly fuzzy: boolean;
}

export interface SearchResult extends Passage {
  /** The clean text of the passage: the sentence that holds the words. */
  readonly text: string;
  /** 1 for the exact words, below that how much of them the passage has. */
  readonly score: number;
}

/** Letters of a query that are looked for; nobody remembers more. */
const LONGEST_QUERY = 200;
/** Passages of one document that come before those of the next. */
const EACH_DOCUMENT = 3;
/** Wordings one slip away, and passages that hold pieces, that are compared with the query. */
const MOST_SLIPPED = 12;
const MOST_COMPARED = 80;
const LEAST_WORDINGS = 4;
const LEAST_SCORE = 0.65;
/** For each letter asked. */
const LEAST_FALL = 0.015;
const LEAST_OF_LONG = 0.4;
/** Words out of order are a little further away than words with slips. */
const OUT_OF_ORDER = 0.95;
/** No near passage reaches the exact one. */
const NEAR = 0.99;
/** A title is meant by its name, or most of it. */
const TITLE_SHARE = 0.6;
const MOST_TITLED = 5;

/**
 * The passages for a query, best first: by match, then by the worth of the document (year, level, kind). The same
 * passage in another edition of a work is left out, and so are examples. Spaces separate words that may stand apart.
 */
export function searchPassages({ corpus }: Snapshot, query: string, { limit, fuzzy }: SearchOptions): SearchResult[] {
  const { letters } = letterText(query);
  const wanted = letters.slice(0, LONGEST_QUERY);
  if (wanted === '') return [];
  const found = new Findings(limit);
  for (const document of titled(corpus, wanted))
    found.add({ ...passageOf(document, headOf(corpus, document)), score: 1 });
  const exact = wordingRanges(corpus, wanted);
  for (const each of [EACH_DOCUMENT, limit]) {
    if (found.isFull) break;
    const occurrences = bestOccurrences(corpus, exact, limit * EACH_DOCUMENT, each);
    for (const occurrence of occurrences) found.add({ ...sentenceOf(corpus, corpus.passage(occurrence)), score: 1 });
  }
  if (found.isEmpty || (fuzzy && !found.isFull)) {
    for (const near of nearPassages(corpus, wordsOf(query), wanted, limit)) found.add(near);
  }
  return found.list;
}

/** What was found, in the order it came, without what says the same. */
class Findings {
  readonly list: SearchResult[] = [];
  readonly #places = new Set<string>();
  readonly #byLetters = new Map<string, IndexedDocument[]>();

  constructor(readonly limit: number) {}

  get isEmpty(): boolean {
    return this.list.length === 0;
  }

  get isFull(): boolean {
    return this.list.length >= this.limit;
  }

  add(result: SearchResult): void {
    const { document, start, text } = result;
    const place = `${document.path}\u0000${start}`;
    if (this.isFull || this.#places.has(place)) return;
    this.#places.add(place);
    const { letters } = letterText(text);
    const others = this.#byLetters.get(letters) ?? [];
    if (others.some((other) => other !== document && areEditions(other, document))) return;
    this.#byLetters.set(letters, [...others, document]);
    this.list.push(result);
  }
}

/** The passages that come near the words, the nearest first. */
function nearPassages(corpus: Corpus, words: readonly string[], letters: string, limit: number): SearchResult[] {
  const measure = new Nearness(corpus, words, letters);
  const found: SearchResult[] = [];
  // Several wordings may be meant: none may fill the list alone.
  const most = Math.max(EACH_DOCUMENT, Math.ceil(limit / LEAST_WORDINGS));
  for (const { ranges } of wordingsWithOneSlip(corpus, letters).slice(0, MOST_SLIPPED)) {
    for (const occurrence of bestOccurrences(corpus, ranges, most, EACH_DOCUMENT)) {
      const passage = sentenceOf(corpus, corpus.passage(occurrence));
      found.push({ ...passage, score: measure.of(passage.text) });
    }
  }
  for (const place of placesOfPieces(corpus, words, MOST_COMPARED))
    found.push(...nearSentences(corpus, place, measure));
  return found.sort((a, b) => b.score - a.score || byWorth(a.document, b.document) || a.start - b.start);
}

/** The sentences that reach into a stretch of key and come near enough. */
function nearSentences(corpus: Corpus, { document, ...stretch }: PiecesPlace, measure: Nearness): SearchResult[] {
  const { start: from, end: to } = document.cleanSpan(stretch);
  const found: SearchResult[] = [];
  for (let at = from; at < to; ) {
    const paragraph = corpus.paragraphAround(document, at);
    const text = document.cleanText(paragraph.start, paragraph.end);
    for (const sentence of sentences(text, { start: 0, end: text.length })) {
      const [start, end] = [paragraph.start + sentence.start, paragraph.start + sentence.end];
      if (end <= from || start >= to) continue;
      const words = text.slice(sentence.start, sentence.end);
      const score = measure.of(words);
      if (score >= measure.least) found.push({ document, start, end, text: words, score });
    }
    at = Math.max(paragraph.end, at) + 1;
  }
  return found;
}

/** How near a text comes to the words: by the slips in its best place, or by the pieces of the words it holds. */
class Nearness {
  readonly #pieces: readonly { readonly key: string; readonly weight: number }[];
  readonly #whole: number;
  /** What has less of the words is about something else; the more words, the less of them is chance. */
  readonly least: number;

  constructor(
    corpus: Corpus,
    words: readonly string[],
    readonly letters: string,
  ) {
    const keys = new Set(words.flatMap(bigrams));
    this.#pieces = [...keys].map((key) => {
      const count = corpus.find(key).reduce((sum, range) => sum + range.high - range.low, 0);
      // What occurs nowhere is a slip: it says less than a rare piece.
      return { key, weight: 1 / Math.log2(4 + (count === 0 ? 1000 : count)) };
    });
    this.#whole = this.#pieces.reduce((sum, { weight }) => sum + weight, 0);
    this.least = Math.max(LEAST_SCORE - LEAST_FALL * letters.length, LEAST_OF_LONG);
  }

  of(text: string): number {
    const { letters } = letterText(text);
    const held = this.#pieces.reduce((sum, { key, weight }) => (letters.includes(key) ? sum + weight : sum), 0);
    const match = bestMatch(this.letters, letters, Math.floor(this.letters.length / 2));
    const alike = match ? 1 - match.distance / this.letters.length : 0;
    return NEAR * Math.max(alike, OUT_OF_ORDER * (held / this.#whole));
  }
}

function bigrams(word: string): string[] {
  return word.length < 2 ? [word] : Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2));
}

/** The letters between spaces and marks. */
function wordsOf(query: string): string[] {
  const words: string[] = [];
  const { letters, at } = letterText(query);
  for (let i = 0; i < Math.min(letters.length, LONGEST_QUERY); i++) {
    if (i === 0 || at[i] !== at[i - 1]! + 1) words.push('');
    words[words.length - 1] += letters[i]!;
  }
  return words;
}

const titles = new WeakMap<Corpus, readonly (readonly [string, IndexedDocument])[]>();

/** The documents whose title the words are, or most of it, the best first. */
function titled(corpus: Corpus, letters: string): IndexedDocument[] {
  const known =
    titles.get(corpus) ??
    rankedSources(corpus).map((document): [string, IndexedDocument] => [letterText(document.title).letters, document]);
  titles.set(corpus, known);
  return known
    .filter(([title]) => letters.length >= title.length * TITLE_SHARE && title.includes(letters))
    .slice(0, MOST_TITLED)
    .map(([, document]) => document);
}

/** The first line of a document. */
function headOf(corpus: Corpus, document: IndexedDocument): Span {
  return corpus.paragraphAround(document, 0);
}

/** The sentence (or sentences) of clean text around a passage. */
function sentenceOf(corpus: Corpus, passage: Passage): Passage & { text: string } {
  const { document } = passage;
  const paragraph = corpus.paragraphAround(document, passage.start);
  const text = document.cleanText(paragraph.start, Math.max(paragraph.end, passage.end));
  const spans = sentences(text, { start: 0, end: text.length });
  const first = spanAt(spans, passage.start - paragraph.start);
  const last = spanAt(spans, Math.max(0, passage.end - paragraph.start - 1));
  const start = first?.start ?? passage.start - paragraph.start;
  const end = Math.max(last?.end ?? 0, passage.end - paragraph.start);
  return passageOf(document, { start: paragraph.start + start, end: paragraph.start + end });
}

function passageOf(document: IndexedDocument, { start, end }: Span): Passage & { text: string } {
  return { document, start, end, text: document.cleanText(start, end) };
}
