/** Maps offsets of a text to offsets of the text it was made from, as runs of equal difference. */

/**
 * A monotone map from offsets of a derived text to offsets of its origin, in UTF-16 code units.
 * Stored as runs `[derived, origin]` in one Int32Array: inside a run both grow by one. Memory is
 * proportional to the number of places where something was removed, inserted or joined.
 */
export class OffsetMap {
  constructor(readonly runs: Int32Array) {}

  static readonly identity = new OffsetMap(Int32Array.of(0, 0));

  /** The offset in the origin of the code unit at `derived`. O(log runs). */
  toOrigin(derived: number): number {
    const run = this.#lastRun(derived, 0);
    return this.runs[run * 2 + 1]! + (derived - this.runs[run * 2]!);
  }

  /**
   * The first offset of the derived text whose origin is at or after `origin`: where a place of the
   * origin is found again. A removed place maps to what follows it. O(log runs).
   */
  fromOrigin(origin: number): number {
    const run = this.#lastRun(origin, 1);
    const candidate = this.runs[run * 2]! + Math.max(0, origin - this.runs[run * 2 + 1]!);
    const next = (run + 1) * 2;
    return next < this.runs.length ? Math.min(candidate, this.runs[next]!) : candidate;
  }

  /** A span of the derived text as the span of its origin, from its first to its last code unit. */
  spanToOrigin(start: number, end: number): { start: number; end: number } {
    if (end <= start) {
      const at = this.toOrigin(start);
      return { start: at, end: at };
    }
    return { start: this.toOrigin(start), end: this.toOrigin(end - 1) + 1 };
  }

  /** The last run that begins at or before an offset of the origin, the first one where none does. O(log runs). */
  lastRunBefore(origin: number): number {
    return this.#lastRun(origin, 1);
  }

  #lastRun(offset: number, column: 0 | 1): number {
    let low = 0;
    let high = this.runs.length >>> 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.runs[middle * 2 + column]! <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}

/** Collects a derived text together with the map to its origin. */
export class MappedTextBuilder {
  #parts: string[] = [];
  #runs: number[] = [];
  #length = 0;
  #difference = Number.NaN;

  get length(): number {
    return this.#length;
  }

  /** Appends `text` (all of it from consecutive code units) that began at `origin`. */
  append(text: string, origin: number): void {
    if (text.length === 0) return;
    const difference = origin - this.#length;
    if (difference !== this.#difference) {
      this.#runs.push(this.#length, origin);
      this.#difference = difference;
    }
    this.#parts.push(text);
    this.#length += text.length;
  }

  finish(): { text: string; map: OffsetMap } {
    const runs = this.#runs.length > 0 ? this.#runs : [0, 0];
    return { text: this.#parts.join(''), map: new OffsetMap(Int32Array.from(runs)) };
  }
}

/** The map from the text `outer` derives to the origin of `inner`. */
export function composeMaps(outer: OffsetMap, outerLength: number, inner: OffsetMap): OffsetMap {
  const runs: number[] = [];
  let difference = Number.NaN;
  const push = (derived: number, origin: number) => {
    if (origin - derived === difference) return;
    difference = origin - derived;
    runs.push(derived, origin);
  };
  const innerRuns = inner.runs;
  for (let i = 0; i < outer.runs.length; i += 2) {
    const derived = outer.runs[i]!;
    const end = i + 2 < outer.runs.length ? outer.runs[i + 2]! : outerLength;
    const middle = outer.runs[i + 1]!;
    push(derived, inner.toOrigin(middle));
    for (let j = firstRunAfter(innerRuns, middle); j < innerRuns.length; j += 2) {
      const at = derived + (innerRuns[j]! - middle);
      if (at >= end) break;
      push(at, innerRuns[j + 1]!);
    }
  }
  return new OffsetMap(Int32Array.from(runs.length > 0 ? runs : [0, 0]));
}

function firstRunAfter(runs: Int32Array, derived: number): number {
  let low = 0;
  let high = runs.length >>> 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (runs[middle * 2]! <= derived) low = middle + 1;
    else high = middle;
  }
  return low * 2;
}
