/** Takes out the licence template that wiki libraries put after a text. Runs on joined lines: links break the template. */
import { visibleLines } from './lines';
import { type CleaningStep, TextEditor } from './step';

const NOTE =
  /^(?:本|这部|此|该|這部|該)作品.{0,400}?(?:公有领域|公有領域|著作权法|著作權法|版权期限|版權期限|知识共享|CC BY)/;
/** A template and its footnotes are no longer than this; a text in which more follows is about licences itself. */
const LONGEST_NOTE = 3000;

export const licenceNote: CleaningStep = {
  name: 'licence-note',
  run(text) {
    const editor = new TextEditor(text, 'licence-note');
    const from = Math.max(0, text.length - LONGEST_NOTE);
    if (!/作品/.test(text.slice(from))) return editor.finish();
    const lines = visibleLines(text);
    const note = lines.findIndex((line) => line.start >= from && isNote(text, line.start));
    if (note > 0) for (const line of lines.slice(note)) editor.remove(line.start, line.end);
    return editor.finish();
  },
};

/** Whether a licence template begins here; its links may stand on lines of their own. */
function isNote(text: string, start: number): boolean {
  return NOTE.test(text.slice(start, start + 500).replace(/\n+/g, ''));
}
