/** Parses a draft: Markdown, plain text or gongwen, all read alike. One pass over the lines; never fails. */
import { isHan } from '../text/characters';
import { clauses, sentences } from '../text/sentences';
import type { Span } from '../text/span';
import {
  type Block,
  type BlockKind,
  type Draft,
  type FrontMatter,
  type Heading,
  type IgnoreComment,
  isReadable,
  type Quotation,
  type Sentence,
} from './draft';
import { readHeadingLine } from './headings';
import { readQuotations, readTitles } from './quotations';
import { readStatedDate } from './statedDate';

interface Line extends Span {
  readonly text: string;
}

/**
 * Parses `text` (line ends `\n`, `\r\n` or `\r`). O(length). All spans are in UTF-16 code units of `text`.
 * What is not prose (front matter, fenced code, comments, tables) is set apart as blocks of its own.
 */
export function parseDraft(uri: string, text: string): Draft {
  const lineStarts = computeLineStarts(text);
  const comments: Span[] = [];
  const blocks: Block[] = [];
  const headings: Heading[] = [];
  const frontMatter = readFrontMatter(text);
  if (frontMatter) blocks.push({ kind: 'frontMatter', start: 0, end: frontMatter.end, sentences: [] });
  let fence: { mark: string; start: number } | undefined;
  // How far comments and front matter reach: what lies before is read already.
  let readTo = frontMatter?.end ?? byteOrderMarkLength(text);

  for (const line of linesFrom(text, readTo)) {
    if (line.end < readTo) continue;
    const fenceMark = line.start < readTo ? undefined : /^ {0,3}(`{3,}|~{3,})/.exec(line.text)?.[1];
    if (fence) {
      if (fenceMark?.startsWith(fence.mark) && line.text.trim() === fenceMark) {
        blocks.push({ kind: 'code', start: fence.start, end: line.end, sentences: [] });
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
      blocks.push({ kind: 'comment', ...comment, sentences: [] });
      readTo = comment.end;
      start = comment.end;
    }
    if (start < line.end) addLine(text, { start, end: line.end }, blocks, headings);
  }
  if (fence) blocks.push({ kind: 'code', start: fence.start, end: text.length, sentences: [] });
  blocks.sort((a, b) => a.start - b.start);

  const readable = blocks.filter(isReadable);
  const quotations: Quotation[] = readable.flatMap((block) => readQuotations(text, block));
  const statedDate = readStatedDate(text, frontMatter, blocks);
  return Object.freeze({
    uri,
    text,
    lineStarts,
    blocks,
    headings,
    quotations: quotations.sort((a, b) => a.start - b.start),
    titles: readable.flatMap((block) => readTitles(text, block)),
    ignoreComments: comments.flatMap((comment) => readIgnore(text, comment)),
    ...(frontMatter && { frontMatter }),
    ...(statedDate && { statedDate }),
  });
}

class ReadableBlock implements Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  readonly #text: string;
  #sentences: readonly Sentence[] | undefined;

  constructor(kind: BlockKind, { start, end }: Span, text: string) {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.#text = text;
  }

  get sentences(): readonly Sentence[] {
    this.#sentences ??= toSentences(this.#text, this);
    return this.#sentences;
  }
}

function addLine(text: string, line: Span, blocks: Block[], headings: Heading[]): void {
  const content = text.slice(line.start, line.end);
  const trimmed = content.trim();
  if (trimmed === '') return;
  const start = line.start + content.indexOf(trimmed[0]!);
  const end = start + trimmed.length;
  const kind: BlockKind = /^\|.*\|$/.test(trimmed) ? 'table' : trimmed.startsWith('>') ? 'blockQuote' : 'prose';
  if (kind === 'table') {
    blocks.push({ kind, start, end, sentences: [] });
    return;
  }
  const heading = kind === 'prose' ? readHeadingLine(content) : undefined;
  if (!heading) {
    const prose = { start: start + markerLength(trimmed), end };
    if (prose.start < prose.end) blocks.push(new ReadableBlock(kind, prose, text));
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
  blocks.push(new ReadableBlock(heading.runIn ? 'prose' : 'heading', whole, text));
}

/**
 * What runs on without a full stop for longer is a list or no prose at all: it is cut at its clauses, so that whatever
 * looks at a sentence as a whole stays linear in the length of the draft. In UTF-16 code units.
 */
const LONGEST_SENTENCE = 1000;

function toSentences(text: string, block: Span): Sentence[] {
  return sentences(text, block).flatMap((span) => {
    const inSpan = clauses(text, span);
    if (span.end - span.start <= LONGEST_SENTENCE) return [{ ...span, clauses: inSpan }];
    return cutSentence(span, inSpan);
  });
}

/** Pieces of a sentence that begin at a clause each, as long as they may be; a clause too long is cut anywhere. O(length). */
function cutSentence(sentence: Span, inSentence: readonly Span[]): Sentence[] {
  const short = inSentence.flatMap((clause) => {
    const count = Math.ceil((clause.end - clause.start) / LONGEST_SENTENCE);
    return Array.from({ length: count }, (_, i) => ({
      start: clause.start + i * LONGEST_SENTENCE,
      end: Math.min(clause.end, clause.start + (i + 1) * LONGEST_SENTENCE),
    }));
  });
  const pieces: { start: number; end: number; clauses: Span[] }[] = [];
  for (const clause of short) {
    const last = pieces.at(-1);
    if (last && clause.end - last.start <= LONGEST_SENTENCE) {
      last.end = clause.end;
      last.clauses.push(clause);
    } else pieces.push({ ...clause, clauses: [clause] });
  }
  // Marks and blanks between two pieces belong to the one before, those at the ends of the sentence to its own pieces.
  for (const [i, piece] of pieces.entries()) {
    if (i === 0) piece.start = sentence.start;
    piece.end = pieces[i + 1]?.start ?? sentence.end;
  }
  return pieces.length > 0 ? pieces : [{ ...sentence, clauses: [] }];
}

/** The length of a list bullet or quote mark at the start of a trimmed line. */
function markerLength(line: string): number {
  return /^(?:>[ \t>]*|[-*+][ \t]+)/.exec(line)?.[0].length ?? 0;
}

function computeLineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

function* linesFrom(text: string, from: number): Generator<Line> {
  let start = from;
  while (start < text.length) {
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
  const at = from > line.end ? -1 : line.text.indexOf('<!--', from - line.start);
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
      return !inside.slice('<!--'.length).endsWith('-->');
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
