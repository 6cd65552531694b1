/** Finds totals that the figures before them do not come to, and what is said of a whole that is told with its parts. */
import type { Finding } from '../../../analysis/finding';
import { wholeNumeral } from '../../../text/numerals';
import { wrongSum } from '../figureSums';
import { isCountedOneByOne } from '../figureUnits';
import { coversEach, KINDS } from '../partKinds';
import { repeat } from '../repeatedFigures';
import type { Mention } from './mentions';
import { contradicts, isSlipOf } from './reckoning';

const TOTAL = /(?:合计|共计|总计|总共|(?<number>[两三四五六七八九])[项者])[^，。；\d]{0,6}$/;
const IN_ALL = /^(?:[两三四五]年(?:下来|来|间)?|两者|合起来|加起来|算下来)，[^。；\d]{0,16}$/;
const FURTHER = /^(?:的)?[^，。；\d]{0,8}[、，,和及]{1,2}[^，。；\d]{0,14}$/;
const NO_PART = /其中|比|增长|增加|下降|减少|平均|每|均|占|超过|另有|另外/;
const IN_WORDS = /^[，,]?(?:也就是|即|合|约合|约为|约|为|是|计|大约)$/;

/** The findings of one paragraph, at the total. O(n²) for n figures of a paragraph at worst; there are few. */
export function wrongTotals(mentions: readonly Mention[]): Finding[] {
  return mentions.flatMap((stated, at) => {
    if (stated.unit === '%') return [];
    const other = inOtherUnit(mentions, at) ?? composed(mentions, at);
    if (other) return [other];
    const inWords = partInWords(mentions, at);
    if (inWords) return [inWords];
    if (!stated.isExact) return [];
    const finding =
      sumOfRow(mentions, at) ?? secondOfTwo(mentions, at) ?? wholeOfRow(mentions, at) ?? moreThanAll(mentions, at);
    return finding ? [finding] : [];
  });
}

/** 干渠45公里、支渠60公里，115公里渠道: the figure after a row of parts, or where it is called the total after another sentence too. */
function sumOfRow(mentions: readonly Mention[], at: number): Finding | undefined {
  const stated = mentions[at]!;
  const { text } = stated.place.draft;
  const called = TOTAL.exec(stated.lead);
  const isOfYears = IN_ALL.test(text.slice(stated.place.sentence.start, stated.start));
  const isCalledTotal = called !== null || isOfYears;
  const before = mentions
    .slice(0, at)
    .filter((other) => other.unit === stated.unit && other.sentence >= stated.sentence - (isOfYears ? 1 : 0));
  if (before.length < 2 || NO_PART.test(stated.lead) || /[今去上明]年|\d年/.test(stated.clause)) return undefined;
  const values = before.map(({ value }) => value);
  if (reaches(values, stated.value, (stated.high - stated.low) / 2 + 1e-9 * stated.value)) return undefined;
  const row = rowBefore(text, before);
  const rows = row.slice(0, -1).map((_, i) => row.slice(i));
  const fitting = rows.filter(
    (parts) => parts.every((part) => part.isExact && part.value < stated.value) && isSlipOf(text, stated, sumOf(parts)),
  );
  const [parts] = fitting;
  if (!parts || fitting.length > 1) return undefined;
  if (called?.groups?.number !== undefined && wholeNumeral(called.groups.number) !== parts.length) return undefined;
  // 新建水池12座、泵站6座，28座水库…: of something else.
  const isOfAll = parts.every(({ lead }) => lead.includes(stated.tail[0] ?? ' '));
  if (!isCalledTotal && !(isOfAll && /^[，,]$/.test(text.slice(parts.at(-1)!.end, stated.start)))) return undefined;
  return contradicts(text, stated, parts[0]!, parts.at(-1)!, sumOf(parts));
}

function sumOf(parts: readonly Mention[]): number {
  return parts.reduce((all, { value }) => all + value, 0);
}

/** The figures that are told in a row, the last of them the last. */
function rowBefore(text: string, before: readonly Mention[]): Mention[] {
  let first = before.length - 1;
  while (first > 0 && isNext(text, before[first - 1]!, before[first]!)) first--;
  return before.slice(first);
}

