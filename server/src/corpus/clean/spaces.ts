/** Takes out the spaces that scanning and typesetting put between Han characters, around punctuation and inside numbers. */
import { isHan } from '../../text/characters';
import { visibleLines } from './lines';
import { type CleaningStep, isSpaceCode, TextEditor } from './step';

/** A mark within a line tells running text from a headline, whose spaces part its phrases. */
const INNER_MARK = /[，。；！？、,;!?]./;
const PAUSE = /[，。；：！？、]/;
const HALF_PAUSE = /[,;:!?]/;
const OPENING = /[“‘《（]/;
const CLOSING = /[”’》）]/;
const DATE_UNIT = /[年月日]/;
const TIME = /^\d{1,2}[:：]\d/;
/** The space after these is a convention: 第一条　…, 新华社北京3月5日电　… */
const KEPT_AFTER = /(?:第[一二三四五六七八九十百千零〇\d]{1,8}[条章节编款篇部]|[电讯])$/;
/** Spaces between every two characters: the line was spaced out for looks. */
const SPACED_OUT = 0.3;
/** So many marks and spaces in a row are looked past for a character that tells the context. */
const MOST_MARKS = 8;
/** So many digits set apart prove a spaced-out number. */
const SPACED_DIGITS = 3;

/** What stands beside a space. */
enum Side {
  Han,
  /** Chinese punctuation: never has a space beside it. */
  Mark,
  /** ASCII punctuation or a straight quote: a mark where Han stands near. */
  HalfMark,
  Digit,
  Other,
}

function sideOf(code: number): Side {
  if (isHan(code)) return Side.Han;
  if (code >= 0x30 && code <= 0x39) return Side.Digit;
  if (code >= 0xff10 && code <= 0xff19) return Side.Digit;
  if (code >= 0x3001 && code <= 0x3011) return Side.Mark;
  if ((code >= 0x3014 && code <= 0x3017) || (code >= 0xff01 && code <= 0xff1f)) return Side.Mark;
  if (code >= 0x2018 && code <= 0x201d) return Side.Mark;
  if (code === 0x22 || code === 0x2c || code === 0x3b || code === 0x3a || code === 0x21 || code === 0x3f) {
    return Side.HalfMark;
  }
  return code === 0x28 || code === 0x29 ? Side.HalfMark : Side.Other;
}

export const spaces: CleaningStep = {
  name: 'space',
  run(text) {
    const editor = new TextEditor(text, 'space');
    for (const line of visibleLines(text)) {
      const first = firstSpace(text, line.start, line.end);
      if (first >= 0) cleanLine(text, line.start, line.end, first, editor);
    }
    return editor.finish();
  },
};

function firstSpace(text: string, start: number, end: number): number {
  for (let i = start; i < end; i++) if (isSpaceCode(text.charCodeAt(i))) return i;
  return -1;
}

function cleanLine(text: string, start: number, end: number, first: number, editor: TextEditor): void {
  const content = text.slice(start, end);
  const running = INNER_MARK.test(content);
  const spacedOut = countSpaces(content) >= content.length * SPACED_OUT;
  for (let i = first; i < end; ) {
    if (!isSpaceCode(text.charCodeAt(i))) {
      i++;
      continue;
    }
    let after = i + 1;
    while (isSpaceCode(text.charCodeAt(after))) after++;
    if (isSuperfluous(text, start, end, i, after, running, spacedOut)) editor.remove(i, after);
    i = after;
  }
}

function countSpaces(content: string): number {
  let count = 0;
  for (let i = 0; i < content.length; i++) if (isSpaceCode(content.charCodeAt(i))) count++;
  return count;
}

/** Whether the spaces from `from` to `to` go. `running`: the line is text, not a headline, a list of names or a table. */
function isSuperfluous(
  text: string,
  start: number,
  end: number,
  from: number,
  to: number,
  running: boolean,
  spacedOut: boolean,
): boolean {
  const left = sideOf(text.charCodeAt(from - 1));
  const right = sideOf(text.charCodeAt(to));
  if (left === Side.Digit && right === Side.Digit) return isDigitGap(text, start, end, from, to);
  if (left === Side.Other || right === Side.Other) return false;
  const before = text[from - 1]!;
  const after = text[to] ?? '';
  if (PAUSE.test(before) || PAUSE.test(after) || OPENING.test(before) || CLOSING.test(after)) return true;
  if (left === Side.Han && HALF_PAUSE.test(after)) return true;
  const time = right === Side.Digit && TIME.test(text.slice(to, to + 4));
  if (!time && ((left === Side.Digit && DATE_UNIT.test(after)) || (right === Side.Digit && DATE_UNIT.test(before))))
    return true;
  if (left === Side.Mark || right === Side.Mark) return running || spacedOut;
  if (!running && !spacedOut) return false;
  if (left === Side.HalfMark || right === Side.HalfMark) return nearHan(text, start, end, from, to);
  if (left === Side.Han && right === Side.Digit) return !time;
  return !KEPT_AFTER.test(text.slice(Math.max(start, from - 10), from));
}

/** Digits set apart one by one (`2 0 0 1年`): a run of at least three, or two before a unit of time. */
function isDigitGap(text: string, start: number, end: number, from: number, to: number): boolean {
  if (to - from > 1) return false;
  if (!isSingle(text, from - 1, start, end) || !isSingle(text, to, start, end)) return false;
  let count = 2;
  for (
    let i = from - 1;
    count < SPACED_DIGITS && i - 2 >= start && isNextSingle(text, i - 2, i - 1, start, end);
    i -= 2
  )
    count++;
  let last = to;
  for (
    ;
    last + 2 < end && last - to < 2 * SPACED_DIGITS && isNextSingle(text, last + 2, last + 1, start, end);
    last += 2
  ) {
    count++;
  }
  return count >= SPACED_DIGITS || /^\s?[年月日时分％%]/.test(text.slice(last + 1, last + 3));
}

function isNextSingle(text: string, at: number, space: number, start: number, end: number): boolean {
  return text[space] === ' ' && isDigit(text, at) && isSingle(text, at, start, end);
}

function isDigit(text: string, at: number): boolean {
  return sideOf(text.charCodeAt(at)) === Side.Digit;
}

/** A digit without a digit directly beside it. */
function isSingle(text: string, at: number, start: number, end: number): boolean {
  return (at - 1 < start || !isDigit(text, at - 1)) && (at + 1 >= end || !isDigit(text, at + 1));
}

/** Whether the first character beyond marks and spaces is Han or Chinese punctuation, on either side. */
function nearHan(text: string, start: number, end: number, from: number, to: number): boolean {
  for (let i = from - 1; i >= Math.max(start, from - MOST_MARKS); i--) {
    const side = isSpaceCode(text.charCodeAt(i)) ? Side.HalfMark : sideOf(text.charCodeAt(i));
    if (side === Side.HalfMark) continue;
    if (side === Side.Han || side === Side.Mark) return true;
    break;
  }
  for (let i = to; i < Math.min(end, to + MOST_MARKS); i++) {
    const side = isSpaceCode(text.charCodeAt(i)) ? Side.HalfMark : sideOf(text.charCodeAt(i));
    if (side === Side.HalfMark) continue;
    return side === Side.Han || side === Side.Mark;
  }
  return false;
}
