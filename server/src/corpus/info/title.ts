/** Finds the title of a document: in its heading lines, checked against its file name. */
import { isBodyLine, startsItem } from '../clean/lines';
import type { Known } from '../document';

export interface TitleEvidence {
  readonly rawHead: readonly string[];
  /** The lines of the clean text. */
  readonly lines: readonly string[];
  /** Without folder and extension. */
  readonly fileName: string;
}

const HEAD_LINES = 12;
/** A decree comes before the text it promulgates: the title in the file name is looked for this far down. */
const NAMED_TITLE_LINES = 60;
const SHORTEST = 5;
const LONGEST = 90;
const MOST_WRAPPED = 3;
/** A title with a comma is no longer than this; a longer line is a sentence. */
const LONGEST_WITH_COMMA = 40;
/** A file name this long was made from the title. */
const LONG_NAME = 10;
const TITLE_LABEL = /^[【[]?(?:标\s*题|文件名称|文件标题)\s*[:：]\s*(.{4,120}?)[】\]]?$/;
const ATTACHMENT_NAME = /^(.{4,100})\.(?:docx?|wps|pdf)$/i;
/** How the titles of official documents end. */
const TITLE_END =
  /(?:通知|意见|决定|决议|批复|复函|函|通报|报告|公告|通告|公报|答复|方案|规划|计划|纲要|办法|规定|条例|细则|讲话|致辞|命令|请示|建议|党课|法)(?:[（(].{1,24}[）)])?$/;
const NO_TITLE =
  /^(?:——|--|各位|同志们|尊敬的|女士们|第[\d一二三四五六七八九十百]+号$|中华人民共和国主席令|中华人民共和国国务院令|目\s*录|编者按|摘\s*要|新华社|本报|央视网|作者|来源|资料来源|（|\()|[，；：、。,;:]$|电$|是(?:在|我国|一[个项种次])|〔\d{4}〕|^.{0,30}(?:总理|主席|省长|市长|书记|记者|主任)\s*[\u4e00-\u9fff]\s?[\u4e00-\u9fff]{1,2}$|^[\d\s年月日.:：-]+$/;

/** Names that begin a title, and are none alone. */
const NAME_ALONE =
  /^(?:中华人民共和国|中国共产党|中共中央|国务院|国务院办公厅|中共中央办公厅|全国人民代表大会常务委员会|政府工作报告全文)$/;

function isTitleLine(line: string): boolean {
  if (line.length < SHORTEST || line.length > LONGEST || isBodyLine(line)) return false;
  const commas = line.split('，').length - 1;
  if (commas > 1 || (commas === 1 && line.length > LONGEST_WITH_COMMA)) return false;
  return !startsItem(line) && !NO_TITLE.test(line) && /[\u3400-\u9fff]{2}/.test(line);
}

/** The title; where the text has none, the file name as far as it is one. */
export function readTitle(evidence: TitleEvidence): Known {
  const stated = (value: string): Known => ({ value, confidence: 'stated' });
  const inferred = (value: string): Known => ({ value, confidence: 'inferred' });
  const labelled = firstGroup(evidence.rawHead, TITLE_LABEL);
  if (labelled) return stated(labelled);
  const named = titleOfFileName(evidence.fileName);
  const inText = named && findNamed(evidence.lines, named);
  if (inText) return stated(withoutOccasion(inText));
  const attached = firstGroup(evidence.rawHead, ATTACHMENT_NAME);
  if (attached) return stated(attached);
  const head = readHeadTitle(evidence.lines);
  if (!head) return inferred(named ?? evidence.fileName);
  return named && isBetter(named, head) ? inferred(withoutOccasion(named)) : stated(withoutOccasion(head));
}

/** A file name is better than a heading when it goes on where the heading breaks off, or alone says what the document is. */
function isBetter(named: string, head: string): boolean {
  const headKey = keyOf(head);
  const namedKey = keyOf(named);
  if (headKey.startsWith(namedKey) && namedKey.length >= LONG_NAME) return false;
  if (namedKey.startsWith(headKey)) return true;
  return TITLE_END.test(named) && !TITLE_END.test(head);
}

/** 政府工作报告——2017年3月5日在…会议上: the occasion is no part of the title. */
function withoutOccasion(title: string): string {
  return title.replace(/\s*(?:——|--)\s*(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})年.*$/, '');
}

function firstGroup(lines: readonly string[], pattern: RegExp): string | undefined {
  for (const line of lines) {
    const match = pattern.exec(line);
    if (match) return match[1]!.trim();
  }
  return undefined;
}

/** The first line that can be a title, with the lines it was wrapped onto. */
function readHeadTitle(lines: readonly string[]): string | undefined {
  const head: string[] = [];
  for (const line of lines.slice(0, HEAD_LINES)) {
    if (isBodyLine(line)) break;
    head.push(line);
  }
  const at = head.findIndex(isTitleLine);
  if (at < 0) return undefined;
  let title = head[at]!;
  for (let count = 1; count < MOST_WRAPPED && !TITLE_END.test(title); count++) {
    const next = head[at + count];
    if (next === undefined || !isTitleLine(next)) break;
    title += next;
    if (TITLE_END.test(title) && (/关于/.test(title) || NAME_ALONE.test(head[at]!))) return title;
  }
  return NAME_ALONE.test(head[at]!) ? undefined : head[at];
}

/** Lines of the text that are the title the file name gives, as the text writes them. */
function findNamed(lines: readonly string[], named: string): string | undefined {
  const key = keyOf(named.replace(/\s*[（(][^（）()]*[）)]$/, ''));
  if (key.length < SHORTEST) return undefined;
  const limit = Math.min(lines.length, NAMED_TITLE_LINES);
  for (let i = 0; i < limit; i++) {
    if (lines[i]!.length > LONGEST || isBodyLine(lines[i]!)) continue;
    let joined = '';
    let tight = '';
    for (let count = 0; count < MOST_WRAPPED && i + count < limit; count++) {
      joined += count === 0 || /关于/.test(joined) ? lines[i + count] : ` ${lines[i + count]}`;
      tight += lines[i + count];
      if (joined.length > LONGEST * 2) break;
      const found = keyOf(joined);
      // An official title that was wrapped is one phrase; the lines of a slogan are several.
      if (found === key && TITLE_END.test(tight) && named.includes(tight)) return tight;
      if (found === key || (count === 0 && key.length >= LONG_NAME && found.startsWith(key))) return joined;
    }
  }
  return undefined;
}

function keyOf(text: string): string {
  return text.replace(/[\s\p{P}\p{S}]/gu, '');
}

/** The part of a file name that is a title: without dates, document numbers, running numbers and machine names. */
export function titleOfFileName(name: string): string | undefined {
  const year = /^((?:19|20)\d{2})[_-](?=[^\d])/.exec(name)?.[1];
  const parts = name
    .replace(/[（(]?(?:19|20)\d{2}-\d{1,2}(?:-\d{1,2})?[）)]?/g, '_')
    .split(/[_＿]+/)
    .map((part) => part.trim())
    .filter((part) => /[\u3400-\u9fff]{2}/.test(part) && !/^.{1,12}(?:〔\d{4}〕\d+号|令?第\d+号)$/.test(part));
  if (parts.length === 0) return undefined;
  const title = parts.join(' ').trim();
  return year && !title.includes(year) && !name.includes('〔') ? `${year}年${title}` : title;
}
