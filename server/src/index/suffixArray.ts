/** Looks up patterns in a text through its sorted suffixes. */
import type { Span } from '../text/span';

/** The suffixes from `low` up to but not including `high` in sorted order: all that begin with some pattern. */
export interface SuffixRange {
  readonly low: number;
  readonly high: number;
}

export const emptyRange: SuffixRange = Object.freeze({ low: 0, high: 0 });

/** A pattern's continuation by one code unit. */
export interface Branch extends SuffixRange {
  readonly unit: number;
}

/** A text of UTF-16 code units with its suffix array, or with that of a part of it. Lookups are O(log n) for each code unit of a pattern. */
export class SuffixArray {
  /**
   * @param suffixes of `text`, all or some, sorted
   * @param firstUnits where the suffixes that begin with each code unit start, as of {@link firstUnitsOf}, where that is
   *   known: counting takes O(length)
   */
  constructor(
    readonly text: Uint16Array,
    readonly suffixes: Int32Array,
    readonly firstUnits: Int32Array = firstUnitsOf(text),
  ) {}

  get whole(): SuffixRange {
    return { low: 0, high: this.suffixes.length };
  }

  /** The suffixes of `range`, which agree on their first `depth` code units, that continue with `unit`. */
  refine(range: SuffixRange, depth: number, unit: number): SuffixRange {
    if (depth === 0 && range.low === 0 && range.high === this.suffixes.length) {
      return { low: this.firstUnits[unit]!, high: this.firstUnits[unit + 1]! };
    }
    const into = new Int32Array(2);
    return this.refineInto(range.low, range.high, depth, unit, into, 0)
      ? { low: into[0]!, high: into[1]! }
      : emptyRange;
  }

  /** {@link refine} without an object for each range: writes low and high at `into[at]`, nothing where the range is empty. */
  refineInto(from: number, to: number, depth: number, unit: number, into: Int32Array, at: number): boolean {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const own = this.#unitAt(middle, depth);
      if (own < unit) low = middle + 1;
      else if (own > unit) high = middle;
      else {
        into[at] = this.#lowerBound(low, middle, depth, unit);
        into[at + 1] = this.#upperBound(middle + 1, high, depth, unit);
        return true;
      }
    }
    return false;
  }

  /** The suffixes that begin with `pattern`. */
  find(pattern: string): SuffixRange {
    if (pattern === '') return this.whole;
    const unit = pattern.charCodeAt(0);
    let low = this.firstUnits[unit]!;
    let high = this.firstUnits[unit + 1]!;
    if (pattern.length === 1) return { low, high };
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = this.#compare(middle, pattern);
      if (order < 0) low = middle + 1;
      else if (order > 0) high = middle;
      else return { low: this.#firstOf(low, middle, pattern), high: this.#endOf(middle + 1, high, pattern) };
    }
    return emptyRange;
  }

  /** How the suffixes of `range` go on after `depth` code units, in order of the code unit; the end of the text is no branch. */
  *branches(range: SuffixRange, depth: number): Generator<Branch> {
    let low = range.low;
    while (low < range.high && this.suffixes[low]! + depth >= this.text.length) low++;
    while (low < range.high) {
      const unit = this.#unitAt(low, depth);
      const high = this.#gallop(low, range.high, depth, unit);
      yield { unit, low, high };
      low = high;
    }
  }

  /**
   * Sees to it that the suffixes of a range which agree on their first `depth` code units stand in the order of the next:
   * here they always do.
   */
  sortRange(_low: number, _high: number, _depth: number): void {}

  /** Where the suffix at `rank` stands to those that begin with `pattern`; its first unit is known to agree. */
  #compare(rank: number, pattern: string): number {
    const { text } = this;
    const start = this.suffixes[rank]!;
    for (let i = 1; i < pattern.length; i++) {
      if (start + i >= text.length) return -1;
      const difference = text[start + i]! - pattern.charCodeAt(i);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** The first of the suffixes before `to` that begins with `pattern`; `to` where none does. */
  #firstOf(from: number, to: number, pattern: string): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(middle, pattern) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #endOf(from: number, to: number, pattern: string): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(middle, pattern) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #unitAt(rank: number, depth: number): number {
    const position = this.suffixes[rank]! + depth;
    return position < this.text.length ? this.text[position]! : -1;
  }

  #lowerBound(from: number, to: number, depth: number, unit: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#unitAt(middle, depth) < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #upperBound(from: number, to: number, depth: number, unit: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#unitAt(middle, depth) <= unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The end of the run of `unit` that begins at `from`, in O(log run length): most runs are short. */
  #gallop(from: number, to: number, depth: number, unit: number): number {
    let step = 1;
    let last = from;
    while (last + step < to && this.#unitAt(last + step, depth) === unit) {
      last += step;
      step *= 2;
    }
    return this.#upperBound(last, Math.min(to, last + step), depth, unit);
  }
}

/** Code units there are, and one more: the table's last element is where all end. */
export const FIRST_UNITS = 0x10001;

/** Where the sorted suffixes of `text` that begin with each code unit start, written into `counts`. O(length). */
export function firstUnitsOf(text: Uint16Array, counts: Int32Array = new Int32Array(FIRST_UNITS)): Int32Array {
  countFirstUnits(text, { start: 0, end: text.length }, counts);
  return summedFirstUnits(counts);
}

/** Adds the code units of a stretch of text to `counts`, each one place further on. O(stretch). */
export function countFirstUnits(text: Uint16Array, { start, end }: Span, counts: Int32Array): void {
  for (let i = start; i < end; i++) counts[text[i]! + 1]!++;
}

/** The table of {@link firstUnitsOf} from the counts of all stretches, in their place. */
export function summedFirstUnits(counts: Int32Array): Int32Array {
  for (let unit = 0; unit + 1 < FIRST_UNITS; unit++) counts[unit + 1]! += counts[unit]!;
  return counts;
}
