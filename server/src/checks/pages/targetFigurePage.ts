/** What the page of `target.figure` says, and the examples it is held to. */

import { targetFigure } from '../target/targetFigure';
import type { CheckPage } from './checkPage';

export const targetFigurePage: CheckPage = {
  check: targetFigure,
  title: { zh: '数值与目标不符', en: 'figure that differs from the target' },
  meaning: {
    zh: [
      '句中某项指标的数值与知识库 `targets.yaml` 里的目标对不上。只查三种有把握的情况：百分比恰好是目标的十倍，像是漏了小数点；一句说全国目标的话，同一指标、同一期限，数值与所有已知目标都不同；说全国的目标，期限写成了别的年份。另外，句子写明了出自自己资料里的哪份文件（《……》提出，到2030年……），而那份文件对同一指标、同一年份只有另一个数值，也会提示，并可打开那一句。说全国某一年实际情况的数值，与 `figures.yaml` 里那一年公布的数据（修订前后的都算对）不同，也会提示。目标只有一个确定的数值时给出修复。',
    ],
    en: [
      'The figure given for an indicator does not agree with the targets of `targets.yaml`. Only three certain cases: a share that is exactly ten times the target, as if the decimal point were lost; in a sentence about the whole country, another value for the same indicator and deadline than every known target has; or a goal of the country set for another year. And where the sentence cites a document of her corpus by its title, and that document gives the same indicator one other figure for the same year, the finding shows it. What a sentence reports of the country for a year is held against the figures published for that year in `figures.yaml`; before and after a revision both are right. A fix is offered where the target has one certain value.',
    ],
  },
  found: [
    { draft: '到2025年，全国研发经费投入强度达到28%。' },
    { draft: '到2030年，我国非化石能源占能源消费总量比重要达到30%左右。' },
    { draft: '我国力争到2060年前实现碳达峰。' },
    { draft: '2024年，全国城镇新增就业1526万人。' },
  ],
  notFound: [
    {
      draft: '2024年，全国城镇新增就业超过1250万人。',
      why: { zh: '与公布的数据相合', en: 'agrees with the published figure' },
    },
    {
      draft: '到2030年，我国非化石能源占能源消费总量比重要达到25%左右。',
      why: { zh: '与规划一致', en: 'as the plan has it' },
    },
    {
      draft: '到2030年，全省非化石能源占能源消费总量比重要达到30%左右。',
      why: { zh: '地方可以有自己的目标', en: 'a province may set its own' },
    },
  ],
  silentWhen: {
    zh: [
      '指标前面写的是企业、高校、行业、园区等，它们有自己的数值。',
      '说的是变化（增长、提高、下降、比上年……），不是水平。',
      '后两种情况还要求：句子说的是全国、没有写地方（指标本身就是全国口径、全稿又没有提到地方的，也算），期限没有过，而且是在提目标，不是汇报结果。',
      '在《标题》和较长的引文里。',
    ],
    en: [
      'The words before the indicator name a firm, school, industry or park: they have figures of their own.',
      'The sentence tells of a change (growth, rise, fall, compared with last year), not a level.',
      'The other cases also need a sentence about the country that names no place (or an indicator of the whole economy in a draft that names no place), a deadline not yet past, and a target rather than a result.',
      'In 《titles》 and longer quotations.',
    ],
  },
};
