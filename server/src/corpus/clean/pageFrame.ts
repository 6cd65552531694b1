/**
 * Furniture that shows by where it stands: in the frame of a page, which is what lies before its first and after its
 * last line of running text, beside lines that are furniture by their wording.
 */
import { BARE_MARK, type Furniture } from './furniturePatterns';
import { isBodyLine } from './lines';

/** A frame longer than this many lines is a list or a table of the text. */
const LONGEST_FRAME = 120;
const LONGEST_FRAME_LINE = 60;
/** Menus before 当前位置 are at least this long; fewer lines may be a title and its author. */
const SHORTEST_MENU = 3;

/** 文档编号：3146226, 全文页数:22页: a label that only pages have, with a short value or none. */
const LABELLED =
  /^(?:[\u4e00-\u9fff]{0,4}(?:次数|编号|格式|页数|积分|ID|密码|账号|验证码|栏目|字体|字号|点击|浏览量?|下载量?|标签|热度)|(?:上传|发布|更新|归档|收录|创建)(?:时间|日期|人|者|用户)|(?:文件|文档|资源)?大小|关\s*键\s*[词字]|来源|作者|编辑|日期|分享到?|邮箱[/／]手机|支付方式|资源描述|配套讲稿|特殊限制|视力保护色?)\s*(?:[(（][^)）]{1,6}[)）])?\s*[:：][^。！？；]{0,40}$/;
/** What only a site speaks of. */
const SITE_WORDS =
  /下载|上传|登录|注册|会员|VIP|验证码|密码|金币|积分|账号|客服|书签|APP|模板|扫码|扫一扫|二维码|换一换|忘记密码|全部分类|(?:友情|温馨)提示|手机(?:站|版)/i;
const TITLE_LIKE = /^关于|《|的(?:通知|意见|决定|办法|报告|讲话)|[（(](?:试行|暂行)[）)]/;
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
  markMenu(contents, kinds, headEnd);
  markBeside(contents, kinds, 0, headEnd);
  if (contents.length - tail <= LONGEST_FRAME) markBeside(contents, kinds, tail + 1, contents.length);
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

/** Everything above the line that says where one is on the site, except what may be the title. */
function markMenu(contents: readonly string[], kinds: (Furniture | undefined)[], end: number): void {
  let crumb = -1;
  for (let at = 0; at < end; at++) if (kinds[at] === 'navigation' && /位置|首页/.test(contents[at]!)) crumb = at;
  const above = contents.slice(0, Math.max(0, crumb));
  if (above.filter((content) => BARE_MARK.test(content)).length < SHORTEST_MENU) return;
  above.forEach((content, at) => {
    if (BARE_MARK.test(content) && content.length <= LONGEST_FRAME_LINE) kinds[at] ??= 'navigation';
  });
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
  if (LABELLED.test(bare)) return 'metadata';
  if (CRUMB.test(bare) || LINK_ARROW.test(bare)) return 'navigation';
  if (SITE_WORDS.test(bare) && !TITLE_LIKE.test(bare) && !/。$/.test(bare)) return 'prompt';
  return undefined;
}
