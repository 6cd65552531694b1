/** The words by which official prose shows whether something is to come, has come about, or is being told. */
import type { Span } from '../text/span';

/*
 * All patterns are plain alternations with fixed-width guards: they never backtrack over more than one alternative, so
 * that a sentence of any length costs linear time.
 */

/**
 * Says that something is to come. 预计 and 有望 do not: after the date they give a result that is not yet counted. The guards keep 重要, 要求, 将军, 即将 and the like out. */
const INTENTION =
  /力争|争取|确保|力求|力保|(?<![的同懈苦续])努力(?![，。；、下的和与及])|计划到|计划于|计划在|拟于|拟在|拟到|目标是|目标为|必须|务必|(?<![主重需只首必纪摘概扼简紧险切索提不还次])要(?![求素点闻件领义塞害么是不紧务员案约职隘地人])|(?<![大上中少名武主老干麻])将(?![军领士帅相该])/g;

/** Says that something has come about. */
const REPORT = /已经|已(?![有知])|均已|实现了|达到了|建成了|完成了|取得了|迈上了|跃居|(?<![为除])了(?![解望])/g;

/** Goes with something that has come about, but also with what is to: 确保如期完成. Tells only where nothing else does. */
const ACCOMPLISHED =
  /如期|圆满|胜利|历史性|顺利|提前|超额|跃升|目标任务完成|目标完成|(?:增长|提高|增加|上升|下降|降低|减少|缩小|提升|扩大)到(?!20)|收官|成效|成就|成果丰硕|再次|连续|累计|首次|全部(?:摘帽|脱贫|完成|建成|达标|清零|通过|销号|消除|实现|解决|投)|仍|还有|只有|仅/g;

/** Says that the sentence tells of a plan or compares with one, rather than makes it. */
const TELLING =
  /原定|原计划|原目标|原先|曾|当时|那时|当年|当初|彼时|早在|早就|此前|历史上|回顾|回首|回望|对照|对比|比照|相比|较之|原本|之初|以往|过去|没有完成|未完成|未能|未达|先后|如今|成真|一致认为|会议认为/g;

/** Verbs that set or state a target for others: with one before a deadline, the target is reported, not made. */
const SETTING =
  /提出|明确|确定|部署|规划|设定|制定|制订|印发|发布|出台|指出|强调|要求|承诺|宣布|签署|通过|确立|写入|描绘|下达|规定|擘画|绘就|谋划|批准|批复|定下|锁定|约定|公布/g;

/** Openings under which a set target is followed, not told: 按照规划要求. */
const FOLLOWING = /按照|根据|围绕|落实|贯彻|锚定|紧扣|聚焦|瞄准|坚持|依据|遵循/g;

const HYPOTHETICAL = /如果|假如|假设|倘若|即使|若是|若不|一旦|哪怕/g;

/** Says that the sentence looks forward, whatever the paragraph tells: 下一步, 今后. */
const FORWARD = /下一步|今后|未来|展望|接下来|下一阶段|新征程上|面向/g;

export type WordClass =
  | 'intention'
  | 'report'
  | 'accomplished'
  | 'telling'
  | 'setting'
  | 'following'
  | 'hypothetical'
  | 'forward';

const PATTERNS: Readonly<Record<WordClass, RegExp>> = {
  intention: INTENTION,
  report: REPORT,
  accomplished: ACCOMPLISHED,
  telling: TELLING,
  setting: SETTING,
  following: FOLLOWING,
  hypothetical: HYPOTHETICAL,
  forward: FORWARD,
};

/** The first word of a class in `text` within `within`. O(length). */
export function findWord(text: string, within: Span, wordClass: WordClass): Span | undefined {
  const stretch = text.slice(within.start, within.end);
  const pattern = PATTERNS[wordClass];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(stretch); match; match = pattern.exec(stretch)) {
    const start = within.start + match.index;
    if (wordClass === 'intention' && match[0] === '将' && isObjectMarker(text, start, within.end)) continue;
    return { start, end: start + match[0].length };
  }
  return undefined;
}

/** Whether a word of a class stands in `text` within `within`. O(length). */
export function hasWord(text: string, within: Span, wordClass: WordClass): boolean {
  return findWord(text, within, wordClass) !== undefined;
}

/** 将…作为, 将…纳入: here 将 puts the object first and says nothing about time. */
const OBJECT_VERBS =
  /作为|纳入|列为|列入|摆在|摆到|放在|放到|置于|融入|转化为|改为|调整为|确定为|定为|视为|设为|打造成|建设成|变为|变成|写入|落实到|用于|交由|划归|更名/;
const REACH_OF_OBJECT = 24;

function isObjectMarker(text: string, at: number, end: number): boolean {
  const stretch = text.slice(at + 1, Math.min(end, at + 1 + REACH_OF_OBJECT));
  const clause = stretch.search(/[，。；！？,;]/);
  return OBJECT_VERBS.test(clause < 0 ? stretch : stretch.slice(0, clause));
}
