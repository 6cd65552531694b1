/** What the page of `institution.renamed` says, and the examples it is held to. */

import { institutionRenamed } from '../institution/institutionRenamed';
import type { CheckPage } from './checkPage';

export const institutionRenamedPage: CheckPage = {
  check: institutionRenamed,
  title: { zh: '机构已更名或撤销', en: 'renamed institution' },
  meaning: {
    zh: [
      '文稿把已经更名、合并、重组或撤销的机构当作现有机构来写。依据是知识库 `institutions.yaml` 里的变动日期，和文稿日期比较。知识库里有唯一确定的现名时，给出修复；拆分给几个机构时只列出现在的机构。',
    ],
    en: [
      "The draft names a body that was renamed, merged, restructured or abolished as if it still existed. The dates are those of `institutions.yaml`, compared with the draft's date. Where the knowledge base has one certain name for today, a fix writes it; where a body was divided, the finding lists what took its place.",
    ],
  },
  found: [{ draft: '市直有关部门要主动向环境保护部汇报，争取试点。' }, { draft: '争取农业部的项目资金。' }],
  notFound: [
    { draft: '2015年，环境保护部批准了这个项目。', why: { zh: '当时的名称', en: 'its name at the time' } },
    { draft: '原环境保护部批准了这个项目。' },
    {
      draft: '2018年机构改革后，环境保护部的职责并入生态环境部。',
      why: { zh: '说的就是变动本身', en: 'the sentence is about the change' },
    },
    { draft: '越南农业部代表团来访。', why: { zh: '外国机构', en: 'a body of another country' } },
  ],
  silentWhen: {
    zh: [
      '文稿日期早于变动日期；句中有变动之前的日期或文号，或者前几句最近的日期在变动之前。',
      '前面有“原”“时任”“前”等字，句中有“改为”“组建”“职责”等说变动的话，或者写出了现名。',
      '各地机构只收2019年3月前改设的几类（环保、国土、安监、工商、质监、食药监、卫计），现名以当地为准，没有修复。',
      '在《标题》、较长的引文里；是更长名称的一部分；是公司、学校等单位的内设部门。',
      '名称仍作为牌子保留的机构（知识库中的 `nameplate`）。',
    ],
    en: [
      'The draft is dated before the change; the sentence holds a date or document number from before it, or the last date named in the sentences before does.',
      'After 原, 时任, 前 and the like; in a sentence about the change, about duties or a career, or one that names the present body.',
      'Of local bodies only the kinds reorganised by March 2019 are known (环保, 国土, 安监, 工商, 质监, 食药监, 卫计); what they are called now differs from place to place, so there is no fix.',
      'In 《titles》 and longer quotations; inside a longer name; for a department of a company or school.',
      'Names still used as a nameplate (`nameplate` in the knowledge base).',
    ],
  },
};
