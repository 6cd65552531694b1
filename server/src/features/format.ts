/** Brings the written form of a draft into order, wording untouched: marks, digits, spaces, numbers of headings, indents. */
import type { Draft } from '../draft/draft';
import { fullWidthEdits } from '../draft/fullWidthMarks';
import { numberedItems } from '../draft/numberedItems';
import { parseDraft } from '../draft/parseDraft';
import type { Span } from '../text/span';
import type { TextEdit } from '../text/textEdit';
import { spacingEdits } from './formatSpacing';

/** One change may make room for another; more rounds than these were never needed. */
const MOST_ROUNDS = 5;

/**
 * The edits that format the lines that meet `within` (all of them by default), one a line at most, ascending. Formatting
 * what is formatted changes nothing, and no letter, digit or Han character is added or lost; width apart. Marks as
 * GB/T 15834 has them, half-width digits as GB/T 15835; code, tables and front matter are left. O(length).
 */
export function formatDraft(draft: Draft, within: Span = { start: 0, end: draft.text.length }): TextEdit[] {
  let formatted = draft;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const text = applied(formatted.text, roundOf(formatted));
    if (text === formatted.text) break;
    formatted = parseDraft(draft.uri, text);
  }
  return changedLines(draft, formatted).filter(({ start, end }) => start <= within.end && end >= within.start);
}

function roundOf(draft: Draft): TextEdit[] {
  const edits = draft.blocks.flatMap((block) => (block.sentences.length > 0 ? fullWidthEdits(draft.text, block) : []));
  return [...edits, ...numberEdits(draft), ...spacingEdits(draft)];
}

/** What follows the number of a heading: 一、 （一） 1. （1）, GB/T 15834 and GB/T 9704. */
function numberEdits(draft: Draft): TextEdit[] {
  return numberedItems(draft).flatMap((item): TextEdit[] => {
    if (!item.leads) return [];
    const after = { start: item.numeral.end, end: item.end };
    const mark = draft.text.slice(after.start, after.end);
    if (item.style === 'digit' && mark !== '.' && !/\d/.test(draft.text[after.end] ?? '')) {
      return [{ ...after, newText: '.' }];
    }
    if (item.style === 'han' && mark !== '、') return [{ ...after, newText: '、' }];
    const isBracketed = item.style === 'bracketedHan' || item.style === 'bracketedDigit';
    if (isBracketed && draft.text[item.end] === '、') return [{ start: item.end, end: item.end + 1, newText: '' }];
    return [];
  });
}

/** The text after edits; of two that overlap the earlier one, and the next round sees to the other. */
function applied(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, newText } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at) continue;
    pieces.push(text.slice(at, start), newText);
    at = end;
  }
  return pieces.join('') + text.slice(at);
}

/** The lines that differ, without what they have in common at both ends: no round adds or takes a line. */
function changedLines(before: Draft, after: Draft): TextEdit[] {
  return before.lineStarts.flatMap((start, line): TextEdit[] => {
    const old = lineOf(before, line);
    const now = lineOf(after, line);
    if (old === now) return [];
    const shorter = Math.min(old.length, now.length);
    let head = 0;
    while (head < shorter && old[head] === now[head]) head++;
    let tail = 0;
    while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
    return [{ start: start + head, end: start + old.length - tail, newText: now.slice(head, now.length - tail) }];
  });
}

function lineOf({ text, lineStarts }: Draft, line: number): string {
  return text.slice(lineStarts[line], lineStarts[line + 1] ?? text.length);
}
