/** Finds the lines of known works in a text by their letters: as they are, in parts, and with a slip or two in them. */
import { bestMatch, differences } from '../index/alignment';
import { letterText } from '../index/letterText';
import type { Entry, Knowledge, KnowledgeData } from '../knowledge/knowledge';
import type { Quote } from '../knowledge/schemas';
import { contains, overlaps, type Span } from '../text/span';
import { derived } from '../util/derived';
import { RecentCache } from '../util/recentCache';

/** A place where a text has other letters than the line. Spans in UTF-16 code units of the text; empty where letters are missing. */
export interface Slip extends Span {
  readonly kind: 'changed' | 'missing' | 'added' | 'swapped';
  /** The letters of the line in this place; empty where letters were added. */
  readonly right: string;
}

/** A line, or clauses of one, as it stands in a text. Offsets in UTF-16 code units of the text. */
export interface SayingMatch extends Span {
  /** The entries that have these letters, the one that has them as its own wording first; there is at least one. */
  readonly entries: readonly Entry<Quote>[];
  /** The wording with its marks: a line, an edition of it, or clauses of one. */
  readonly wording: string;
  /** How many letters the wording has. */
  readonly length: number;
  /** A whole line or edition, not clauses of it. */
  readonly isWhole: boolean;
  /** Ascending; none where the letters are those of the wording. */
  readonly slips: readonly Slip[];
}

/** How many letters are wrong, missing or too many; those that changed places count as one. */
export function widthOf({ start, end, right, kind }: Slip): number {
  return kind === 'swapped' ? 1 : Math.max(end - start, right.length);
}

/** Letters of a wording, and who has them. */
interface Unit {
  readonly letters: string;
  readonly wording: string;
  readonly entries: Entry<Quote>[];
  readonly isWhole: boolean;
}

/** Clauses of fewer letters are said without their line being meant. */
const SHORTEST_PART = 7;
/** In fewer letters a slip may be another saying. */
const SHORTEST_NEAR = 8;
/** Two slips may stand in so many letters. */
const LONG = 14;
const MOST_EDITS = 2;
/** Letters of a seed: of what is cut into seeds, one slip, or two in a long line, leaves at least one whole. */
const SEED = 3;
/** Answers that are kept: the paragraphs of some drafts. */
const MOST_KEPT = 2000;

/** Letters that editions and writers choose between: what differs in them alone is no slip. */
const SAME = [
  '惟唯维',
  '知智',
  '毋无',
  '说悦',
  '太泰',
  '辩辨',
  '暗闇',
  '豫预',
  '于於乎',
  '已以',
  '呐哪那',
  '沉沈',
  '才材',
];
const same = new Map([...SAME].flatMap((group) => [...group].map((letter) => [letter, group[0]!] as const)));

/** The lines of one knowledge base by their seeds. */
export class Sayings {
  readonly #units: Unit[] = [];
  /** Units with the place of the seed, `unit × 128 + place`, by the seed. */
  readonly #seeds = new Map<number, number[]>();
  /** Which letters begin a seed. */
  readonly #first = new Uint8Array(1 << 16);
  readonly #found = new RecentCache<readonly SayingMatch[]>(MOST_KEPT);

  /** O(letters of all lines). */
  constructor(data: KnowledgeData) {
    const byLetters = new Map<string, Unit>();
    const entries = data.quotes.filter(({ work }) => work !== undefined);
    const add = (entry: Entry<Quote>, wording: string, isWhole: boolean) => {
      const { letters } = letterText(wording);
      const known = byLetters.get(letters);
      if (known && !known.entries.includes(entry)) known.entries.push(entry);
      if (known || letters.length < SEED + 1) return;
      const unit = { letters, wording, entries: [entry], isWhole };
      byLetters.set(letters, unit);
      this.#units.push(unit);
    };
    for (const entry of entries) add(entry, entry.keyPhrase, true);
    for (const entry of entries) for (const edition of entry.editions ?? []) add(entry, edition, true);
    for (const entry of entries)
      for (const wording of [entry.keyPhrase, ...(entry.editions ?? [])])
        for (const part of partsOf(wording)) add(entry, part, false);
    for (const [i, { letters }] of this.#units.entries()) this.#addSeeds(i, letters);
  }

  #addSeeds(unit: number, letters: string): void {
    const last = letters.length - SEED;
    for (let place = 0; ; place = Math.min(place + SEED, last)) {
      const key = seedAt(letters, place);
      const same = this.#seeds.get(key);
      if (same) same.push(unit * 128 + place);
      else this.#seeds.set(key, [unit * 128 + place]);
      this.#first[letters.charCodeAt(place)] = 1;
      if (place === last) return;
    }
  }

