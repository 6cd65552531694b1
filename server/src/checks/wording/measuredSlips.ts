/**
 * Differences from wordings of which was measured how often they were met, and in which of their parts something else was
 * met too (`met` and `open` of a formulation): what stands in another part of them is a slip.
 */
import type { Formulation } from '../../knowledge/schemas';
import type { Span } from '../../text/span';
import type { NearWording } from './nearWordings';
import { type Difference, NearlyThere } from './oneDifference';
import { isSynonym, OF_A_PLACE, VERBS, wordAt } from './wordsAtDifference';

/** How often a wording must have been met for nothing else in a part of it to say something: the shorter, the more often. */
const OFTEN: readonly (readonly [length: number, met: number])[] = [
  [16, 4],
  [12, 10],
  [10, 25],
  [9, 30],
  [8, 40],
  [7, 60],
  [5, 80],
];
/** For one character more or less, or two others. */
const LENGTH_CHANGED = [
  { length: 16, met: 4, before: 3, after: 3 },
  { length: 12, met: 20, before: 3, after: 3 },
  { length: 7, met: 60, before: 3, after: 2 },
];
const WORD_CHANGED = { length: 12, met: 20, before: 3, after: 3 };
/** For the last character, where nothing of the sentence is joined to it. */
const LAST_CHANGED = { length: 8, met: 100, before: 3, after: 0 };
/** What is one other character must leave on either side. */
const BEFORE = 2;
const AFTER = 1;
const AFTER_SHORT = 2;
/** In a shorter one the other character must be part of no word. */
const LONG = 7;

/** Characters that may be put into a wording, or taken out of it, and leave it good Chinese. */
const FREE =
  /[的了地着过得和与及同并且也都还更再已将要这那个些等从到动进第一二两三四五六七八九十百双几各在为是以对于向把被让使其不们我之所才就又很最多大小新旧老好出来上下中内里前后起去总副分者性型化全党]|\P{Script=Han}/u;
/** Characters that are words by themselves, or make a wording its counterpart. */
const WORDS =
  /[的了地着过得和与及同并且也都还更再已将要这那个些等从到第一二两三四五六七八九十百几各在为是以对于向把被让使其不们我]|\P{Script=Han}/u;

interface Measured {
  readonly met: number;
  /** Which characters of the wording stand in an open part. */
  readonly open: ReadonlySet<number>;
}

/** The formulations that were measured. */
export class MeasuredSlips {
  /** Those that were met often enough, and what was met in the place of their parts. */
  readonly #measured = new Map<string, Measured>();
  readonly #near: NearlyThere;

  constructor(formulations: readonly Formulation[]) {
    for (const { text, met, open } of formulations)
      if (met !== undefined) this.#measured.set(text, { met, open: placesOf(text, open) });
    this.#near = new NearlyThere(
      [...this.#measured].filter(([text, { met }]) => met >= oftenFor(text.length)).map(([text]) => text),
    );
  }

  /** Whether something else was met in the place of the characters of a wording from `from` to `to`. */
  isOpen(wording: string, from: number, to: number): boolean {
    const open = this.#measured.get(wording)?.open;
    if (!open) return false;
    for (let place = from; place < to; place++) if (open.has(place)) return true;
    return false;
  }

  /** The slips in `text` within `within`. O(length × wordings that share a seed). */
  *find(text: string, within: Span): Generator<NearWording> {
    for (const found of this.#near.find(text, within.start, within.end)) {
      if (!isSlip(text, found, this.#measured.get(found.wording)!)) continue;
      const { start, end, wording, at, written } = found;
      // What was left out is shown by the characters beside it.
      const different =
        written > 0 ? { start: start + at, end: start + at + written } : { start: start + at - 1, end: start + at + 1 };
      yield { start, end, wording, different, isMeasured: true };
    }
  }
}

function oftenFor(length: number): number {
  return OFTEN.find(([least]) => length >= least)?.[1] ?? Number.POSITIVE_INFINITY;
}

function placesOf(text: string, open: readonly string[] = []): ReadonlySet<number> {
  const places = new Set<number>();
  for (const part of open)
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
      for (let i = 0; i < part.length; i++) places.add(at + i);
  return places;
}

function isSlip(text: string, found: Difference, { met, open }: Measured): boolean {
  const { start, wording, at, right, written } = found;
  for (let i = right === 0 ? at - 1 : at; i < at + Math.max(right, 1); i++) if (open.has(i)) return false;
  const after = wording.length - at - right;
  const words = [text.slice(start + at, start + at + written), wording.slice(at, at + right)] as const;
  if (right === 1 && written === 1) {
    if (at < BEFORE || words.some((word) => WORDS.test(word)) || OF_A_PLACE.test(words[0])) return false;
    if (areVerbs(text, found)) return false;
    if (after < AFTER)
      return isEnough(LAST_CHANGED, wording, met, at, after) && !/\p{Script=Han}/u.test(text[found.end] ?? '');
    if (wording.length >= LONG) return true;
    if (after < AFTER_SHORT) return false;
    const word = wordAt(text, start + at);
    return word.end - word.start === 1;
  }
  if (right + written === 1) {
    // 结合起来 for 相结合: what is left out near the end may go on otherwise.
    const kept = right === 1 ? after : after + 1;
    if (!LENGTH_CHANGED.some((least) => isEnough(least, wording, met, at, kept))) return false;
    return right === 1 ? words[1] === '性' || !FREE.test(words[1]) : !FREE.test(words[0]);
  }
  return (
    right === written &&
    isEnough(WORD_CHANGED, wording, met, at, after) &&
    !words.some((word) => WORDS.test(word)) &&
    !OF_A_PLACE.test(words[0]) &&
    !areVerbs(text, found)
  );
}

function isEnough(least: typeof WORD_CHANGED, wording: string, met: number, at: number, after: number): boolean {
  return wording.length >= least.length && met >= least.met && at >= least.before && after >= least.after;
}

/** 扎实推动乡村全面振兴: another verb, which speakers choose. */
function areVerbs(text: string, { start, wording, at, written }: Difference): boolean {
  if (isSynonym(text, start, wording, { start: start + at, end: start + at + written })) return true;
  for (let i = at - 1; i <= at; i++)
    if (VERBS.has(text.slice(start + i, start + i + 2)) && VERBS.has(wording.slice(i, i + 2))) return true;
  return false;
}
