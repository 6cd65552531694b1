/**
 * The suffixes of a short text that changes, sorted no further than they are asked for: most of a draft's wording is never
 * looked up, and by the next paragraph the text is another.
 */
import type { Span } from '../text/span';
import { type Branch, countFirstUnits, FIRST_UNITS, SuffixArray, type SuffixRange } from './suffixArray';

/** Answers as a {@link SuffixArray} of the whole text does. Made in O(length + 65,536); a range is sorted by its next unit when it is first refined. */
export class LazySuffixes extends SuffixArray {
  /** How many units deep the range that begins at a rank is sorted. Ranges that begin there lie within each other. */
  readonly #depths: Uint8Array;

  constructor(text: Uint16Array) {
    const { suffixes, firstUnits } = byFirstUnit(text);
    super(text, suffixes, firstUnits);
    this.#depths = new Uint8Array(text.length);
  }

  override find(pattern: string): SuffixRange {
    let range = this.whole;
    for (let depth = 0; depth < pattern.length && range.low < range.high; depth++) {
      range = this.refine(range, depth, pattern.charCodeAt(depth));
    }
    return range;
  }

  override refineInto(from: number, to: number, depth: number, unit: number, into: Int32Array, at: number): boolean {
    this.sortRange(from, to, depth);
    return super.refineInto(from, to, depth, unit, into, at);
  }

  override *branches(range: SuffixRange, depth: number): Generator<Branch> {
    this.sortRange(range.low, range.high, depth);
    yield* super.branches(range, depth);
  }

  override sortRange(low: number, high: number, depth: number): void {
    if (high - low < 2 || this.#depths[low]! >= depth) return;
    this.#depths[low] = depth;
    if (high - low <= FEW) this.#insertionSort(low, high, depth);
    else this.#sort(low, high, depth);
  }

  #insertionSort(low: number, high: number, depth: number): void {
    const { suffixes } = this;
    for (let rank = low + 1; rank < high; rank++) {
      const suffix = suffixes[rank]!;
      const unit = this.#unit(suffix + depth);
      let to = rank;
      for (; to > low && this.#unit(suffixes[to - 1]! + depth) > unit; to--) suffixes[to] = suffixes[to - 1]!;
      suffixes[to] = suffix;
    }
  }

  #sort(low: number, high: number, depth: number): void {
    const { suffixes } = this;
    const keys = new Float64Array(high - low);
    for (let i = 0; i < keys.length; i++) {
      const suffix = suffixes[low + i]!;
      keys[i] = (this.#unit(suffix + depth) + 1) * POSITIONS + suffix;
    }
    keys.sort();
    for (let i = 0; i < keys.length; i++) suffixes[low + i] = keys[i]! % POSITIONS;
  }

  #unit(at: number): number {
    return at < this.text.length ? this.text[at]! : -1;
  }
}

/** Ranges up to this size are sorted by insertion. */
const FEW = 12;
/** More than there are positions in a text. */
const POSITIONS = 2 ** 31;

/** The suffixes by their first unit, by position within it, and where those of each unit start. */
function byFirstUnit(text: Uint16Array): { suffixes: Int32Array; firstUnits: Int32Array } {
  const suffixes = new Int32Array(text.length);
  // One place further on than the table wants it, so that counting places up leaves the starts behind.
  const ends = new Int32Array(FIRST_UNITS + 1);
  const all: Span = { start: 0, end: text.length };
  countFirstUnits(text, all, ends.subarray(1));
  for (let unit = 1; unit < FIRST_UNITS; unit++) ends[unit + 1]! += ends[unit]!;
  for (let at = 0; at < text.length; at++) suffixes[ends[text[at]! + 1]!++] = at;
  return { suffixes, firstUnits: ends.subarray(0, FIRST_UNITS) };
}
