/** What the page of `reference.superseded` says, and the examples it is held to. */

import { referenceSuperseded } from '../reference/referenceSuperseded';
import type { CheckPage } from './checkPage';

export const referenceSupersededPage: CheckPage = {
  check: referenceSuperseded,
  title: { zh: '引用已被取代', en: 'superseded reference' },
  meaning: {
    zh: [
      '把已经被后者取代的东西当作现行的来用。一共五类：已经结束的五年规划时期（包括“按照‘十四五’规划确定的……”），以及规划期已过的某项规划（《……（2006—2020年）》，规划期过后六个月起）；上一年的中央经济工作会议、政府工作报告等（已有后一次的）；“党的某大和某届几中、几中全会精神”这一固定提法漏掉了后来召开的全会，或后面又开了新的代表大会（只写“学习贯彻党的十九大精神”也算）；换了新版的国家标准；已被替代的法律和文件：写在书名号里、句子又不是在讲它的制定和当年的法律和规划，以及前面有“依照”“执行”“贯彻”之类的话、或句子提出要求的其他文件；写明旧版年份的也算（“按照2013年印发的《……条例》执行”）。标准给出改成新版号的修复；全会提法给出改为“历次全会精神”的修复；规划时期、法律和文件不自动改。',
    ],
    en: [
      'Something that a later one has replaced is used as current. Five kinds: a five-year-plan period that is over, or a plan whose title gives a period that ended six months ago or more; a yearly conference or government work report (with its year) that another one has followed; the set phrase about the spirit of a Party congress and its plenums that leaves out a later plenum, or comes before a later congress (also the spirit of an earlier congress alone, as what is to be studied); a national standard with a newer edition; a law or document that was replaced: a law or plan in title marks in a sentence that does not tell of its making or its time, another document with words like 依照, 执行, 贯彻 before it or in a sentence that asks for something, also one named with the year of an old edition (按照2013年印发的《…条例》执行). A fix writes the current edition of a standard, or 历次全会精神 for the list of plenums; plan periods, laws and documents are left to the writer.',
    ],
  },
  found: [
    { draft: '“十四五”期间，我们要再建10个实验室。' },
    { draft: '今年是“十四五”的攻坚之年。' },
    { draft: '各单位公文一律执行GB/T 9704—1999的要求。' },
    { draft: '接待支出一律按照2013年印发的《党政机关厉行节约反对浪费条例》执行。' },
    { draft: '帮助妇女了解《婚姻法》中关于夫妻共同财产的规定。' },
    { draft: '要全面贯彻党的二十大和二十届二中、三中全会精神，办好民生实事。' },
  ],
  notFound: [
    { draft: '“十四五”期间，我们建成了10个实验室。', why: { zh: '总结过去', en: 'it sums up' } },
    { draft: '1950年颁布的《婚姻法》废除了包办婚姻。', why: { zh: '说的是历史', en: 'it tells history' } },
    { draft: '公文格式执行GB/T 9704—2012的要求。', why: { zh: '现行版本', en: 'the current edition' } },
    { draft: '去年五月，市委学习了党的二十届三中全会精神。', why: { zh: '只说一次全会', en: 'one plenum alone' } },
  ],
  silentWhen: {
    zh: [
      '句子在回顾、汇报或比较，同一句里还提到了正在实施的规划，或者句中有过去的日期。',
      '规划结束后是收尾期：“落实‘十四五’规划”要等到知识库里有了下一个五年规划、并在文稿日期前通过，最迟满一年，才提示；“编制‘十四五’规划”规划期一过就提示。收尾、评估、验收、总结这类工作不提示。',
      '全会闭幕一个月之内；只写了本届某一次全会、没有写“党的某大和”。',
      '法律修订后名称不变，句子看不出用的是旧版。',
      '在《标题》和较长的引文里（法律、文件名除外，它们本来就写在书名号里）。',
    ],
    en: [
      'The sentence looks back, reports or compares, names a plan still running, or carries a date in the past.',
      'After a plan comes a time of transition: 落实“十四五”规划 is found once the next plan was adopted, as the knowledge base has it, or a year has passed; 编制“十四五”规划 as soon as the period is over. Concluding, evaluating and summing up a plan is never found.',
      'Within a month after a plenum; where one plenum alone is named without the congress.',
      'A revised law that kept its name: nothing says that the old text is meant.',
      'In 《titles》 and longer quotations (laws and documents excepted: they stand in title marks).',
    ],
  },
};
