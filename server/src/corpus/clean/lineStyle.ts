/** How a text uses its line breaks, read from the text as a whole. */
import type { Line } from './lines';

export interface LineStyle {
  /** Links or pictures of the page broke its lines: single breaks lie within a paragraph, blank lines between them. */
  readonly brokenAtLinks: boolean;
  /** Lines are wrapped at this width (in full-width characters), or 0. */
  readonly wrappedAt: number;
  /** Sentences end with a line break and no full stop: a missing full stop says nothing. */
  readonly stopsLost: boolean;
}

/** What no line of Chinese text begins with. */
export const IMPOSSIBLE_START = new Set('，。、；：！？”’》）〉」』】〕％,;:!?)%'.split(''));
/** What no line ends with. */
export const IMPOSSIBLE_END = new Set('“‘《（〈「『〔('.split(''));
const TERMINAL = new Set('。！？；：!?;:…'.split(''));
const CLOSING = new Set('”’）)》】」』〕'.split(''));

/** The last character of a line that is neither a closing mark nor a space, and whether a closing mark follows it. */
export function lineEnding(text: string, line: Line): { last: string; closed: boolean } {
  let end = line.end - 1;
  while (end > line.start && CLOSING.has(text[end]!)) end--;
  return { last: text[end]!, closed: end < line.end - 1 };
}

/** Whether a line ends as a sentence or an introduction to a list does. */
export function endsFinally(text: string, line: Line): boolean {
  return TERMINAL.has(lineEnding(text, line).last);
}

/** Width in full-width characters: those of ASCII count half. */
function widthOf(text: string, start: number, end: number): number {
  let halves = 0;
  for (let i = start; i < end; i++) halves += text.charCodeAt(i) < 0x80 ? 1 : 2;
  return Math.ceil(halves / 2);
}

const LONG_LINE = 20;
const FEWEST_LINES = 8;
/** So many lines that begin or end as no line can are no accident, unless paragraphs too end with a single break. */
const FEWEST_BROKEN = 3;
/** Where blank lines part paragraphs, at least one line in so many follows one. */
const LEAST_BLANK = 8;
const WIDEST = 80;

/** Reads the style. O(length). */
export function readLineStyle(text: string, lines: readonly Line[]): LineStyle {
  const widths = new Int32Array(WIDEST + 2);
  let impossible = 0;
  let singles = 0;
  let afterBlank = 0;
  let long = 0;
  let longOpen = 0;
  let open = 0;
  lines.forEach((line, index) => {
    const length = line.end - line.start;
    const final = endsFinally(text, line);
    if (line.blankBefore > 0) afterBlank++;
    if (length >= LONG_LINE) {
      long++;
      if (!final) longOpen++;
    }
    if (!final && length <= WIDEST * 2) {
      open++;
      const width = widthOf(text, line.lineStart, line.end);
      if (width <= WIDEST) widths[width]!++;
    }
    const next = lines[index + 1];
    if (!next || next.blankBefore > 0) return;
    if (final && length >= LONG_LINE && next.end - next.start >= LONG_LINE) singles++;
    if (!final && IMPOSSIBLE_START.has(text[next.start]!)) impossible++;
    else if (IMPOSSIBLE_END.has(text[line.end - 1]!)) impossible++;
  });
  const wrappedAt = widthOfWrapping(widths, open, lines.length);
  const partedByBlanks = singles <= impossible && afterBlank * LEAST_BLANK >= lines.length;
  const brokenAtLinks = impossible >= FEWEST_BROKEN && partedByBlanks;
  const manyOpen = long >= FEWEST_LINES && longOpen * 5 >= long * 2;
  return { brokenAtLinks, wrappedAt, stopsLost: manyOpen && wrappedAt === 0 && !brokenAtLinks };
}

/** Where text is wrapped, most lines that end in the middle of a sentence have the full width or one less. */
function widthOfWrapping(widths: Int32Array, open: number, lines: number): number {
  if (open < FEWEST_LINES || open * 3 < lines) return 0;
  let best = 0;
  let bestCount = 0;
  for (let width = LONG_LINE; width < widths.length; width++) {
    const count = widths[width]! + widths[width - 1]! + widths[width - 2]!;
    if (count <= bestCount) continue;
    best = width;
    bestCount = count;
  }
  return bestCount * 10 >= open * 7 ? best : 0;
}
