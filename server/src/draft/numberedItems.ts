/** Finds the numbered points of a draft: 一、（一） 1. （1） at the head of a paragraph, 一是 and 第一 within it. */

import type { Span } from '../text/span';
import { citedIn } from './citedText';
import type { Draft } from './draft';

/** How a point is numbered. Those from `part` to `circled` are the {@link LEVELS} of a document. */
export type NumberingStyle =
  | 'part'
  | 'chapter'
  | 'section'
  | 'han'
  | 'bracketedHan'
  | 'digit'
  | 'bracketedDigit'
  | 'halfBracketedDigit'
  | 'circled'
  | 'isPoint'
  | 'mustPoint'
  | 'ordinal'
  | 'inlineHan'
  | 'inlineDigit';

/** A numbered point; the span is its marker (`（三）`), in UTF-16 code units of the draft. */
export interface NumberedItem extends Span {
  readonly style: NumberingStyle;
  readonly value: number;
  /** The number within the marker, which a renumbering replaces. */
  readonly numeral: Span;
  /** The index of its paragraph among those with points in them or not. */
  readonly paragraph: number;
  /** It stands at the head of its paragraph. */
  readonly leads: boolean;
}

const HAN = '[一二三四五六七八九十百零〇]{1,5}';
/** Highest first. */
const LEADING: readonly { readonly style: NumberingStyle; readonly pattern: RegExp }[] = [
  { style: 'part', pattern: new RegExp(`^第(${HAN})(?:[篇编]|部分)(?=[ \\t　：:、]|$)`) },
  { style: 'chapter', pattern: new RegExp(`^第(${HAN})章(?=[ \\t　：:、]|$)`) },
  { style: 'section', pattern: new RegExp(`^第(${HAN})节(?=[ \\t　：:、]|$)`) },
  { style: 'han', pattern: new RegExp(`^(${HAN})[、．]`) },
  { style: 'bracketedHan', pattern: new RegExp(`^[（(](${HAN})[）)](?!项|[、和至][（(])`) },
  { style: 'digit', pattern: /^(\d{1,2})(?:[．、]|\.(?!\d))(?!\d)/ },
  { style: 'bracketedDigit', pattern: /^[（(](\d{1,2})[）)](?!项|[、和至][（(])/ },
  { style: 'halfBracketedDigit', pattern: /^(\d{1,2})[）)]/ },
  { style: 'circled', pattern: /^([①-⑳])/ },
];

/** The levels of a document, highest first: those that stand at the head of a paragraph. 一是 and 第一 are none. */
export const LEVELS: readonly NumberingStyle[] = LEADING.map(({ style }) => style);

/** Within a paragraph a point begins where a sentence or clause does. */
const WITHIN: readonly { readonly style: NumberingStyle; readonly pattern: RegExp }[] = [
  {
    style: 'isPoint',
    pattern: /(?<=^|[。；：，！？;:,])([一二三四五六七八九十]{1,3})是(?!否|非|一[，、]|二[，、])/g,
  },
  { style: 'mustPoint', pattern: /(?<=^|[。；：，！？;:,])([一二三四五六七八九十]{1,3})要(?![么素])/g },
  {
    style: 'ordinal',
    pattern:
      /(?<=^|[。；：！？;:])第([一二三四五六七八九十]{1,3})(?:是(?!否)|[，,：:]|、(?![第一二三四五六七八九十]))/g,
  },
  { style: 'inlineHan', pattern: /(?<=[。；：;:])[（(]([一二三四五六七八九十]{1,3})[）)]/g },
  { style: 'inlineDigit', pattern: /(?<=[。；：;:])[（(](\d{1,2})[）)]/g },
];

