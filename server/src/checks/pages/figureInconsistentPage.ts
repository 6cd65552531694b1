/** What the page of `figure.inconsistent` says, and the examples it is held to. */

import { figureInconsistent } from '../figureInconsistent';
import type { CheckPage } from './checkPage';

export const figureInconsistentPage: CheckPage = {
  check: figureInconsistent,
  title: { zh: '同一指标前后数值不一', en: 'one indicator with two figures' },
  meaning: {
    zh: ['同一份稿件里，同一指标、同一年份、同一主体，前后给了两个数值。提示放在后一处，并说明前一处在第几行。'],
    en: [
      'The draft gives two figures for one indicator, year and subject. The finding is at the second, and names the line of the first.',
    ],
  },
  found: [
    { draft: '到2030年，全市森林覆盖率达到42%。\n到2030年，全市森林覆盖率要达到45%。' },
    { draft: '我市现有专精特新企业320家。\n全市专精特新企业达到302家。' },
  ],
  notFound: [
    { draft: '2025年，全省常住人口城镇化率为66.5%；2024年为65.2%。', why: { zh: '年份不同', en: 'different years' } },
    {
      draft: '2025年，全社会研发经费投入强度为2.69%。\n2025年，全社会研发经费投入强度达到2.7%。',
      why: { zh: '一个是另一个的约数', en: 'one is the other rounded' },
    },
    {
      draft: '到2030年，全国常住人口城镇化率达到71%，全市常住人口城镇化率达到66%。',
      why: { zh: '主体不同', en: 'different subjects' },
    },
  ],
  silentWhen: {
    zh: [
      '指标不在知识库 `targets.yaml` 里，而且不是“全市共有高新技术企业1260家”这种写明地方和数量的现状，也不是“2025年，全市一般公共预算收入156亿元”这种写明年份的数额、增速。',
      '“新增”“引进”“完成投资”一类可以有几次的事；“余”“多”“左右”的约数。',
      '两处没有都写明年份，或者指标前面的话、与数值之间的话不同。',
      '一处是目标、一处是完成情况；在《标题》、较长的引文里，或者说的是别的文件提出的数。',
    ],
    en: [
      'The indicator is none of `targets.yaml`, and the sentence is neither a count of what a place has (全市共有高新技术企业1260家) nor a sum or rate of a named year (2025年，全市一般公共预算收入156亿元).',
      'What may be done more than once (新增, 引进, 完成投资 …); rough figures (余, 多, 左右).',
      'The year is not named in both, or other words stand before the indicator or between it and its figure.',
      'One is a target and the other a result; 《titles》, longer quotations, or figures that another document set.',
    ],
  },
};
