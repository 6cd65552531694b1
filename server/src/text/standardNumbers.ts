/** Reads the numbers of national, sector and local standards: GB/T 9704—2012. */
import type { Span } from './span';

/** A standard number with its edition. Offsets in UTF-16 code units. */
export interface StandardNumber extends Span {
  /** Without spaces and year, in capitals: `GB/T9704`. */
  readonly base: string;
  /** The year of the edition. */
  readonly year: number;
}

/** The dated standard numbers of `text` within `within`, ascending. O(length): every part of a number is bounded. */
export function findStandardNumbers(text: string, within: Span): StandardNumber[] {
  const found: StandardNumber[] = [];
  const pattern = /(?<![A-Za-z])([A-Z]{2,3}(?:\/[TZ])?)[ 　]?(\d{2,6}(?:\.\d{1,3})?)[-—–－]{1,2}(\d{4})(?!\d)/g;
  for (const match of text.slice(within.start, within.end).matchAll(pattern)) {
    const start = within.start + match.index;
    found.push({ start, end: start + match[0].length, base: match[1]! + match[2]!, year: Number(match[3]) });
  }
  return found;
}