/** The numbered points of a draft by place; what is quoted or stands in a title is not the draft's own. O(length), but for a lookup in the citations. */
export function numberedItems(draft: Draft): NumberedItem[] {
  const items: NumberedItem[] = [];
  const isCited = citedIn(draft);
  let paragraph = 0;
  let lastLead = -1;
  for (const block of draft.blocks) {
    if (block.kind !== 'prose' && block.kind !== 'heading') continue;
    paragraph++;
    const found = leadingItem(draft, block.start, paragraph);
    // After a comment, a line goes on as a block of its own.
    const lead = found && found.start > lastLead ? found : undefined;
    if (lead) items.push(lead);
    lastLead = lead?.start ?? lastLead;
    const from = Math.max(block.start, lead?.end ?? 0);
    const within = itemsWithin(draft.text, { start: from, end: block.end }, paragraph, lead === undefined);
    for (const item of within) if (!isCited(item)) items.push(item);
  }
  return items;
}

/** The marker at the head of the line that a block stands on: the block of a heading begins after it. */
function leadingItem(draft: Draft, blockStart: number, paragraph: number): NumberedItem | undefined {
  const { text } = draft;
  let lineStart = blockStart;
  while (lineStart > 0 && text[lineStart - 1] !== '\n' && text[lineStart - 1] !== '\r') lineStart--;
  const head = text.slice(lineStart, blockStart + 12);
  const indent = /^[ \t　]*(?:#{1,6}[ \t　]+)?/.exec(head)![0].length;
  // A comment or list bullet before the block: what it begins with is no heading.
  if (lineStart + indent > blockStart) return undefined;
  for (const { style, pattern } of LEADING) {
    const match = pattern.exec(text.slice(lineStart + indent, lineStart + indent + 12));
    if (!match) continue;
    const start = lineStart + indent;
    const numeralStart = start + match[0].indexOf(match[1]!);
    const value = readNumeral(match[1]!);
    if (value === undefined || value === 0) return undefined;
    return {
      style,
      value,
      start,
      end: start + match[0].length,
      numeral: { start: numeralStart, end: numeralStart + match[1]!.length },
      paragraph,
      leads: true,
    };
  }
  return undefined;
}

function itemsWithin(text: string, { start, end }: Span, paragraph: number, leads: boolean): NumberedItem[] {
  const content = text.slice(start, end);
  const items: NumberedItem[] = [];
  for (const { style, pattern } of WITHIN) {
    for (const match of content.matchAll(pattern)) {
      const value = readNumeral(match[1]!);
      if (value === undefined) continue;
      const at = start + match.index;
      const numeralStart = at + match[0].indexOf(match[1]!);
      items.push({
        style,
        value,
        start: at,
        end: at + match[0].replace(/[，,：:、]$/, '').length,
        numeral: { start: numeralStart, end: numeralStart + match[1]!.length },
        paragraph,
        leads: leads && match.index === 0,
      });
    }
  }
  return items.sort((a, b) => a.start - b.start);
}

const DIGITS = '零一二三四五六七八九';
const FIRST_CIRCLED = 0x2460;

/** The value of 1 to 199 in Han numerals, of digits, or of ① to ⑳; undefined for what is no ordinal. */
export function readNumeral(numeral: string): number | undefined {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  if (/^[①-⑳]$/.test(numeral)) return numeral.charCodeAt(0) - FIRST_CIRCLED + 1;
  const match = /^(一?百)?(零|〇)?([一二三四五六七八九]?十)?([一二三四五六七八九])?$/.exec(numeral);
  if (!match || numeral === '') return undefined;
  const [, hundred, zero, tens, ones] = match;
  // 一百零五, never 零五 or 一百零十.
  if (zero !== undefined && (hundred === undefined || tens !== undefined || ones === undefined)) return undefined;
  if (hundred !== undefined && tens === undefined && ones !== undefined && zero === undefined) return undefined;
  const ten = tens === undefined ? 0 : tens === '十' ? 10 : DIGITS.indexOf(tens[0]!) * 10;
  return (hundred === undefined ? 0 : 100) + ten + (ones === undefined ? 0 : DIGITS.indexOf(ones));
}

/** `value` (1 to 99) written as `like` is: 三 for Han, 3 for digits, ③; undefined where there is no such numeral. */
export function writeNumeral(value: number, like: string): string | undefined {
  if (/^\d+$/.test(like)) return String(value);
  if (/^[①-⑳]$/.test(like)) return value <= 20 ? String.fromCharCode(FIRST_CIRCLED + value - 1) : undefined;
  if (value < 1 || value > 99) return undefined;
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`;
}
