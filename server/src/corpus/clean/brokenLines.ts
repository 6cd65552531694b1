/** Joins lines that a page's columns, links, page ends or wrapping broke in the middle of a sentence. */
import { isHan } from '../../text/characters';
import { canFollow } from './boundCharacters';
import { endsFinally, IMPOSSIBLE_END, IMPOSSIBLE_START, type LineStyle, lineEnding, readLineStyle } from './lineStyle';
import { type Line, startsItem, visibleLines } from './lines';
import { type CleaningStep, TextEditor } from './step';

const FULL_STOP = /[。！？]/;
const CLAUSE = /[，。、；！？,;]/;
/** An unfinished clause of a modal and at most three characters more: `…中心，要抓住`. */
const OPEN_MODAL = /[，；,;](?:要|应|须|需|将|必须|应当|应该|需要|能够|可以|不断|着力|进一步)[\u4e00-\u9fff]{1,3}$/;
/** Marks that cannot end a paragraph. */
const OPEN_MARK = /[，、,]$/;
/** Words that cannot end a sentence, but for compounds that can (参与, 普及, 存在). */
const OPEN_WORD =
  /(?:以及|并且|或者|按照|(?<!参)与|(?<![普涉危波遍提顾])及|(?<![共温缓饱中])和|(?<![合兼归一])并|(?<![存所实现内潜外旨])在|(?<![自理缘])由|(?<![予得所可加足难])以|[或把被从])$/;
const DIGIT = /[0-9０-９]/;
/** What follows a number and never begins a line. */
const UNIT = /^(?:[万亿][亿元人户吨公平千]|[亿元％%]|个百分点|公里|平方公里|公顷)/;
/** What stands behind the last full stop of a finished paragraph: who photographed or edited it, when it was passed. */
const CREDIT = /(?:摄|报道|整理|供稿|通过|公布|发布|施行|修订|修正|批准|印发|记者.{0,12}|编辑.{0,12}|[月日电讯社])$/;
/** A document's own name ends with its kind. */
const DOCUMENT_KIND =
  /(?:通知|意见|决定|决议|批复|复函|函|通报|报告|公告|通告|方案|规划|纲要|办法|规定|条例|细则|讲话|命令|请示|答复)$/;
const LONGEST_TITLE_LINE = 40;
const SHORTEST_TITLE_LINE = 5;
/** A line as long as this without a full stop is no heading. */
const LONGEST_FRAGMENT = 400;
/** So many breaks without proof prove each other, fewer in a short text. */
const MANY_BREAKS = 3;
const FEW_BREAKS = 2;
const SHORT_TEXT = 40;
/** A continuation across blank lines is text, not a heading: so long at least. */
const SHORTEST_CONTINUATION = 12;
/** Further apart than this, two lines have nothing to do with each other. */
const MOST_BLANK_LINES = 3;

export const brokenLines: CleaningStep = {
  name: 'broken-line',
  run(text) {
    const editor = new TextEditor(text, 'broken-line');
    const lines = visibleLines(text);
    const joins = findJoins(text, lines);
    joins.forEach((join, index) => {
      if (join === Join.None) return;
      const first = lines[index]!;
      const second = lines[index + 1]!;
      const spaced = isLatin(text.charCodeAt(first.end - 1)) && isLatin(text.charCodeAt(second.start));
      editor.replace(first.end, second.start, spaced ? ' ' : '');
    });
    return editor.finish();
  },
};

enum Join {
  None,
  /** A paragraph that ends without a full stop: broken off, or its full stop was lost. */
  Likely,
  Certain,
}

/** For each line whether the next one continues it. */
function findJoins(text: string, lines: readonly Line[]): Join[] {
  const style = readLineStyle(text, lines);
  const joins: Join[] = [];
  let seen = 0;
  let titleUntil = 0;
  let paragraph = lines[0]?.start ?? 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    if (i >= titleUntil) titleUntil = i + titleLinesAfter(text, lines, i);
    const join = i < titleUntil ? Join.Certain : continues(text, lines, i, style, paragraph);
    if (join === Join.None) paragraph = lines[i + 1]!.start;
    joins.push(join);
    if (join === Join.Likely || (join === Join.Certain && lines[i + 1]!.blankBefore > 0)) seen++;
  }
  // One missing full stop in a long text is a slip; several are a page that breaks its lines.
  const systematic = seen >= MANY_BREAKS || (seen >= FEW_BREAKS && lines.length <= SHORT_TEXT);
  if (systematic) return joins;
  return joins.map((join, i) =>
    join === Join.Likely && !occursJoined(text, lines[i]!, lines[i + 1]!) ? Join.None : join,
  );
}

/** Whether the characters around the break stand side by side elsewhere in the text: 大 | 中小 in 大中小企业. */
function occursJoined(text: string, first: Line, second: Line): boolean {
  const before = text.slice(first.end - 2, first.end);
  const after = text.slice(second.start, second.start + 2);
  return text.includes(before[1] + after) || text.includes(before + after[0]);
}

