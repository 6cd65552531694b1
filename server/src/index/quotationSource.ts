/** Finds where a quotation comes from: the passage that holds its words, exactly or but for a few characters. */
import type { Span } from '../text/span';
import { bestMatch, differences } from './alignment';
import type { WordingRange } from './bestOccurrences';
import type { Corpus, CorpusPart, Passage } from './corpus';
import { type LetterText, letterText, letterTextOfKey } from './letterText';
import type { IndexedDocument } from './segment';
import type { SuffixRange } from './suffixArray';

/** A stretch of wording in which quotation and source differ. One side may be empty: missing or added words. */
export interface WordingDifference {
  /** In the quotation as given, UTF-16 code units; empty where words are missing: the place they belong. */
  readonly quoted: Span;
  /** In the clean text of the source document; empty where words were added. */
  readonly source: Span;
}

export interface QuotationSource {
  readonly passage: Passage;
  /** Letters (Han characters, letters, digits) that differ; 0: the words are the source's. */
  readonly distance: number;
  /** Letters of the quotation. */
  readonly length: number;
  readonly differences: readonly WordingDifference[];
}

export interface QuotationSearch {
  /** Edits allowed; more is no source. */
  readonly maxDistance: number;
  /** A document that is no source of the quotation: the draft itself. */
  readonly exceptPath?: string;
}

/** Marks that may stand in a source where a quotation has others or none, by how often they do. */
const SKIPPED = [...'，、。“”；：《》\n（）？！‘’—…·-〔〕~ /.+=＝'].map((mark) => mark.charCodeAt(0));
const LONGEST_SKIP = 8;
const MOST_STATES = 64;
/** A seed grows until at most this many places hold it. */
const SEED_LIMIT = 200;
/** Places of one quotation and source lie within this many key units of one diagonal: marks differ, letters are missing. */
const BAND = 16;
const MOST_CANDIDATES = 12;
/** Longer quotations are not compared: nobody quotes a chapter. In letters. */
const LONGEST_QUOTATION = 3000;

/**
 * The passages that hold exactly the letters of `text`, whatever the punctuation between them, at most `limit`;
 * samples and hidden documents are left out. Complete for up to {@link LONGEST_SKIP} marks in a row: what it does not
 * find no source holds. O(|text| log n) in practice.
 */
export function exactSources(corpus: Corpus, text: string, limit: number, exceptPath?: string): Passage[] {
  const { letters } = letterText(text);
  const found: Passage[] = [];
  for (const part of corpus.parts) {
    for (const { range, depth } of lettersIn(part, letters)) {
      for (let rank = range.low; rank < range.high && found.length < limit; rank++) {
        const start = part.segment.suffixes.suffixes[rank]!;
        const document = sourceAt(part, start, exceptPath);
        if (document) found.push(corpus.passage({ document, start, end: start + depth }));
      }
    }
  }
  return found;
}

/**
 * The source closest to the words of `text` by letters, undefined where every passage differs in more than
 * `maxDistance` of them. Of equally close sources the earliest dated: it is the original. Seeds of variable length
 * vote for diagonals, the best are verified bit-parallel. O(|text| × ({@link SEED_LIMIT} + log n)).
 */
export function quotationSource(corpus: Corpus, text: string, search: QuotationSearch): QuotationSource | undefined {
  const quoted = letterText(text);
  if (quoted.letters.length === 0 || quoted.letters.length > LONGEST_QUOTATION) return undefined;
  const exact = earliest(exactSources(corpus, text, 50, search.exceptPath));
  if (exact) return { passage: exact, distance: 0, length: quoted.letters.length, differences: [] };
  const closest = closestSources(corpus, quoted, text, search)[0];
  return closest && describe(quoted, closest);
}

/**
 * Where the corpus holds exactly `letters`, with whatever marks between them (at most {@link LONGEST_SKIP} in a row);
 * hidden documents and samples included. O(|letters| log n) in practice.
 */
export function wordingRanges(corpus: Corpus, letters: string): WordingRange[] {
  return corpus.parts.flatMap((part, index) =>
    lettersIn(part, letters).map(({ range, depth }) => ({ part: index, range, depth })),
  );
}

interface Candidate {
  readonly document: IndexedDocument;
  /** The letters of the neighbourhood, with their offsets in the segment's keys. */
  readonly around: LetterText;
  readonly match: Span & { readonly distance: number };
}

/** The verified candidates with the least distance, the earliest document first. */
function closestSources(corpus: Corpus, quoted: LetterText, text: string, search: QuotationSearch): Candidate[] {
  let best: Candidate[] = [];
  let allowed = search.maxDistance;
  for (const part of corpus.parts) {
    for (const start of likelyStarts(part, quoted, text, search.exceptPath)) {
      const document = sourceAt(part, start.at, search.exceptPath);
      if (!document) continue;
      const slack = BAND + allowed + (quoted.letters.length >>> 2);
      const { keySpan } = document;
      const from = Math.max(keySpan.start, start.from - slack);
      const to = Math.min(keySpan.end, start.from + BAND + text.length + slack);
      const around = letterTextOfKey(part.segment.sections.key, from, to);
      const match = bestMatch(quoted.letters, around.letters, allowed);
      if (!match) continue;
      if (match.distance < allowed) best = [];
      allowed = match.distance;
      best.push({ document, around, match });
    }
  }
  best = best.filter(({ match }) => match.distance === allowed);
  return best.sort((a, b) => byDate(a.document, b.document));
}

