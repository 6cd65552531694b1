/** Takes Markdown's markup out: the text of headings, links and emphasis stays, pictures and addresses go. */
import { visibleLines } from './lines';
import { BOUNDARY, type CleaningStep, TextEditor } from './step';

const LINE_MARKUP = /^(?:#{1,6}(?:[ \t]+|$)|[-*+][ \t]+|(?:>[ \t]?)+)/;
/** A line that is markup as a whole: a rule, the underline of a heading, a fence, the second row of a table. */
const MARKUP_LINE =
  /^(?:(?:[-*_][ \t]*){3,}|={3,}|(?:`{3,}|~{3,}).{0,40}|\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+[ \t]*(?::?-{2,}:?)?[ \t]*)$/;
const EMPHASIS =
  /\\[!-/:-@[-`{-~]|\[\^[^\]\n]{1,20}\]:?|\*{2,3}|(?<!_)__(?!_)|~~|`{1,2}|(?<![*\d\s])\*(?![*\d\s])|(?<![*\d])\*(?=[^*\s][^*\n]{0,100}\*)/g;
const INLINE = new RegExp(
  `!\\[[^\\]\\n]{0,300}\\]\\([^)\\n]{0,1000}\\)|\\[(?=[^\\]\\n]{1,500}\\]\\()|\\]\\([^)\\n]{0,1000}\\)|${EMPHASIS.source}`,
  'g',
);
const INLINE_HINT = /[*_`~\\[]/;

export const markdown: CleaningStep = {
  name: 'markdown',
  run(text) {
    const editor = new TextEditor(text, 'markdown');
    for (const line of visibleLines(text)) {
      const content = text.slice(line.start, line.end);
      if (MARKUP_LINE.test(content)) {
        editor.replace(line.start, line.end, BOUNDARY);
        continue;
      }
      const marker = LINE_MARKUP.exec(content)?.[0].length ?? 0;
      if (marker > 0) editor.replace(line.start, line.start + marker, `${BOUNDARY}\n`);
      const row = content[0] === '|' && content.length > 2;
      if (INLINE_HINT.test(content) || row) removeInline(content, line.start, marker, row, editor);
      if (marker > 0 && content[0] === '#') editor.replace(line.end, line.end, `\n${BOUNDARY}`);
    }
    return editor.finish();
  },
};

const CELL_BORDER = /[ \t]{0,20}\|[ \t]{0,20}/g;

function removeInline(content: string, at: number, from: number, row: boolean, editor: TextEditor): void {
  const pattern = row ? CELL_BORDER : content.includes('](') ? INLINE : EMPHASIS;
  pattern.lastIndex = from;
  for (let match = pattern.exec(content); match; match = pattern.exec(content)) {
    const start = at + match.index;
    // A backslash takes away what the mark behind it would mean.
    const length = match[0][0] === '\\' ? 1 : match[0].length;
    editor.replace(start, start + length, row ? ' ' : '');
  }
}
