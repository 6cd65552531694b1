/** What the page of `figure.inconsistent` says, and the examples it is held to. */

import { figureInconsistent } from '../figure/figureInconsistent';
import type { CheckPage } from './checkPage';

export const figureInconsistentPage: CheckPage = {
  check: figureInconsistent,
  title: {
    zh: '同一指标前后数值不一，数字对不上',
    en: 'one indicator with two figures, or figures that do not add up',
  },
  meaning: {
    zh: [
      '同一份稿件里，同一指标、同一年份、同一主体，前后给了两个数值。提示放在后一处，并说明前一处在第几行。',
      '同一句里的数字自己算不拢：增幅、增量与前后两个数不符，占比、完成率与总数（计划）、分项不符，剩余数不等于总数减去已完成数，年均、村均与总数不符，合计与各项不符，互不重叠的分项之和超过总数（列有“其他”或者分类齐全的，要正好等于总数），三次产业结构之和不是100%，三次产业增加值之和不等于生产总值，两个季度之和不等于上半年；“增速逐年加快”而列出的增速逐年降低；居第6位、进入前五；是2020年42亿元的2.5倍。按写出来的位数留出四舍五入的余地。',
      '不同段落的数字互相矛盾：同一指标没有写年份，前后不一；占比、城镇化率、城乡收入比、亩产、人均、每万人的数，同别处写的总量算不拢；“走访了18家企业”后面成了“走访的20家企业”；突破5000亿元、达到4986亿元；由60%提高到55%；“入选18个”后面成了“这16个”；120家中78家已部署，后面说其余52家尚未部署；由48亿元增加到84亿元，后面说五年增加38亿元；增长目标前后两个数；亿元写成万元，增长写成下降。汇编性质的稿件（消息、简报、【】条目）各条之间不互相比较，不同地方、不同时段的数也不比较。',
      '数目与所列不符：三个方面，后面列到四是；“五个聚焦”只列四个；十件实事只有八件。日历上没有的日子，星期几不对，2026年至2030年写成六年，竣工早于开工，“一期竣工前”的日期在一期竣工之后。',
      '一段之内，数字按各自的身份（原来、现在、增减、占比、人均、合计、剩余）对照，说的先后不论：先说今年、再说去年同期，占比说成“八成”“三分之一”“过半”，单价乘数量，亩产乘面积，亩与公顷换算，“由A名、B名组成”，出生年份与年龄，成立年份与周年，起止日期与天数、月数，“同志五名”与所列姓名。提示同时指出另外两个数在稿中的位置。',
    ],
    en: [
      'The draft gives two figures for one indicator, year and subject. The finding is at the second, and names the line of the first.',
      'Figures of one sentence contradict each other: a rate or amount of growth and the two figures it lies between, a share or rate of completion and its whole (or plan) and part, a rest that is not the whole less what is done, an average over years or villages and its total, a total and what is listed before it, parts without overlap that come to more than their whole (to another sum, where the list ends in a rest or names all kinds), a structure of the three sectors that is not 100%, the three sectors and the gross product, two quarters and the half year, a trend in words (增速逐年加快) and its row of figures, a rank and the group it is said to be in, a multiple. What rounding to the places written can explain is allowed.',
      'Figures of different paragraphs contradict each other: an indicator told twice without its year; a share, rate of urbanisation, ratio of incomes, yield, or figure per head that the levels told elsewhere do not give; 走访了18家企业 and later 走访的20家企业; what is said to pass 5000亿元 and reach 4986亿元; 由60%提高到55%; 入选18个 and then 这16个; 78 of 120 done and then 52 left; 由48亿元增加到84亿元 and then 五年增加38亿元; a goal of growth told twice; 亿元 and 万元, growth and decline. In a collection (news, a digest, entries under 【】) one item is not held against another, nor one place or part of the year against another.',
      'A number does not fit what it announces: 三个方面 and then 四是, “五个聚焦” with four of them, ten things of which eight are listed. Days that the calendar does not have, a wrong day of the week, 2026 to 2030 counted as six years, a work finished before it was begun.',
      'Within a paragraph figures are held against each other by what they are (before, now, change, share, average, total, rest), in whatever order they are told: this year before 去年同期, shares in words (八成, 三分之一, 过半), price and number, yield and area, 亩 and 公顷, groups that are 由…组成, birth and age, founding and anniversary, days and months between two dates, names and their number. The finding also shows where the two other figures stand.',
    ],
  },
  found: [
    { draft: '到2030年，全市森林覆盖率达到42%。\n到2030年，全市森林覆盖率要达到45%。' },
    { draft: '我市现有专精特新企业320家。\n全市专精特新企业达到302家。' },
    { draft: '污水集中收集率由61.3%提高到74.8%，提高15.5个百分点。' },
    { draft: '园区现有入驻企业268家，其中专精特新企业67家，占比27%。' },
    { draft: '规上服务业企业从上年末的68家增至85家，净增19家。' },
    { draft: '全年计划改造老旧小区120个，目前已完成90个，占年度任务的85%。' },
    { draft: '三次产业结构优化为8.5∶43.2∶50.3。' },
    { draft: '局机关现有编制86名，其中行政编制52名、事业编制38名。' },
    { draft: '三年累计投入资金6亿元，年均3亿元。' },
    { draft: '全年新增就业5.2万人，其中高校毕业生2.1万人、农民工1.6万人、其他人员2.2万人。' },
    { draft: '全市规模以上工业增加值增长8.2%。\n工业是压舱石，全市规上工业增加值增速7.8%。' },
    { draft: '今年要抓好三个方面工作。一是建平台。二是引人才。三是强服务。四是优环境。' },
    { draft: '会议定于2026年3月5日（星期三）上午召开。' },
    { draft: '近三年，全市工业投资分别增长11.2%、9.8%和8.5%，增速逐年加快。' },
    { draft: '全省表彰先进集体200个，我市入选18个。会上，将向这16个先进集体颁奖。' },
    { draft: '全市研发经费由2020年的48亿元增加到2025年的84亿元。\n全市研发经费五年增加了38亿元。' },
    { draft: '大桥于2024年3月开工建设，2023年12月建成通车。' },
    { draft: '上半年，全县农机销售额60亿元，去年同期是50亿元，同比增长25%。' },
    { draft: '在编职工512人，拥有高级职称的128人，占到三分之一。' },
    { draft: '乡镇卫生院共24所，已改造18所，尚有8所列入计划。' },
  ],
  notFound: [
    {
      draft: '全县地区生产总值由2024年的410亿元增加到2025年的426亿元，增长5.1%。',
      why: { zh: '生产总值的增速按不变价格计算', en: 'growth of the gross product is counted at constant prices' },
    },
    { draft: '2025年，全省常住人口城镇化率为66.5%；2024年为65.2%。', why: { zh: '年份不同', en: 'different years' } },
    {
      draft: '2025年，全社会研发经费投入强度为2.69%。\n2025年，全社会研发经费投入强度达到2.7%。',
      why: { zh: '一个是另一个的约数', en: 'one is the other rounded' },
    },
    {
      draft: '上年末全市贷款余额3200亿元，今年5月末达到3360亿元，同比增长8.6%。',
      why: { zh: '同比不是比上年末', en: 'a year ago is not the end of last year' },
    },
    {
      draft: '床位1260张，其中护理型床位760张，入住率62%。',
      why: { zh: '没有说入住多少', en: 'how many are taken is not told' },
    },
    {
      draft: '到2030年，全国常住人口城镇化率达到71%，全市常住人口城镇化率达到66%。',
      why: { zh: '主体不同', en: 'different subjects' },
    },
  ],
  silentWhen: {
    zh: [
      '指标不在知识库 `targets.yaml` 里，而且不是“全市共有高新技术企业1260家”这种写明地方和数量的现状，也不是“2025年，全市一般公共预算收入156亿元”这种写明年份的数额、增速。',
      '没有写明地方和年份的“新增”“引进”“完成投资”一类可以有几次的事；“余”“多”“左右”的约数。',
      '两处没有都写明年份，或者指标前面的话、与数值之间的话不同。',
      '一处是目标、一处是完成情况；在《标题》、较长的引文里，或者说的是别的文件提出的数。',
    ],
    en: [
      'The indicator is none of `targets.yaml`, and the sentence is neither a count of what a place has (全市共有高新技术企业1260家) nor a sum or rate of a named year (2025年，全市一般公共预算收入156亿元).',
      'What may be done more than once (新增, 引进, 完成投资 …), without the place and the year; rough figures (余, 多, 左右).',
      'The year is not named in both, or other words stand before the indicator or between it and its figure.',
      'One is a target and the other a result; 《titles》, longer quotations, or figures that another document set.',
    ],
  },
};
