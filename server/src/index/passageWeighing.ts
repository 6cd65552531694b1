/** Cuts groups of matches with one source into passages that are worth reporting, and weighs them. */
import type { Span } from '../text/span';
import { editDistance } from './alignment';
import { letterTextOfKey } from './letterText';
import {
  FORMULAIC_WORTH,
  heldStretch,
  MISSING_WORTH,
  SPECIFIC_WORTH,
  sourceOf,
  spanOf,
  WIDEST_GAP,
  WIDEST_SOURCE_GAP,
} from './matchChains';
import { JOINED_LENGTH, type ReusedText } from './reusedText';
import { matchesNear, type SourceMatch } from './sourceMatches';

/** A document as its passages are weighed: a stretch of key units. */
export interface WeighedSource extends Span {
  readonly key: Uint16Array;
  /** The text itself: what stands earlier in it is the source. */
  readonly isOwn?: boolean;
}

/** A passage of a text and of a source, from letter to letter, in key units. */
export interface WeighedPassage extends Span {
  /** Key units of the source. */
  readonly source: Span;
  /** Letters that the source holds and few other documents do. */
  readonly evidence: number;
  /** From 0 to 1: the share of letters that are the source's. */
  readonly similarity: number;
}

const JOINED_EVIDENCE = 0.5;
/** A passage ends where its worth falls this far below its highest. */
const DEEPEST_DROP = 20;
/** Seeds must hold this share of the shortest passage before common words around them are looked at. */
const LEAST_SEEDED = 0.5;
/** Longer passages hold enough seeds. In key units. */
export const LONGEST_REFINED = 3000;
const LEAST_SIMILARITY = 0.4;
/** Texts longer than this are compared by matched letters only, not aligned. In letters. */
const LONGEST_ALIGNED = 6000;
/** A passage with fewer letters of its own than this share is a string of set phrases. */
const LEAST_EVIDENCE = 0.35;
/** Letters that few documents share, weighed by similarity, must be as many as this share of the shortest passage. */
const LEAST_STRENGTH = 1;

/** Letters that the matches of a group must hold to be worth weighing for passages of at least `minLength` letters. */
export function leastSeeded(minLength: number): number {
  return minLength * LEAST_SEEDED;
}

/** What of a text {@link weighed} looks at for matches that span `span`; all it looks at where this is not its end. */
export function weighedStretch({ start, end }: Span, length: number): Span {
  return { start: Math.max(0, start - WIDEST_GAP), end: Math.min(length, end + WIDEST_GAP) };
}

export function strength({ evidence, similarity }: WeighedPassage): number {
  return evidence * similarity;
}

/** The passages of one group of matches. O(stretch of the text × stretch of the source / 32). */
export function weighed(
  text: ReusedText,
  source: WeighedSource,
  seeded: readonly SourceMatch[],
  least: number,
): WeighedPassage[] {
  const chain = refined(text, source, seeded);
  const { start, end } = spanOf(chain);
  if (text.letters(start, end) < least) return [];
  const matched = new Uint8Array(end - start);
  const joined = new Uint8Array(end - start);
  for (const match of chain) {
    matched.fill(1, match.start - start, match.end - start);
    if (match.end - match.start >= JOINED_LENGTH) joined.fill(1, match.start - start, match.end - start);
  }
  const found: WeighedPassage[] = [];
  for (const piece of dense(text, matched, start)) {
    const whole = passageAt(piece);
    if (!whole) continue;
    const parts = withoutNewSentences(text, piece, matched, start).map(passageAt);
    const apart = parts.filter((part) => part !== undefined);
    found.push(...(apart.length === parts.length ? apart : [whole]));
  }
  return found;

  /** The passage of a piece, undefined where it is not worth reporting. */
  function passageAt(piece: Span): WeighedPassage | undefined {
    let evidence = 0;
    let held = 0;
    for (let i = piece.start; i < piece.end; i++) {
      if (matched[i - start] === 0 || text.letters(i, i + 1) === 0) continue;
      held++;
      if (!text.isFormulaic(i)) evidence++;
      else if (joined[i - start] === 1 && !text.isLongFormulaic(i)) evidence += JOINED_EVIDENCE;
    }
    const letters = text.letters(piece.start, piece.end);
    if (letters < least || evidence < letters * LEAST_EVIDENCE) return undefined;
    const { held: heldOfSource, ...stretch } = heldStretch(source.key, chain, piece);
    // A source matched again and again by a text that repeats itself is held once.
    held = Math.min(held, heldOfSource);
    evidence = Math.min(evidence, heldOfSource);
    const similarity = similarityOf(text, source, { piece, stretch, held });
    if (similarity < LEAST_SIMILARITY || evidence * similarity < least * LEAST_STRENGTH) return undefined;
    return { ...piece, source: stretch, evidence, similarity };
  }
}

