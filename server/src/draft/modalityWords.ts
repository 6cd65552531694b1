/** The words by which official prose shows whether something is to come, has come about, or is being told. */
import type { Span } from '../text/span';

/*
 * All patterns are plain alternations with fixed-width guards: they never backtrack over more than one alternative, so
 * that a sentence of any length costs linear time.
 */

/**
 * Says that something is to come. 预计 and 有望 do not: after the date they give a result that is not yet counted. The guards keep 重要 (but not 比重要达到), 要求, 将军, 即将 and the like out. */
const INTENTION =
  /力争|争取|确保|力求|力保|(?<![的同懈苦续])努力(?![，。；、下的和与及])|计划(?:[到于在]|用(?!地))|拟于|拟在|拟到|目标是|目标为|必须|务必|(?<![主需只首必纪摘概扼简紧险切索提不还次])(?<!(?<!比)重)要(?![求素点闻件领义塞害么是不务员案约职隘地人]|紧(?![紧扣盯抓跟密贴握]))|(?<![大上中少名武主老干麻])将(?![军领士帅相该])/g;

/** Says that something has come about. */
const REPORT =
  /已经|已(?![有知])|均已|就实现|就建成|就完成|实现了|达到了|建成了|完成了|取得了|迈上了|跃居|(?<![为除])了(?![解望])/g;

/** Goes with something that has come about, but also with what is to: 确保如期完成. Tells only where nothing else does. */
const ACCOMPLISHED =
  /如期|圆满|胜利|历史性|顺利|提前|超额|跃升|任务完成|目标完成|收官|成效|成就|成果丰硕|再次|连续|首次|全部(?:摘帽|脱贫|完成|建成|达标|清零|通过|销号|消除|实现|解决|投)|仍|还有|只有|仅/g;

/** A change that has come about, unless its figure is a bound. */
const CHANGED = /(?:增长|提高|增加|上升|下降|降低|减少|缩小|提升|扩大)到(?!20)/g;

/** Says that the sentence tells of a plan or compares with one, rather than makes it. */
const TELLING =
  /原定|原计划|原目标|原先|曾|当时|那时|当年|当初|彼时|早在|早就|此前|历史上|回顾|回首|回望|对照(?=[去上前]年|原来|过去|历史)|对比|比照|相比|较之|(?<!原)原本|之初|以往|过去|历程|没有完成|未完成|未能|未达|先后|如今|成真|一致认为|会议认为/g;

/** Verbs that set or state a target for others: with one before a deadline, the target is reported, not made. */
const SETTING =
  /提出|(?<![很分常为加])明确|确定|部署|规划|设定|制定|制订|印发|发布|出台|指出|强调|要求|承诺|宣布|签署|(?:审议|表决|会议|大会|全会|讨论|一致)通过|通过了|通过的|确立|写入|描绘|下达|规定|擘画|绘就|设置(?=了[^，。；]{0,10}指标)|谋划|批准|批复|定下|锁定|约定|公布/g;

/** Openings under which a set target is followed, not told: 按照规划要求. */
const FOLLOWING = /按照|根据|围绕|落实|贯彻|锚定|紧扣|聚焦|瞄准|坚持|依据|遵循/g;

const HYPOTHETICAL = /如果|假如|假设|倘若|即使|若是|若不|一旦|哪怕/g;

/** Says that the sentence looks forward, whatever the paragraph tells: 下一步, 今后. */
const FORWARD = /下一步|今后|未来|展望|接下来|下一阶段|新征程上|面向/g;

export type WordClass =
  | 'intention'
  | 'report'
  | 'accomplished'
  | 'changed'
  | 'telling'
  | 'setting'
  | 'following'
  | 'hypothetical'
  | 'forward';

const PATTERNS: Readonly<Record<WordClass, RegExp>> = {
  intention: INTENTION,
  report: REPORT,
  accomplished: ACCOMPLISHED,
  changed: CHANGED,
  telling: TELLING,
  setting: SETTING,
  following: FOLLOWING,
  hypothetical: HYPOTHETICAL,
  forward: FORWARD,
};

/** The first word of a class in `text` within `within`. O(length). */
export function findWord(text: string, within: Span, wordClass: WordClass): Span | undefined {
  for (const word of findWords(text, within, wordClass)) return word;
  return undefined;
}

/** The words of a class in `text` within `within`, ascending, as they are asked for. O(length). */
export function* findWords(text: string, within: Span, wordClass: WordClass): Generator<Span> {
  const stretch = text.slice(within.start, within.end);
  for (const match of stretch.matchAll(PATTERNS[wordClass])) {
    const start = within.start + match.index;
    if (wordClass === 'intention' && match[0] === '将' && isObjectMarker(text, start, within.end)) continue;
    yield { start, end: start + match[0].length };
  }
}

