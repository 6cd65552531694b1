/** Leaves one line break between paragraphs and no space around them: the shape of every clean document. */
import { visibleLines } from './lines';
import { type CleaningStep, TextEditor } from './step';

export const layout: CleaningStep = {
  name: 'layout',
  run(text) {
    const editor = new TextEditor(text, 'layout');
    let at = 0;
    for (const line of visibleLines(text)) {
      // The line break before a line is kept as it stands, so that it maps to itself.
      const from = at === 0 ? 0 : line.lineStart;
      if (at > 0 && at < from - 1) editor.remove(at, from - 1);
      if (from < line.start) editor.remove(from, line.start);
      at = line.end;
    }
    if (at < text.length) editor.remove(at, text.length);
    return editor.finish();
  },
};
