/** How a draft's wording becomes its source's: the edits, and the difference in words for a message. */
import * as l10n from '@vscode/l10n';
import { isLetter } from '../../index/letterText';
import type { QuotationSource, WordingDifference } from '../../index/quotationSource';
import { foldCodeUnit } from '../../text/keyText';
import type { TextEdit } from '../../text/textEdit';

/**
 * The edits that write the source's wording where it differs, leaving the draft's punctuation where the words are
 * equal. `offset` is where the quotation begins in `text`; offsets in UTF-16 code units of `text`.
 */
export function wordingEdits(text: string, offset: number, source: QuotationSource): TextEdit[] {
  return source.differences.map((difference) => edit(text, offset, source, difference));
}

function edit(text: string, offset: number, { passage }: QuotationSource, difference: WordingDifference): TextEdit {
  const { document } = passage;
  const start = offset + difference.quoted.start;
  const end = offset + difference.quoted.end;
  const words = document.cleanText(difference.source.start, difference.source.end).replace(/\s*\n\s*/g, '');
  if (start < end && words !== '') return { start, end, newText: words };
  const marks = marksAfter(text, end);
  if (words === '') return removal(text, start, end, marks);
  const before = marksBefore(document.cleanText(passage.start, difference.source.start), Number.POSITIVE_INFINITY);
  const after = marksAfter(document.cleanText(difference.source.end, passage.end), 0);
  // 甲，丙 for 甲，乙，丙: the mark that stands there is one of the two.
  if (marks === '') return { start, end, newText: before + words + after };
  if (before !== '') return { start: start + marks.length, end: start + marks.length, newText: words + after };
  return { start, end, newText: words };
}

/** Takes words out, and one of the two marks they stood between. */
function removal(text: string, start: number, end: number, marks: string): TextEdit {
  const before = marksBefore(text, start);
  const isBetween = before !== '' && marks !== '' && !/[“‘「『《（]$/.test(before);
  return { start: isBetween ? start - before.length : start, end, newText: '' };
}

function marksBefore(text: string, to: number): string {
  const end = Math.min(to, text.length);
  let start = end;
  while (start > 0 && isMark(text, start - 1)) start--;
  return text.slice(start, end);
}

function marksAfter(text: string, from: number): string {
  let end = from;
  while (end < text.length && isMark(text, end)) end++;
  return text.slice(from, end);
}

/** A mark within a paragraph. */
function isMark(text: string, at: number): boolean {
  return text[at] !== '\n' && !isLetter(foldCodeUnit(text.charCodeAt(at)));
}

const MOST_SHOWN = 3;

/** The differences in a few words: “科技” → “科教”; missing “深度”; extra “的”. */
export function describeDifferences(text: string, offset: number, source: QuotationSource): string {
  const parts = source.differences.slice(0, MOST_SHOWN).map(({ quoted, source: right }) => {
    const wrong = text.slice(offset + quoted.start, offset + quoted.end);
    const words = source.passage.document.cleanText(right.start, right.end).replace(/\s*\n\s*/g, '');
    if (wrong === '') return l10n.t('missing “{0}”', words);
    if (words === '') return l10n.t('extra “{0}”', wrong);
    return l10n.t('“{0}” → “{1}”', wrong, words);
  });
  const more = source.differences.length - parts.length;
  return parts.join(l10n.t('; ')) + (more > 0 ? l10n.t('; {0} more', more) : '');
}
