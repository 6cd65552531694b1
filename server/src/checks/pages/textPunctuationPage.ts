/** What the page of `text.punctuation` says, and the examples it is held to. */

import { textPunctuation } from '../text/textPunctuation';
import type { CheckPage } from './checkPage';

export const textPunctuationPage: CheckPage = {
  check: textPunctuation,
  title: { zh: '标点不规范', en: 'punctuation' },
  meaning: {
    zh: [
      '中文里用了半角的逗号、冒号、分号、问号、叹号、括号，用了直引号，或者引号、书名号不成对（GB/T 15834《标点符号用法》）。全文只报一条，标在第一处，写明共有几处、在哪些行；修复一次改完有把握的各处，不成对而无法断定该补在哪里的只提示、不改。',
    ],
    en: [
      'Half-width commas, colons, semicolons, question marks, exclamation marks and brackets in Chinese text, straight quotation marks, and quotation or title marks without counterpart (GB/T 15834). One finding for the draft, at the first mark; it says how many there are and in which lines. The fix corrects all certain ones at once; a mark without counterpart is left to you where it is not certain what is missing.',
    ],
  },
  found: [{ draft: '渠清了,水就通了;路平了,车就快了!' }, { draft: '老人说“水通了“，大家都笑。' }],
  notFound: [{ draft: '投资3,000万元，比例为1:3，10:30开工。' }, { draft: '详见 https://example.org/a,b;c 的说明。' }],
  silentWhen: {
    zh: [
      '数字、时间、比例、英文里面；网址、邮箱、路径、代码、公式、链接、HTML 标记里面；文件头、表格和注释里面。',
      '标点前面不是汉字、数字或字母；英文词后面的冒号。',
      '引文分成几段、每段开头都有上引号；一对引号或书名号分在两行。',
    ],
    en: [
      'Within numbers, times, ratios and Latin text; in addresses, paths, code, formulas, links and tags; in front matter, tables and comments.',
      'Where no Han character, figure or letter stands before the mark; a colon after a Latin word.',
      'For a quotation of several paragraphs that opens at the head of each, and a pair spread over two lines.',
    ],
  },
};
