/** Takes out the lines of a page that are no text: navigation, metadata, prompts, notices; what is missing becomes a boundary. */
import {
  beginsWithButton,
  type Furniture,
  furnitureOf,
  INLINE_GAP,
  INLINE_GAP_WORDS,
  LONGEST_FURNITURE,
} from './furniturePatterns';
import { isBodyLine, type Line, startsItem, visibleLines } from './lines';
import { markPageFrame } from './pageFrame';
import { BOUNDARY, type CleaningStep, TextEditor } from './step';

const LONGEST_LINK = 60;

/** Lines that could be furniture; everything else is left alone without a closer look. */
const SUSPECT =
  /[A-Za-z/／>＞»©|丨｜]|[:：]|第\s?\d|^[-—–·\d]|阅读|下载|预览|隐藏|省略|试读|试看|声明|转载|侵|微信|公众号|收藏|分享|推荐|相关|热门|喜欢|导航|排行|举报|首页|打印|上一|下一|全文|原文|介绍|展开|打开|欢迎|资源|期$|提示|版权|本站|本网|链接|评论|页|最新|更多|合集|登录|分类号|今天是|书签|视力|延伸|解读|扫|未完|暂无|[上发更创收].于|都在看|可能|小编|付费|文档|责任编辑/;
const LONGEST_BUTTONS = 60;

function kindOf(content: string) {
  if (content.length > LONGEST_FURNITURE) return undefined;
  const suspect = SUSPECT.test(content) || (content.length <= LONGEST_BUTTONS && beginsWithButton(content));
  return suspect ? furnitureOf(content) : undefined;
}

export const furniture: CleaningStep = {
  name: 'furniture',
  run(text) {
    const lines = visibleLines(text);
    const editor = new TextEditor(text, 'furniture');
    const inline = INLINE_GAP_WORDS.some((word) => text.includes(word));
    const contents = lines.map((line) =>
      text.slice(line.start, Math.min(line.end, line.start + LONGEST_FURNITURE + 1)),
    );
    const kinds = contents.map(kindOf);
    markPageFrame(contents, kinds);
    const tailFrom = findTail(contents, kinds);
    lines.forEach((line, index) => {
      if (index >= tailFrom) {
        editor.remove(line.start, line.end);
        return;
      }
      const kind = kinds[index];
      if (kind === 'gap') editor.replace(line.start, line.end, BOUNDARY);
      else if (kind !== undefined) editor.remove(line.start, line.end);
      else if (inline) replaceInlineGaps(text, line, editor);
    });
    return editor.finish();
  },
};

/**
 * The index of the first line of the link lists that end a page: behind a heading such as 相关阅读 that follows the
 * running text, when nothing but furniture and lines like links come after it. Infinity where there is none.
 */
function findTail(contents: readonly string[], kinds: readonly (Furniture | undefined)[]): number {
  let tailFrom = Number.POSITIVE_INFINITY;
  for (let i = contents.length - 1; i >= 0; i--) {
    const kind = kinds[i];
    if (kind === undefined && !isLinkLike(contents[i]!)) return tailFrom;
    if (kind === 'tail') tailFrom = i;
  }
  return Number.POSITIVE_INFINITY;
}

function isLinkLike(line: string): boolean {
  return line.length <= LONGEST_LINK && !isBodyLine(line) && !/[。；：，]$/.test(line) && !startsItem(line);
}

function replaceInlineGaps(text: string, line: Line, editor: TextEditor): void {
  const content = text.slice(line.start, line.end);
  for (const match of content.matchAll(INLINE_GAP)) {
    const start = line.start + match.index;
    editor.replace(start, start + match[0].length, `\n${BOUNDARY}\n`);
  }
}