/** Key offsets near which the quotation may begin in a part, the best supported first. */
function likelyStarts(
  part: CorpusPart,
  quoted: LetterText,
  text: string,
  exceptPath: string | undefined,
): { from: number; at: number }[] {
  const { suffixes } = part.segment;
  const votes = new Map<number, { count: number; at: number }>();
  const { letters, at } = quoted;
  for (let i = 0; i + 1 < letters.length; i++) {
    let range: SuffixRange = suffixes.whole;
    let depth = 0;
    while (i + depth < letters.length && (depth < 2 || range.high - range.low > SEED_LIMIT)) {
      if (depth > 0 && hasMark(text, at, i + depth)) break;
      range = suffixes.refine(range, depth, letters.charCodeAt(i + depth));
      depth++;
    }
    if (depth < 2 || range.high - range.low > SEED_LIMIT) continue;
    for (let rank = range.low; rank < range.high; rank++) {
      const place = suffixes.suffixes[rank]!;
      const band = Math.floor((place - at[i]!) / BAND);
      const vote = votes.get(band);
      if (vote) vote.count += depth;
      else votes.set(band, { count: depth, at: place });
    }
  }
  const scored = [...votes].map(([band, { count, at: place }]) => ({
    from: band * BAND,
    at: place,
    score: count + 0.5 * ((votes.get(band - 1)?.count ?? 0) + (votes.get(band + 1)?.count ?? 0)),
  }));
  scored.sort((a, b) => b.score - a.score);
  return scored.filter((start) => sourceAt(part, start.at, exceptPath) !== undefined).slice(0, MOST_CANDIDATES);
}

/** Whether something that leaves a trace in a key stands between a letter of the quotation and the one before. */
function hasMark(text: string, at: Int32Array, letter: number): boolean {
  for (let i = at[letter - 1]! + 1; i < at[letter]!; i++)
    if (text.charCodeAt(i) > 0x20 && text[i] !== '　') return true;
  return false;
}

function sourceAt(
  { segment, hidden }: CorpusPart,
  keyOffset: number,
  exceptPath?: string,
): IndexedDocument | undefined {
  const index = segment.documentIndexAt(keyOffset);
  const document = segment.documents[index];
  if (!document || hidden.has(index) || document.isSample || document.path === exceptPath) return undefined;
  return document;
}

interface State {
  readonly range: SuffixRange;
  /** Key units matched, marks included. */
  readonly depth: number;
}

/** The suffixes that begin with the letters, with any marks between them. */
function lettersIn({ segment }: CorpusPart, letters: string): State[] {
  const { suffixes } = segment;
  let states: State[] = [{ range: suffixes.whole, depth: 0 }];
  for (let i = 0; i < letters.length && states.length > 0; i++) {
    const unit = letters.charCodeAt(i);
    const next: State[] = [];
    const advance = ({ range, depth }: State, skipped: number): void => {
      const refined = suffixes.refine(range, depth, unit);
      if (refined.low < refined.high) next.push({ range: refined, depth: depth + 1 });
      if (i === 0 || skipped === LONGEST_SKIP || range.high - range.low === refined.high - refined.low) return;
      for (const mark of SKIPPED) {
        const past = suffixes.refine(range, depth, mark);
        if (past.low < past.high) advance({ range: past, depth: depth + 1 }, skipped + 1);
      }
    };
    for (const state of states) advance(state, 0);
    states = next.length > MOST_STATES ? next.sort(byBreadth).slice(0, MOST_STATES) : next;
  }
  return letters === '' ? [] : states;
}

function byBreadth(a: State, b: State): number {
  return b.range.high - b.range.low - (a.range.high - a.range.low);
}

/**
 * A match with both letters of a pair that changed places at an end of the quotation. The closest wording leaves one of
 * them out, since that is one edit and not two: to 现代化国强 it finds 现代化强, though 现代化强国 stands there.
 */
function withSwappedEnds(quoted: string, source: string, { start, end }: Span): Span {
  const [first, second] = quoted;
  const [last, secondToLast] = [quoted.at(-1), quoted.at(-2)];
  const atStart = source[start] === first && source[start - 1] === second && source[start + 1] !== second;
  const atEnd = source[end - 1] === last && source[end] === secondToLast && source[end - 2] !== secondToLast;
  return {
    start: atStart && first !== second ? start - 1 : start,
    end: atEnd && last !== secondToLast ? end + 1 : end,
  };
}

function describe(quoted: LetterText, { document, around, match: closest }: Candidate): QuotationSource {
  const match = { ...closest, ...withSwappedEnds(quoted.letters, around.letters, closest) };
  const words = around.letters.slice(match.start, match.end);
  const cleanAt = (letter: number): number =>
    document.keyMap.toOrigin(around.at[match.start + letter]! - document.keySpan.start);
  const found = differences(quoted.letters, words).map(({ left, right }) => ({
    quoted: placeOf(left, (letter) => quoted.at[letter]!, quoted.letters.length),
    source: placeOf(right, cleanAt, words.length),
  }));
  return {
    passage: { document, start: cleanAt(0), end: cleanAt(words.length - 1) + 1 },
    distance: match.distance,
    length: quoted.letters.length,
    differences: found,
  };

  function placeOf(letters: Span, offsetOf: (letter: number) => number, count: number): Span {
    if (letters.start < letters.end) return { start: offsetOf(letters.start), end: offsetOf(letters.end - 1) + 1 };
    if (letters.start > 0) {
      const end = offsetOf(letters.start - 1) + 1;
      return { start: end, end };
    }
    const start = count === 0 ? 0 : offsetOf(0);
    return { start, end: start };
  }
}

function earliest(passages: readonly Passage[]): Passage | undefined {
  return [...passages].sort((a, b) => byDate(a.document, b.document))[0];
}

/** Undated documents come last. */
function byDate(a: IndexedDocument, b: IndexedDocument): number {
  return (a.date ?? '9').localeCompare(b.date ?? '9') || a.path.localeCompare(b.path);
}
