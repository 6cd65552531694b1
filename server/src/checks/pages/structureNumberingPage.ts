/** What the page of `structure.numbering` says, and the examples it is held to. */

import { structureNumbering } from '../structure/structureNumbering';
import type { CheckPage } from './checkPage';

export const structureNumberingPage: CheckPage = {
  check: structureNumbering,
  title: { zh: '序号不连续', en: 'numbering out of sequence' },
  meaning: {
    zh: [
      '序号缺了、重了、颠倒了，或者标题跳了层次。查段首的“第一章”“一、”“（一）”“1.”“（1）”“①”，也查段内和相邻各段的“一是……二是……”“第一，……第二，……”。前后两个序号都对、只有中间一个错时，给出可以一并应用的修复；缺号、重号时给出“从此处起重新编号”，由您决定。',
    ],
    en: [
      'A number is missing, occurs twice or stands out of order, or a heading skips a level. Looked at are 第一章, 一、, （一）, 1., （1） and ① at the head of a paragraph, and 一是 … 二是 …, 第一， … 第二， … within a paragraph or in the ones after it. Where both neighbours are right and only one number is wrong, the fix is certain; for a missing or repeated number “renumber from here” is offered and yours to decide.',
    ],
  },
  found: [
    { draft: '一、把渠修好\n二、把路铺平\n四、把灯点亮' },
    { draft: '一是清渠，入冬前见水；三是种柳，清明前栽完。' },
  ],
  notFound: [
    {
      draft: '一、水\n（一）清淤\n（二）护岸\n二、路\n（三）垫土\n（四）铺砖',
      why: { zh: '小标题全文连续编号', en: 'numbered through the whole text' },
    },
    { draft: '依照第五条第（一）项和第（三）项办理。', why: { zh: '引用条款', en: 'a citation' } },
  ],
  silentWhen: {
    zh: [
      '在新的上级标题或没有序号的标题之下重新从一编起；大小标题用了同一种序号，里层编完再接外层。',
      '缺的序号就在前一处与这一处之间，只是写在段中，或者标点写错了。',
      '从中间开始的摘录，Markdown 里一律写作 `1.` 的列表，第某条，年份和小数。',
      '引号和书名号里的序号；一次缺三个以上的，多半不是同一列。',
      '`###` 直接放在 `#` 下面，但全文没有用过 `##`。',
    ],
    en: [
      'Counting begins anew under a new parent or a heading without number; an inner list uses the same numbers as the outer one, which goes on after it.',
      'The missing number stands between the two after all, within a paragraph or with a slip in its punctuation.',
      'Excerpts that begin in the middle, Markdown lists written `1.` throughout, articles of laws (第…条), years and decimals.',
      'Numbers in quotations and 《titles》; where three or more are missing, it is hardly one list.',
      '`###` directly under `#` in a text that has no `##` at all.',
    ],
  },
};