/** Whether a word of a class stands in `text` within `within`. O(length). */
export function hasWord(text: string, within: Span, wordClass: WordClass): boolean {
  return findWord(text, within, wordClass) !== undefined;
}

/** 提出了, 已经明确, 规定了: a word of setting in its own past tells nothing of what it sets. */
const SET_ALREADY = new RegExp(
  `(?:已经?|就|又|还)?(?:${SETTING.source})了|(?:已经|已|就|又)(?=${SETTING.source})`,
  'g',
);

/** Whether a word of `report` stands within `within` other than one that says that something was set: 纲要提出了…. O(length). */
export function reportsBesideSetting(text: string, within: Span): boolean {
  const stretch = text.slice(within.start, within.end).replace(SET_ALREADY, (words) => '　'.repeat(words.length));
  return hasWord(stretch, { start: 0, end: stretch.length }, 'report');
}

/** 将…作为, 将…纳入: here 将 puts the object first and says nothing about time. */
const OBJECT_VERBS =
  /作为|纳入|化解在|解决在|消除在|列为|列入|摆在|摆到|放在|放到|置于|融入|转化为|提升为|上升为|升级为|改为|调整为|确定为|定为|视为|设为|打造成|建设成|变为|变成|写入|落实到|用于|交由|划归|更名/;
const REACH_OF_OBJECT = 48;

function isObjectMarker(text: string, at: number, end: number): boolean {
  const stretch = text.slice(at + 1, Math.min(end, at + 1 + REACH_OF_OBJECT));
  // 将投资50亿元用于…: a verb follows, so there is no object to put first.
  if (/^(?:投资|投入|安排|拿出|筹集|新增|新建|继续|进一步|大力|通过|着力|重点|争取|努力|再)/.test(stretch))
    return false;
  const clause = stretch.search(/[，。；！？,;]/);
  return OBJECT_VERBS.test(clause < 0 ? stretch : stretch.slice(0, clause));
}

/** Says of what went before that it is a task: 是必须完成的约束性指标, 这是我们必须交出的答卷. */
const CALLED_TASK =
  /[，,：:](?:这些?|都|也|就)*是[^，。；]{0,12}(?:必须|务必|一定要|需要|要(?!求|素|点))[^，。；]{0,16}(?:任务|目标|承诺|指标|答卷|责任|底线|使命|考题|军令状|实事|大事|要事|硬仗)|[，,：:](?:这些?|都|也|就)*是[^，。；]{0,12}(?:硬任务|硬指标|硬杠杠|约束性指标|奋斗的?目标|军令状|努力的?方向)|[，,](?:这|对此)?[，,]?(?:我们|各级|全[省市县区])?(?:必须|务必|一定要)(?:坚决|如期|不折不扣|全力|高质量|按时|确保)*(?:完成|实现|兑现|做到)|[，,；;](?:对)?(?:这一?[个项些]?|该|上述|此项?|以上)(?:目标|任务|指标|要求|部署|承诺)[^，。；]{0,8}(?:必须|务必|一定要|一定能|(?<!需)要|确保|不能|不得|决不|不容)|[，,](?:对此)?[，,]?(?:我们|各级各部门|各[级地部][门区]?|各有关部门|全[省市县区]|大家|同志们)?(?:必须|务必|一定要|要|应当?|将)(?:抓紧|认真|坚决|全力|不折不扣|逐项|加快|切实|全面|抓好|一项一项|对标对表)+(?:落实|推进|兑现|完成|抓好|实施)(?:到位|下去|落地|见效|好)*[。！；;，,]?$/;

/** Whether what lies within `within` ends in calling it a task. O(length). */
export function isCalledTask(text: string, within: Span): boolean {
  return CALLED_TASK.test(text.slice(within.start, within.end));
}

/** Says of a target named before that it came true: …，这一目标如期实现. */
const FULFILLED =
  /[，,；;](?:这一|这个|这些|该|上述|此)(?:宏伟|奋斗|既定)?(?:目标|任务|愿望|愿景|承诺|蓝图)[^，。；要须必务能定确]{0,6}(?:实现|完成|兑现|达成|变为现实|变成现实)/;

/** Whether what lies within `within` ends in saying that it came true. O(length). */
export function isCalledFulfilled(text: string, within: Span): boolean {
  return FULFILLED.test(text.slice(within.start, within.end));
}
