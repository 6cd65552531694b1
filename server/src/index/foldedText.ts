/**
 * The clean text of a document put together from its key and what the key does not say of it. Of Chinese text in print the
 * key says all but one character in a hundred, so the index need not hold both.
 */
import type { OffsetMap } from '../text/offsetMap';
import { firstAtLeast } from '../util/firstAtLeast';

/** A clean text as its key and the rest. Offsets in UTF-16 code units. */
export interface FoldedText {
  readonly key: Uint16Array;
  /** From offsets of `key` to offsets of the clean text; a key is a part of it, unit by unit. */
  readonly keyToClean: OffsetMap;
  /**
   * The units that the key leaves out, in order, then those that it has in another form, in order; the whole clean text
   * instead where those are half of it: see {@link isWritten}.
   */
  readonly units: Uint16Array;
  /** Where in the clean text those in another form stand, ascending. */
  readonly changed: Int32Array;
  /** Of the clean text. */
  readonly length: number;
}

/** Whether `units` hold the whole clean text. */
export function isWritten(units: number, length: number): boolean {
  return units * 2 >= length;
}

/** What the key does not say of a clean text. O(length). */
export function restOf(clean: string, key: string, { runs }: OffsetMap): { units: string; changed: Int32Array } {
  const left: string[] = [];
  let forms = '';
  const changed: number[] = [];
  let end = 0;
  for (let run = 0; run < runs.length; run += 2) {
    const derived = runs[run]!;
    const origin = runs[run + 1]!;
    const next = run + 2 < runs.length ? runs[run + 2]! : key.length;
    if (origin > end) left.push(clean.slice(end, origin));
    end = origin + next - derived;
    for (let at = origin; at < end; at++) {
      if (clean.charCodeAt(at) === key.charCodeAt(derived + at - origin)) continue;
      changed.push(at);
      forms += clean[at];
    }
  }
  left.push(clean.slice(end));
  const units = left.join('') + forms;
  return isWritten(units.length, clean.length)
    ? { units: clean, changed: new Int32Array(0) }
    : { units, changed: Int32Array.from(changed) };
}

/** A stretch of the clean text. O(log length + stretch). */
export function cleanUnits(text: FoldedText, start: number, end: number): Uint16Array {
  const { key, units, length } = text;
  if (isWritten(units.length, length)) return units.subarray(start, end);
  const { runs } = text.keyToClean;
  const clean = new Uint16Array(Math.max(0, end - start));
  let at = start;
  for (let run = text.keyToClean.lastRunBefore(start) * 2; at < end; run += 2) {
    const isBehindAll = run >= runs.length;
    const derived = isBehindAll ? key.length : runs[run]!;
    const origin = isBehindAll ? length : runs[run + 1]!;
    // What was left out before here is as much as the clean text is ahead of the key.
    const gapEnd = Math.min(end, origin);
    if (at < gapEnd) clean.set(units.subarray(at - derived, gapEnd - derived), at - start);
    at = Math.max(at, gapEnd);
    if (isBehindAll) break;
    const next = run + 2 < runs.length ? runs[run + 2]! : key.length;
    const runEnd = Math.min(end, origin + next - derived);
    if (at < runEnd) clean.set(key.subarray(derived + at - origin, derived + runEnd - origin), at - start);
    at = Math.max(at, runEnd);
  }
  changeForms(text, start, end, clean);
  return clean;
}

/** Puts the units that the key has in another form into a stretch of clean text. */
function changeForms({ key, units, changed, length }: FoldedText, start: number, end: number, clean: Uint16Array) {
  const first = length - key.length;
  for (let i = firstAtLeast(changed, start); i < changed.length && changed[i]! < end; i++)
    clean[changed[i]! - start] = units[first + i]!;
}
