/** Splits a text into paragraphs, sentences and clauses. */
import { isClauseEnd, isClosing, isSentenceEnd } from './characters';
import type { Span } from './span';

const SPACE = /\s/;

function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && SPACE.test(text[from]!)) from++;
  while (to > from && SPACE.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}

/** The non-empty lines of `text` within `within`, without surrounding spaces. O(length). */
export function paragraphs(text: string, within: Span = { start: 0, end: text.length }): Span[] {
  const spans: Span[] = [];
  let start = within.start;
  while (start < within.end) {
    let end = text.indexOf('\n', start);
    if (end < 0 || end > within.end) end = within.end;
    const span = trimmed(text, start, end);
    if (span.start < span.end) spans.push(span);
    start = end + 1;
  }
  return spans;
}

/** The sentences of a paragraph, each with its closing marks; a remainder without a full stop is one too. O(length). */
export function sentences(text: string, paragraph: Span): Span[] {
  return split(text, paragraph, isSentenceEnd);
}

/** The clauses of a sentence, without the punctuation that ends them. O(length). */
export function clauses(text: string, sentence: Span): Span[] {
  const spans: Span[] = [];
  let start = sentence.start;
  for (let i = sentence.start; i <= sentence.end; i++) {
    if (i < sentence.end && !isClauseEnd(text[i]!) && !isSentenceEnd(text[i]!)) continue;
    if (isThousandsSeparator(text, i)) continue;
    const span = trimmed(text, start, i);
    if (span.start < span.end) spans.push(span);
    start = i + 1;
  }
  return spans;
}

function split(text: string, within: Span, ends: (character: string) => boolean): Span[] {
  const spans: Span[] = [];
  let start = within.start;
  for (let i = within.start; i < within.end; i++) {
    if (!ends(text[i]!)) continue;
    while (i + 1 < within.end && (ends(text[i + 1]!) || isClosing(text[i + 1]!))) i++;
    const span = trimmed(text, start, i + 1);
    if (span.start < span.end) spans.push(span);
    start = i + 1;
  }
  const rest = trimmed(text, start, within.end);
  if (rest.start < rest.end) spans.push(rest);
  return spans;
}

const DIGIT = /\d/;

function isThousandsSeparator(text: string, at: number): boolean {
  return (text[at] === ',' || text[at] === ':') && DIGIT.test(text[at - 1] ?? '') && DIGIT.test(text[at + 1] ?? '');
}
