/** What the page of `target.outdated` says, and the examples it is held to. */

import { targetOutdated } from '../target/targetOutdated';
import type { CheckPage } from './checkPage';

export const targetOutdatedPage: CheckPage = {
  check: targetOutdated,
  title: { zh: '目标已过期', en: 'outdated target' },
  meaning: {
    zh: [
      '句子把一个目标当作今后要做的事提出来，但它的期限在文稿日期之前已经过去；或者期限未到，但知识库里记载它已被后来的文件取代，或者全国已经提前达到。句中没有年份也一样：写明是国家、全国的目标（“朝着全国……65%的目标迈进”），而知识库里这个数的目标都已过期或被取代，就提示。判断看的是这句话的意思，不是句中有没有旧年份。知识库里有这个目标时，提示会写明现行目标或完成结果，并给出文件；没有时只说明期限已过。自己的资料也作数：稿里写的正是一份较早的资料定的数，而同一地方、同一级别的较新规划、报告、公报、通知或法规给同一指标、同一年份定了另一个数，就提示并指出两份资料。只有“到某年＋目标”这种简单句、且现行目标不带数值时，才给出改写建议。',
    ],
    en: [
      "The sentence sets something as still to be reached although its deadline lies before the draft's date, or the deadline is still ahead but the knowledge base says that a later document has replaced the target, or that the country reached it early. Without a year it is the same: a goal that is said to be the country’s and worked for (朝着全国…65%的目标迈进), where every target of that figure in the knowledge base is over or replaced. What the sentence claims decides, not an old year in it. Where the knowledge base holds the target, the finding names the current target or the outcome, with the document; otherwise it says only that the deadline has passed. Her own documents count too: where the draft repeats what an older one set, and a newer plan, report, communiqué, notice or law of the same place and level sets another figure for the same indicator and year, the finding names both. A rewording is offered only for the plain form “by a year + goal” when the current target has no figure.",
    ],
  },
  found: [
    { draft: '到2024年，全县要建成20个科技小院。' },
    { draft: '力争到2025年把研发投入强度提高到3%。' },
    { draft: '第三步，到2050年建成世界科技创新强国。' },
    { draft: '到2030年，全国风电、太阳能发电总装机容量要达到12亿千瓦以上。' },
    { draft: '推进城镇化，要朝着全国常住人口城镇化率65%的目标迈进。' },
  ],
  notFound: [
    { draft: '到2024年底，全县已建成20个科技小院。', why: { zh: '说的是结果', en: 'it reports a result' } },
    { draft: '2020年，我国如期进入创新型国家行列。', why: { zh: '说的是历史', en: 'it tells history' } },
    {
      draft: '全县要朝着常住人口城镇化率65%的目标迈进。',
      why: { zh: '没有说是全国的目标', en: 'it is not said to be the country’s goal' },
    },
    { draft: '到2030年，全县要建成20个科技小院。', why: { zh: '期限还没有到', en: 'the deadline is still ahead' } },
  ],
  silentWhen: {
    zh: [
      '句子在汇报结果、追述往事，或者目标是前文提到的文件、会议提出的。',
      '在小标题写明“回顾”“成绩”“总结”之类的部分里。',
      '在《标题》、较长的引文和紧贴日期的括号里；在“如果”“即使”一类的假设里。',
      '看不出是打算还是结果：只有知识库里有同一目标、同一期限，或写法明显是任务（如“2024年底前完成”）、是规划的写法（如“到2022年，基本建立……体系”，没有数值），才提示。',
      '某地的目标，要文稿里出现该地地名才会与知识库对照。',
    ],
    en: [
      'The sentence reports, tells of the past, or repeats a target that a document or meeting named before it had set.',
      'In sections whose heading says that they look back (回顾, 成绩, 总结 …).',
      'In 《titles》, longer quotations and brackets directly around the date; in hypotheses.',
      'Where the sentence may be plan or result: found only if the knowledge base holds the same target for the same deadline, the wording is clearly a task (2024年底前完成), or it is how plans put goals (到2022年，基本建立…, without a figure).',
      'A regional target of the knowledge base counts only in a draft that names the region.',
    ],
  },
};
