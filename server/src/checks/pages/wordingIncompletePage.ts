/** What the page of `wording.incomplete` says, and the examples it is held to. */

import { wordingIncomplete } from '../wording/wordingIncomplete';
import type { CheckPage } from './checkPage';

export const wordingIncompletePage: CheckPage = {
  check: wordingIncomplete,
  title: { zh: '固定组合不完整或次序不对', en: 'incomplete or misordered set' },
  meaning: {
    zh: [
      '固定的成组表述（如“四个意识”“四个自信”、新发展理念的五个词）列举时次序不对，或者恰好漏了一项。成员和次序以知识库 `formulations.yaml` 的 `members`、`ordered` 为准；那里单独列出的错误写法也会提示。各项次序不对而句中没有组合的名称时，降为信息。次序不对时给出修复；漏项不自动补。',
    ],
    en: [
      'A fixed set (四个意识, 四个自信, the five words of 新发展理念 …) is enumerated in the wrong order or with exactly one member missing. Members and order are those of `members` and `ordered` in `formulations.yaml`; wrong wordings listed there are found too. All members in another order, in a sentence that does not name the set, are an information. A wrong order has a fix; a missing member is left to the writer.',
    ],
  },
  found: [
    { draft: '要增强政治意识、大局意识、看齐意识、核心意识。' },
    { draft: '必须贯彻创新、协调、绿色、共享的新发展理念。' },
    { draft: '要坚持节水优先、空间均衡、系统治理，以水定城、以水定产。' },
  ],
  notFound: [
    { draft: '要强化政治意识、大局意识，服从组织安排。', why: { zh: '只举两项', en: 'two named on purpose' } },
    { draft: '把创新、绿色、智能、开放作为园区的鲜明标识。', why: { zh: '另有所指', en: 'something else is meant' } },
  ],
  silentWhen: {
    zh: [
      '文稿日期早于这一组合提出的时间。',
      '四项以上的组合恰好漏一项才算漏，并且列出的有三项以上、合起来不太短。没有写出组合名称的作为信息提示；知识库里标为 `partial` 的组合，只在写出名称或者项数时才看。',
      '漏的那一项在同一段里另外提到了。',
      '列举的前后还接着别的词，或者各项分了组（不全用顿号隔开）；在《标题》、较长的引文里，或者句子在讲往事。',
    ],
    en: [
      'The draft is dated before the set was put so.',
      "A member is missing only where the set has four or more and exactly one is left out, with at least three named that are not too short together. Without the set's name it is an information; sets marked `partial` are looked at only where their name or number is there.",
      'The missing member is named elsewhere in the paragraph.',
      'Where the enumeration goes on with other words, or groups the members (not all separated by 、); in 《titles》, longer quotations, and sentences about the past.',
    ],
  },
};
