/**
 * What ends a page below its text: lists of links, comments, credits and the notices of the site. They begin with a
 * heading such as 相关阅读 or with a line that only stands below an article, such as 责任编辑, and no text comes after.
 */
import { BARE_MARK, type Furniture, isTailHeading } from './furniturePatterns';
import { isBodyLine, startsItem } from './lines';
import { markEnd } from './pageFrame';

const LONGEST_LINK = 60;
/** Of the lines under a heading of links, one in so many may be longer: the teaser of an article, a comment. */
const LINKS_TO_TEASER = 6;
/** The text is at least so many times as long as the teasers. */
const TEXT_TO_TEASERS = 4;
/** More lines than this under a credit are no end of a page. */
const MOST_UNDER_CREDIT = 80;

/** 责任编辑：某某; what stands above an article as well (来源, 作者) does not count. */
const CREDIT =
  /^[\s【[（(]*(?:责任编辑|责\s?编|网络编辑|值班编辑|本期编辑|编辑|责任校对|校对|审核|[终三]审|监制)\s*[:：/|｜]/;
/** Buttons that stand below an article. */
const CLOSING = /打印|关闭|分享|点赞|上一[篇条]|下一[篇条]|返回|顶部|评论|扫一扫|举报/;

const MOST_COPIES = 2;
const LONGEST_FOOT = 20;
const FOOT = /版\s?权\s?所\s?有|ICP|Copyright|©|公网安备/i;

/** What may stand below a credit and is text: who wrote it, what is attached, who signs it and when, whom to ask. */
const KEPT =
  /作者|课题|项目|基金|原载|节选|摘自|资料来源|数据来源|联系|电话|邮箱|抄送|抄报|主送|此件|附[件：:注表图]|注[:：]|^\d{4}\s?年|^[一二]〇|[〔[（(]\d{4}[〕\]）)]|执笔/;
const SIGNATURE = /^[\u4e00-\u9fff\s]{2,24}(?:人民政府|办公[室厅]|委员会|[局厅部委院会]|党组|编辑部)$/;

/** Adds to `kinds` what ends the page. O(lines). */
export function markPageTail(contents: readonly string[], kinds: (Furniture | undefined)[]): void {
  const from = tailStart(contents, kinds);
  if (from === undefined) return;
  const before = contents.findLastIndex((content, at) => at < from && kinds[at] === undefined && isBodyLine(content));
  markEnd(contents, kinds, before + 1);
  let underHeading = kinds[from] === 'tail' || isTailHeading(contents[from]!);
  for (let at = from; at < contents.length; at++) {
    // Below the foot of a site stands only what belongs to it.
    underHeading ||= at >= contents.length - LONGEST_FOOT && kinds[at] === 'notice' && FOOT.test(contents[at]!);
    if (underHeading ? at === from || !isSigned(contents[at]!) : isLink(contents[at]!) && !isKept(contents[at]!)) {
      kinds[at] ??= 'tail';
    }
  }
}

/** The first line behind which nothing can be text, or undefined. */
function tailStart(contents: readonly string[], kinds: readonly (Furniture | undefined)[]): number | undefined {
  const running = runningLines(contents, kinds);
  const isText = (at: number) => kinds[at] === undefined && isBodyLine(contents[at]!);
  let text = 0;
  for (let at = 0; at < contents.length; at++) if (isText(at)) text += contents[at]!.length;
  let start: number | undefined;
  let furniture = false;
  let lines = 0;
  let teasers = 0;
  let teaserLength = 0;
  let bodies = 0;
  let wasTeaser = false;
  for (let at = contents.length - 1; at >= 0; at--) {
    const content = contents[at]!;
    const kind = kinds[at];
    // A heading that a text may have as well counts where other furniture touches it or stands below.
    if (kind === 'tail' || (isTailHeading(content) && (furniture || (at > 0 && kinds[at - 1] !== undefined)))) {
      const few = teasers * LINKS_TO_TEASER <= lines && teaserLength * TEXT_TO_TEASERS <= text - teaserLength;
      if (teasers === 0 || few) start = at;
    } else if (
      bodies === 0 &&
      text > 0 &&
      lines <= MOST_UNDER_CREDIT &&
      !running.has(content) &&
      closesText(content, kind)
    ) {
      start = at;
    }
    if (kind !== undefined) {
      furniture = true;
      continue;
    }
    lines++;
    const teaser = !isLink(content);
    if (teaser) {
      // Two paragraphs in a row are text; there the page has not ended.
      if (wasTeaser && isBodyLine(content)) break;
      teasers++;
      teaserLength += content.length;
    }
    if (isBodyLine(content)) bodies++;
    wasTeaser = teaser;
  }
  return start;
}

/** Notices that stand on every page of a printed text close none. */
function runningLines(contents: readonly string[], kinds: readonly (Furniture | undefined)[]): Set<string> {
  const counts = new Map<string, number>();
  contents.forEach((content, at) => {
    if (kinds[at] !== undefined) counts.set(content, (counts.get(content) ?? 0) + 1);
  });
  return new Set([...counts].filter(([, count]) => count > MOST_COPIES).map(([content]) => content));
}

function closesText(content: string, kind: Furniture | undefined): boolean {
  if (kind === 'gap' || kind === 'prompt' || kind === 'notice') return true;
  return (kind === 'navigation' && CLOSING.test(content)) || (kind === 'metadata' && CREDIT.test(content));
}

function isLink(line: string): boolean {
  const bare = line.replace(BARE_MARK, '');
  return bare.length <= LONGEST_LINK && !isBodyLine(bare) && !/[。；：，]$/.test(bare) && !startsItem(bare);
}

function isKept(line: string): boolean {
  return KEPT.test(line) || SIGNATURE.test(line);
}

/** （作者系…）: below a list of links nothing but this is text. */
function isSigned(line: string): boolean {
  return /^[（(【[]?(?:作者|本文作者)(?:系|为|单位|是)|^[（(【[].{0,30}(?:作者|课题|项目)/.test(line);
}
