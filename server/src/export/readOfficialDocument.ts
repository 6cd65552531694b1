/** Turns a draft, Markdown or plain text, into an official document. Never fails; what it simplifies, it counts. */
import type { Block, Draft, Heading } from '../draft/draft';
import { readHeadingLine } from '../draft/headings';
import { readDateAlone } from '../draft/statedDate';
import { lastStartingAt } from '../text/span';
import { readInlineMarkup } from './inlineMarkup';
import {
  type Face,
  isTable,
  type OfficialDocument,
  type OfficialParagraph,
  type OfficialTable,
  type Run,
  type Simplification,
} from './officialDocument';

/** A first line longer than this is a paragraph, not a title. In UTF-16 code units. */
const LONGEST_TITLE = 50;
const LONGEST_SUBTITLE = 40;
const LONGEST_SALUTATION = 40;
const LONGEST_SIGNATURE = 24;
/** A note of attachments stands this near the end, in paragraphs. */
const LAST_LINES = 30;
/** Fields of the front matter that the document shows or that say only what kind of draft it is. */
const KNOWN_FIELDS = new Set(['title', 'date', 'kind', 'genre', 'level', 'audience', 'subtitle', 'speaker', 'author']);

/** The official document a draft makes. O(length). */
export function readOfficialDocument(draft: Draft): OfficialDocument {
  return new DocumentReader(draft).read();
}

/** A paragraph as read, before what it is among the others is known. */
interface Line {
  readonly text: string;
  readonly heading?: Heading;
  /** Hash marks of a Markdown heading. */
  readonly hashes: number;
  /** From code: what looks like markup is none. */
  readonly verbatim?: boolean;
}

class DocumentReader {
  readonly #simplified = new Map<Simplification, number>();
  readonly #parts: (OfficialParagraph | OfficialTable)[] = [];
  #title = '';

  constructor(private readonly draft: Draft) {}

  read(): OfficialDocument {
    const lines = this.#readLines();
    const body = this.#addTitle(lines);
    const base = Math.min(...body.flatMap((line) => (isLine(line) && isPlainHeading(line) ? [line.hashes] : [])));
    body.forEach((line, i) => {
      if (!isLine(line)) this.#parts.push(line);
      else this.#addParagraph(line, base, i === 0);
    });
    this.#markSignature();
    this.#markAttachments();
    const fields = Object.keys(this.draft.frontMatter?.values ?? {});
    const runs = this.#parts.flatMap((part) => (isTable(part) ? part.rows.flat(2) : part.runs));
    return {
      title: this.#title,
      parts: this.#parts,
      openPlaces: plainRuns(runs).match(/×{2,}/g)?.length ?? 0,
      simplified: this.#simplified,
      unusedFields: fields.filter((field) => !KNOWN_FIELDS.has(field)),
    };
  }

