/** What the page of `passage.duplicate` says, and the examples it is held to. */

import { passageDuplicate } from '../passage/passageDuplicate';
import type { CheckPage } from './checkPage';

export const passageDuplicatePage: CheckPage = {
  check: passageDuplicate,
  title: { zh: '与材料重复', en: 'passage that repeats a source' },
  meaning: {
    zh: [
      '文稿里有一段文字与您材料中的某一段相同或十分接近。提示里写明是哪份材料、相同的比例，并列出原文。文稿整篇就在材料里时，只在开头提示一次。这项检查只是告诉您出处，不判断是否合适，也没有修复。',
    ],
    en: [
      'A passage of the draft is the same as, or very close to, a passage of your documents. The finding names the document and the share of words that agree, and shows the passage. A draft that stands as a whole in the corpus gets one finding at its beginning. The check tells where the words come from; it does not judge, and has no fix.',
    ],
  },
  source: '我们把试验田交给合作社管，把课堂搬到地头，请老把式和大学生同台讲课，每月评一次手艺，年底按产量给奖励。',
  found: [
    { draft: '我们把试验田交给合作社管，把课堂搬到田头，请老把式和青年同台讲课，每季评一次手艺，年底按产量发奖励。' },
  ],
  notFound: [
    { draft: '我们要把课堂搬到地头，请老把式上台讲课。', why: { zh: '太短', en: 'too short' } },
    {
      draft:
        '县长王秋生说：“我们把试验田交给合作社管，把课堂搬到地头，请老把式和大学生同台讲课，每月评一次手艺，年底按产量给奖励。”',
      why: { zh: '写明了是谁的话', en: 'the speaker is named' },
    },
  ],
  silentWhen: {
    zh: [
      '不足 `zhibi.duplicate.minLength` 个字（不计标点，默认 30）。',
      '许多材料共有的话算固定表述，不算重复；门槛由 `zhibi.duplicate.formulaicLimit` 设定（默认 3 篇，材料很多时自动提高；同一文件的几个版本只算一篇）。知识库里的术语和表述总算固定表述。',
      '标题、引用段落、写明出自谁的引文和转述、《标题》。',
      '文稿本身就是材料中的一个文件；内置示例文稿不参加比较。',
    ],
    en: [
      'Fewer than `zhibi.duplicate.minLength` characters, punctuation not counted (30 by default).',
      'Wording that many documents share is set phrasing; `zhibi.duplicate.formulaicLimit` is the number (3 by default, rising by itself in a large corpus; editions of one document count once). Terms and formulations of the knowledge base are always set phrasing.',
      'Headings, block quotes, quotations and reported speech with their speaker, 《titles》.',
      'The draft is itself a file of the corpus; built-in examples are not compared.',
    ],
  },
};
