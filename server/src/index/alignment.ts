/** Compares short texts character by character: edit distance, the best place of one in another, where they differ. */
import type { Span } from '../text/span';

/** A place of a text that is like a pattern; `distance` counts added, missing and changed code units. */
export interface ApproximateMatch extends Span {
  readonly distance: number;
}

/** A stretch where two texts differ; one side may be empty. Offsets in UTF-16 code units. */
export interface Difference {
  readonly left: Span;
  readonly right: Span;
}

const WORD = 32;

/**
 * The columns of the edit distance matrix of a pattern, one code unit of text at a time, 32 rows a step.
 * Myers 1999 in the blocked form of Hyyrö 2003.
 */
class BitParallelColumns {
  readonly #words: number;
  readonly #lastBit: number;
  readonly #occurrences = new Map<number, Int32Array>();
  readonly #nowhere: Int32Array;
  readonly #up: Int32Array;
  readonly #down: Int32Array;
  /** The last row of the current column. */
  distance: number;

  /** `anywhere`: a match may begin at any place of the text, not just at its start. */
  constructor(
    pattern: string,
    readonly anywhere: boolean,
  ) {
    this.#words = Math.max(1, Math.ceil(pattern.length / WORD));
    this.#lastBit = 1 << ((pattern.length - 1) % WORD);
    this.#nowhere = new Int32Array(this.#words);
    for (let i = 0; i < pattern.length; i++) {
      const unit = pattern.charCodeAt(i);
      let bits = this.#occurrences.get(unit);
      if (!bits) {
        bits = new Int32Array(this.#words);
        this.#occurrences.set(unit, bits);
      }
      bits[i >>> 5]! |= 1 << (i & 31);
    }
    this.#up = new Int32Array(this.#words).fill(-1);
    this.#down = new Int32Array(this.#words);
    this.distance = pattern.length;
  }

  next(unit: number): void {
    const occurrences = this.#occurrences.get(unit) ?? this.#nowhere;
    let carry = this.anywhere ? 0 : 1;
    for (let word = 0; word < this.#words; word++) {
      const up = this.#up[word]!;
      const down = this.#down[word]!;
      const isLast = word === this.#words - 1;
      const top = isLast ? this.#lastBit : 1 << 31;
      let equal = occurrences[word]!;
      const vertical = equal | down;
      if (carry < 0) equal |= 1;
      const horizontal = ((((equal & up) + up) | 0) ^ up) | equal;
      let rises = down | ~(horizontal | up);
      let falls = up & horizontal;
      const out = (rises & top) !== 0 ? 1 : (falls & top) !== 0 ? -1 : 0;
      rises <<= 1;
      falls <<= 1;
      if (carry < 0) falls |= 1;
      else if (carry > 0) rises |= 1;
      this.#up[word] = falls | ~(vertical | rises);
      this.#down[word] = rises & vertical;
      carry = out;
    }
    this.distance += carry;
  }
}

/** The Levenshtein distance of two texts in UTF-16 code units. O(|left| × |right| / 32). */
export function editDistance(left: string, right: string): number {
  if (left.length === 0 || right.length === 0) return Math.max(left.length, right.length);
  const columns = new BitParallelColumns(left, false);
  for (let i = 0; i < right.length; i++) columns.next(right.charCodeAt(i));
  return columns.distance;
}

/**
 * The place of `text` with the least edit distance to `pattern`, undefined where all are above `maxDistance`.
 * Of several equally good ones, one that begins and ends as the pattern does, else the first that has another letter in
 * the place of the last one, and the one closest in length to the pattern (Sellers 1980, computed bit-parallel). O(|pattern| × |text| / 32).
 */
export function bestMatch(pattern: string, text: string, maxDistance: number): ApproximateMatch | undefined {
  if (pattern.length === 0) return undefined;
  let distance = maxDistance + 1;
  let end = -1;
  let endsAlike = false;
  const columns = new BitParallelColumns(pattern, true);
  for (let i = 0; i < text.length; i++) {
    columns.next(text.charCodeAt(i));
    const alike = text[i] === pattern.at(-1);
    // Directly after the best end so far, an equal one has another last letter instead of one too many.
    const isBetterEnd = !endsAlike && (alike || i === end);
    if (columns.distance > distance || (columns.distance === distance && (end < 0 || !isBetterEnd))) continue;
    distance = columns.distance;
    end = i + 1;
    endsAlike = alike;
  }
  if (end < 0) return undefined;
  return { start: matchStart(pattern, text, end, distance), end, distance };
}

function matchStart(pattern: string, text: string, end: number, distance: number): number {
  const columns = new BitParallelColumns(reversed(pattern), false);
  let best = end;
  let bestRank = Number.POSITIVE_INFINITY;
  for (let length = 1; length <= Math.min(end, pattern.length + distance); length++) {
    columns.next(text.charCodeAt(end - length));
    if (columns.distance !== distance) continue;
    const alike = text[end - length] === pattern[0];
    const rank = Math.abs(length - pattern.length) + (alike ? 0 : pattern.length + distance);
    if (rank > bestRank) continue;
    best = end - length;
    bestRank = rank;
  }
  return best;
}

function reversed(text: string): string {
  let result = '';
  for (let i = text.length - 1; i >= 0; i--) result += text[i];
  return result;
}

/**
 * The stretches where two texts differ along a shortest edit script, ascending; together they are as few as a
 * greedy walk back gives. O(|left| × |right|) time and memory on what is left after common ends are cut off:
 * for texts up to a few thousand code units.
 */
export function differences(left: string, right: string): Difference[] {
  let head = 0;
  while (head < left.length && head < right.length && left[head] === right[head]) head++;
  let leftEnd = left.length;
  let rightEnd = right.length;
  while (leftEnd > head && rightEnd > head && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd--;
    rightEnd--;
  }
  const rows = leftEnd - head;
  const columns = rightEnd - head;
  const width = columns + 1;
  const costs = new Uint16Array((rows + 1) * width);
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const at = row * width + column;
      if (row === 0 || column === 0) {
        costs[at] = row + column;
        continue;
      }
      const changed = left[head + row - 1] === right[head + column - 1] ? 0 : 1;
      costs[at] = Math.min(costs[at - width - 1]! + changed, costs[at - width]! + 1, costs[at - 1]! + 1);
    }
  }
  const found: Difference[] = [];
  let row = rows;
  let column = columns;
  while (row > 0 || column > 0) {
    const fromRow = row;
    const fromColumn = column;
    while (row > 0 || column > 0) {
      const cost = costs[row * width + column]!;
      const same = row > 0 && column > 0 && left[head + row - 1] === right[head + column - 1];
      if (same && costs[(row - 1) * width + column - 1]! === cost) break;
      if (row > 0 && column > 0 && costs[(row - 1) * width + column - 1]! + 1 === cost) {
        row--;
        column--;
      } else if (row > 0 && costs[(row - 1) * width + column]! + 1 === cost) row--;
      else column--;
    }
    if (row < fromRow || column < fromColumn) {
      found.push({
        left: { start: head + row, end: head + fromRow },
        right: { start: head + column, end: head + fromColumn },
      });
    }
    while (row > 0 && column > 0 && left[head + row - 1] === right[head + column - 1]) {
      if (costs[(row - 1) * width + column - 1]! !== costs[row * width + column]!) break;
      row--;
      column--;
    }
  }
  return found.reverse();
}
