/** Finds shares that their part and their whole contradict, in whatever order the three are told. */
import type { Finding } from '../../../analysis/finding';
import { holdsAll, type Mention, shareWord, subjectOf } from './mentions';
import { contradicts, fits, isExplained, isNear, isSlipOf, type Way } from './reckoning';

const SHARE =
  /^(?<part>.*?)(?:占比|份额|占到?)(?<whole>.*?)的?(?:比重|比例|份额)?(?:达到?|为|是|在|约|仅为?|只有|高达|超过|将近|近)?$/;
/** Over or under half, whatever stands before: 女学员98人，超过半数. */
const HALF = /半/;
const NAMED_RATE = /(?<name>\p{Script=Han}{1,6})率(?:达到?|为|是|在|约|仅为?|只有|高达)?$/u;
/** Of what was done, not of what there is. */
const OTHER_RATE = /满意|按期|按时|及时|增长|提高|收益|毛利|准确|首/;
const OF_ALL = /总数|总量|总额|总人数|总面积|全部|整体|总体|一半|半数|的/g;
const OF_OTHERS = /全国|全省|GDP|生产总值|同期|收入|支出/;
const JOINED = /其中|里|中|内|有/;
/** More than what was planned may be done. */
const OF_PLAN = /任务|目标|计划/;
const OF_THE_REST = /其余|其他|剩余|余下|非|不|未/;
const PERCENT: Way = (part, whole) => (part * 100) / whole;
const REST: Way = (part, whole) => 100 - (part * 100) / whole;

/** The findings of one paragraph, at the share. O(n³) for n figures of a paragraph at worst; there are few. */
export function wrongShares(mentions: readonly Mention[]): Finding[] {
  return mentions.flatMap((stated, at) => {
    if (stated.unit !== '%' || !(stated.isExact || stated.isSpelled)) return [];
    const pair = ofShare(mentions, at) ?? ofRate(mentions, at);
    if (!pair) return [];
    const { text } = stated.place.draft;
    const { part, whole, isSure } = pair;
    if (
      !part.isExact ||
      !whole.isExact ||
      (part.value > whole.value && !OF_PLAN.test(stated.lead + stated.clause)) ||
      fits(stated, part, whole, PERCENT)
    )
      return [];
    const ways = OF_THE_REST.test(stated.lead) ? [PERCENT, REST] : [PERCENT];
    if (isExplained(mentions.slice(0, at), stated, ways, [part, whole])) return [];
    const right = PERCENT(part.value, whole.value);
    if (!isNear(stated, right)) return [];
    return isSure || isSlipOf(text, stated, right) ? [contradicts(text, stated, whole, part, right)] : [];
  });
}

interface Pair {
  readonly part: Mention;
  readonly whole: Mention;
  /** The words say that the one is of the other. */
  readonly isSure: boolean;
}

