/**
 * Furniture that shows by where it stands: in the frame of a page, which is what lies before its first and after its
 * last line of running text, beside lines that are furniture by their wording.
 */
import { isButton, isSection } from './buttons';
import { BARE_MARK, type Furniture } from './furniturePatterns';
import { isBodyLine, startsItem } from './lines';

/** A frame longer than this many lines is a list or a table of the text. */
const LONGEST_FRAME = 120;
const LONGEST_FRAME_LINE = 60;
/** Menus before 当前位置 are at least this long; fewer lines may be a title and its author. */
const SHORTEST_MENU = 3;

/** 文档编号：3146226, 全文页数:22页: a label that only pages have, with a short value or none. */
const LABELLED =
  /^(?:[\u4e00-\u9fff]{0,4}(?:次数|编号|格式|页数|积分|ID|密码|账号|验证码|栏目|字体|字号|点击|浏览量?|下载量?|标签|热度)|(?:上传|发布|更新|归档|收录|创建)(?:时间|日期|人|者|用户)|(?:文件|文档|资源)?大小|来源|作者|编辑|日期|分享到?|[初复终一二三]审|审核|校对|监制|策划|统筹|制作|制图|排版|编审|编校|撰稿|采写|摄影|供稿|供图|文字|值班|签发|(?:公开|生效|失效|实施)(?:时间|日期)|(?:公开|发文|发布)(?:机构|单位|范围)|来源网站|语种|关键字\s?|邮箱[/／]手机|支付方式|资源描述|配套讲稿|特殊限制|视力保护色?)\s*(?:[(（][^)）]{1,6}[)）])?\s*[:：][^。！？；]{0,40}$|^关\s*键\s*[词字]\s*[:：]$/;
/** A label whose value stands on the next line. */
const LABEL_ALONE = /[:：]$/;
const LONGEST_VALUE = 24;
/** Beside furniture, when a post was written. */
const DAY = /^(?:昨天|今天|前天|\d{1,2}(?:天|小时|分钟|个?月|周)前)$/;
/** 2819, 19:02, 09/07, 昨天 22:17, 3天前, |: nothing, between lines that are furniture. */
const FILLING =
  /^(?:[\d\s]{1,10}|\d{1,2}[:：/-]\d{2}|(?:昨天|今天|前天|\d{1,2}(?:天|小时|分钟|个?月|周)前)(?:\s*\d{1,2}[:：]\d{2})?|\d{1,2}-\d{1,2}\s?\d{1,2}[:：]\d{2}|[|｜丨>＞»›/\\·•_=*-]+)$/;
/** At most so many lines of a head tell when it was put online; more are an agenda. */
const MOST_STAMPS = 2;
const STAMP =
  /^(?:[\u4e00-\u9fff]{2,6}\s+)?(?:19|20)\d{2}\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}\s?日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s*[^，。；：！？]{0,30}|\s+[^，。；：！？]{2,20}\s\d{1,6}(?:\s\d{1,6})?)$|^(?:19|20)\d{2}[-/]\d{1,2}[-/]\d{1,2}$/;
const SITE_NAME = /^[\u4e00-\u9fff]{2,8}(?:网|网站|日报|频道|在线|论坛)$/;
/** Entries of a menu are shorter than titles. */
const LONGEST_ENTRY = 8;
const LONGEST_MENU_ENTRY = 10;
const FEWEST_SECTIONS = 3;
/** One in so many lines of a menu has a name that other sites use. */
const ENTRIES_TO_SECTION = 6;
/** What only a site speaks of. */
const SITE_WORDS =
  /下载|上传|登录|注册|会员|VIP|验证码|密码|金币|积分|账号|客服|书签|APP|模板|扫码|扫一扫|二维码|换一换|忘记密码|全部分类|(?:友情|温馨)提示|手机(?:站|版)/i;
