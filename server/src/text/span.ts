/** Half-open ranges of a text. */

/** From `start` up to but not including `end`, in UTF-16 code units of the text it belongs to. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `outer` holds all of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The last element of `sorted` that starts at or before `offset`, or undefined. O(log n). */
export function lastStartingAt<T extends Span>(sorted: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}

/** The element of `sorted` (disjoint, ascending) that holds `offset`; one that ends exactly there counts too. */
export function spanAt<T extends Span>(sorted: readonly T[], offset: number): T | undefined {
  const candidate = lastStartingAt(sorted, offset);
  return candidate && offset <= candidate.end ? candidate : undefined;
}
