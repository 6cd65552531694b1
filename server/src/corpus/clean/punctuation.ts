/** Makes half-width punctuation in Chinese text full-width, and straight quotation marks “ ”. */
import { isHan } from '../../text/characters';
import { visibleLines } from './lines';
import { type CleaningStep, TextEditor } from './step';

const FULL: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！' };
const CANDIDATE = /[,:;?!()".]/;
const HAN = /[\u3400-\u9fff]/;
/** Longer parentheses are two that do not belong together. */
const LONGEST_PARENTHESIS = 200;
/** So many marks in a row are looked past for a character that tells the context. */
const MOST_MARKS = 8;

export const punctuation: CleaningStep = {
  name: 'punctuation',
  run(text) {
    const editor = new TextEditor(text, 'punctuation');
    for (const line of visibleLines(text)) {
      const content = text.slice(line.start, line.end);
      if (!CANDIDATE.test(content) || !HAN.test(content)) continue;
      for (const [at, replacement] of replacements(content)) {
        editor.replace(line.start + at, line.start + at + 1, replacement);
      }
    }
    return editor.finish();
  },
};

/** Han, Chinese punctuation or a full-width character: Chinese context. */
function isChinese(code: number): boolean {
  return (
    isHan(code) ||
    (code >= 0x3001 && code <= 0x301f) ||
    (code >= 0xff00 && code <= 0xff65) ||
    (code >= 0x2018 && code <= 0x201d) ||
    code === 0x2026 ||
    code === 0x2014
  );
}

/** Offsets in the line with the character that goes there, ascending. O(length). */
function replacements(line: string): [number, string][] {
  const found: [number, string][] = [];
  const open: number[] = [];
  const quotes: number[] = [];
  for (let i = 0; i < line.length; i++) {
    const character = line[i]!;
    if (character > '?') continue;
    if (character === '"') quotes.push(i);
    else if (character === '(') open.push(i);
    else if (character === ')') {
      const start = open.pop();
      if (start === undefined || i - start > LONGEST_PARENTHESIS || !isChineseParenthesis(line, start, i)) continue;
      found.push([start, '（'], [i, '）']);
    } else if (character === '.') {
      if (i === line.length - 1 && i > 1 && isHan(line.charCodeAt(i - 1))) found.push([i, '。']);
    } else if (FULL[character] !== undefined && isChineseMark(line, i, character)) {
      found.push([i, FULL[character]]);
    }
  }
  if (quotes.length % 2 === 0)
    for (const [index, at] of quotes.entries()) found.push([at, index % 2 === 0 ? '“' : '”']);
  return found.sort((a, b) => a[0] - b[0]);
}

/** A mark is Chinese where the nearest character that is no mark is, before it or, failing that, after it. */
function isChineseMark(line: string, at: number, mark: string): boolean {
  const before = line.charCodeAt(at - 1);
  const after = line.charCodeAt(at + 1);
  if (mark === ':' && (line[at + 1] === '/' || (isAsciiDigit(before) && isAsciiDigit(after)))) return false;
  if (mark === ',' && isAsciiDigit(before) && isAsciiDigit(after)) return false;
  let left = at - 1;
  const farthest = Math.max(0, at - MOST_MARKS);
  while (left >= farthest && /[\s,:;?!"')\]%.]/.test(line[left]!)) left--;
  if (left >= 0 && isChinese(line.charCodeAt(left))) return true;
  let right = at + 1;
  const last = Math.min(line.length, at + MOST_MARKS);
  while (right < last && /[\s"'([]/.test(line[right]!)) right++;
  return right < line.length && isChinese(line.charCodeAt(right));
}

function isAsciiDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isChineseParenthesis(line: string, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) if (isHan(line.charCodeAt(i))) return true;
  return isChinese(line.charCodeAt(start - 1)) || isChinese(line.charCodeAt(end + 1));
}
