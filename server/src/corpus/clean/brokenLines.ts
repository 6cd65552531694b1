/** Joins lines that a page's columns, links, page ends or wrapping broke in the middle of a sentence. */
import { isHan } from '../../text/characters';
import { canFollow } from './boundCharacters';
import { type Line, startsItem, visibleLines } from './lines';
import { endsFinally, IMPOSSIBLE_END, IMPOSSIBLE_START, type LineStyle, lineEnding, readLineStyle } from './lineStyle';
import { type CleaningStep, TextEditor } from './step';

const FULL_STOP = /[。！？]/;
const CLAUSE = /[，。、；！？,;]/;
/** An unfinished clause of a modal and at most three characters more: `…中心，要抓住`. */
const OPEN_MODAL = /[，；,;](?:要|应|须|需|将|必须|应当|应该|需要|能够|可以|不断|着力|进一步)[\u4e00-\u9fff]{1,3}$/;
/** Words that cannot end a sentence or heading. */
const OPEN_WORD = /(?:[，、,]|以及|并且|或者|按照|根据|通过|[和与及或并在把被由从以而且])$/;
/** What stands behind the last full stop of a finished paragraph: who wrote, photographed or edited it. */
const CREDIT = /(?:摄|报道|整理|供稿|记者.{0,12}|编辑.{0,12}|[月日电讯社])$/;
/** A document's own name ends with its kind. */
const DOCUMENT_KIND = /(?:通知|意见|决定|决议|批复|复函|函|通报|报告|公告|通告|方案|规划|纲要|办法|规定|条例|细则|讲话|命令|请示)$/;
const LONGEST_TITLE_LINE = 40;
/** A continuation across blank lines is text, not a heading: so long at least. */
const SHORTEST_CONTINUATION = 12;
/** Further apart than this, two lines have nothing to do with each other. */
const MOST_BLANK_LINES = 3;

export const brokenLines: CleaningStep = {
  name: 'broken-line',
  run(text) {
    const editor = new TextEditor(text, 'broken-line');
    const lines = visibleLines(text);
    const style = readLineStyle(text, lines);
    for (let i = 1; i < lines.length; i++) {
      const first = lines[i - 1]!;
      const second = lines[i]!;
      if (!continues(text, first, second, style)) continue;
      const spaced = isLatin(text.charCodeAt(first.end - 1)) && isLatin(text.charCodeAt(second.start));
      editor.replace(first.end, second.start, spaced ? ' ' : '');
    }
    return editor.finish();
  },
};

function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Whether `second` goes on with the sentence that `first` broke off. Decides on the two lines and the style alone. */
function continues(text: string, first: Line, second: Line, style: LineStyle): boolean {
  if (second.boundaryBefore || second.blankBefore > MOST_BLANK_LINES) return false;
  const head = text[second.start]!;
  const tail = text[first.end - 1]!;
  const { last, closed } = lineEnding(text, first);
  const final = endsFinally(text, first);
  if (IMPOSSIBLE_START.has(head)) return closesOrFollows(text, first, head, final);
  if (IMPOSSIBLE_END.has(tail)) return true;
  if (final) return false;
  const adjacent = second.blankBefore === 0;
  const indented = second.start - second.lineStart >= 2;
  const secondText = text.slice(second.start, Math.min(second.end, second.start + 400));
  if (startsItem(secondText) || !canFollow(last, head)) return false;
  if (adjacent && !isListLine(text, first) && completesTitle(text, first, second, secondText)) return true;
  if (adjacent && style.brokenAtLinks && !isListLine(text, first)) return true;
  if (indented) return false;
  if (adjacent && style.wrappedAt > 0) return isFull(text, first, style.wrappedAt);
  if (style.stopsLost || !isText(head)) return false;
  return isUnfinished(text, first, closed) && isContinuation(secondText);
}

/** A line that begins with a mark belongs to the one before, unless that is finished and the mark closes nothing in it. */
function closesOrFollows(text: string, first: Line, head: string, final: boolean): boolean {
  const opening = { '”': '“', '’': '‘', '》': '《', '）': '（', ')': '(', '〉': '〈', '」': '「', '』': '『', '】': '【', '〕': '〔' }[
    head
  ];
  if (opening === undefined) return !final;
  const line = text.slice(Math.max(first.start, first.end - 2000), first.end);
  return line.split(opening).length > line.split(head).length;
}

function isListLine(text: string, line: Line): boolean {
  const head = text[line.start]!;
  return (head === '#' || head === '|') && line.end - line.start < LONGEST_TITLE_LINE;
}

/** A title on two lines: `关于印发《…` / `…方案》的通知`, `…关于…` / `…的通知`. */
function completesTitle(text: string, first: Line, second: Line, secondText: string): boolean {
  if (first.end - first.start > LONGEST_TITLE_LINE || second.end - second.start > LONGEST_TITLE_LINE) return false;
  const firstText = text.slice(first.start, first.end);
  if (CLAUSE.test(firstText.replace(/、/g, '')) || FULL_STOP.test(secondText)) return false;
  if (firstText.lastIndexOf('《') > firstText.lastIndexOf('》')) return secondText.includes('》');
  if (!firstText.includes('关于') && !secondText.startsWith('关于')) return false;
  return !DOCUMENT_KIND.test(firstText) && !firstText.endsWith('》') && DOCUMENT_KIND.test(secondText);
}

function isFull(text: string, line: Line, width: number): boolean {
  let halves = 0;
  for (let i = line.lineStart; i < line.end; i++) halves += text.charCodeAt(i) < 0x80 ? 1 : 2;
  return halves >= (width - 2) * 2;
}

function isText(character: string): boolean {
  return isHan(character.charCodeAt(0)) || /[0-9A-Za-z０-９“《‘（(]/.test(character);
}

/** Whether a line breaks off: a finished sentence and then words without an end, or words that cannot be the end. */
function isUnfinished(text: string, line: Line, closed: boolean): boolean {
  const tail = text.slice(Math.max(line.start, line.end - 400), line.end);
  if (closed && /[）)】〕]$/.test(tail)) return false;
  if (!/[\u3400-\u9fff0-9A-Za-z％%，、,”》’]$/.test(tail)) return false;
  if (OPEN_MODAL.test(tail)) return true;
  if (OPEN_WORD.test(tail)) return line.end - line.start >= SHORTEST_CONTINUATION;
  const stop = Math.max(tail.lastIndexOf('。'), tail.lastIndexOf('！'), tail.lastIndexOf('？'));
  if (stop < 0) return line.end - line.start > 400;
  return !CREDIT.test(tail.slice(stop + 1)) && !/^[”’）)】]*\s*$/.test(tail.slice(stop + 1));
}

/** Whether a line can be the rest of a sentence: running text with a full stop, or at least with a clause in it. */
function isContinuation(line: string): boolean {
  if (line.length < SHORTEST_CONTINUATION || /^(?:——|各位|同志们|新华社)/.test(line)) return false;
  return FULL_STOP.test(line) || (line.length >= 2 * SHORTEST_CONTINUATION && CLAUSE.test(line));
}
