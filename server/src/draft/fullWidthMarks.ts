/** Half-width and straight marks in a block of Chinese text, and the full-width ones that belong there (GB/T 15834). */
import { isHan } from '../text/characters';
import { lastStartingAt, overlaps } from '../text/span';
import type { TextEdit } from '../text/textEdit';
import type { Block } from './draft';

const FULL: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！' };
const CANDIDATE = /[,:;?!()"']/;
/** What is no running text: code, formulas, links and their targets, tags, addresses, paths. Bounded, so that what is never closed costs no more than what is. */
const FOREIGN =
  /`+[^`]*`+|\$[^$\n]{1,500}\$|!?\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\)|<[^<>\n]{1,300}>|[a-z][a-z0-9+.-]{0,20}:\/\/[^\s\u3000-\u303f\uff00-\uff60]+|www\.[^\s\u3000-\u303f\uff00-\uff60]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|[A-Za-z]:\\[^\s，。；]*|&#?\w{1,10};|:[a-z][a-z0-9_+-]*:/giu;
/** Longer brackets are two that do not belong together. */
const LONGEST_BRACKET = 200;

/** The edits that make a block's marks full-width, ascending; each replaces the mark and what space follows it. */
export function fullWidthEdits(text: string, block: Block): TextEdit[] {
  const start = startWithNumber(text, block);
  const content = text.slice(start, block.end);
  if (!CANDIDATE.test(content) || !/\p{Script=Han}/u.test(content)) return [];
  const foreign = [...content.matchAll(FOREIGN)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  const isForeign = (at: number) => {
    const span = lastStartingAt(foreign, at);
    return span !== undefined && overlaps(span, { start: at, end: at + 1 });
  };
  const found: TextEdit[] = [];
  const add = (at: number, newText: string, end = at + 1) =>
    found.push({ start: start + at, end: start + end, newText });
  for (let i = 0; i < content.length; i++) {
    const full = FULL[content[i]!];
    if (full !== undefined && !isForeign(i) && isChineseMark(content, i)) add(i, full, endWithSpace(content, i + 1));
  }
  for (const [at, newText] of [...bracketEdits(content, isForeign), ...quotationEdits(content, isForeign)]) {
    add(at, newText);
  }
  return found;
}

/** Where the bracketed number before a heading begins: the block begins after it. */
function startWithNumber(text: string, block: Block): number {
  let lineStart = block.start;
  while (lineStart > 0 && text[lineStart - 1] !== '\n' && text[lineStart - 1] !== '\r') lineStart--;
  const number = /[（(][^()（）]{1,5}[）)][ 、]?$/.exec(text.slice(lineStart, block.start));
  return number ? lineStart + number.index : block.start;
}

/** Past the spaces between a mark and the Chinese character after it: a full-width mark has its own. */
function endWithSpace(content: string, at: number): number {
  let end = at;
  while (content[end] === ' ') end++;
  return end < content.length && isChinese(content, end) ? end : at;
}

/** Whether the character is Han, Chinese punctuation or full-width. */
function isChinese(content: string, at: number): boolean {
  const code = content.charCodeAt(at);
  return (
    isHan(code) ||
    (code >= 0x3001 && code <= 0x301f) ||
    (code >= 0xff01 && code <= 0xff65) ||
    (code >= 0x2018 && code <= 0x201d)
  );
}

/**
 * A mark after a Han character or Chinese closing mark is Chinese; after a figure or a Latin word it is where a Han character
 * follows. A colon after a Latin word may be a label, between figures a time or ratio.
 */
function isChineseMark(content: string, at: number): boolean {
  let left = at - 1;
  while (left >= 0 && /["')]/.test(content[left]!)) left--;
  if (left < 0) return false;
  let right = at + 1;
  while (content[right] === ' ') right++;
  if (isChinese(content, left)) {
    // :) and ;-D are no punctuation.
    return !/^[:;]-?[()DPp](?![\p{L}\d])/u.test(content.slice(at, at + 4));
  }
  if (content[at] === ':' && !/[%\d]/.test(content[left]!)) return false;
  return /[A-Za-z0-9%‰℃]/.test(content[left]!) && right < content.length && isHan(content.charCodeAt(right));
}

/** Brackets with Chinese in them or right around them; one half-width bracket of a mixed pair. */
function bracketEdits(content: string, isForeign: (at: number) => boolean): [number, string][] {
  const found: [number, string][] = [];
  const open: number[] = [];
  for (let i = 0; i < content.length; i++) {
    const character = content[i]!;
    if (!/[()（）]/.test(character) || isForeign(i)) continue;
    if (character === '(' || character === '（') {
      open.push(i);
      continue;
    }
    const start = open.pop();
    if (start === undefined || i - start > LONGEST_BRACKET) continue;
    const isMixed = (content[start] === '(') !== (character === ')');
    if (!isMixed && (character === '）' || !isChineseBracket(content, start, i))) continue;
    if (content[start] === '(') found.push([start, '（']);
    if (character === ')') found.push([i, '）']);
  }
  return found;
}

function isChineseBracket(content: string, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) if (isHan(content.charCodeAt(i))) return true;
  return start > 0 && isChinese(content, start - 1) && (end + 1 >= content.length || isChinese(content, end + 1));
}

/** Straight quotation marks that pair up around Chinese words. */
function quotationEdits(content: string, isForeign: (at: number) => boolean): [number, string][] {
  const found: [number, string][] = [];
  for (const [mark, open, close] of [
    ['"', '“', '”'],
    ["'", '‘', '’'],
  ] as const) {
    const marks: number[] = [];
    for (let i = 0; i < content.length; i++) if (content[i] === mark && !isForeign(i)) marks.push(i);
    // '' is markup.
    if (marks.some((at) => content[at + 1] === mark)) continue;
    // Inches, seconds and apostrophes do not pair up.
    if (marks.length % 2 === 1) continue;
    const pairs = marks.flatMap((at, i) => (i % 2 === 0 ? [[at, marks[i + 1]!] as const] : []));
    if (!pairs.every(([from, to]) => isQuotation(content, from, to))) continue;
    for (const [from, to] of pairs) found.push([from, open], [to, close]);
  }
  return found;
}

function isQuotation(content: string, from: number, to: number): boolean {
  const inside = content.slice(from + 1, to);
  return /\p{Script=Han}/u.test(inside) && inside === inside.trim() && !/\d/.test(content[from - 1] ?? '');
}