  #count(what: Simplification): void {
    this.#simplified.set(what, (this.#simplified.get(what) ?? 0) + 1);
  }

  /** The lines and tables of the draft in order; a line goes on behind a comment within it. */
  #readLines(): (Line | OfficialTable)[] {
    const lines: (Line | OfficialTable)[] = [];
    const { text, blocks } = this.draft;
    let rows: Run[][][] = [];
    let before: Block | undefined;
    const endTable = () => {
      if (rows.length > 0) lines.push({ kind: 'table', rows });
      rows = [];
    };
    for (const block of blocks) {
      if (block.kind === 'table') {
        // A blank line between rows begins another table.
        if (before && /\n\s*\n|\r\s*\r/.test(text.slice(before.end, block.start))) endTable();
        const row = this.#readRow(text.slice(block.start, block.end));
        if (row) rows.push(row);
        before = block;
        continue;
      }
      endTable();
      if (block.kind === 'comment') this.#count('comment');
      else if (block.kind === 'code') lines.push(...this.#readCode(text.slice(block.start, block.end)));
      else if (block.kind !== 'frontMatter') {
        const last = lines.at(-1);
        const goesOn = before?.kind === 'comment' && !/[\r\n]/.test(text.slice(before.start, block.start));
        const isWithin = goesOn && text.slice(text.lastIndexOf('\n', before!.start) + 1, before!.start).trim() !== '';
        if (isWithin && last && isLine(last)) {
          lines[lines.length - 1] = { ...last, text: last.text + text.slice(block.start, block.end) };
        } else {
          const line = this.#readLine(block);
          if (line) lines.push(line);
        }
      }
      before = block;
    }
    endTable();
    return lines;
  }

  #readCode(code: string): Line[] {
    this.#count('code');
    const inner = code.split(/\r\n?|\n/).slice(1);
    if (/^ {0,3}(?:`{3,}|~{3,})\s*$/.test(inner.at(-1) ?? '')) inner.pop();
    return inner.filter((line) => line.trim() !== '').map((line) => ({ text: line.trim(), hashes: 0, verbatim: true }));
  }

  #readLine(block: Block): Line | undefined {
    const { text, headings } = this.draft;
    let lineStart = block.start;
    while (lineStart > 0 && text[lineStart - 1] !== '\n' && text[lineStart - 1] !== '\r') lineStart--;
    const mark = text.slice(lineStart, block.start);
    const last = lastStartingAt(headings, block.start);
    const heading = last && last.start >= lineStart && last.end >= block.start ? last : undefined;
    if (block.kind === 'blockQuote') this.#count('blockQuote');
    const content = text.slice(block.start, block.end).trim();
    if (!heading && /^(?:[-*_=] ?){3,}$/.test(content)) {
      this.#count('rule');
      return undefined;
    }
    if (heading) {
      const hashes = /^#+/.exec(text.slice(heading.start, heading.start + 6))?.[0].length ?? 0;
      const whole = text.slice(heading.start, block.end).replace(/^#+[ \t　]*/, '');
      return { text: whole.replace(/[ \t]+#+$/, '').trim(), heading, hashes };
    }
    if (/[-*+][ \t]+$/.test(mark)) this.#count('bullet');
    const unmarked = content.replace(/^\[[ xX]\] /, '');
    // **一、…** is a heading all the same.
    const bold = /^(\*\*|__)(.+)\1$/.exec(unmarked)?.[2];
    const numbered = bold === undefined || /\*\*|__/.test(bold) ? undefined : readHeadingLine(bold);
    if (bold !== undefined && numbered && !numbered.runIn) {
      const title = bold.slice(numbered.titleStart, numbered.titleEnd);
      return {
        text: bold,
        heading: { ...block, level: numbered.level, title, numbering: numbered.numbering! },
        hashes: 0,
      };
    }
    return { text: unmarked, hashes: 0 };
  }

  #readRow(row: string): Run[][] | undefined {
    const inner = row.trim().replace(/^\||\|$/g, '');
    if (/^[\s|:-]+$/.test(inner) && inner.includes('-')) return undefined;
    return inner.split(/(?<!\\)\|/).map((cell) => this.#runs(cell.trim(), 'text'));
  }

  /** Adds title and subtitle; answers what comes after them. */
  #addTitle(lines: readonly (Line | OfficialTable)[]): readonly (Line | OfficialTable)[] {
    const { title, subtitle, speaker, author, date } = this.draft.frontMatter?.values ?? {};
    let at = 0;
    const first = lines[0];
    if (first && isLine(first) && (isSame(first.text, title) || (!title && isTitle(first, lines)))) at = 1;
    const heading = at === 1 ? (first as Line).text : title;
    if (heading === undefined || heading === '') return lines;
    this.#title = plain(heading);
    this.#parts.push({ kind: 'title', runs: this.#runs(heading, 'title') });
    let hasDate = false;
    const shown: string[] = [];
    for (; at < lines.length; at++) {
      const line = lines[at]!;
      if (!isLine(line) || line.heading || !isSubtitle(line.text, lines[at + 1])) break;
      hasDate ||= readDateAlone(line.text) !== undefined;
      shown.push(line.text);
    }
    for (const field of [subtitle, speaker ?? author]) {
      if (field && !shown.some((text) => isSame(text, field))) shown.push(field);
    }
    if (date && !hasDate) shown.push(chineseDate(date));
    for (const text of shown) this.#parts.push({ kind: 'subtitle', runs: this.#runs(text, 'heading2') });
    return lines.slice(at);
  }

  #addParagraph(line: Line, base: number, isFirst: boolean): void {
    const { text, heading } = line;
    if (line.verbatim) {
      this.#parts.push({ kind: 'text', runs: [{ text, face: 'text' }] });
      return;
    }
    if (!heading) {
      const isSalutation = isFirst && text.length <= LONGEST_SALUTATION && /[：:]$/.test(text);
      this.#parts.push({ kind: isSalutation ? 'salutation' : 'text', runs: this.#runs(text, 'text') });
      return;
    }
    const level = Math.min(4, heading.numbering === undefined ? line.hashes - base + 1 : heading.level);
    const face: Face = level === 1 ? 'heading1' : level === 2 ? 'heading2' : 'text';
    const stop = text.indexOf('。');
    if (heading.numbering !== undefined && stop >= 0 && stop < text.length - 1) {
      // The heading runs into its paragraph: only its own sentence has its typeface.
      const runs = [...this.#runs(text.slice(0, stop + 1), face), ...this.#runs(text.slice(stop + 1), 'text')];
      this.#parts.push({ kind: 'text', runs });
      return;
    }
    this.#parts.push({ kind: 'heading', level, runs: this.#runs(text, face) });
  }

  /**
   * The date in the last line, and a short name before it, stand at the right. Without a seal (7.3.5.2) the name ends two
   * characters from the edge and the date begins two after it; a date that is longer ends two from the edge instead.
   */
  #markSignature(): void {
    const last = this.#parts.at(-1);
    if (last?.kind !== 'text' || readDateAlone(plainRuns(last.runs)) === undefined) return;
    this.#parts[this.#parts.length - 1] = { ...last, kind: 'date' };
    const before = this.#parts.at(-2);
    if (before?.kind !== 'text') return;
    const name = plainRuns(before.runs);
    if (name.length > LONGEST_SIGNATURE || /[。，！？；：]/.test(name)) return;
    const longer = widthOf(name) - widthOf(plainRuns(last.runs));
    const [nameRight, dateRight] = longer >= 0 ? [2, longer] : [4 - longer, 2];
    this.#parts[this.#parts.length - 2] = { ...before, kind: 'signature', right: nameRight };
    this.#parts[this.#parts.length - 1] = { ...last, kind: 'date', right: dateRight };
  }

  /** The note of attachments among the last lines, 附件：1. … and those numbered on below it (7.3.4). */
  #markAttachments(): void {
    const at = this.#parts.findLastIndex((part) => !isTable(part) && /^附件[:：]/.test(plainRuns(part.runs)));
    if (at <= 0 || at < this.#parts.length - LAST_LINES) return;
    const first = this.#parts[at] as OfficialParagraph;
    if (first.kind !== 'text') return;
    this.#parts[at] = { ...first, kind: 'attachment' };
    for (let number = 2, i = at + 1; i < this.#parts.length; i++, number++) {
      const part = this.#parts[i]!;
      if (isTable(part) || !new RegExp(`^${number}[.．]`).test(plainRuns(part.runs))) return;
      this.#parts[i] = { kind: 'nextAttachment', runs: part.runs };
    }
  }

  #runs(text: string, face: Face): Run[] {
    return readInlineMarkup(text, (what) => this.#count(what)).map(({ text: words, bold }) => ({
      text: words,
      face,
      ...(bold && { bold }),
    }));
  }
}

function isLine(line: Line | OfficialTable): line is Line {
  return !('kind' in line);
}

function isPlainHeading({ heading, hashes }: Line): boolean {
  return heading !== undefined && heading.numbering === undefined && hashes > 0;
}

/** The first heading `#`, or a short first line that no sentence is and that more follows. */
function isTitle(line: Line, lines: readonly (Line | OfficialTable)[]): boolean {
  if (line.heading) return line.hashes === 1 && line.heading.numbering === undefined;
  return lines.length > 1 && line.text.length <= LONGEST_TITLE && !/[。！？；：:，、]$/.test(line.text);
}

/** Under a title: a date, a line in brackets or after a dash, and the name before a date. */
function isSubtitle(text: string, next: Line | OfficialTable | undefined): boolean {
  if (text.length > LONGEST_SUBTITLE) return false;
  if (readDateAlone(text) !== undefined || /^[（(][^（）()]+[）)]$/.test(text) || /^——/.test(text)) return true;
  const isBeforeDate = next !== undefined && isLine(next) && readDateAlone(next.text) !== undefined;
  return isBeforeDate && !/[。！？；：，]/.test(text);
}

function isSame(text: string, field: string | undefined): boolean {
  return field !== undefined && field !== '' && plain(text) === plain(field);
}

function plain(text: string): string {
  return readInlineMarkup(text, () => {})
    .map((words) => words.text)
    .join('')
    .trim();
}

/** In characters of full width; word processors leave a quarter of one between figures and Chinese characters. */
function widthOf(text: string): number {
  const narrow = text.match(/[\u0020-\u007e]/g)?.length ?? 0;
  const gaps = text.match(/\d(?=\p{Script=Han})|\p{Script=Han}(?=\d)/gu)?.length ?? 0;
  return text.length - narrow / 2 + gaps / 4;
}

function plainRuns(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/** 2026-03-05 as （2026年3月5日）; what is no date stays as it is. */
function chineseDate(date: string): string {
  const match = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(date.trim());
  if (!match) return date;
  const [, year, month, day] = match;
  return `（${year}年${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}）`;
}
