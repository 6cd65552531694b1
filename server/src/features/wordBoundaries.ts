/** Where words begin and end in a clause, from the segmenter that is always there. */
import { isSeparator } from '../text/characters';
import { intlSegmenter } from '../text/segmenter';

const segmenter = intlSegmenter();

/** Words of one character that a phrase does not end with. */
const LEADS_ON = new Set('和与及或在为是对向从由被把将使不要以再更最新大高跨上'.split(''));

/** The end of a clause in whole words, at most `limit` code units (one word at least). */
export function lastWords(clause: string, limit: number): string {
  if (clause.length <= limit) return clause;
  const words = segmenter.cut(clause);
  let start = 0;
  for (const word of words.slice(0, -1)) {
    if (clause.length - start <= limit) break;
    start += word.length;
  }
  return clause.slice(start);
}

/**
 * Whether a suggestion may end where `before` ends, when `after` follows: at the end of a word, and not at a word
 * of one character that leads on to what follows (全会和, 经济更).
 * Both short: the segmenter is quadratic.
 */
export function endsPhrase(before: string, after: string): boolean {
  if (after === '') return true;
  let offset = 0;
  for (const word of segmenter.cut(before + after)) {
    offset += word.length;
    if (offset < before.length) continue;
    const isLone = word.length === 1 && LEADS_ON.has(word) && !isSeparator(after.charCodeAt(0));
    return offset === before.length && !isLone;
  }
  return true;
}
