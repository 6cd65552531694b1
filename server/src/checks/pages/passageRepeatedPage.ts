/** What the page of `passage.repeated` says, and the examples it is held to. */

import { passageRepeated } from '../passageRepeated';
import type { CheckPage } from './checkPage';

export const passageRepeatedPage: CheckPage = {
  check: passageRepeated,
  title: { zh: '文稿内重复', en: 'passage that repeats the draft' },
  meaning: {
    zh: [
      '同一篇文稿里，后面的一段文字与前面的一段相同或十分接近。提示标在后一处，写明前一处在第几行、相同的比例。没有自动修复：留哪一处由您决定。',
    ],
    en: [
      'A later passage of the draft is the same as, or very close to, an earlier one. The finding marks the later one and names the line of the earlier one and the share of words that agree. There is no fix: which of the two stays is yours to decide.',
    ],
  },
  found: [
    {
      draft:
        '我们把试验田交给合作社管，把课堂搬到地头，请老把式和大学生同台讲课，每月评一次手艺，年底按产量给奖励。\n把试验田交给合作社管，把课堂搬到地头，请老把式和大学生同台讲课，每月评一次手艺，年底按产量给奖励。',
    },
  ],
  notFound: [
    {
      draft:
        '我们把试验田交给合作社管，把课堂搬到地头，请老把式和大学生同台讲课。\n把试验田交给合作社管，把课堂搬到地头。',
      why: { zh: '太短', en: 'too short' },
    },
  ],
  silentWhen: {
    zh: [
      '不足 `zhibi.duplicate.minLength` 个字（不计标点，默认 30），或相同的字不到八成：排比句式不算重复。',
      '您的材料里有许多篇共用的固定表述。',
      '标题、引用段落、写明出自谁的引文和转述、《标题》。',
      '只比较同一篇文稿，不比较两篇文稿。',
    ],
    en: [
      'Fewer than `zhibi.duplicate.minLength` characters, punctuation not counted (30 by default), or fewer than eight words in ten the same: parallel sentences are no repetition.',
      'Set phrasing that many of your documents share.',
      'Headings, block quotes, quotations and reported speech with their speaker, 《titles》.',
      'Two drafts are not compared with each other.',
    ],
  },
};
