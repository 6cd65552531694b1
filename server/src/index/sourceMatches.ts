/** The maximal exact matches of a text with the documents of a corpus part, grown from rare seeds. */
import type { CorpusPart } from './corpus';
import { isLetter } from './letterText';

/** Equal key units: `start` to `end` in the text, from `source` on in the segment's keys. */
export interface SourceMatch {
  readonly start: number;
  readonly end: number;
  readonly source: number;
}

const SEED_LENGTH = 4;
/** A seed of a corpus of {@link REFERENCE_LENGTH} key units counts while at most this many places hold it. */
const SEED_LIMIT = 64;
const REFERENCE_LENGTH = 2_000_000;
/** Seeds × places looked at for one text: long texts must do with rarer seeds. */
const MOST_PLACES = 3_000_000;
const PRUNE_ABOVE = 100_000;

/**
 * The matches by index of the document, each list ascending by the seed it grew from. A match holds at least one seed
 * of four key units that the part holds at no more places than a limit that grows with the square root of its length
 * and falls with the length of the text, so that time stays bounded. Closed units of the text match nothing.
 */
export function matchesInPart(
  { segment, hidden }: CorpusPart,
  units: Uint16Array,
  open: Uint8Array,
  exceptPath: string | undefined,
): Map<number, SourceMatch[]> {
  const { suffixes } = segment;
  const source = segment.sections.key;
  const limit = seedLimit(source.length, units.length);
  const skipped = new Set(hidden);
  segment.documents.forEach((document, i) => {
    if (document.isSample || document.path === exceptPath) skipped.add(i);
  });
  const found = new Map<number, SourceMatch[]>();
  /** Where the match on each diagonal (source − text) ends. */
  const ends = new Map<number, number>();
  for (let i = 0; i + SEED_LENGTH <= units.length; i++) {
    if (!isSeed(units, open, i)) continue;
    let range = suffixes.whole;
    for (let depth = 0; depth < SEED_LENGTH && range.low < range.high; depth++) {
      range = suffixes.refine(range, depth, units[i + depth]!);
    }
    if (range.high - range.low > limit) continue;
    if (ends.size > PRUNE_ABOVE) for (const [diagonal, end] of ends) if (end <= i) ends.delete(diagonal);
    for (let rank = range.low; rank < range.high; rank++) {
      const place = suffixes.suffixes[rank]!;
      if ((ends.get(place - i) ?? 0) > i) continue;
      const index = segment.documentIndexAt(place);
      if (skipped.has(index)) continue;
      let end = i + SEED_LENGTH;
      while (end < units.length && open[end] === 1 && units[end] === source[place + end - i]) end++;
      let start = i;
      while (start > 0 && open[start - 1] === 1 && units[start - 1] === source[place + start - 1 - i]) start--;
      ends.set(place - i, end);
      const match = { start, end, source: place + start - i };
      const matches = found.get(index);
      if (matches) matches.push(match);
      else found.set(index, [match]);
    }
  }
  return found;
}

function seedLimit(corpusLength: number, textLength: number): number {
  const grown = SEED_LIMIT * Math.sqrt(Math.max(1, corpusLength / REFERENCE_LENGTH));
  return Math.max(2, Math.floor(Math.min(grown, MOST_PLACES / Math.max(1, textLength))));
}

/** Open units, mostly letters: a seed of marks says nothing. */
function isSeed(units: Uint16Array, open: Uint8Array, at: number): boolean {
  let letters = 0;
  for (let i = at; i < at + SEED_LENGTH; i++) {
    if (open[i] === 0) return false;
    if (isLetter(units[i]!)) letters++;
  }
  return letters >= SEED_LENGTH - 1;
}
