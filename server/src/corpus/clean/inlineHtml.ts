/** Takes HTML tags out of text: those of blocks become line breaks, the others go. */
import { type CleaningStep, TextEditor } from './step';

const BLOCKS = new Set(
  'p br div li ul ol tr table tbody thead h1 h2 h3 h4 h5 h6 section article blockquote hr'.split(' '),
);
const CELLS = new Set(['td', 'th']);
const INLINE = new Set(
  'a b i u s em strong span font sub sup small big mark del ins center img code pre input label nobr o:p'.split(' '),
);
const TAG = /<(script|style)\b[^>]*>|<\/?([A-Za-z][A-Za-z0-9:]{0,9})(?:\s[^<>]{0,2000})?\/?>/gi;

export const inlineHtml: CleaningStep = {
  name: 'html-tag',
  run(text) {
    const editor = new TextEditor(text, 'html-tag');
    if (!text.includes('</') && !/<br\s*\/?>/i.test(text)) return editor.finish();
    TAG.lastIndex = 0;
    // Elements that are not closed from here on: the text is searched to its end once for each.
    const unclosed = new Set<string>();
    for (let match = TAG.exec(text); match; match = TAG.exec(text)) {
      const start = match.index;
      const end = start + match[0].length;
      if (match[1] !== undefined) {
        const close = unclosed.has(match[1]) ? -1 : text.indexOf(`</${match[1]}`, end);
        if (close < 0) {
          unclosed.add(match[1]);
          continue;
        }
        editor.remove(start, close);
        TAG.lastIndex = close;
        continue;
      }
      const name = match[2]!.toLowerCase();
      if (BLOCKS.has(name)) editor.replace(start, end, '\n');
      else if (CELLS.has(name)) editor.replace(start, end, ' ');
      else if (INLINE.has(name) || name === 'script' || name === 'style') editor.remove(start, end);
    }
    return editor.finish();
  },
};
