/** Takes out the marks that notes and wiki pages set into their sentences: [1], ［2］315, 〔3〕, ① before a full stop, [编辑]. */
import { type CleaningStep, TextEditor } from './step';

/**
 * Behind a word, mark or number, never at the beginning of a line (there the note itself begins), with the page it
 * cites where a pause follows. `国发[92]1号` is the number of a document.
 */
const NUMBERED =
  /(?:[[［〔](\d{1,3})(?:[-–—,，、]\d{1,3}){0,4}[\]］〕](?!\d{1,4}号)(?:[(（]?[Pp]?\d{1,4}(?:[-–—]\d{1,4})?[)）]?(?=[。，；！？、,;”]|$))?)+/gm;
const CIRCLED = /([①-⑳])(?=[。，；！？、”])/g;
const BEFORE_MARK = /[\u3400-\u9fff。，；：！？、,;:”’"》）)%％\d]/;
const WIKI = /[[［](?:编辑|編輯|编辑源代码|編輯原始碼|来源请求|來源請求|永久失效链接|[注註]\s?\d{1,3})[\]］]/g;
/** Marks count from one; a text with fewer of them has a number in brackets of its own. */
const FEWEST = 2;

export const referenceMarks: CleaningStep = {
  name: 'reference-mark',
  run(text) {
    const editor = new TextEditor(text, 'reference-mark');
    const spans = [
      ...Array.from(text.matchAll(WIKI), spanOf),
      ...counted(text, NUMBERED, Number),
      ...counted(text, CIRCLED, circledNumber),
    ];
    for (const { start, end } of spans.sort((a, b) => a.start - b.start)) editor.remove(start, end);
    return editor.finish();
  },
};

interface Span {
  readonly start: number;
  readonly end: number;
}

const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length });

/** The marks of a pattern, if they count from one. */
function counted(text: string, pattern: RegExp, numberOf: (mark: string) => number): Span[] {
  const matches = [...text.matchAll(pattern)].filter(({ index }) => BEFORE_MARK.test(text[index - 1] ?? ''));
  const numbers = new Set(matches.map((match) => numberOf(match[1]!)));
  for (let number = 1; number <= FEWEST; number++) if (!numbers.has(number)) return [];
  return matches.map(spanOf);
}

function circledNumber(mark: string): number {
  return mark.charCodeAt(0) - '①'.charCodeAt(0) + 1;
}