function ofShare(mentions: readonly Mention[], at: number): Pair | undefined {
  const stated = mentions[at]!;
  const counts = countsBefore(mentions, at);
  const last = mentions[at - 1];
  const { text } = stated.place.draft;
  // 占企业总数14万户的八成: the whole stands between.
  if (
    last &&
    /^(?:年度|全年|既定|目标|计划)*(?:任务|目标|计划|总数|总量|人口)?的(?:比重|比例)?(?:约|近|达|为)?$/.test(
      text.slice(last.end, stated.start),
    ) &&
    /(?:占|完成|达到)[^，。；]*$/.test(last.clause)
  ) {
    const part = counts
      .filter((other) => other !== last && other.unit === last.unit && other.start < last.start)
      .at(-1);
    return part ? { part, whole: last, isSure: part.sentence === stated.sentence } : undefined;
  }
  const said = stated.lead.length <= LONGEST_LEAD ? SHARE.exec(stated.lead) : null;
  const isHalf =
    stated.isSpelled &&
    HALF.test(text.slice(stated.start, stated.end)) &&
    subjectOf(stated.lead) === '' &&
    stated.tail === '';
  if ((!said && !isHalf) || /分别|各/.test(stated.lead) || isOfThreshold(mentions, at)) return undefined;
  const named = subjectOf(said?.groups?.part ?? '');
  const whole = (said?.groups?.whole ?? '').replace(OF_ALL, '');
  const own = (mention: Mention) => mention.lead + mention.tail;
  const part = named === '' ? counts.at(-1) : counts.findLast((other) => shareWord(named, own(other)));
  if (!part || (named === '' && part !== last)) return undefined;
  const wholes = counts.filter(
    (other) => other !== part && other.unit === part.unit && other.value > part.value && other.start < part.start,
  );
  const nearest = wholes.at(-1);
  // …；人工智能专利，中国占到60%: of what is told since.
  if (!nearest || /[；;]/.test(text.slice(part.end, stated.start))) return undefined;
  const place = /全[国省市县区州]/.exec(whole)?.[0];
  if (place !== undefined && !nearest.clause.includes(place)) return undefined;
  // 向甲出口136亿美元，占比45.9%；向乙出口124亿美元，占比…: a part of something else.
  const next = mentions[mentions.indexOf(nearest) + 1]!;
  if (SHARE.test(next.lead) && next.unit === '%') return undefined;
  if (named !== '' && !holdsAll(named, own(part) + nearest.clause + nearest.tail)) return undefined;
  const about = subjectOf(whole);
  if (about !== '' && !holdsAll(about, text.slice(nearest.place.sentence.start, part.start))) return undefined;
  if (about === '' && OF_OTHERS.test(whole)) return undefined;
  // A part that is named and was told long ago may be of another whole.
  const isAlone = counts.filter((other) => other.unit === part.unit).length === 2;
  const isJoined = JOINED.test(text.slice(nearest.end, part.start)) && nearest.sentence === part.sentence;
  const isSure = isJoined
    ? named !== '' || next === part
    : isAlone && (named !== '' || nearest.sentence === stated.sentence);
  return { part, whole: nearest, isSure };
}

function ofRate(mentions: readonly Mention[], at: number): Pair | undefined {
  const stated = mentions[at]!;
  const name = NAMED_RATE.exec(stated.lead)?.groups?.name;
  if (name === undefined || OTHER_RATE.test(stated.lead)) return undefined;
  const counts = countsBefore(mentions, at);
  const part = counts.at(-1);
  const whole = counts.filter((other) => other !== part && other.unit === part?.unit).at(-1);
  if (!part || !whole || part.value >= whole.value || counts.indexOf(whole) !== counts.length - 2) return undefined;
  const about = name.replace(/^不/, '');
  const said = stated.lead.slice(0, stated.lead.lastIndexOf(name)) + about.slice(0, -2);
  const told = whole.clause + part.clause + whole.tail;
  // 早孕建册率, 到期贷款收回率: of some of them.
  if (said !== '' && !(told.includes(said) || holdsAll(subjectOf(said), told))) return undefined;
  if (/到期|逾期|不良/.test(said + about)) return undefined;
  // 床位1260张，其中护理型760张，入住率62%: the part is a kind, and nothing says how many are taken.
  const isNamed = shareWord(about.slice(-2), part.lead + part.tail);
  const isAlone = counts.filter((other) => other.unit === part.unit).length === 2;
  if (!isNamed || !isAlone || part !== mentions[at - 1]) return undefined;
  return { part, whole, isSure: part.sentence === whole.sentence };
}

/** 其中50万元以上的占70%: how many these are is not told. */
function isOfThreshold(mentions: readonly Mention[], at: number): boolean {
  const [stated, last] = [mentions[at]!, mentions[at - 1]];
  return (
    last?.sentence === stated.sentence &&
    /^(?:及?以[上下]|以内)/.test(last.tail) &&
    !/[，,；;]/.test(stated.place.draft.text.slice(last.end, stated.start))
  );
}

/** In UTF-16 code units. */
const LONGEST_LEAD = 40;
/** A change, an average and what is planned are neither part nor whole. */
const NO_COUNT = /(?:增长|增加|提高|下降|减少|同比|比上年|人均|户均|平均|每\p{Script=Han}|净增)了?[^，。；]{0,4}$/u;

/** The counts and amounts before a mention in its sentence and the one before. */
function countsBefore(mentions: readonly Mention[], at: number): Mention[] {
  const { sentence } = mentions[at]!;
  return mentions
    .slice(0, at)
    .filter(
      (other) =>
        other.sentence >= sentence - 1 &&
        !/^(?:%|倍|年|岁|个?百分点|个月|天|位)$/.test(other.unit) &&
        !NO_COUNT.test(other.lead) &&
        !/^(?:及?以[上下]|以内)/.test(other.tail),
    );
}
