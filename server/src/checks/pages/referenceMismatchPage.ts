/** What the page of `reference.mismatch` says, and the examples it is held to. */

import { referenceMismatch } from '../reference/referenceMismatch';
import type { CheckPage } from './checkPage';

export const referenceMismatchPage: CheckPage = {
  check: referenceMismatch,
  title: { zh: '引用的文号、日期、场合有误', en: 'wrong number, date or occasion of what is cited' },
  meaning: {
    zh: [
      '引用的文件、会议或规划，文号或时间与知识库 `references.yaml` 不符：标题后括号里的文号；“某年某月召开的”会议；法律通过和施行的日子；文件印发的年月；“今年是‘十五五’某某之年”这类年份与规划期的对应；标题里的年份有一个写错，或者中央文件的标题差了几个字；文件说成另一个机关印发的；“前不久召开的”会议其实是上一次；说某次会议提出了比会议更晚的提法，或者通过了别的会议通过的文件；某个概念“何时何地提出”，与最初提出的年份、地点或会议不符；“某日，习近平总书记在某会上”的日期不是会期；法规的令号（国务院令、主席令、部令）。一处说的是会议、另一处说的是文件时，另一处列在相关位置里。有唯一确定的写法时给出修复。',
    ],
    en: [
      'The number or date of a cited document, meeting or plan differs from `references.yaml`: the number in brackets after a title, or before it; the date at which a meeting was held; the day a law was adopted or took effect; when a document was issued; the year that is said to open, close or be the n-th of a five-year plan; one wrong year in a title, or a title of a central document that is a little otherwise; a document said to be of another issuer; a meeting said to be just held that is the one before; a meeting said to have put forward a formulation that is younger, or to have adopted the document of another meeting; a concept told as put forward in another year, place or meeting than its own; a day on which the leader is said to have spoken at a meeting held on another; the number of an order. Where a finding has two ends in the draft, the other is listed with it. A fix is offered where there is one certain wording.',
    ],
  },
  found: [
    { draft: '《新一代人工智能发展规划》（国发〔2016〕35号）明确了战略目标。' },
    { draft: '2024年10月召开的党的二十届三中全会作出部署。' },
    { draft: '《中华人民共和国乡村振兴促进法》自2021年7月1日起施行。' },
    { draft: '明年是“十五五”规划开局之年。' },
    { draft: '党的十九大报告提出“三个务必”。' },
    { draft: '党的十九届六中全会通过的《中共中央关于进一步全面深化改革、推进中国式现代化的决定》。' },
    { draft: '落实《乡村全面振兴规划（2024—2028年）》各项任务。' },
    { draft: '国务院《关于深入实施“人工智能+”行动的实施意见》印发后，园区迅速对接。' },
    { draft: '国务院《有效降低全社会物流成本行动方案》给企业带来实惠。' },
    { draft: '2024年4月，习近平总书记在成都主持召开新时代推动西部大开发座谈会。' },
    { draft: '这“两个结合”是党的十九大报告首次提出的。' },
    { draft: '2014年秋，习近平主席在哈萨克斯坦提出共建丝绸之路经济带。' },
    { draft: '习近平总书记2020年9月在企业家座谈会上强调，要弘扬企业家精神。' },
    { draft: '《商用密码管理条例》（国务院令第756号）自2023年7月1日起施行。' },
  ],
  notFound: [
    { draft: '《新一代人工智能发展规划》（国发〔2017〕35号）明确了战略目标。' },
    {
      draft: '2024年10月召开的省委全会，传达学习党的二十届三中全会精神。',
      why: { zh: '日期说的是另一个会', en: 'the date is that of another meeting' },
    },
    {
      draft: '2017年1月，习近平主席在日内瓦系统阐述构建人类命运共同体理念。',
      why: { zh: '后来再讲，不是最初提出', en: 'said again, not for the first time' },
    },
  ],
  silentWhen: {
    zh: [
      '后来在别处再次提出、强调、阐述的话；提法首次提出的场合知识库没有记，或者只记了写入、系统阐述的场合；标题里两个年份都不同，可能是另一个规划期的版本。',
      '知识库没有这份文件的文号或会期，资料里也没有唯一一份同名、开头只写一个文号的文件。',
      '日期与会议名称之间隔着别的话，说不准日期属于谁。',
      '“今年是‘十四五’收官之年”一类已经过去的规划期，由 `reference.superseded` 提示。',
    ],
    en: [
      'Words said again later, stressed or explained; the knowledge base does not know when a formulation was first put forward; both years of a title differ, so that it may be another edition.',
      'The knowledge base holds no number or days for it, and no single document of the corpus has its title with one number at its head.',
      'Other words stand between the date and the name, so that it is not certain what the date belongs to.',
      'A plan that is over, called that of this year, is `reference.superseded`.',
    ],
  },
};
