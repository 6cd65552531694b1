/** Takes out the page numbers that document-sharing sites put before each page of text (`2、24个`), and joins the pages. */
import { isSentenceEnd } from '../../text/characters';
import { type Line, visibleLines } from './lines';
import { type CleaningStep, TextEditor } from './step';

/** Fewer pages than this prove nothing. */
const FEWEST_PAGES = 3;
/** A page of such a site holds some 400 characters; an item of a numbered list rarely this many. */
const SHORTEST_PAGE = 150;
const MARKER = /^(\d{1,4})[、．.]\s*/;
/** Where such a site ran a new item or heading into the paragraph before. Where a heading ends is not to be seen. */
const RUN_IN = /(?<=[。！？])(?=[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/g;
const NAME_LINE = /^(.{4,80})\.(?:docx?|wps|pdf|pptx?|txt)$/i;

interface Page {
  readonly line: Line;
  readonly markerLength: number;
  /** The line before, where the page before ends. */
  readonly before: Line | undefined;
}

/** The longest run of lines numbered 1, 2, 3 …, from the first line numbered 1. */
function numberedPages(text: string, lines: readonly Line[]): Page[] {
  const pages: Page[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const code = text.charCodeAt(line.start);
    if (code < 0x30 || code > 0x39) continue;
    const match = MARKER.exec(text.slice(line.start, line.start + 8));
    if (!match || Number(match[1]) !== pages.length + 1) continue;
    pages.push({ line, markerLength: match[0].length, before: lines[i - 1] });
  }
  return pages;
}

function endsSentence(text: string, line: Line): boolean {
  let end = line.end;
  while (end > line.start && /[”’）)】]/.test(text[end - 1]!)) end--;
  return isSentenceEnd(text[end - 1]!) || text[end - 1] === '：' || text[end - 1] === ':';
}

/** Numbers are pages, not items, when the texts are long and most of them break off in the middle of a sentence. */
function arePages(text: string, pages: readonly Page[]): boolean {
  if (pages.length < FEWEST_PAGES) return false;
  const inner = pages.slice(0, -1);
  const long = inner.filter(({ line }) => line.end - line.start >= SHORTEST_PAGE).length;
  const broken = pages.slice(1).filter(({ before }) => before && !endsSentence(text, before)).length;
  return long * 3 >= inner.length * 2 && broken * 2 >= inner.length;
}

export const pageMarkers: CleaningStep = {
  name: 'page-marker',
  run(text) {
    const editor = new TextEditor(text, 'page-marker');
    const lines = visibleLines(text);
    const pages = numberedPages(text, lines);
    if (!arePages(text, pages)) return editor.finish();
    pages.forEach(({ line, markerLength, before }, index) => {
      const follows = index > 0 && before === pages[index - 1]!.line && !line.boundaryBefore;
      const joined = follows && !endsSentence(text, before);
      editor.remove(joined ? before.end : line.start, line.start + markerLength);
      if (index === 0) splitTitle(text, lines, line.start + markerLength, editor);
      for (const { index: at } of text.slice(line.start, line.end).matchAll(RUN_IN)) {
        if (at > markerLength) editor.replace(line.start + at, line.start + at, '\n');
      }
    });
    return editor.finish();
  },
};

/** The text of such a page begins with its title, run together with the first sentence. */
function splitTitle(text: string, lines: readonly Line[], start: number, editor: TextEditor): void {
  for (const line of lines) {
    if (line.start >= start) return;
    const title = NAME_LINE.exec(text.slice(line.start, line.end))?.[1];
    if (title === undefined || !text.startsWith(title, start) || text[start + title.length] === '\n') continue;
    editor.replace(start + title.length, start + title.length, '\n');
    return;
  }
}
