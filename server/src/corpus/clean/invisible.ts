/** Takes out what only a machine sees: carriage returns, zero-width characters, character entities, comments. */
import type { CleaningStep } from './step';
import { TextEditor } from './step';

/** Anything this step may have to change; most texts hold none of it and are left alone after one search. */
const SUSPECT =
  /\r\n?|\f|<U\+[0-9A-Fa-f]{4,6}>|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});|<!--|[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffc\ufffd]|\xa0/g;

const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  times: '×',
  permil: '‰',
  laquo: '«',
  raquo: '»',
  copy: '©',
  bull: '•',
};

function ofCodePoint(code: number): string | undefined {
  if (code === 0xa0 || code === 0x3000) return ' ';
  if (code < 0x20 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return String.fromCodePoint(code);
}

function replacementOf(found: string): string | undefined {
  const first = found[0]!;
  if (first === '\r' || first === '\f' || first === '\u2028' || first === '\u2029') return '\n';
  if (first === '\xa0') return ' ';
  if (first === '<') return ofCodePoint(Number.parseInt(found.slice(3, -1), 16));
  if (first !== '&') return '';
  if (found[1] !== '#') return NAMED[found.slice(1, -1)];
  const hexadecimal = found[2] === 'x' || found[2] === 'X';
  return ofCodePoint(Number.parseInt(found.slice(hexadecimal ? 3 : 2, -1), hexadecimal ? 16 : 10));
}

/** A line of nothing but zero-width characters is no blank line: it goes with its line break. */
const GHOST_LINE = /(?<=\n)[\u200b-\u200d\u2060\ufeff]+\r?\n/y;

export const invisible: CleaningStep = {
  name: 'invisible',
  run(text) {
    const editor = new TextEditor(text, 'invisible');
    SUSPECT.lastIndex = 0;
    // Once a comment is not closed, none after it is: the text is searched to its end once.
    let closes = true;
    for (let match = SUSPECT.exec(text); match; match = SUSPECT.exec(text)) {
      const start = match.index;
      let end = start + match[0].length;
      if (match[0] === '<!--') {
        const close: number = closes ? text.indexOf('-->', end) : -1;
        closes = close >= 0;
        if (!closes) continue;
        end = close + 3;
        editor.remove(start, end);
      } else {
        GHOST_LINE.lastIndex = start;
        const ghost = GHOST_LINE.exec(text);
        if (ghost) {
          end = start + ghost[0].length;
          editor.remove(start, end);
        } else {
          const replacement = replacementOf(match[0]);
          if (replacement === undefined) continue;
          editor.replace(start, end, replacement);
        }
      }
      SUSPECT.lastIndex = end;
    }
    return editor.finish();
  },
};
