/** Finds what is left of a whole told as more or less than what is done leaves, and a count told again with a slip, across paragraphs. */
import type { Finding } from '../../../analysis/finding';
import { isCountedOneByOne } from '../figureUnits';
import { repeat } from '../repeatedFigures';
import { holdsAll, type Mention, subjectOf } from './mentions';
import { contradicts, isNear, isSlipOf } from './reckoning';

const LEFT_WORDS = '剩余|剩下|尚余|还剩下?|尚剩|余下|仅剩|其余|还差|尚差|仍差';
const STILL_WORDS = '还有|尚有|仍有|另有';
const LEFT = new RegExp(`(?:${LEFT_WORDS})的?[^，。；\\d]{0,8}$`);
const STILL = new RegExp(`(?:${STILL_WORDS})[^，。；\\d]{0,6}$`);
/** From those words on: what stands before them is of what it is. */
const FROM_LEFT = new RegExp(`(?:目前)?(?:${LEFT_WORDS}|${STILL_WORDS}).*$`);
const UNDONE = /^[^，。；]{0,8}(?:未|没有|待|列入|需|在建|计划|纳入)/;
const OF_PLAN =
  /计划|任务|目标|总|共|全|年度|应|自查|排查|发现|收到|受理|梳理|查出|摸排|问题|隐患|线索|纠纷|案件|建议|事项/;
const DONE = /已|完成|实现|到位|建成|改造|开工|办结|整改|化解|拆除|支付|拨付|销号|解决/;

/** Whether a paragraph may tell what is left, or a count again at the head of a clause. O(length). */
export function mayTellRest(text: string): boolean {
  return /剩|其余|余下|还差|尚|仍|还有|另有/.test(text) || /(?:^|[，。；：])(?:这|上述)?\d/.test(text);
}

/** The findings of one paragraph; `earlier` are the figures of the paragraphs before it. O(n²) for n figures. */
export function wrongRests(mentions: readonly Mention[], earlier: readonly Mention[]): Finding[] {
  return mentions.flatMap((stated, at) => {
    if (!stated.isExact) return [];
    const before = [...earlier, ...mentions.slice(0, at)];
    const next = mentions[at + 1];
    // 还有12个正在建设、4个即将开工: a part of what is left.
    const isOfSeveral = next?.unit === stated.unit && next.sentence === stated.sentence;
    const finding = (isOfSeveral ? undefined : rest(stated, before)) ?? toldAgain(stated, before);
    return finding ? [finding] : [];
  });
}

/** 共24所，已改造18所，尚有8所列入今年计划; 问题240个，已整改228个…剩下的22个问题. */
function rest(left: Mention, before: readonly Mention[]): Finding | undefined {
  if (!(LEFT.test(left.lead) || (STILL.test(left.lead) && UNDONE.test(left.tail)))) return undefined;
  // 今年还有15个列入计划, 资金缺口还差3.2亿元: some of what is left, and of something else.
  if (/今年|年内|本月|本季|下半年|明年|缺口|配套/.test(left.clause) && !/列入今年|纳入今年/.test(left.clause))
    return undefined;
  const last = before.findLast(({ unit }) => unit === left.unit);
  const two = before.filter(
    ({ unit, place }) => unit === left.unit && place.sentence.start === last?.place.sentence.start,
  );
  const [a, b] = two;
  if (!a?.isExact || !b?.isExact || two.length !== 2 || a.value === b.value) return undefined;
  const [whole, done] = a.value > b.value ? [a, b] : [b, a];
  const { text } = left.place.draft;
  const isSame = a.place.sentence === left.place.sentence;
  const isNext = a.place.block === left.place.block;
  if (
    !OF_PLAN.test(whole.clause) ||
    !DONE.test(done.clause) ||
    /同比|[比增]/.test(done.lead) ||
    left.value >= whole.value
  )
    return undefined;
  const about = subjectOf(left.lead.replace(FROM_LEFT, ''));
  if (about !== '' && !holdsAll(about, whole.clause + whole.tail)) return undefined;
  const right = whole.value - done.value;
  const slack = (whole.high - whole.low + (done.high - done.low) + (left.high - left.low)) / 2;
  if (Math.abs(right - left.value) <= slack + 1e-6 * right) return undefined;
  if (!isNear(left, right)) return undefined;
  const isAlone =
    before.filter(({ unit }) => unit === left.unit).length === 2 &&
    /^(?:剩下|剩余|其余|余下)的?$/.test(left.lead.trim());
  const isSure = isSame || isAlone || (isNext && /^(?:目前)?(?:剩|其余|余下|还剩|尚)/.test(left.lead.trim()));
  return isSure || isSlipOf(text, left, right) ? contradicts(text, left, whole, done, right) : undefined;
}

const NOUN = /^(\p{Script=Han}{3,6}?)(?=平均|共|累计|全部|都|均|已|中|里|的|[，。；、]|$)/u;
const OTHER_TIME = /去年|上年|今年|计划|新增|力争|将|明年|\d{4}年|前|另|其他/;

/** 举办招聘会84场…94场招聘会平均每场: a count of what was counted before, a digit off. */
function toldAgain(stated: Mention, before: readonly Mention[]): Finding | undefined {
  const { text } = stated.place.draft;
  const noun = NOUN.exec(stated.tail)?.[1];
  if (noun === undefined || !isCountedOneByOne(text, stated.figure) || OTHER_TIME.test(stated.clause)) return undefined;
  if (!/^(?:这|回头看|上述)?$/.test(stated.clause.trim())) return undefined;
  const told = before.filter(({ unit, lead }) => unit === stated.unit && lead.endsWith(noun));
  const same = before.filter(({ unit, value }) => unit === stated.unit && value === stated.value);
  const [first] = told;
  if (!first?.isExact || told.length !== 1 || same.length > 0 || first.value === stated.value) return undefined;
  return isSlipOf(text, stated, first.value) ? repeat(stated.place.draft, first, stated) : undefined;
}
