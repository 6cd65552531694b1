/** Takes out the lines of a page that are no text: navigation, metadata, prompts, notices; what is missing becomes a boundary. */
import { creditAtEnd } from './credits';
import { furnitureOf, INLINE_GAP, INLINE_GAP_WORDS, LONGEST_FURNITURE } from './furniturePatterns';
import { type Line, visibleLines } from './lines';
import { markPageFrame } from './pageFrame';
import { markPageTail } from './pageTail';
import { BOUNDARY, type CleaningStep, TextEditor } from './step';

/** Longer lines that could be furniture; everything else is left alone without a closer look. */
const SUSPECT =
  /[A-Za-z/／>＞»©|丨｜]|[:：]|第\s?\d|^[-—–·\d]|阅读|下载|预览|隐藏|省略|试读|试看|声明|转载|侵|微信|公众号|收藏|分享|推荐|相关|热门|喜欢|导航|排行|举报|首页|打印|上一|下一|全文|原文|介绍|展开|打开|欢迎|资源|期$|提示|版权|本站|本网|链接|评论|页|最新|更多|合集|登录|分类号|今天是|书签|视力|延伸|解读|扫|未完|暂无|[上发更创收].于|都在看|可能|小编|付费|文档|责任编辑/;
/** Shorter lines are looked at if they have words. */
const SHORT = 40;
const WORDS = /[【\u3400-\u9fffA-Za-z\ue000-\uf8ff]/;

function kindOf(content: string) {
  if (content.length > LONGEST_FURNITURE) return undefined;
  return (content.length <= SHORT && WORDS.test(content)) || SUSPECT.test(content) ? furnitureOf(content) : undefined;
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
    markPageTail(contents, kinds);
    lines.forEach((line, index) => {
      const kind = kinds[index];
      if (kind === 'gap') editor.replace(line.start, line.end, BOUNDARY);
      else if (kind !== undefined) editor.remove(line.start, line.end);
      else removeInside(text, line, inline, editor);
    });
    return editor.finish();
  },
};

/** Takes out what stands inside a line of text or at its end. */
function removeInside(text: string, line: Line, gaps: boolean, editor: TextEditor): void {
  const content = text.slice(line.start, line.end);
  const credit = creditAtEnd(content) ?? content.length;
  if (gaps) {
    for (const match of content.slice(0, credit).matchAll(INLINE_GAP)) {
      const start = line.start + match.index;
      editor.replace(start, start + match[0].length, `\n${BOUNDARY}\n`);
    }
  }
  if (credit < content.length) editor.remove(line.start + credit, line.end);
}
