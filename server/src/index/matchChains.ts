/** Groups the matches of a text with one document, and finds what a group holds of it. */
import type { Span } from '../text/span';
import type { CorpusPart } from './corpus';
import { isLetter } from './letterText';
import type { SourceMatch } from './sourceMatches';

/** Matches of one passage lie at most this far apart: in letters of the text, and in key units of the source. */
export const WIDEST_GAP = 30;
export const WIDEST_SOURCE_GAP = 48;
/** What a letter of a passage is worth: found in the source, found but formulaic, not found. */
export const SPECIFIC_WORTH = 1;
export const FORMULAIC_WORTH = 0.5;
export const MISSING_WORTH = -0.5;

/** The matches of one document in groups that lie close together in both texts. Matches ascend by start. */
export function chains(matches: readonly SourceMatch[], lettersBefore: Int32Array): SourceMatch[][] {
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
  return [...done, ...open.map((chain) => chain.matches)];
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

/** The stretch of the source where the matches of a piece lie densest, and the letters they hold in it. */
export function heldStretch(
  { segment }: CorpusPart,
  chain: readonly SourceMatch[],
  piece: Span,
): Span & { held: number } {
  const all = sourceOf(chain, piece);
  const isHeld = new Uint8Array(all.end - all.start);
  for (const match of chain) {
    const from = Math.max(match.start, piece.start);
    const to = Math.min(match.end, piece.end);
    const offset = match.source - match.start - all.start;
    if (from < to) isHeld.fill(1, from + offset, to + offset);
  }
  const key = segment.sections.key;
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
