/** Any one other character in wordings in which no other was ever met, and in one part of a fixed pair. */
import type { Span } from '../../text/span';
import { alikeAtEnds, isSynonym, OF_A_PLACE, VERBS, wordAt } from './wordsAtDifference';

/** A formulation of two parts of four characters. */
export const PAIR = /^(\p{Script=Han}{4})、(\p{Script=Han}{4})$/u;

/** Characters that are words by themselves, or make a wording its counterpart: 对内开放. */
const WORDS =
  /[的了地着过和与及同并且也都还更再已将要这那个等从到第一二两三四五六七八九十在为是以对于向把被让使其不内外上下左右前后东西南北高低大小新旧老少多非无有]/;

/** The one other character in the text at `start`, where it is no word that may stand there; else -1. O(length). */
function oneOtherAt(text: string, start: number, wording: string): number {
  const { head, tail } = alikeAtEnds(text, start, wording);
  if (head + tail !== wording.length - 1) return -1;
  const at = start + head;
  const written = text[at]!;
  if (!/^\p{Script=Han}{2}$/u.test(written + wording[head]!) || WORDS.test(written) || wording[head] === '的')
    return -1;
  // 全面依法治省: a place says of itself what the country does.
  if (OF_A_PLACE.test(written) || isSynonym(text, start, wording, { start: at, end: at + 1 })) return -1;
  if (head <= 1 && VERBS.has(wording.slice(0, 2))) return -1;
  // At an end it may belong to the word beyond: 坚持改革开发区….
  if (head === 0 && wordAt(text, at).start < at) return -1;
  return head === wording.length - 1 && /(?![的和与及是])\p{Script=Han}/u.test(text[at + 1] ?? '') ? -1 : at;
}

/** The other character in a wording in which no other was ever met, where it is part of no word: 中国式现待化. O(length). */
export function rigidSlipAt(text: string, start: number, wording: string): Span | undefined {
  const at = oneOtherAt(text, start, wording);
  if (at < 0) return undefined;
  // 数字经济发展新动态: another word, chosen.
  const word = wordAt(text, at);
  return word.end - word.start > 1 ? undefined : { start: at, end: at + 1 };
}

/** The other character in a fixed pair, of which one part is whole: 踏雪留印、抓铁有痕. O(length). */
export function partSlipAt(text: string, start: number, wording: string): Span | undefined {
  if (!PAIR.test(wording)) return undefined;
  const at = oneOtherAt(text, start, wording);
  return at < 0 ? undefined : { start: at, end: at + 1 };
}
