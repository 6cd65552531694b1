/** Lists of growing numbers in few bytes: each as its distance from one before it, seven bits to a byte (LEB128). */
import type { ChunkedArray } from './chunkedArray';

/** Bytes of the largest number. */
const LONGEST = 5;

/**
 * Appends a list and answers where it begins. A number is told by its distance from that `stride` places before: 1 for a
 * plain list, 2 for pairs. O(numbers).
 */
export function appendList(numbers: Int32Array, stride: 1 | 2, into: ChunkedArray<Uint8Array>): number {
  const start = into.length;
  const bytes = new Uint8Array((numbers.length + 1) * LONGEST);
  let end = write(numbers.length, bytes, 0);
  for (let i = 0; i < numbers.length; i++) {
    end = write(numbers[i]! - (i < stride ? 0 : numbers[i - stride]!), bytes, end);
  }
  into.append(bytes.subarray(0, end));
  return start;
}

/** The list that begins at `start`. Of damaged bytes it makes some list no longer than they are. O(numbers). */
export function readList(bytes: Uint8Array, start: number, stride: 1 | 2): Int32Array {
  let at = start;
  const next = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const length = next();
  const numbers = new Int32Array(Math.min(length >>> 0, Math.max(0, bytes.length - at)));
  for (let i = 0; i < numbers.length; i++) numbers[i] = next() + (i < stride ? 0 : numbers[i - stride]!);
  return numbers;
}

/** A number that falls is told modulo 2³²: the longest form, and rare. */
function write(number: number, bytes: Uint8Array, start: number): number {
  let at = start;
  let rest = number >>> 0;
  for (; rest >= 0x80; rest >>>= 7) bytes[at++] = (rest & 0x7f) | 0x80;
  bytes[at++] = rest;
  return at;
}