const TITLE_LIKE = /^关于|《|(?:通知|意见|决定|办法|报告|讲话|公告|方案|规划)$|[（(](?:试行|暂行)[）)]/;
const CRUMB = /^[>＞»›]\s*[^。！？]{1,40}$/;
const LINK_ARROW = /^[^。！？，；]{2,20}[>＞»]+$/;
/** Terms of use come numbered: 1. 本站不保证…, 2. 下载后…. */
const NUMBERED = /^(\d{1,2})[、.．]/;
const TERMS =
  /本站|本页资料|文库仅|下载(?:后|前|文档|资料|资源|本文)|(?:在线|部分)预览|预览(?:文档|情况)|金币|迅雷|WinRAR|PDF阅读器|IE浏览器|联系客服|人工客服|没有答案/i;

/** Adds to `kinds`, the furniture found by wording, what stands in a frame or among terms of use. O(lines). */
export function markPageFrame(contents: readonly string[], kinds: (Furniture | undefined)[]): void {
  markTerms(contents, kinds);
  const isText = (content: string, at: number) => kinds[at] === undefined && isBodyLine(content);
  const head = contents.findIndex(isText);
  if (head < 0) return;
  const tail = contents.findLastIndex(isText);
  const headEnd = Math.min(head, LONGEST_FRAME);
  markStamp(contents, kinds, headEnd);
  markMenu(contents, kinds, headEnd);
  markSections(contents, kinds, headEnd);
  markBeside(contents, kinds, 0, headEnd);
  markValues(contents, kinds, headEnd);
  markFilling(contents, kinds, 0, headEnd);
  markEnd(contents, kinds, tail + 1);
}

/** Once it is known where the page ends: labels and words of sites in the lines between its text and that. */
export function markEnd(contents: readonly string[], kinds: (Furniture | undefined)[], from: number): void {
  const end = Math.min(contents.length, from + LONGEST_FRAME);
  markBeside(contents, kinds, from, end);
  markFilling(contents, kinds, from, end);
}

/** Runs of numbered lines of which most speak of downloading and previewing. */
function markTerms(contents: readonly string[], kinds: (Furniture | undefined)[]): void {
  for (let from = 0; from < contents.length; ) {
    let end = from;
    let last = 0;
    const hits: number[] = [];
    for (; end < contents.length; end++) {
      const number = Number(NUMBERED.exec(contents[end]!)?.[1] ?? 0);
      if (number <= last) break;
      last = number;
      if (TERMS.test(contents[end]!)) hits.push(end);
    }
    if (hits.length >= 2 && hits.length * 2 >= end - from) {
      for (let at = from; at <= hits.at(-1)!; at++) kinds[at] ??= 'notice';
    }
    from = Math.max(end, from + 1);
  }
}

/** 2019-09-26 10:56 某某网, 2025-10-31: when the page was put online, in the one line of the head that says so. */
function markStamp(contents: readonly string[], kinds: (Furniture | undefined)[], end: number): void {
  const stamps = contents.slice(0, end).flatMap((content, at) => (STAMP.test(content) ? [at] : []));
  if (stamps.length <= MOST_STAMPS) for (const at of stamps) kinds[at] ??= 'metadata';
}

/** Everything above the line that says where one is on the site, except what may be the title. */
function markMenu(contents: readonly string[], kinds: (Furniture | undefined)[], end: number): void {
  let crumb = -1;
  for (let at = 0; at < end; at++) if (kinds[at] === 'navigation' && /位置|首页|正文/.test(contents[at]!)) crumb = at;
  const above = contents.slice(0, Math.max(0, crumb));
  const entries = above.filter(isEntry).length;
  const marked = above.filter((content) => BARE_MARK.test(content)).length;
  above.forEach((content, at) => {
    if (marked >= SHORTEST_MENU && BARE_MARK.test(content) && content.length <= LONGEST_FRAME_LINE)
      kinds[at] ??= 'navigation';
    if (entries >= SHORTEST_MENU ? isEntry(content) : isSection(content) || SITE_NAME.test(content))
      kinds[at] ??= 'navigation';
  });
}

