/** The lines of a text as the cleaning steps see them: trimmed, with the blank lines and boundaries before them. */
import { BOUNDARY, isSpaceCode } from './step';

/** A line that is not blank. Offsets in UTF-16 code units of the text. */
export interface Line {
  /** Of the line with its indentation. */
  readonly lineStart: number;
  /** Of its first and after its last visible character. */
  readonly start: number;
  readonly end: number;
  /** After its line break, or the end of the text. */
  readonly lineEnd: number;
  /** How many blank lines lie before it. */
  readonly blankBefore: number;
  /** A boundary lies between it and the line before. */
  readonly boundaryBefore: boolean;
}

/** The non-blank lines of `text`; lines end with \n. O(length). */
export function visibleLines(text: string): Line[] {
  const lines: Line[] = [];
  let blankBefore = 0;
  let boundaryBefore = false;
  for (let lineStart = 0; lineStart < text.length; ) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline < 0 ? text.length : newline + 1;
    let start = lineStart;
    let end = newline < 0 ? text.length : newline;
    while (start < end && isSpaceCode(text.charCodeAt(start))) {
      if (text[start] === BOUNDARY) boundaryBefore = true;
      start++;
    }
    while (end > start && isSpaceCode(text.charCodeAt(end - 1))) end--;
    if (start === end) {
      blankBefore++;
    } else {
      lines.push({ lineStart, start, end, lineEnd, blankBefore, boundaryBefore });
      blankBefore = 0;
      boundaryBefore = false;
    }
    lineStart = lineEnd;
  }
  return lines;
}

/** The length from which a line with a full stop is running text. */
const BODY_LENGTH = 40;
const FULL_STOP = /[。！？]/;

/** Whether a line is running text: long, with a full stop in it. */
export function isBodyLine(text: string): boolean {
  return text.length >= BODY_LENGTH && FULL_STOP.test(text);
}

const ENUMERATOR =
  /^(?:[一二三四五六七八九十百零〇]{1,4}[、．.]|[（(][一二三四五六七八九十百零〇\d]{1,4}[）)]|\d{1,3}[、．.](?!\d)|第[一二三四五六七八九十百千零〇\d]{1,6}[章节条编篇部分][\s　：:]?|[①-⑳]|[-—·•●■◆★*]{1,2}\s*|(?:附件?|附录)[\s:：\d])/;

/** Whether a line opens an item, heading or list entry of its own, so that it continues nothing. */
export function startsItem(text: string): boolean {
  return ENUMERATOR.test(text.slice(0, 12));
}
