/** Finds who photographed, wrote or edited, where it stands behind the last sentence of a line: …。（王某摄）, …。责任编辑：李某. */

const NAMES = '[\\u4e00-\\u9fff·]{2,4}(?:[\\s、，,/]+(?:通讯员|记者|摄影|编辑)?\\s*[\\u4e00-\\u9fff·]{1,4}){0,8}';
const REPORTERS = `(?:[\\u4e00-\\u9fff]{2,12})?(?:记者|通讯员)[\\s:：]*${NAMES}(?:\\s*(?:报道|摄影报道|摄影|整理|策划|供图))?`;
const MAKER = '[^（）()。，；：]{1,24}(?:(?<![拍统])摄|摄影|摄影报道|供稿|供图)';
const EDITORS = '(?:责任编辑|责\\s?编|编辑|审核|校对|来源|稿源|摄影|供图|图片来源)\\s*[:：][^。！？；（）()]{1,40}';

/** The whole line or, in brackets, its end. */
const BRACKETED = `[（(【[]\\s*(?:${REPORTERS}|${MAKER}|${EDITORS})\\s*[）)】\\]]`;
const BEHIND_SENTENCE = new RegExp(
  `(?<=[。！？”’…])\\s*(?:${BRACKETED}|(?:责任编辑|责\\s?编|编辑|来源)\\s*[:：]\\s*[^。！？，；：]{2,24}|(?<=[。！？]\\s?)(?:(?:[\\u4e00-\\u9fff]{2,10}\\s)?[\\u4e00-\\u9fff]{2,4}\\s摄|[\\u4e00-\\u9fff]{0,12}(?:记者|通讯员)\\s?[\\u4e00-\\u9fff·]{2,4}\\s?摄|[\\u4e00-\\u9fff]{2,12}供图))$`,
);
const ALONE = new RegExp(
  `^(?:${BRACKETED}|[^，。；：（(]{0,20}(?:记者|通讯员|摄影师)\\s?[\\u4e00-\\u9fff·]{2,4}\\s?摄(?:影)?)$`,
);
const LONGEST = 80;
/** A credit without brackets ends with 摄 or 供图 or has its label within so many characters. */
const LONGEST_UNMARKED = 30;

/** Whether a line is such a credit and nothing else. */
export function isCredit(line: string): boolean {
  return line.length <= LONGEST && /[）)】\]摄影]$/.test(line) && ALONE.test(line);
}

/** The offset in a trimmed line where a credit behind its last sentence begins, or undefined. */
export function creditAtEnd(line: string): number | undefined {
  if (!/[）)】\]]$|[摄图]$|[:：]/.test(line.slice(-LONGEST_UNMARKED))) return undefined;
  const from = Math.max(0, line.length - LONGEST);
  const match = BEHIND_SENTENCE.exec(line.slice(from));
  return match === null ? undefined : from + match.index;
}
