/** Finds the neighbourhoods of the sources that hold many pieces of some words, in whatever order. */

import type { Span } from '../text/span';
import { rankedSources } from './bestOccurrences';
import type { Corpus } from './corpus';
import type { IndexedDocument } from './segment';
import type { SuffixRange } from './suffixArray';

/** A stretch of a document's key that holds pieces; `start` and `end` are key offsets in the document's segment. */
export interface PiecesPlace extends Span {
  readonly document: IndexedDocument;
}

/** A piece grows until the corpus holds it at no more places than this. */
const RARE = 1000;
const SHORTEST = 2;
/** Places looked at for one query, the rarest pieces first. */
const MOST_PLACES = 40_000;
/** Key units in which pieces are counted together, half a long sentence; neighbours count too. */
const STRETCH = 64;
/** Key units read for words that are all frequent. */
const MOST_READ = 2_000_000;

interface Piece {
  readonly key: string;
  /** Which letter of the words it begins with: pieces of one letter on are one vote. */
  readonly from: number;
  readonly ranges: readonly SuffixRange[];
  readonly count: number;
}

/**
 * Stretches in which the words have pieces of two letters or more, those with the most and rarest first, at most
 * `most`; samples and hidden documents are left out. Words that are frequent down to their last letter are looked for
 * in the best documents only, where nothing rarer is asked for. O(letters × log n + {@link MOST_PLACES}).
 */
export function placesOfPieces(corpus: Corpus, words: readonly string[], most: number): PiecesPlace[] {
  const pieces = words.flatMap((word, i) => piecesOf(corpus, word, i << 16));
  const rare = pieces.filter(({ count }) => count <= RARE).sort((a, b) => a.count - b.count);
  if (rare.length === 0) return placesOfFrequent(corpus, pieces, most);
  const votes = new Map<number, { weight: number; last: number }>();
  let left = MOST_PLACES;
  for (const { key, from, ranges, count } of rare) {
    if (left < count) break;
    left -= count;
    const weight = key.length / Math.log2(2 + count);
    ranges.forEach((range, part) => {
      const { suffixes } = corpus.parts[part]!.segment;
      for (let rank = range.low; rank < range.high; rank++) {
        const stretch = part * STRETCHES + Math.floor(suffixes.suffixes[rank]! / STRETCH);
        const vote = votes.get(stretch);
        if (!vote) votes.set(stretch, { weight, last: from });
        else if (vote.last !== from) {
          vote.weight += weight;
          vote.last = from;
        }
      }
    });
  }
  const weightAt = (stretch: number) => votes.get(stretch)?.weight ?? 0;
  return [...votes]
    .map(([stretch, { weight }]) => ({
      stretch,
      weight: weight + Math.max(weightAt(stretch - 1), weightAt(stretch + 1)),
    }))
    .sort((a, b) => b.weight - a.weight || a.stretch - b.stretch)
    .slice(0, most * 2)
    .flatMap(({ stretch }) => placesIn(corpus, Math.floor(stretch / STRETCHES), (stretch % STRETCHES) * STRETCH))
    .slice(0, most);
}

/** Stretches of a part are below this. */
const STRETCHES = 2 ** 31;

/** The stretch from `start` on, in the documents it lies in: short ones may share it. */
function placesIn(corpus: Corpus, part: number, start: number): PiecesPlace[] {
  const { segment, hidden } = corpus.parts[part]!;
  const places: PiecesPlace[] = [];
  for (let index = segment.documentIndexAt(start); index < segment.documents.length; index++) {
    const document = segment.documents[index]!;
    const { keySpan } = document;
    if (keySpan.start >= start + STRETCH) break;
    if (document.isSample || hidden.has(index)) continue;
    places.push({ document, start: Math.max(keySpan.start, start), end: Math.min(keySpan.end, start + STRETCH) });
  }
  return places.filter((place) => place.start < place.end);
}

/** From each letter of a word on the shortest piece that is rare, or the longest there is; none inside the one before. */
function piecesOf(corpus: Corpus, word: string, first: number): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (let i = 0; i + Math.min(SHORTEST, word.length) <= word.length; i++) {
    let ranges: SuffixRange[] = corpus.parts.map(({ segment }) => segment.suffixes.whole);
    let count = Number.POSITIVE_INFINITY;
    let depth = 0;
    while (i + depth < word.length && (depth < SHORTEST || count > RARE)) {
      const unit = word.charCodeAt(i + depth);
      const refined = ranges.map((range, part) => corpus.parts[part]!.segment.suffixes.refine(range, depth, unit));
      const fewer = refined.reduce((sum, { low, high }) => sum + high - low, 0);
      if (fewer === 0) break;
      ranges = refined;
      count = fewer;
      depth++;
    }
    if (depth < Math.min(SHORTEST, word.length) || (count > RARE && i + depth <= end)) continue;
    end = i + depth;
    pieces.push({ key: word.slice(i, end), from: first + i, ranges, count });
  }
  return pieces;
}

/** Reads the best documents for the rarest of frequent pieces. */
function placesOfFrequent(corpus: Corpus, pieces: readonly Piece[], most: number): PiecesPlace[] {
  const rarest = pieces.reduce<Piece | undefined>((a, b) => (a && a.count <= b.count ? a : b), undefined);
  if (!rarest) return [];
  const others = pieces.filter((piece) => piece !== rarest);
  const found: (PiecesPlace & { readonly with: number })[] = [];
  let read = 0;
  for (const document of rankedSources(corpus)) {
    const { start, end } = document.keySpan;
    if (read > MOST_READ || found.length >= most * 10) break;
    read += end - start;
    for (let at = start; ; at++) {
      at = document.segment.keyIndexOf(rarest.key, { start: at, end });
      if (at < 0) break;
      const stretch = { start: Math.max(start, at - STRETCH), end: Math.min(end, at + STRETCH) };
      const text = document.segment.keyText(stretch);
      found.push({ document, ...stretch, with: others.filter(({ key }) => text.includes(key)).length });
    }
  }
  return found.sort((a, b) => b.with - a.with).slice(0, most);
}
