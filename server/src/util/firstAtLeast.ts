/** Looks numbers up in ascending lists. */

/** The index of the first of ascending `values` that is at least `least`; their number where none is. O(log values). */
export function firstAtLeast(values: ArrayLike<number>, least: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