function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Whether the line after `index` goes on with the sentence that this one broke off; `paragraph`: where that began. */
function continues(text: string, lines: readonly Line[], index: number, style: LineStyle, paragraph: number): Join {
  const first = lines[index]!;
  const second = lines[index + 1]!;
  if (second.boundaryBefore || second.blankBefore > MOST_BLANK_LINES) return Join.None;
  const head = text[second.start]!;
  const { last, closed } = lineEnding(text, first);
  const final = endsFinally(text, first);
  if (IMPOSSIBLE_START.has(head))
    return closesOrFollows(text.slice(Math.max(paragraph, first.end - 2000), first.end), head, final)
      ? Join.Certain
      : Join.None;
  if (IMPOSSIBLE_END.has(text[first.end - 1]!)) return Join.Certain;
  // Where links break lines, only blank lines end a paragraph.
  if (final && !(style.brokenAtLinks && second.blankBefore === 0 && last !== '：' && last !== ':')) return Join.None;
  const adjacent = second.blankBefore === 0;
  const secondText = text.slice(second.start, Math.min(second.end, second.start + 400));
  if (startsItem(secondText) || !canFollow(last, head)) return Join.None;
  if (adjacent && DIGIT.test(last) && UNIT.test(secondText)) return Join.Certain;
  if (adjacent && style.brokenAtLinks && !isHeadingLine(text, first)) return Join.Certain;
  if (second.start - second.lineStart >= 2) return Join.None;
  if (adjacent && style.wrappedAt > 0) return isFull(text, first, style.wrappedAt) ? Join.Certain : Join.None;
  if (style.stopsLost || !isText(head) || !isContinuation(secondText, adjacent)) return Join.None;
  return breaksOff(text, first, closed, paragraph < first.start);
}

const OPENING: Readonly<Record<string, string>> = {
  '”': '“',
  '’': '‘',
  '》': '《',
  '）': '（',
  ')': '(',
  '〉': '〈',
  '」': '「',
  '』': '『',
  '】': '【',
  '〕': '〔',
};

/** A line that begins with a mark belongs to the text before, unless that is finished and the mark closes nothing in it. */
function closesOrFollows(before: string, head: string, final: boolean): boolean {
  const opening = OPENING[head];
  if (opening === undefined) return !final;
  return before.split(opening).length > before.split(head).length || (!final && head !== '”' && head !== '’');
}

/** A heading or list entry: numbered, short and without a clause. A dash alone is a broken line. */
function isHeadingLine(text: string, line: Line): boolean {
  const content = text.slice(line.start, Math.min(line.end, line.start + LONGEST_TITLE_LINE + 1));
  if (content.length > LONGEST_TITLE_LINE || /^[—-]+$/.test(content)) return false;
  return content[0] === '|' || (startsItem(content) && !CLAUSE.test(content.slice(4)));
}

/** How many lines go on with a title: `关于印发《…` / `…方案》的通知`, `…关于…` / `…` / `…的通知`. */
function titleLinesAfter(text: string, lines: readonly Line[], index: number): number {
  const first = text.slice(lines[index]!.start, lines[index]!.end);
  if (first.length > LONGEST_TITLE_LINE || first.length < SHORTEST_TITLE_LINE || startsItem(first)) return 0;
  if (/[：:]/.test(first) || CLAUSE.test(first.replace(/、/g, '')) || DOCUMENT_KIND.test(first) || first.endsWith('》'))
    return 0;
  const open = ['《》', '（）', '()'].find(([left, right]) => first.lastIndexOf(left!) > first.lastIndexOf(right!));
  let rest = '';
  for (let next = index + 1; next < lines.length && next <= index + 2; next++) {
    const line = lines[next]!;
    if (line.blankBefore > 0 || line.boundaryBefore || line.end - line.start > LONGEST_TITLE_LINE) return 0;
    rest += text.slice(line.start, line.end);
    if (FULL_STOP.test(rest) || /[：:]$/.test(rest) || startsItem(rest)) return 0;
    if (!(open ? rest.includes(open[1]!) : DOCUMENT_KIND.test(rest))) continue;
    return open !== undefined || /关于/.test(first + rest.slice(0, 2)) ? next - index : 0;
  }
  return 0;
}

function isFull(text: string, line: Line, width: number): boolean {
  let halves = 0;
  for (let i = line.lineStart; i < line.end; i++) halves += text.charCodeAt(i) < 0x80 ? 1 : 2;
  return halves >= (width - 2) * 2;
}

function isText(character: string): boolean {
  return isHan(character.charCodeAt(0)) || /[0-9A-Za-z０-９“《‘（(]/.test(character);
}

/** Whether a line breaks off: words that cannot be the end, or a finished sentence and then words without an end. */
function breaksOff(text: string, line: Line, closed: boolean, continued: boolean): Join {
  const tail = text.slice(Math.max(line.start, line.end - 400), line.end);
  if (closed && /[）)】〕]$/.test(tail)) return Join.None;
  if (!/[\u3400-\u9fff0-9A-Za-z％%，、,”》’]$/.test(tail)) return Join.None;
  if (OPEN_MODAL.test(tail)) return Join.Certain;
  if (OPEN_MARK.test(tail)) return tail.length >= SHORTEST_TITLE_LINE ? Join.Certain : Join.None;
  if (OPEN_WORD.test(tail) && CLAUSE.test(tail)) return Join.Certain;
  const stop = Math.max(tail.lastIndexOf('。'), tail.lastIndexOf('！'), tail.lastIndexOf('？'));
  if (CREDIT.test(tail)) return Join.None;
  // The rest of a broken sentence that does not end it is broken as well.
  if (stop < 0) return continued || line.end - line.start > LONGEST_FRAGMENT ? Join.Likely : Join.None;
  const rest = tail.slice(stop + 1);
  return /^[”’）)】]*\s*$/.test(rest) ? Join.None : Join.Likely;
}

/** Whether a line can be the rest of a sentence: running text with a full stop, or at least with a clause in it. */
function isContinuation(line: string, adjacent: boolean): boolean {
  if (adjacent && /[\u3400-\u9fff]。$/.test(line)) return true;
  if (line.length < SHORTEST_CONTINUATION || /^(?:——|各位|同志们|新华社)/.test(line)) return false;
  return FULL_STOP.test(line) || ((adjacent || line.length >= 2 * SHORTEST_CONTINUATION) && CLAUSE.test(line));
}
