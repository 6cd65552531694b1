/** Puts a continuation, predicted in key characters, into the words of its source. */
import type { Corpus, Occurrence } from '../../index/corpus';
import type { Continuation } from '../../index/nextText';
import { citableFirst } from './provenance';

export interface Worded {
  readonly text: string;
  /** The few characters that follow in the first source. */
  readonly next: string;
  readonly sources: readonly Occurrence[];
}

const LOOKED_AT = 60;
const LOOK_AHEAD = 4;

/** Digits, letters and percent signs as wide as a Chinese character. */
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ％]/g;
const FULL_TO_HALF = 0xff01 - 0x21;

/**
 * A continuation in the words of its first source, or undefined where every source is gone. Digits, letters and percent
 * signs are half-width (as GB/T 15835 prints them), unless `line`, what stands before, has them full-width.
 */
export function worded(corpus: Corpus, continuation: Continuation, line: string): Worded | undefined {
  const length = continuation.contextLength + continuation.key.length;
  const own = citableFirst(corpus.inRanges(continuation.ranges, length, LOOKED_AT));
  const sources = own.length > 0 ? own : citableFirst(corpus.inRanges(continuation.ranges, length, LOOKED_AT, true));
  const first = sources[0];
  if (!first) return undefined;
  const { start, end } = first.document.cleanSpan({ start: first.start + continuation.contextLength, end: first.end });
  return {
    text: inWidthOf(line, first.document.cleanText(start, end)),
    next: first.document.cleanText(end, end + LOOK_AHEAD),
    sources,
  };
}

function inWidthOf(line: string, text: string): string {
  if (line.search(FULL_WIDTH) >= 0) return text;
  return text.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_TO_HALF));
}
