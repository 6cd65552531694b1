/** Where the words of a query stand in a passage that was found for it. */
import { letterText } from '../index/letterText';
import type { Span } from '../text/span';

/** Shorter stretches are in any passage. */
const SHORTEST = 2;
/** Nobody asks for more, and the time grows with it. */
const LONGEST_QUERY = 200;

/**
 * The stretches of `passage` that hold the query's letters, ascending and disjoint, in UTF-16 code units: the whole
 * query where the passage has it, else every longest stretch of two letters or more in the order of the passage.
 * Marks, spaces and width do not count. O(passage × longest stretch).
 */
export function matchedWords(passage: string, query: string): Span[] {
  const { letters, at } = letterText(passage);
  const wanted = letterText(query).letters.slice(0, LONGEST_QUERY);
  const span = (from: number, to: number): Span => ({ start: at[from]!, end: at[to - 1]! + 1 });
  const whole = wanted === '' ? -1 : letters.indexOf(wanted);
  if (whole >= 0) return [span(whole, whole + wanted.length)];
  const spans: Span[] = [];
  for (let from = 0; from < letters.length; ) {
    let to = from + SHORTEST;
    if (to > letters.length || !wanted.includes(letters.slice(from, to))) {
      from++;
      continue;
    }
    while (to < letters.length && wanted.includes(letters.slice(from, to + 1))) to++;
    spans.push(span(from, to));
    from = to;
  }
  return spans;
}
