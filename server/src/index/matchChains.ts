/** Groups the matches of a text with one document, and finds what a group holds of it. */
import type { Span } from '../text/span';
import { isLetter } from './letterText';
import type { MatchTable, SourceMatch } from './sourceMatches';

/** Matches of one passage lie at most this far apart: in letters of the text, and in key units of the source. */
export const WIDEST_GAP = 30;
export const WIDEST_SOURCE_GAP = 48;
/** What a letter of a passage is worth: found in the source, found but formulaic, not found. */
export const SPECIFIC_WORTH = 1;
export const FORMULAIC_WORTH = 0.5;
export const MISSING_WORTH = -0.5;

/**
 * The matches of one document in groups that lie close together in both texts and hold at least `least` letters.
 * O(matches), and little for each match far from others.
 */
export function* chains(
  { starts, ends, sources, firstOf }: MatchTable,
  document: number,
  lettersBefore: Int32Array,
  least: number,
): Generator<SourceMatch[]> {
  const last = firstOf[document + 1]!;
  for (let first = firstOf[document]!; first < last; ) {
    let end = ends[first]!;
    let letters = lettersBefore[end]! - lettersBefore[starts[first]!]!;
    let next = first + 1;
    for (; next < last; next++) {
      const start = starts[next]!;
      if (start > end && lettersBefore[start]! - lettersBefore[end]! > WIDEST_GAP) break;
      letters += lettersBefore[ends[next]!]! - lettersBefore[start]!;
      if (ends[next]! > end) end = ends[next]!;
    }
    if (letters >= least) {
      const matches: SourceMatch[] = [];
      for (let i = first; i < next; i++) matches.push({ start: starts[i]!, end: ends[i]!, source: sources[i]! });
      yield* chained(matches, lettersBefore, least);
    }
    first = next;
  }
}

/** The same of matches in a list, ascending by the seed they grew from. */
export function chained(matches: readonly SourceMatch[], lettersBefore: Int32Array, least: number): SourceMatch[][] {
  interface Chain {
    end: number;
    low: number;
    high: number;
    readonly matches: SourceMatch[];
  }
  const done: SourceMatch[][] = [];
  let open: Chain[] = [];
  for (const match of matches) {
    const stillOpen: Chain[] = [];
    let own: Chain | undefined;
    const sourceEnd = match.source + match.end - match.start;
    for (const chain of open) {
      if (match.start > chain.end && lettersBefore[match.start]! - lettersBefore[chain.end]! > WIDEST_GAP) {
        done.push(chain.matches);
        continue;
      }
      stillOpen.push(chain);
      if (own || match.source > chain.high + WIDEST_SOURCE_GAP || sourceEnd < chain.low - WIDEST_SOURCE_GAP) continue;
      own = chain;
      chain.matches.push(match);
      chain.end = Math.max(chain.end, match.end);
      chain.low = Math.min(chain.low, match.source);
      chain.high = Math.max(chain.high, sourceEnd);
    }
    if (!own) stillOpen.push({ end: match.end, low: match.source, high: sourceEnd, matches: [match] });
    open = stillOpen;
  }
  for (const chain of open) done.push(chain.matches);
  return done.filter((chain) => lettersMatched(chain, lettersBefore) >= least);
}

/** What matches span in the text. At least one. */
export function spanOf(chain: readonly SourceMatch[]): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const match of chain) {
    start = Math.min(start, match.start);
    end = Math.max(end, match.end);
  }
  return { start, end };
}

/** The letters of the text that matches hold. */
function lettersMatched(chain: readonly SourceMatch[], lettersBefore: Int32Array): number {
  let letters = 0;
  let end = 0;
  for (const match of chain) {
    if (match.end <= end) continue;
    letters += lettersBefore[match.end]! - lettersBefore[Math.max(end, match.start)]!;
    end = match.end;
  }
  return letters;
}

/** What the matches of a piece span in the source. */
export function sourceOf(chain: readonly SourceMatch[], piece: Span): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const match of chain) {
    const from = Math.max(match.start, piece.start);
    const to = Math.min(match.end, piece.end);
    if (from >= to) continue;
    start = Math.min(start, match.source + from - match.start);
    end = Math.max(end, match.source + to - match.start);
  }
  return { start, end };
}

/**
 * The stretch of the source where the matches of a piece lie densest, and the letters they hold in it. A letter of the
 * text is held by one letter of the source, in the longest match there is: a term that recurs all over the source does
 * not make all of it the passage's.
 */
export function heldStretch(key: Uint16Array, chain: readonly SourceMatch[], piece: Span): Span & { held: number } {
  const all = sourceOf(chain, piece);
  const isHeld = heldUnits(chain, piece, all);
  let best = { start: 0, end: 0, held: 0, worth: 0 };
  let current = { start: 0, held: 0, worth: 0 };
  for (let i = 0; i < isHeld.length; i++) {
    if (!isLetter(key[all.start + i]!)) continue;
    if (isHeld[i] === 1) {
      if (current.worth === 0) current = { start: i, held: 0, worth: 0 };
      current.held++;
      current.worth += SPECIFIC_WORTH;
      if (current.worth > best.worth) best = { ...current, end: i + 1 };
    } else current.worth = Math.max(0, current.worth + MISSING_WORTH);
  }
  return { start: all.start + best.start, end: all.start + best.end, held: best.held };
}

/** Which key units of the source a piece holds; of equally long matches those first that lie most as the longest does. */
function heldUnits(chain: readonly SourceMatch[], piece: Span, { start, end }: Span): Uint8Array {
  const isHeld = new Uint8Array(end - start);
  const isTaken = new Uint8Array(piece.end - piece.start);
  const cut = chain.flatMap((match) => {
    const from = Math.max(match.start, piece.start);
    const to = Math.min(match.end, piece.end);
    return from < to ? [{ from, to, shift: match.source - match.start }] : [];
  });
  const longest = cut.reduce((most, match) => (match.to - match.from > most.to - most.from ? match : most), cut[0]!);
  const away = ({ shift }: { shift: number }) => Math.abs(shift - longest.shift);
  cut.sort((a, b) => b.to - b.from - (a.to - a.from) || away(a) - away(b));
  for (const { from, to, shift } of cut) {
    for (let i = from; i < to; i++) {
      const at = i + shift - start;
      if (isTaken[i - piece.start] === 1 || isHeld[at] === 1) continue;
      isTaken[i - piece.start] = 1;
      isHeld[at] = 1;
    }
  }
  return isHeld;
}
