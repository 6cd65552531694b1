/** Parses a draft again after a change: only the lines that changed are read, the rest is taken over. */

import type { Span } from '../text/span';
import { firstAtLeast } from '../util/firstAtLeast';
import type { Block, Draft, Heading } from './draft';
import { addLine, COMMENT_START, FENCE, lineStartsIn, linesFrom, parseDraft } from './parseDraft';
import { blockOf, ParsedDraft } from './parsedDraft';

/**
 * What `parseDraft(before.uri, text)` answers. `before`: any other state of the draft. Reads the lines between the
 * longest common beginning and end of both states; where these change where front matter, code or comments begin or
 * end, everything.
 */
export function parseChanged(text: string, before: Draft): Draft {
  if (text === before.text) return before;
  const change = changedLines(text, before);
  if (!staysOutside(text, before, change)) return parseDraft(before.uri, text);
  const { start, end, shift } = change;
  const moved = ({ start: from, end: to }: Span): Span => ({ start: from + shift, end: to + shift });

  const blocks: Block[] = [];
  const headings: Heading[] = [];
  const isBefore = (span: Span) => span.start < start;
  const isAfter = (span: Span) => span.start >= end;
  // Made anew throughout: a block keeps the text it lies in, and all those of the past would stay in memory.
  for (const block of before.blocks) if (isBefore(block)) blocks.push(blockOf(block.kind, block, text));
  headings.push(...before.headings.filter(isBefore));
  for (const line of linesFrom(text, start, end + shift)) addLine(text, line, blocks, headings);
  for (const block of before.blocks) if (isAfter(block)) blocks.push(blockOf(block.kind, moved(block), text));
  for (const heading of before.headings) if (isAfter(heading)) headings.push({ ...heading, ...moved(heading) });

  return new ParsedDraft({
    uri: before.uri,
    text,
    lineStarts: [
      ...before.lineStarts.filter((offset) => offset <= start),
      ...lineStartsIn(text, start, end + shift),
      ...before.lineStarts.filter((offset) => offset > end).map((offset) => offset + shift),
    ],
    blocks,
    headings,
    ignoreComments: before.ignoreComments.map((comment) =>
      isBefore(comment) ? comment : { ...comment, ...moved(comment) },
    ),
    frontMatter: before.frontMatter,
  });
}

/** Whole lines of the state before, and how far what follows them moved. */
interface ChangedLines extends Span {
  readonly shift: number;
}

/** The lines outside of which both states are the same, with one more on each side: a line end may be half changed. */
function changedLines(text: string, { text: old, lineStarts }: Draft): ChangedLines {
  const shorter = Math.min(text.length, old.length);
  const same = commonLength(shorter, (from, to) => text.slice(from, to) === old.slice(from, to));
  const sameEnd = commonLength(
    shorter - same,
    (from, to) => text.slice(text.length - to, text.length - from) === old.slice(old.length - to, old.length - from),
  );
  const first = firstAtLeast(lineStarts, same + 1) - 1;
  const last = firstAtLeast(lineStarts, old.length - sameEnd) + 1;
  return {
    start: lineStarts[Math.max(0, first - 1)]!,
    end: lineStarts[last] ?? old.length,
    shift: text.length - old.length,
  };
}

/** Strings are compared in pieces of so many code units: each as fast as memory is read. */
const PIECE = 4096;

/** How far two texts agree, from whichever end `isSame` looks at; at most `longest`. */
function commonLength(longest: number, isSame: (from: number, to: number) => boolean): number {
  let length = 0;
  while (length + PIECE <= longest && isSame(length, length + PIECE)) length += PIECE;
  for (let step = PIECE >>> 1; step > 0; step >>>= 1) {
    if (length + step <= longest && isSame(length, length + step)) length += step;
  }
  return length;
}

/** Whether the changed lines are, in both states, outside of front matter, code and comments, and stay so. */
function staysOutside(text: string, before: Draft, { start, end, shift }: ChangedLines): boolean {
  const { frontMatter, blocks } = before;
  if (frontMatter ? start <= frontMatter.end : /^\ufeff?---/.test(text) || /^\ufeff?---/.test(before.text))
    return false;
  // A byte order mark is no part of the first line.
  if (start === 0) return false;
  const isSetApart = ({ kind }: Block) => kind === 'code' || kind === 'comment';
  if (blocks.some((block) => isSetApart(block) && block.start < end && block.end >= start)) return false;
  for (const line of linesFrom(text, start, end + shift)) {
    if (line.text.includes(COMMENT_START) || FENCE.test(line.text)) return false;
  }
  return true;
}
