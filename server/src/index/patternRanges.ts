/** Looks many patterns up in a segment at once, such as all short stretches of a paragraph. */
import type { Segment } from './segment';

/**
 * Where a segment holds each of several patterns of `length` code units, which stand one after the other in `patterns`:
 * low and high of each range of sorted suffixes. O(patterns · log n). The searches keep in step, so that the processor
 * waits for many places of a large memory together and not for one after the other.
 */
export function patternRanges({ suffixes: array }: Segment, patterns: Uint16Array, length: number): Int32Array {
  const { text, suffixes, firstUnits } = array;
  const compare = (rank: number, from: number): number => {
    const start = suffixes[rank]!;
    for (let i = 1; i < length; i++) {
      if (start + i >= text.length) return -1;
      const difference = text[start + i]! - patterns[from + i]!;
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const count = patterns.length / length;
  const ranges = new Int32Array(count * 2);
  // What is known to lie behind all suffixes that begin with each pattern.
  const limits = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const unit = patterns[i * length]!;
    ranges[i * 2] = firstUnits[unit]!;
    ranges[i * 2 + 1] = firstUnits[unit + 1]!;
    limits[i] = firstUnits[unit + 1]!;
  }
  // The first suffix that begins with each pattern: both ends meet there.
  for (let isOpen = true; isOpen; ) {
    isOpen = false;
    for (let i = 0; i < count; i++) {
      const low = ranges[i * 2]!;
      const high = ranges[i * 2 + 1]!;
      if (low >= high) continue;
      isOpen = true;
      const middle = (low + high) >>> 1;
      const order = compare(middle, i * length);
      if (order < 0) ranges[i * 2] = middle + 1;
      else ranges[i * 2 + 1] = middle;
      if (order > 0) limits[i] = middle;
    }
  }
  // The first behind those that do.
  for (let isOpen = true; isOpen; ) {
    isOpen = false;
    for (let i = 0; i < count; i++) {
      const low = ranges[i * 2 + 1]!;
      const high = limits[i]!;
      if (low >= high) continue;
      isOpen = true;
      const middle = (low + high) >>> 1;
      if (compare(middle, i * length) <= 0) ranges[i * 2 + 1] = middle + 1;
      else limits[i] = middle;
    }
  }
  return ranges;
}