function isNext(text: string, one: Mention, next: Mention): boolean {
  const between = text.slice(one.end, next.start);
  if (NO_PART.test(between)) return false;
  return (
    FURTHER.test(between) ||
    (next.sentence === one.sentence + 1 && between.length <= LONGEST_STEP && !/\d/.test(between))
  );
}

/** Between two figures of a row that stand in two sentences, in UTF-16 code units. */
const LONGEST_STEP = 16;

/** Whether some of the values come to the sum. O(2ⁿ) for at most {@link MOST} values. */
function reaches(values: readonly number[], sum: number, slack: number): boolean {
  let sums = [0];
  for (const value of values.slice(-MOST)) sums = [...sums, ...sums.map((one) => one + value)];
  return sums.some((one) => Math.abs(one - sum) <= slack);
}

const MOST = 8;

/** 总长86公里，完成六成，也就是61.6公里. */
function partInWords(mentions: readonly Mention[], at: number): Finding | undefined {
  const [stated, share] = [mentions[at]!, mentions[at - 1]];
  if (share?.unit !== '%' || share.sentence !== stated.sentence) return undefined;
  const { text } = stated.place.draft;
  if (!IN_WORDS.test(text.slice(share.end, stated.start))) return undefined;
  const wholes = mentions
    .slice(0, at)
    .filter(({ unit, sentence }) => unit === stated.unit && sentence === stated.sentence);
  const [whole] = wholes;
  if (!whole?.isExact || wholes.length !== 1) return undefined;
  const part = (stated.value * 100) / whole.value;
  if (part >= share.low && part <= share.high) return undefined;
  return contradicts(text, stated, whole, share, (whole.value * share.value) / 100);
}

const OTHER_SOURCE =
  /^(?:另有|其余|其他|剩余|余下|自筹|(?:县级|市级|地方|本级|单位|企业|村集体|群众|社会)\p{Script=Han}{0,6})/u;

/** 共5000万元，其中上级补助3200万元。县级自筹2800万元: what the first of two parts does not leave. */
function secondOfTwo(mentions: readonly Mention[], at: number): Finding | undefined {
  const [whole, first, second] = [mentions[at - 2], mentions[at - 1], mentions[at]!];
  if (!whole?.isExact || !first?.isExact || whole.unit !== second.unit || first.unit !== second.unit) return undefined;
  const right = whole.value - first.value;
  const isPart = first.sentence === whole.sentence && /其中/.test(first.lead) && second.sentence <= first.sentence + 1;
  const names = [first.lead, second.lead];
  const areBoth = KINDS.some(
    ({ members, isWhole, of }) => isWhole && !of && members.length === 2 && coversEach(members, names),
  );
  const third = mentions[at + 1];
  if (
    !isPart ||
    right <= 0 ||
    second.value === right ||
    (third?.unit === second.unit && third.sentence === second.sentence)
  )
    return undefined;
  if (!areBoth && !OTHER_SOURCE.test(second.lead.trim())) return undefined;
  const { text } = second.place.draft;
  return areBoth || isSlipOf(text, second, right) ? contradicts(text, second, whole, first, right) : undefined;
}

const ALL = /(?:共有?|现有|设立|设有|拥有|总数|配备|选聘|登记|建立)(?:[^，。；\d]*)$/;
/** More of one thing than there are of it, unless time has passed, in these words. */
const OTHERS = /新增|增加|增长|达到|超过|计划|年底|将|到\d|力争|另|其他|全国|全省|原|曾|次|比/;
const NOUN = /^(\p{Script=Han}{2,6}?)(?=累计|共|全部|都|均|已|全面|人人|签|巡|[，。；])/u;
/** So much more at most is a slip. */
const A_LITTLE = 1.3;

