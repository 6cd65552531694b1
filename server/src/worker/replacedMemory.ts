/**
 * Gives back the memory of index segments that were replaced. Threads share it, so it stays until each of them has
 * collected its garbage, which one with little to do does late or never.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Corpus } from '../index/corpus';

/** Bytes; less is not worth the tens of milliseconds that collecting takes. */
const WORTHWHILE = 2 ** 20;

/** Whether so much memory is no longer looked at once `after` is in the place of `before` that collecting is worth it. */
export function isMuchReplaced(before: Corpus, after: Corpus): boolean {
  const kept = new Set(after.parts.map(({ segment }) => segment));
  const replaced = before.parts.filter(({ segment }) => !kept.has(segment));
  return replaced.reduce((sum, { segment }) => sum + segment.buffer.byteLength, 0) >= WORTHWHILE;
}

let collect: (() => void) | undefined;

/** Collects the garbage of this thread, at once: 10 to 50 ms in which it does nothing else. */
export function collectGarbage(): void {
  if (!collect) {
    // A context that is made after the flag was set has the function; this one was made before.
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}
