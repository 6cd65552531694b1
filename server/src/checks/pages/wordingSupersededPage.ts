/** What the page of `wording.superseded` says, and the examples it is held to. */

import { wordingSuperseded } from '../wording/wordingSuperseded';
import type { CheckPage } from './checkPage';

export const wordingSupersededPage: CheckPage = {
  check: wordingSuperseded,
  title: { zh: '表述已被取代', en: 'superseded wording' },
  meaning: {
    zh: [
      '用了知识库 `formulations.yaml` 中已被后来的表述取代的提法。取代之后留两个月的过渡，再开始提示。个别新旧并用的表述，知识库里注明只作信息提示。知识库有确定的新表述时给出修复。',
    ],
    en: [
      'The draft uses a formulation that a later one has replaced, as `formulations.yaml` has it. Two months are allowed after the change. Where old and new are both in use the knowledge base makes it an information. A fix is offered where the new wording is certain.',
    ],
  },
  found: [{ draft: '要深化“放管服”改革。' }, { draft: '要坚定三个自信。' }],
  notFound: [
    { draft: '认真总结“放管服”改革的经验，曾经的堵点已经打通。', why: { zh: '说过去', en: 'it tells of the past' } },
    {
      draft: '2018年，我市率先推开“放管服”改革，群众办事更方便。',
      why: { zh: '当时的提法', en: 'the wording of the time' },
    },
  ],
  silentWhen: {
    zh: [
      '文稿日期在新表述出现之前，或在其后两个月之内。',
      '小标题写明是回顾的部分；句子在讲往事，或者句中、前文最近的日期在取代之前。',
      '转述某次会议、某份文件提出的话；在《标题》和较长的引文里。',
      '句子同时写出了新表述，或者旧词是知识库列出的更长说法的一部分。',
    ],
    en: [
      'The draft is dated before the new wording, or within two months after it.',
      'In sections that look back; in sentences that tell of the past, or dated before the change by themselves or by the last date before them.',
      'Where the words are what a meeting or document said; in 《titles》 and longer quotations.',
      'Where the sentence also has the new wording, or the old words are part of a longer wording the knowledge base lists.',
    ],
  },
};