/** 设立河长312名…320名河长: more than there are. */
function moreThanAll(mentions: readonly Mention[], at: number): Finding | undefined {
  const some = mentions[at]!;
  const noun = NOUN.exec(some.tail)?.[1];
  if (noun === undefined || OTHERS.test(some.clause) || !isCountedOneByOne(some.place.draft.text, some.figure))
    return undefined;
  const told = mentions.slice(0, at).filter(({ unit, lead }) => unit === some.unit && lead.endsWith(noun));
  const [all] = told;
  if (!all?.isExact || told.length !== 1 || !ALL.test(all.clause) || /新增|今年新|又/.test(all.clause))
    return undefined;
  if (some.value <= all.value || some.value > all.value * A_LITTLE) return undefined;
  return repeat(some.place.draft, all, some);
}

/** So much beyond the whole at most is a slip. */
const BEYOND = 1.15;

const OTHERS_LAST = /其他|其它|其余|剩余|等/;

/** 共登记420处。古建筑180处、…，石刻及其他70处: parts that are told after their whole, the rest of them last. `at`: of the last. */
function wholeOfRow(mentions: readonly Mention[], at: number): Finding | undefined {
  const last = mentions[at]!;
  const { text } = last.place.draft;
  if (!OTHERS_LAST.test(last.lead) || last.tail !== '') return undefined;
  const row = rowBefore(
    text,
    mentions.slice(0, at + 1).filter(({ unit }) => unit === last.unit),
  );
  const parts = row.filter(({ sentence }) => sentence === last.sentence);
  const whole = mentions.findLast(({ unit, end }) => unit === last.unit && end <= parts[0]!.start);
  if (parts.length < 3 || !whole?.isExact || !parts.every(({ isExact }) => isExact)) return undefined;
  if (
    whole.sentence < last.sentence - 1 ||
    NO_PART.test(whole.lead) ||
    mentions.indexOf(whole) !== mentions.indexOf(parts[0]!) - 1
  )
    return undefined;
  const sum = sumOf(parts);
  if (sum > whole.value * BEYOND || sum < whole.value / BEYOND) return undefined;
  return wrongSum(
    text,
    whole.figure,
    parts.map(({ figure }) => figure),
    { than: 'other' },
  );
}

const CONVERTED = /^[（(，,]?(?:约?[折合]合?|约合|折合|合|即|相当于)约?$/;
/** Of a figure given in another unit. */
const CONVERTED_TOLERANCE = 0.06;

/** 35.8万亩（约合23.9万公顷） */
function inOtherUnit(mentions: readonly Mention[], at: number): Finding | undefined {
  const [one, other] = [mentions[at - 1], mentions[at]!];
  if (!one || one.unit !== other.unit || one.figure.unit === other.figure.unit) return undefined;
  const { text } = other.place.draft;
  if (!CONVERTED.test(text.slice(one.end, other.start)) || Math.abs(other.value / one.value - 1) < CONVERTED_TOLERANCE)
    return undefined;
  return contradicts(text, other, one, one, one.value);
}

/** 一行7人，由2名处长、3名业务骨干和1名高校专家组成. `at`: of the last part. */
function composed(mentions: readonly Mention[], at: number): Finding | undefined {
  const last = mentions[at]!;
  const { text } = last.place.draft;
  if (!/^[^，。；、]{1,10}组成[，。；]/.test(text.slice(last.end, last.end + 16))) return undefined;
  const next = mentions[at + 1];
  if (next?.unit === last.unit && next.sentence === last.sentence) return undefined;
  let first = at;
  while (
    first > 0 &&
    mentions[first - 1]!.unit === last.unit &&
    /^[^，。；\d]{1,10}[、和及与]$/.test(text.slice(mentions[first - 1]!.end, mentions[first]!.start))
  )
    first--;
  const parts = mentions.slice(first, at + 1);
  const whole = mentions[first - 1];
  if (parts.length < 2 || !whole?.isExact || whole.unit !== last.unit || whole.sentence !== last.sentence)
    return undefined;
  if (!/^[^。；]{0,12}[，,]由$/.test(text.slice(whole.end, parts[0]!.start)) || !parts.every(({ isExact }) => isExact))
    return undefined;
  return wrongSum(
    text,
    whole.figure,
    parts.map(({ figure }) => figure),
    { than: 'other' },
  );
}
