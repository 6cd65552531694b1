/** Where words begin and end in a clause, from the segmenter that is always there. */
import { intlSegmenter } from '../text/segmenter';

const segmenter = intlSegmenter();

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

/** Whether a word ends where `before` ends, when `after` follows. Both short: the segmenter is quadratic. */
export function endsWord(before: string, after: string): boolean {
  if (after === '') return true;
  let offset = 0;
  for (const word of segmenter.cut(before + after)) {
    offset += word.length;
    if (offset >= before.length) return offset === before.length;
  }
  return true;
}