function isEntry(content: string): boolean {
  return content.length <= LONGEST_ENTRY && !/[，。；：！？、《》“”（）()]/.test(content) && !startsItem(content);
}

/** The menu that a page begins with, one entry a line, as far as names go that other sites have too. */
function markSections(contents: readonly string[], kinds: (Furniture | undefined)[], end: number): void {
  let sections = 0;
  let last = -1;
  let at = 0;
  for (; at < end; at++) {
    const content = contents[at]!;
    if (kinds[at] !== undefined) continue;
    if (content.length > LONGEST_MENU_ENTRY || /[，。；：！？、《》“”]/.test(content) || startsItem(content)) break;
    if (!isSection(content) && !isButton(content)) continue;
    sections++;
    last = at;
  }
  if (sections < FEWEST_SECTIONS || sections * ENTRIES_TO_SECTION < last) return;
  for (at = 0; at <= last; at++) kinds[at] ??= 'navigation';
}

/** 信息来源： / 某某日报 / 分享到：, below a title: the value of a label on its own line, where furniture follows. */
function markValues(contents: readonly string[], kinds: (Furniture | undefined)[], end: number): void {
  let titled = false;
  for (let at = 1; at + 1 < end; at++) {
    titled ||= kinds[at - 1] === undefined && contents[at - 1]!.length > LONGEST_MENU_ENTRY;
    if (!titled || kinds[at] !== undefined || kinds[at - 1] !== 'metadata' || !LABEL_ALONE.test(contents[at - 1]!))
      continue;
    const value = contents[at]!;
    const isValue = value.length <= LONGEST_VALUE && !/[，。；！？]/.test(value) && !TITLE_LIKE.test(value);
    const label = kinds[at + 1] !== undefined || frameKind(contents[at + 1]!) !== undefined;
    if (isValue && label) kinds[at] = 'metadata';
    // What follows the value may be the next label.
    if (isValue && label) kinds[at + 1] ??= frameKind(contents[at + 1]!);
  }
}

/** Numbers, times and marks between two lines that are furniture. */
function markFilling(contents: readonly string[], kinds: (Furniture | undefined)[], from: number, end: number): void {
  let beside = true;
  for (let at = from; at < end; at++) {
    if (kinds[at] === undefined && FILLING.test(contents[at]!)) {
      let next = at + 1;
      while (next < end && kinds[next] === undefined && FILLING.test(contents[next]!)) next++;
      const below = next === contents.length || kinds[next] !== undefined;
      if (beside && below && at > 0) for (; at < next; at++) kinds[at] = 'page-counter';
      at = next;
    }
    beside = kinds[at] !== undefined;
  }
}

/** Labels and words of sites in lines that touch furniture; what is found lets the next line be found. */
function markBeside(contents: readonly string[], kinds: (Furniture | undefined)[], from: number, end: number): void {
  const mark = (at: number, beside: Furniture | undefined) => {
    if (kinds[at] === undefined && beside !== undefined) kinds[at] = frameKind(contents[at]!);
  };
  for (let at = from + 1; at < end; at++) mark(at, kinds[at - 1]);
  for (let at = end - 2; at >= from; at--) mark(at, kinds[at + 1]);
}

function frameKind(content: string): Furniture | undefined {
  if (content.length > LONGEST_FRAME_LINE) return undefined;
  const bare = content.replace(BARE_MARK, '');
  if (isButton(bare)) return 'navigation';
  if (DAY.test(bare)) return 'metadata';
  if (LABELLED.test(bare)) return 'metadata';
  if (CRUMB.test(bare) || LINK_ARROW.test(bare)) return 'navigation';
  if (SITE_WORDS.test(bare) && !TITLE_LIKE.test(bare) && !/。$/.test(bare)) return 'prompt';
  return undefined;
}