  /**
   * The lines of `text` within `within`, ascending; of those that overlap, the one with fewer slips, and the longer one.
   * O(length + seeds met); a stretch that was asked about lately is not looked through again.
   */
  find(text: string, within: Span): SayingMatch[] {
    const stretch = text.slice(within.start, within.end);
    return this.#found.get(stretch, () => this.#scan(stretch)).map((match) => moved(match, within.start));
  }

  #scan(text: string): SayingMatch[] {
    const { letters, at } = letterText(text);
    const found: SayingMatch[] = [];
    const tried = new Map<number, number>();
    for (let i = 0; i + SEED <= letters.length; i++) {
      if (this.#first[letters.charCodeAt(i)] === 0) continue;
      for (const seed of this.#seeds.get(seedAt(letters, i)) ?? []) {
        const unit = seed >> 7;
        const start = i - (seed & 127);
        if (tried.has(unit) && Math.abs(tried.get(unit)! - start) <= MOST_EDITS) continue;
        tried.set(unit, start);
        const match = matchAt(this.#units[unit]!, letters, start, at, text);
        if (match) found.push(match);
      }
    }
    return settled(found);
  }
}

export const sayingsOf = derived(({ data }: Knowledge) => new Sayings(data));

/** Clauses that may be said without the rest of their line: its sentences, and what stands between commas. */
function partsOf(wording: string): string[] {
  const sentences = wording.split(/[。；！？]/);
  const clauses = wording.split(/[。；！？，：]/);
  return [...new Set([...sentences, ...clauses])].filter(
    (part) => part !== wording && letterText(part).letters.length >= SHORTEST_PART,
  );
}

/** A number for the letters of a seed; two seeds may share one. */
function seedAt(letters: string, place: number): number {
  const pair = Math.imul(letters.charCodeAt(place), 0x9e3779b1) ^ Math.imul(letters.charCodeAt(place + 1), 0x85ebca6b);
  return (pair ^ Math.imul(letters.charCodeAt(place + 2), 0xc2b2ae35)) >> 1;
}

/** The unit at about `start` of the letters, exactly or with few enough slips. */
function matchAt(
  { letters: line, wording, entries, isWhole }: Unit,
  letters: string,
  start: number,
  at: Int32Array,
  text: string,
): SayingMatch | undefined {
  const described = { entries, wording, length: line.length, isWhole };
  const spanOf = (from: number, to: number) => ({ start: at[from]!, end: at[to - 1]! + 1 });
  if (start >= 0 && letters.startsWith(line, start))
    return { ...described, ...spanOf(start, start + line.length), slips: [] };
  if (line.length < SHORTEST_NEAR) return undefined;
  const from = Math.max(0, start - MOST_EDITS);
  const around = letters.slice(from, Math.max(0, start) + line.length + MOST_EDITS);
  const best = bestMatch(line, around, MOST_EDITS);
  if (!best || best.distance === 0) return undefined;
  const { start: first, end } = withEnds(around, line, best, (letter) => at[from + letter]!);
  const slips = slipsOf(around.slice(first, end), line, wording, (letter) => at[from + first + letter]!, text);
  if (!slips || slips.length === 0) return undefined;
  return { ...described, ...spanOf(from + first, from + end), slips };
}

/** A match with the letter beside it that stands in the place of the line's first or last one: 乘风破浪 for 长风破浪. */
function withEnds(around: string, line: string, { start, end }: Span, offsetOf: (letter: number) => number): Span {
  const lacks = line.length - (end - start);
  if (lacks !== 1) return { start, end };
  const isBeside = (letter: number) => offsetOf(letter + 1) - offsetOf(letter) === 1;
  if (start > 0 && around.startsWith(line.slice(1, 3), start) && isBeside(start - 1)) return { start: start - 1, end };
  const isLastMissing = end < around.length && around.slice(end - 2, end) === line.slice(-3, -1);
  return isLastMissing && isBeside(end - 1) ? { start, end: end + 1 } : { start, end };
}

/**
 * What differs, undefined where it is more than slips: two letters in a short line, or one missing at an end, where a
 * quotation may begin or break off. Empty where editions differ so.
 */
function slipsOf(
  written: string,
  line: string,
  wording: string,
  offsetOf: (letter: number) => number,
  text: string,
): Slip[] | undefined {
  const found = differences(written, line);
  let edits = 0;
  const slips: Slip[] = [];
  for (const { left, right } of found) {
    const [wrong, letters] = [written.slice(left.start, left.end), line.slice(right.start, right.end)];
    if (isSame(wrong, letters)) continue;
    const isSwapped = wrong.length === 2 && wrong[0] === letters[1] && wrong[1] === letters[0];
    edits += isSwapped ? 1 : Math.max(wrong.length, letters.length);
    const kind = isSwapped ? 'swapped' : wrong === '' ? 'missing' : letters === '' ? 'added' : 'changed';
    if (kind === 'missing' && (right.start === 0 || right.end === line.length)) return undefined;
    const start =
      kind === 'missing' ? placeOfMissing(left.start, right.start, wording, offsetOf, text) : offsetOf(left.start);
    slips.push({ start, end: kind === 'missing' ? start : offsetOf(left.end - 1) + 1, kind, right: letters });
  }
  return edits > (line.length >= LONG ? MOST_EDITS : 1) ? undefined : slips;
}

function isSame(written: string, right: string): boolean {
  if (written.length !== right.length) return false;
  for (let i = 0; i < written.length; i++)
    if (written[i] !== right[i] && (same.get(written[i]!) ?? '') !== same.get(right[i]!)) return false;
  return true;
}

/** Where letters belong that are missing before letter `letter`: beyond the mark where the line has a mark before them. */
function placeOfMissing(
  letter: number,
  inLine: number,
  wording: string,
  offsetOf: (letter: number) => number,
  text: string,
): number {
  const before = offsetOf(letter - 1) + 1;
  const mark = letterText(wording).at[inLine]! - letterText(wording).at[inLine - 1]! > 1;
  return mark && offsetOf(letter) > before && text[before] !== '\n' ? offsetOf(letter) : before;
}

/** Of matches that overlap, those that say most of the text; ascending. */
function settled(found: readonly SayingMatch[]): SayingMatch[] {
  const exact = withoutInner(found.filter(({ slips }) => slips.length === 0));
  // What another line or edition has as it stands is right.
  const near = found.filter(
    (match) =>
      match.slips.length > 0 &&
      !match.slips.every((slip) => exact.some((right) => holdsWithin(right, slip))) &&
      !exact.some((right) => right.isWhole && overlaps(match, right) && isOfOne(match, right)),
  );
  const edits = ({ slips }: SayingMatch) => slips.reduce((sum, slip) => sum + widthOf(slip), 0);
  const best = [...near].sort((a, b) => edits(a) - edits(b) || b.length - a.length || a.start - b.start);
  const kept: SayingMatch[] = [];
  for (const match of best) if (!kept.some((other) => overlaps(other, match))) kept.push(match);
  // The right clauses of a line that has a slip elsewhere belong to that line.
  return [...exact.filter((match) => !kept.some((other) => contains(other, match))), ...kept].sort(
    (a, b) => a.start - b.start,
  );
}

/** Whether one entry has both. */
function isOfOne({ entries }: SayingMatch, other: SayingMatch): boolean {
  return other.entries.some((entry) => entries.includes(entry));
}

function holdsWithin({ start, end }: Span, slip: Span): boolean {
  return start <= slip.start && slip.end <= end && (slip.start < slip.end || (start < slip.start && slip.end < end));
}

/** Matches that lie in no other, ascending. O(n log n). */
function withoutInner(exact: readonly SayingMatch[]): SayingMatch[] {
  let reach = -1;
  return [...exact]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ end }) => {
      if (end <= reach) return false;
      reach = end;
      return true;
    });
}

function moved(match: SayingMatch, by: number): SayingMatch {
  return {
    ...match,
    start: match.start + by,
    end: match.end + by,
    slips: match.slips.map((slip) => ({ ...slip, start: slip.start + by, end: slip.end + by })),
  };
}
