/** Parses a draft: Markdown, plain text or gongwen, all read alike. One pass over the lines; never fails. */
import { isHan } from '../text/characters';
import type { Span } from '../text/span';
import {
  type Block,
  type BlockKind,
  type Draft,
  type FrontMatter,
  type Heading,
  type IgnoreComment,
  isReadable,
} from './draft';
import { readHeadingLine } from './headings';
import { blockOf, ParsedDraft } from './parsedDraft';

/** A line that may begin or end a block of code. */
export const FENCE = /^ {0,3}(`{3,}|~{3,})/;
export const COMMENT_START = '<!--';

export interface Line extends Span {
  readonly text: string;
}

/**
 * Parses `text` (line ends `\n`, `\r\n` or `\r`). O(length). All spans are in UTF-16 code units of `text`.
 * What is not prose (front matter, fenced code, comments, tables) is set apart as blocks of its own.
 */
export function parseDraft(uri: string, text: string): Draft {
  const lineStarts = [0, ...lineStartsIn(text, 0, text.length)];
  const comments: Span[] = [];
  const blocks: Block[] = [];
  const headings: Heading[] = [];
  const frontMatter = readFrontMatter(text);
  if (frontMatter) blocks.push(blockOf('frontMatter', frontMatter, text));
  let fence: { mark: string; start: number } | undefined;
  // How far comments and front matter reach: what lies before is read already.
  let readTo = frontMatter?.end ?? byteOrderMarkLength(text);

  for (const line of linesFrom(text, readTo)) {
    if (line.end < readTo) continue;
    const fenceMark = line.start < readTo ? undefined : FENCE.exec(line.text)?.[1];
    if (fence) {
      if (fenceMark?.startsWith(fence.mark) && line.text.trim() === fenceMark) {
        blocks.push(blockOf('code', { start: fence.start, end: line.end }, text));
        fence = undefined;
      }
      continue;
    }
    if (fenceMark) {
      fence = { mark: fenceMark, start: line.start };
      continue;
    }
    let start = Math.max(line.start, readTo);
    for (let comment = commentIn(text, line, start); comment; comment = commentIn(text, line, start)) {
      if (comment.start > start) addLine(text, { start, end: comment.start }, blocks, headings);
      comments.push(comment);
      blocks.push(blockOf('comment', comment, text));
      readTo = comment.end;
      start = comment.end;
    }
    if (start < line.end) addLine(text, { start, end: line.end }, blocks, headings);
  }
  if (fence) blocks.push(blockOf('code', { start: fence.start, end: text.length }, text));
  blocks.sort((a, b) => a.start - b.start);

  const ignoreComments = comments.flatMap((comment) => readIgnore(text, comment));
  return new ParsedDraft({ uri, text, lineStarts, blocks, headings, ignoreComments, frontMatter });
}

/** Adds what stands in a line outside of front matter, code and comments: what it is depends on no other line. */
export function addLine(text: string, line: Span, blocks: Block[], headings: Heading[]): void {
  const content = text.slice(line.start, line.end);
  const trimmed = content.trim();
  if (trimmed === '') return;
  const start = line.start + content.indexOf(trimmed[0]!);
  const end = start + trimmed.length;
  const kind: BlockKind = /^\|.*\|$/.test(trimmed) ? 'table' : trimmed.startsWith('>') ? 'blockQuote' : 'prose';
  if (kind === 'table') {
    blocks.push(blockOf(kind, { start, end }, text));
    return;
  }
  const heading = kind === 'prose' ? readHeadingLine(content) : undefined;
  if (!heading) {
    const prose = { start: start + markerLength(trimmed), end };
    if (prose.start < prose.end) blocks.push(blockOf(kind, prose, text));
    return;
  }
  const title = { start: line.start + heading.titleStart, end: line.start + heading.titleEnd };
  headings.push({
    start,
    end: title.end,
    level: heading.level,
    title: text.slice(title.start, title.end).trim(),
    ...(heading.numbering && { numbering: heading.numbering }),
  });
  const whole = { start: title.start, end };
  blocks.push(blockOf(heading.runIn ? 'prose' : 'heading', whole, text));
}

/** The length of a list bullet or quote mark at the start of a trimmed line. */
function markerLength(line: string): number {
  return /^(?:>[ \t>]*|[-*+][ \t]+)/.exec(line)?.[0].length ?? 0;
}

/** The offset of each line of `text` that begins after `from` and up to `to`. */
export function lineStartsIn(text: string, from: number, to: number): number[] {
  const starts: number[] = [];
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** The lines of `text` from the one that begins at `from` up to `to`, without their ends. */
export function* linesFrom(text: string, from: number, to = text.length): Generator<Line> {
  let start = from;
  while (start < to) {
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
    yield { start, end, text: text.slice(start, end) };
    start = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
}

function byteOrderMarkLength(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

function readFrontMatter(text: string): FrontMatter | undefined {
  const bom = byteOrderMarkLength(text);
  if (!/^---[ \t]*\r?\n/.test(text.slice(bom, bom + 12))) return undefined;
  const values: Record<string, string> = {};
  let first = true;
  for (const line of linesFrom(text, bom)) {
    if (!first && /^(?:---|\.\.\.)[ \t]*$/.test(line.text)) return { start: 0, end: line.end, values };
    first = false;
    if (line.text.length > 1000) return undefined;
    const pair = /^([A-Za-z][\w.-]*)[ \t]*:[ \t]*(.*)$/.exec(line.text);
    if (pair) values[pair[1]!] = pair[2]!.trim().replace(/^(["'])(.*)\1$/, '$2');
  }
  return undefined;
}

/** The first comment that begins in `line` at or after `from`; one that is never closed reaches to the end of the text. */
function commentIn(text: string, line: Line, from: number): Span | undefined {
  const at = from > line.end ? -1 : line.text.indexOf(COMMENT_START, from - line.start);
  if (at < 0) return undefined;
  const start = line.start + at;
  const close = text.indexOf('-->', start + 4);
  return { start, end: close < 0 ? text.length : close + 3 };
}

function readIgnore(text: string, comment: Span): IgnoreComment[] {
  const body = text.slice(comment.start + 4, comment.end - 3).trim();
  const match = /^zhibi-ignore(?:\s+([\w.,\s-]*))?$/.exec(body.slice(0, 500));
  if (!match) return [];
  return [{ ...comment, codes: (match[1] ?? '').split(/[\s,]+/).filter((code) => code !== '') }];
}

/** The block that holds `offset` and can be completed, hovered and checked; undefined in code, comments, tables and front matter. */
export function proseBlockAt(draft: Draft, offset: number): Block | undefined {
  let low = 0;
  let high = draft.blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (draft.blocks[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const block = draft.blocks[low - 1];
  return block && offset <= block.end && isReadable(block) ? block : undefined;
}

/** Whether text typed at `offset` is prose: not in front matter, code, a comment or a table. A blank line is prose. */
export function isProseAt(draft: Draft, offset: number): boolean {
  for (const block of draft.blocks) {
    if (block.start > offset) break;
    if (isReadable(block)) continue;
    if (offset < block.end || (offset === block.end && goesOn(draft.text, block))) return false;
  }
  return true;
}

/** Whether what is typed at the end of a block still belongs to it: a table row, code or a comment that is not closed. */
function goesOn(text: string, block: Block): boolean {
  const inside = text.slice(block.start, block.end);
  switch (block.kind) {
    case 'table':
      return true;
    case 'comment':
      return !inside.slice(COMMENT_START.length).endsWith('-->');
    case 'code':
      return !/[\r\n] {0,3}(?:`{3,}|~{3,})[ \t]*$/.test(inside);
    default:
      return false;
  }
}

/** The characters she wrote that count as text: Han, letters and digits, outside front matter, code and comments. */
export function countCharacters(draft: Draft): number {
  let count = 0;
  for (const block of draft.blocks) {
    if (!isReadable(block)) continue;
    for (let i = block.start; i < block.end; i++) {
      const code = draft.text.charCodeAt(i);
      if (isHan(code) || (code >= 0x30 && code <= 0x39)) count++;
    }
  }
  return count;
}
