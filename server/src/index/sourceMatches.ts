/** The maximal exact matches of a text with the documents of a corpus part, or with itself, grown from rare seeds. */
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

/** The matches of a text with the documents of a part, as numbers: there are tens of thousands. */
export interface MatchTable {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly sources: Int32Array;
  /** By index of the document where its matches begin, each list ascending by the seed it grew from; one more where all end. */
  readonly firstOf: Int32Array;
}

const SEED_LENGTH = 4;
/** A seed that more places hold grows by a unit, up to a length, until few do. */
const LONGEST_SEED = 8;
const SEED_LIMIT = 64;
/** Seeds × places looked at for one text: long texts must do with rarer seeds. */
const MOST_PLACES = 3_000_000;
const PRUNE_ABOVE = 100_000;

/** Matches that are kept of the paragraphs looked at last: those of some ten drafts. */
const MOST_KEPT = 200_000;

/** The matches of a paragraph: document, start, end and source of each, in that order, counted from the paragraph's start. */
type KnownMatches = Int32Array;
const FIELDS = 4;

const knownOf = new WeakMap<CorpusPart, RecentCache<KnownMatches>>();

/**
 * A match lies within a paragraph and holds at least one seed of four to eight key units that the part holds at no
 * more places than a limit, which falls with the length of the text, so that time stays bounded. Closed units of the
 * text match nothing, nor do samples and the document at `exceptPath`. A paragraph looked at lately is not looked up again.
 */
export function matchesInPart(
  part: CorpusPart,
  units: Uint16Array,
  open: Uint8Array,
  exceptPath: string | undefined,
): MatchTable {
  const limit = Math.max(2, Math.min(SEED_LIMIT, Math.floor(MOST_PLACES / Math.max(1, units.length))));
  const { documents } = part.segment;
  const skipped = new Set(part.hidden);
  documents.forEach((document, i) => {
    if (document.isSample || document.path === exceptPath) skipped.add(i);
  });
  const known = knownOf.get(part) ?? new RecentCache<KnownMatches>(MOST_KEPT, ({ length }) => 1 + length / FIELDS);
  knownOf.set(part, known);
  const found: { readonly at: number; readonly matches: KnownMatches }[] = [];
  for (const paragraph of paragraphsOf(units)) {
    const key = `${limit} ${exceptPath ?? ''}\n${openText(units, open, paragraph)}`;
    const matches = known.get(key, () => matchesOf(part, { units, open, paragraph, limit, skipped }));
    if (matches.length > 0) found.push({ at: paragraph.start, matches });
  }
  return byDocument(found, documents.length);
}

/** Sorts the matches of all paragraphs by document. O(matches + documents). */
function byDocument(
  found: readonly { readonly at: number; readonly matches: KnownMatches }[],
  documents: number,
): MatchTable {
  const firstOf = new Int32Array(documents + 1);
  for (const { matches } of found) for (let i = 0; i < matches.length; i += FIELDS) firstOf[matches[i]! + 1]!++;
  for (let i = 0; i < documents; i++) firstOf[i + 1]! += firstOf[i]!;
  const count = firstOf[documents]!;
  const [starts, ends, sources] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const next = firstOf.slice();
  for (const { at, matches } of found) {
    for (let i = 0; i < matches.length; i += FIELDS) {
      const place = next[matches[i]!]!++;
      starts[place] = matches[i + 1]! + at;
      ends[place] = matches[i + 2]! + at;
      sources[place] = matches[i + 3]!;
    }
  }
  return { starts, ends, sources, firstOf };
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
}

function matchesOf({ segment }: CorpusPart, { units, open, paragraph, limit, skipped }: ParagraphSearch): KnownMatches {
  const { suffixes } = segment;
  const source = segment.sections.key;
  const found: number[] = [];
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
      if ((ends.get(place - i) ?? 0) > i) continue;
      const document = segment.documentIndexAt(place);
      if (skipped.has(document)) continue;
      let end = i + depth;
      while (end < paragraph.end && open[end] === 1 && units[end] === source[place + end - i]) end++;
      let start = i;
      while (start > paragraph.start && open[start - 1] === 1 && units[start - 1] === source[place + start - 1 - i])
        start--;
      ends.set(place - i, end);
      found.push(document, start - paragraph.start, end - paragraph.start, place + start - i);
    }
  }
  return new Int32Array(found);
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

/** A seed that stands at more earlier places says nothing. */
const MOST_EARLIER = SEED_LIMIT;

/**
 * The matches of a text with what stands earlier in it, by the same seeds as in a part, ascending by the seed each grew
 * from. No match overlaps its source. O(|text| × {@link MOST_EARLIER}), in practice linear.
 */
export function matchesWithEarlier(units: Uint16Array, open: Uint8Array): SourceMatch[] {
  const found: SourceMatch[] = [];
  /** Where the match on each diagonal (text − source) ends. */
  const ends = new Int32Array(units.length);
  /** The last place with a seed of each bucket, and before each place the one before it; 0: none, else one more. */
  const bits = Math.max(8, 32 - Math.clz32(units.length));
  const lastOf = new Int32Array(1 << bits);
  const before = new Int32Array(units.length);
  for (const paragraph of paragraphsOf(units)) {
    for (let i = paragraph.start; i + SEED_LENGTH <= paragraph.end; i++) {
      if (!isSeed(units, open, i)) continue;
      const bucket = hashOf(units, i) >>> (32 - bits);
      const places: number[] = [];
      for (let at = lastOf[bucket]!; at > 0 && places.length <= MOST_EARLIER; at = before[at - 1]!) places.push(at - 1);
      before[i] = lastOf[bucket]!;
      lastOf[bucket] = i + 1;
      if (places.length > MOST_EARLIER) continue;
      for (const place of places) {
        const distance = i - place;
        if (distance < SEED_LENGTH || ends[distance]! > i || !areAlike(units, place, i)) continue;
        const farthest = Math.min(paragraph.end, i + distance);
        let end = i + SEED_LENGTH;
        while (end < farthest && open[end] === 1 && units[end] === units[end - distance]) end++;
        let start = i;
        const nearest = Math.max(paragraph.start, distance);
        while (start > nearest && open[start - 1] === 1 && units[start - 1] === units[start - 1 - distance]) start--;
        ends[distance] = end;
        found.push({ start, end, source: start - distance });
      }
    }
  }
  return found;
}

/** Thirty-two bits, of which the high ones are mixed best. */
function hashOf(units: Uint16Array, at: number): number {
  let hash = 0;
  for (let i = at; i < at + SEED_LENGTH; i++) hash = Math.imul(hash ^ units[i]!, 0x9e3779b1);
  return hash;
}

function areAlike(units: Uint16Array, a: number, b: number): boolean {
  for (let i = 0; i < SEED_LENGTH; i++) if (units[a + i] !== units[b + i]) return false;
  return true;
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
