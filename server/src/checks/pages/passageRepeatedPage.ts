/** What the page of `passage.repeated` says, and the examples it is held to. */

import { passageRepeated } from '../passage/passageRepeated';
import type { CheckPage } from './checkPage';

export const passageRepeatedPage: CheckPage = {
  check: passageRepeated,
  title: { zh: '文稿重复', en: 'passage that repeats a draft' },
  meaning: {
    zh: [
      '同一篇文稿里，后面的一段文字与前面的一段相同或十分接近。提示标在后一处，写明前一处在第几行、相同的比例。没有自动修复：留哪一处由您决定。',
      '与工作区里另一份文稿的一段相同或十分接近的，也会提示，写明是哪一份、第几行，并可并排比较。比较的是存盘的文稿（`.md`、`.txt`、`.gw`，最新的 200 份，材料文件夹除外）；命令行只在有 `.zhibi` 文件夹的工作区里比较。',
    ],
    en: [
      'A later passage of the draft is the same as, or very close to, an earlier one. The finding marks the later one and names the line of the earlier one and the share of words that agree. There is no fix: which of the two stays is yours to decide.',
      'A passage that another draft of the workspace has as well is found too, with the name of that draft, the line, and a look side by side. Drafts count as they are saved (`.md`, `.txt`, `.gw`, the newest 200, outside the folders of the corpus); the command line compares them in a workspace with a `.zhibi` folder only.',
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
      '同一篇文稿的另一稿：两稿有一半以上相同，或标题相同且有三成相同。',
      '许多份文稿都有的话；材料里也有的段落，那由 `passage.duplicate` 提示。',
    ],
    en: [
      'Fewer than `zhibi.duplicate.minLength` characters, punctuation not counted (30 by default), or fewer than eight words in ten the same: parallel sentences are no repetition.',
      'Set phrasing that many of your documents share.',
      'Headings, block quotes, quotations and reported speech with their speaker, 《titles》.',
      'Another state of the same draft: half of both is the same, or the title and a third.',
      'What many drafts share; passages that the corpus has too, which `passage.duplicate` tells of.',
    ],
  },
};
