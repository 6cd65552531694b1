/** Finds totals that the figures before them do not come to, and what is said of a whole that is told with its parts. */
import type { Finding } from '../../../analysis/finding';
import { wrongSum } from '../figureSums';
import { isCountedOneByOne } from '../figureUnits';
import { repeat } from '../repeatedFigures';
import type { Mention } from './mentions';
import { contradicts, isSlipOf } from './reckoning';

const TOTAL =
  /(?:合计|共计|总计|总共|总数|总额|累计|总量|[两三四五六七八九]项|[两三四五六七八九]者|全年|全部)[^，。；\d]{0,10}$/;
const FURTHER = /^(?:的)?[^，。；\d]{0,8}[、，,和及]{1,2}[^，。；\d]{0,14}$/;
const NO_PART = /其中|比|增长|增加|下降|减少|平均|每|均|占|超过|另有|另外/;
const IN_WORDS = /^[，,]?(?:也就是|即|合|约合|为|是|计)$/;

/** The findings of one paragraph, at the total. O(n²) for n figures of a paragraph at worst; there are few. */
export function wrongTotals(mentions: readonly Mention[]): Finding[] {
  return mentions.flatMap((stated, at) => {
    if (!stated.isExact || stated.unit === '%') return [];
    const finding =
      sumOfRow(mentions, at) ??
      partInWords(mentions, at) ??
      secondOfTwo(mentions, at) ??
      rest(mentions, at) ??
      rowInBrackets(mentions, at) ??
      moreThanAll(mentions, at);
    return finding ? [finding] : [];
  });
}

/** 干渠45公里、支渠60公里，115公里渠道: the figure after a row of parts, or where it is called the total after another sentence too. */
function sumOfRow(mentions: readonly Mention[], at: number): Finding | undefined {
  const stated = mentions[at]!;
  const { text } = stated.place.draft;
  const isCalledTotal = TOTAL.test(stated.lead);
  const before = mentions
    .slice(0, at)
    .filter((other) => other.unit === stated.unit && other.sentence >= stated.sentence - (isCalledTotal ? 1 : 0));
  if (before.length < 2 || NO_PART.test(stated.lead)) return undefined;
  const values = before.map(({ value }) => value);
  if (reaches(values, stated.value, (stated.high - stated.low) / 2 + 1e-9 * stated.value)) return undefined;
  const row = rowBefore(text, before);
  const rows = row.slice(0, -1).map((_, i) => row.slice(i));
  const fitting = rows.filter(
    (parts) => parts.every((part) => part.isExact && part.value < stated.value) && isSlipOf(text, stated, sumOf(parts)),
  );
  const [parts] = fitting;
  if (!parts || fitting.length > 1) return undefined;
  if (!isCalledTotal && !/^[，,]$/.test(text.slice(parts.at(-1)!.end, stated.start))) return undefined;
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
  const { text } = second.place.draft;
  const right = whole.value - first.value;
  const isPart = first.sentence === whole.sentence && /其中/.test(first.lead) && second.sentence <= first.sentence + 1;
  if (!isPart || right <= 0 || second.value <= right || !OTHER_SOURCE.test(second.lead.trim())) return undefined;
  return isSlipOf(text, second, right) ? contradicts(text, second, whole, first, right) : undefined;
}

const LEFT = /(?:剩余|剩下|尚余|还剩下?|尚剩|余下|仅剩|其余|还差|尚差|仍差)[^，。；\d]{0,8}$/;
const STILL = /(?:还有|尚有|仍有|另有)[^，。；\d]{0,6}$/;
const UNDONE = /^[^，。；]{0,8}(?:未|没有|待|列入|需|在建|计划|纳入)/;
const OF_PLAN = /计划|任务|目标|总|共|全|年度|应/;
const DONE = /已|完成|实现|到位|建成|改造|开工|办结|整改|化解|拆除|支付|拨付|销号/;

/** 共24所，已改造18所，尚有8所列入今年计划: what is done and what is left of one whole. */
function rest(mentions: readonly Mention[], at: number): Finding | undefined {
  const [whole, done, left] = [mentions[at - 2], mentions[at - 1], mentions[at]!];
  if (!whole?.isExact || !done?.isExact || whole.unit !== left.unit || done.unit !== left.unit) return undefined;
  if (whole.sentence < left.sentence - 1 || whole.value <= done.value || left.value >= whole.value) return undefined;
  const isLeft = LEFT.test(left.lead) || (STILL.test(left.lead) && UNDONE.test(left.tail));
  if (!isLeft || !OF_PLAN.test(whole.clause) || !DONE.test(done.lead) || /同比|比|增/.test(done.lead)) return undefined;
  const right = whole.value - done.value;
  const slack = whole.high - whole.low + (done.high - done.low) + (left.high - left.low);
  if (Math.abs(right - left.value) <= slack / 2 + 1e-6 * right) return undefined;
  return contradicts(left.place.draft.text, left, whole, done, right);
}

const ALL = /(?:共有?|现有|设立|设有|拥有|总数|配备|选聘|登记|建立)(?:[^，。；\d]*)$/;
/** More of one thing than there are of it, unless time has passed, in these words. */
const OTHERS = /新增|增加|增长|达到|超过|计划|年底|将|到\d|力争|另|其他|全国|全省|原|曾|次|比/;
const NOUN = /^(\p{Script=Han}{2,6}?)(?=累计|共|全部|都|均|已|全面|人人|签|巡|[，。；、]|$)/u;
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

/** 36批次…（21批次）、…（11批次）和…（6批次）: parts in brackets that come to more than what they are of. `at`: of the last. */
function rowInBrackets(mentions: readonly Mention[], at: number): Finding | undefined {
  const last = mentions[at]!;
  const { text } = last.place.draft;
  const isBracketed = ({ start, end, unit, sentence, isExact }: Mention) =>
    unit === last.unit &&
    sentence === last.sentence &&
    isExact &&
    /[（(]/.test(text[start - 1] ?? '') &&
    /[）)]/.test(text[end] ?? '');
  if (!isBracketed(last) || (mentions[at + 1] && isBracketed(mentions[at + 1]!))) return undefined;
  let first = at;
  while (
    first > 0 &&
    isBracketed(mentions[first - 1]!) &&
    /^[）)][、，,和及与][^，。；：（）()]{1,14}[（(]$/.test(
      text.slice(mentions[first - 1]!.end, mentions[first]!.start),
    )
  )
    first--;
  const parts = mentions.slice(first, at + 1);
  const whole = mentions
    .slice(0, first)
    .findLast(({ unit, sentence }) => unit === last.unit && sentence >= last.sentence - 1);
  if (parts.length < 3 || !whole?.isExact || !isCountedOneByOne(text, whole.figure)) return undefined;
  const sum = sumOf(parts);
  if (sum <= whole.value || sum > whole.value * BEYOND) return undefined;
  return wrongSum(
    text,
    whole.figure,
    parts.map(({ figure }) => figure),
    { than: 'more' },
  );
}