/** A sentence with fewer letters joins what is around it; of a new one the source holds less than a share. */
const SHORTEST_NEW = 8;
const MOST_OF_NEW = 0.25;
const SENTENCE_ENDS = new Set([...'。！？\n'].map((mark) => mark.charCodeAt(0)));

/** The stretches of a piece between sentences that are new in it. */
function withoutNewSentences(text: ReusedText, piece: Span, matched: Uint8Array, offset: number): Span[] {
  const parts: Span[] = [];
  let from = piece.start;
  let start = piece.start;
  for (let end = piece.start + 1; end < piece.end; end++) {
    if (!SENTENCE_ENDS.has(text.units[end - 1]!)) continue;
    const letters = text.letters(start, end);
    let held = 0;
    for (let i = start; i < end; i++) if (matched[i - offset] === 1) held += text.letters(i, i + 1);
    if (letters >= SHORTEST_NEW && held < letters * MOST_OF_NEW) {
      if (start > from) parts.push(trimmed(text, { start: from, end: start }, matched, offset));
      from = end;
    }
    if (letters > 0) start = end;
  }
  parts.push(trimmed(text, { start: from, end: piece.end }, matched, offset));
  return parts;
}

/** From the first to the last letter that matches. */
function trimmed(text: ReusedText, { start, end }: Span, matched: Uint8Array, offset: number): Span {
  const isHeld = (at: number) => matched[at - offset] === 1 && text.letters(at, at + 1) === 1;
  let [first, last] = [start, end];
  while (first < last && !isHeld(first)) first++;
  while (last > first && !isHeld(last - 1)) last--;
  return { start: first, end: last };
}

/** The matches of a group with those that common words make around them. */
function refined(text: ReusedText, source: WeighedSource, seeded: readonly SourceMatch[]): readonly SourceMatch[] {
  const span = spanOf(seeded);
  const { start, end } = sourceOf(seeded, span);
  if (span.end - span.start > LONGEST_REFINED || end - start > LONGEST_REFINED) return seeded;
  const around = weighedStretch(span, text.length);
  const near = {
    start: Math.max(source.start, start - WIDEST_SOURCE_GAP),
    end: Math.min(source.end, end + WIDEST_SOURCE_GAP, source.isOwn ? span.start : Number.POSITIVE_INFINITY),
  };
  const within = source.isOwn ? { start: span.start, end: around.end } : around;
  return [...seeded, ...matchesNear(text.units, text.open, within, source.key, near)];
}

/** The stretches of highest worth, ended where the worth has dropped too far. */
function* dense(text: ReusedText, matched: Uint8Array, offset: number): Generator<Span> {
  let start = -1;
  let best = 0;
  let bestEnd = -1;
  let worth = 0;
  for (let at = 0; at <= matched.length; at++) {
    const isEnd = at === matched.length;
    if (!isEnd && text.letters(offset + at, offset + at + 1) === 0) continue;
    if (!isEnd && matched[at] === 1) {
      if (start < 0) {
        start = at;
        worth = 0;
        best = 0;
      }
      worth += text.isFormulaic(offset + at) ? FORMULAIC_WORTH : SPECIFIC_WORTH;
      if (worth > best) {
        best = worth;
        bestEnd = at + 1;
      }
      continue;
    }
    worth += MISSING_WORTH;
    if (start >= 0 && (isEnd || worth < best - DEEPEST_DROP || worth <= 0)) {
      yield { start: offset + start, end: offset + bestEnd };
      start = -1;
    }
  }
}

function similarityOf(
  { units }: ReusedText,
  { key }: WeighedSource,
  { piece, stretch, held }: { readonly piece: Span; readonly stretch: Span; readonly held: number },
): number {
  const mine = letterTextOfKey(units, piece.start, piece.end).letters;
  const theirs = letterTextOfKey(key, stretch.start, stretch.end).letters;
  const longer = Math.max(mine.length, theirs.length);
  // Clauses in another order cost an alignment much, but not the share of letters held.
  const share = Math.min(1, held / longer);
  if (longer > LONGEST_ALIGNED) return share;
  return Math.max(share, 1 - editDistance(mine, theirs) / longer);
}
