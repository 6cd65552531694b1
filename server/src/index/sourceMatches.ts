/** The maximal exact matches of a text with the documents of a corpus part, grown from rare seeds. */

import type { Span } from '../text/span';
import { RecentCache } from '../util/recentCache';
import type { CorpusPart } from './corpus';
import { isLetter } from './letterText';

/** Equal key units: `start` to `end` in the text, from `source` on in the segment's keys. */
export interface SourceMatch {
  readonly start: number;
  readonly end: number;
  readonly source: number;
}

export interface MatchSearch {
  /** A document that is no source. */
  readonly exceptPath?: string;
  /** Only what stands before a place is a source of it: the part holds the text itself. */
  readonly earlierOnly?: boolean;
}

const SEED_LENGTH = 4;
/** A seed that more places hold grows by a unit, up to a length, until few do. */
const LONGEST_SEED = 8;
const SEED_LIMIT = 64;
/** Seeds × places looked at for one text: long texts must do with rarer seeds. */
const MOST_PLACES = 3_000_000;
const PRUNE_ABOVE = 100_000;

/** A match with the document it lies in, its offsets counted from the start of its paragraph. */
interface KnownMatch extends SourceMatch {
  readonly document: number;
}

/** Matches that are kept of the paragraphs looked at last: those of some ten drafts. */
const MOST_KEPT = 200_000;

const knownOf = new WeakMap<CorpusPart, RecentCache<readonly KnownMatch[]>>();

/**
 * The matches by index of the document, each list ascending by the seed it grew from. A match lies within a paragraph
 * and holds at least one seed of four to eight key units that the part holds at no more places than a limit, which
 * falls with the length of the text, so that time stays bounded. Closed units of the text match nothing. A paragraph
 * looked at lately is not looked up again.
 */
export function matchesInPart(
  part: CorpusPart,
  units: Uint16Array,
  open: Uint8Array,
  search: MatchSearch,
): Map<number, SourceMatch[]> {
  const limit = Math.max(2, Math.min(SEED_LIMIT, Math.floor(MOST_PLACES / Math.max(1, units.length))));
  const { exceptPath, earlierOnly } = search;
  const skipped = new Set(part.hidden);
  part.segment.documents.forEach((document, i) => {
    if (document.isSample || document.path === exceptPath) skipped.add(i);
  });
  const known = knownOf.get(part) ?? new RecentCache<readonly KnownMatch[]>(MOST_KEPT, ({ length }) => 1 + length);
  knownOf.set(part, known);
  const found = new Map<number, SourceMatch[]>();
  for (const paragraph of paragraphsOf(units)) {
    const look = () => matchesOf(part, { units, open, paragraph, limit, skipped, earlierOnly });
    const matches = earlierOnly
      ? look()
      : known.get(`${limit} ${exceptPath ?? ''}\n${openText(units, open, paragraph)}`, look);
    for (const { document, start, end, source } of matches) {
      const match = { start: start + paragraph.start, end: end + paragraph.start, source };
      const others = found.get(document);
      if (others) others.push(match);
      else found.set(document, [match]);
    }
  }
  return found;
}

const LINE_BREAK = 10;

function* paragraphsOf(units: Uint16Array): Generator<Span> {
  let start = 0;
  for (let i = 0; i <= units.length; i++) {
    if (i < units.length && units[i] !== LINE_BREAK) continue;
    if (i - start >= SEED_LENGTH) yield { start, end: i };
    start = i + 1;
  }
}

/** The open units of a paragraph as a string, each closed one as U+0000. */
function openText(units: Uint16Array, open: Uint8Array, { start, end }: Span): string {
  let text = '';
  for (let i = start; i < end; i++) text += open[i] === 1 ? String.fromCharCode(units[i]!) : '\0';
  return text;
}

interface ParagraphSearch {
  readonly units: Uint16Array;
  readonly open: Uint8Array;
  readonly paragraph: Span;
  /** A seed that more places hold says nothing. */
  readonly limit: number;
  /** Documents that are no sources, by index. */
  readonly skipped: ReadonlySet<number>;
  readonly earlierOnly: boolean | undefined;
}

function matchesOf(
  { segment }: CorpusPart,
  { units, open, paragraph, limit, skipped, earlierOnly = false }: ParagraphSearch,
): KnownMatch[] {
  const { suffixes } = segment;
  const source = segment.sections.key;
  const found: KnownMatch[] = [];
  /** Where the match on each diagonal (source − text) ends. */
  const ends = new Map<number, number>();
  for (let i = paragraph.start; i + SEED_LENGTH <= paragraph.end; i++) {
    if (!isSeed(units, open, i)) continue;
    let range = suffixes.whole;
    let depth = 0;
    for (; depth < LONGEST_SEED && i + depth < paragraph.end && range.low < range.high; depth++) {
      if (depth >= SEED_LENGTH && (range.high - range.low <= limit || open[i + depth] === 0)) break;
      range = suffixes.refine(range, depth, units[i + depth]!);
    }
    if (range.high - range.low > limit) continue;
    if (ends.size > PRUNE_ABOVE) for (const [diagonal, end] of ends) if (end <= i) ends.delete(diagonal);
    for (let rank = range.low; rank < range.high; rank++) {
      const place = suffixes.suffixes[rank]!;
      if ((earlierOnly && place + depth > i) || (ends.get(place - i) ?? 0) > i) continue;
      const document = segment.documentIndexAt(place);
      if (skipped.has(document)) continue;
      let end = i + depth;
      const farthest = earlierOnly ? Math.min(paragraph.end, i + (i - place)) : paragraph.end;
      while (end < farthest && open[end] === 1 && units[end] === source[place + end - i]) end++;
      let start = i;
      while (start > paragraph.start && open[start - 1] === 1 && units[start - 1] === source[place + start - 1 - i])
        start--;
      ends.set(place - i, end);
      found.push({ document, start: start - paragraph.start, end: end - paragraph.start, source: place + start - i });
    }
  }
  return found;
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

const LOCAL_LENGTH = 3;

/**
 * The matches of a stretch of the text with a stretch of the source, however common their words are: what seeds
 * leave out near a passage they found. Ascending by start. O(lengths) for stretches that do not repeat themselves.
 */
export function matchesNear(
  units: Uint16Array,
  open: Uint8Array,
  text: Span,
  source: Uint16Array,
  near: Span,
): SourceMatch[] {
  const places = new Map<number, number[]>();
  for (let i = near.start; i + LOCAL_LENGTH <= near.end; i++) {
    const code = codeAt(source, i);
    const known = places.get(code);
    if (known) known.push(i);
    else places.set(code, [i]);
  }
  const found: SourceMatch[] = [];
  const ends = new Map<number, number>();
  for (let i = text.start; i + LOCAL_LENGTH <= text.end; i++) {
    if (open[i] === 0 || open[i + 1] === 0 || open[i + 2] === 0) continue;
    for (const place of places.get(codeAt(units, i)) ?? []) {
      if ((ends.get(place - i) ?? 0) > i) continue;
      let end = i + LOCAL_LENGTH;
      while (end < text.end && open[end] === 1 && place + end - i < near.end && units[end] === source[place + end - i])
        end++;
      ends.set(place - i, end);
      found.push({ start: i, end, source: place });
    }
  }
  return found;
}

function codeAt(units: Uint16Array, at: number): number {
  return (units[at]! * 0x10000 + units[at + 1]!) * 0x10000 + units[at + 2]!;
}
