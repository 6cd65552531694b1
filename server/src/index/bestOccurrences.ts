/** The occurrences of a wording in the best documents, however often it occurs. */
import type { Corpus, Occurrence } from './corpus';
import type { IndexedDocument } from './segment';
import type { SuffixRange } from './suffixArray';
import { byWorth } from './worth';

/** Where a wording stands: suffixes of one part of a corpus that begin with the same `depth` key units. */
export interface WordingRange {
  /** Index in `corpus.parts`. */
  readonly part: number;
  readonly range: SuffixRange;
  readonly depth: number;
}

/** More occurrences are not all looked at: the best documents hold enough of them. */
const ENUMERATED = 50_000;

interface Ranking {
  /** The sources in force, best first. */
  readonly documents: readonly IndexedDocument[];
  /** For each part and each of its documents the place in `documents`; −1 for what is hidden or a sample. */
  readonly ranks: readonly Int32Array[];
}

const rankings = new WeakMap<Corpus, Ranking>();

/** The sources in force, best first (see {@link byWorth}). Sorted once for a corpus. */
export function rankedSources(corpus: Corpus): readonly IndexedDocument[] {
  return ranking(corpus).documents;
}

/** How often a wording occurs, hidden documents and samples included. */
export function occurrenceCount(ranges: readonly WordingRange[]): number {
  return ranges.reduce((sum, { range }) => sum + range.high - range.low, 0);
}

/**
 * Occurrences in sources, the best document first and in the order of its text, at most `most` in all and `each` of a
 * document. O(occurrences), and where there are very many O(text of the documents that give `most`).
 */
export function bestOccurrences(
  corpus: Corpus,
  ranges: readonly WordingRange[],
  most: number,
  each: number,
): Occurrence[] {
  if (occurrenceCount(ranges) > ENUMERATED) return scanned(corpus, ranges, most, each);
  const { documents, ranks } = ranking(corpus);
  const places: number[] = [];
  /** Of the places of wordings longer than the first: marks stand between their letters. */
  const depths = new Map<number, number>();
  const plain = ranges[0]?.depth ?? 0;
  for (const { part, range, depth } of ranges) {
    const { segment } = corpus.parts[part]!;
    for (let rank = range.low; rank < range.high; rank++) {
      const start = segment.suffixes.suffixes[rank]!;
      const worth = ranks[part]![segment.documentIndexAt(start)] ?? -1;
      if (worth < 0) continue;
      const place = worth * PLACES + start;
      places.push(place);
      if (depth !== plain) depths.set(place, depth);
    }
  }
  const found: Occurrence[] = [];
  let last = -1;
  let taken = 0;
  for (const place of Float64Array.from(places).sort()) {
    const worth = Math.floor(place / PLACES);
    taken = worth === last ? taken + 1 : 1;
    last = worth;
    if (taken > each) continue;
    const start = place - worth * PLACES;
    found.push({ document: documents[worth]!, start, end: start + (depths.get(place) ?? plain) });
    if (found.length === most) break;
  }
  return found;
}

/** Places in a segment are below this. */
const PLACES = 2 ** 32;

function scanned(corpus: Corpus, ranges: readonly WordingRange[], most: number, each: number): Occurrence[] {
  const widest = ranges.reduce((a, b) => (b.range.high - b.range.low > a.range.high - a.range.low ? b : a));
  const { segment } = corpus.parts[widest.part]!;
  const at = segment.suffixes.suffixes[widest.range.low]!;
  const key = segment.keyText({ start: at, end: at + widest.depth });
  const found: Occurrence[] = [];
  for (const document of rankedSources(corpus)) {
    let start = document.keySpan.start - 1;
    for (let taken = 0; taken < each && found.length < most; taken++) {
      start = document.segment.keyIndexOf(key, { start: start + 1, end: document.keySpan.end });
      if (start < 0) break;
      found.push({ document, start, end: start + key.length });
    }
    if (found.length === most) break;
  }
  return found;
}

function ranking(corpus: Corpus): Ranking {
  const known = rankings.get(corpus);
  if (known) return known;
  const documents = [...corpus.sources].sort(byWorth);
  const places = new Map(documents.map((document, place) => [document, place]));
  const ranks = corpus.parts.map(({ segment }) => Int32Array.from(segment.documents, (each) => places.get(each) ?? -1));
  const made = { documents, ranks };
  rankings.set(corpus, made);
  return made;
}
