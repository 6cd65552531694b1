/** Finds averages that the total and the number it is spread over contradict: 五年900公里、年均160公里; 120个村，共6000万元，村均40万元. */
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Quantity } from '../../text/quantities';
import type { Span } from '../../text/span';
import { contradiction, halfPlace, isExact } from './figureSums';

const SPELLED = '零一二三四五六七八九十';
const YEARS =
  /(?<![第\d百])([二两三四五六七八九十])年(?:间|来|内|计划|共|累计|总|投|新|改|建|完|将|要)|“十[一二三四五六]五”(?:时期|期间)/g;
const SPAN = /(\d{4})年?(?:[—–～~-]{1,2}|至|到)(\d{4})年/;
const YEARLY = /^[^，。；\d]{0,12}[，,、（(](?:平均)?(?:年均|平均每年|每年平均|每年)[^，。；\d增提下减升递不至]{0,8}$/;

/** 五年新改建900公里、年均180公里. */
export function wrongYearly(place: SentencePlace, [total, yearly]: readonly Quantity[]): Finding | undefined {
  const { text } = place.draft;
  if (!total || !yearly || !areComparable(text, total, yearly)) return undefined;
  if (!YEARLY.test(text.slice(total.end, yearly.start))) return undefined;
  const from = Math.max(place.sentence.start, total.start - 50);
  const before = text.slice(from, total.start);
  if (/(?:由|从|达到?|增加到|增至|第|每年|年均)[^，。；]{0,4}$|增加值|产值/.test(before)) return undefined;
  const years = yearsSpoken(before, from);
  return years && contradicts(text, total, yearly, years);
}

interface Count extends Span {
  readonly value: number;
}

function yearsSpoken(before: string, offset: number): Count | undefined {
  const last = [...before.matchAll(YEARS)].at(-1);
  const span = SPAN.exec(before);
  if (span && (!last || last.index < span.index)) {
    const value = Number(span[2]) - Number(span[1]) + 1;
    return value > 1 ? { value, start: offset + span.index, end: offset + span.index + span[0].length } : undefined;
  }
  if (!last) return undefined;
  const value = last[1] === undefined ? 5 : last[1] === '两' ? 2 : SPELLED.indexOf(last[1]);
  const length = last[1] === undefined ? last[0].length : 2;
  return { value, start: offset + last.index, end: offset + last.index + length };
}

const EACH =
  /^[^，。；\d]{0,12}[，,、（(](?:平均)?(?:每个?([村户镇乡县校家人亩支所笔场])|([村户镇乡县校人亩])均)(?:投入|安排|补助|达到?|为|增收|资金|约|有)?$/;
const COUNT_OF: Readonly<Record<string, RegExp>> = {
  村: /^个?(?:行政|脱贫|重点|示范|试点|帮扶)?村/,
  户: /^户/,
  镇: /^个?镇/,
  乡: /^个?乡(?!村|镇)/,
  县: /^个?县(?!区|市)/,
  校: /^所(?:中小)?学?校/,
  家: /^家/,
  人: /^[人名](?!次)/,
  亩: /^亩/,
  支: /^支/,
  所: /^所/,
  笔: /^笔/,
  场: /^场/,
};

/** 120个村，共投入6000万元，村均50万元: the only number of them in the sentence, and the total just before. */
export function wrongPerUnit(place: SentencePlace, figures: readonly Quantity[], at: number): Finding | undefined {
  const { text } = place.draft;
  const [count, total, each] = [figures[at]!, figures[at + 1], figures[at + 2]];
  if (!total || !each || !areComparable(text, total, each) || !isExact(text, count) || count.value < 2)
    return undefined;
  const said = EACH.exec(text.slice(total.end, each.start));
  const pattern = said && COUNT_OF[(said[1] ?? said[2])!];
  if (!pattern) return undefined;
  const isOf = (figure: Quantity) =>
    pattern.test(figure.unit + text.slice(figure.end, figure.end + 4)) ||
    (figure.unit === '个' && pattern.test(`个${text.slice(figure.end, figure.end + 4)}`));
  if (figures.filter(isOf).length !== 1 || !isOf(count)) return undefined;
  // 每人 of a sum that went to others: only what is told of the whole number.
  if (/其中|增长|增加|提高|收入/.test(text.slice(count.end, total.start))) return undefined;
  return contradicts(text, total, each, count);
}

const SPENT = /^[，,](?:实现|完成|带动|创造)?[^，。；\d]{0,8}(?:收入|花费|消费)(?:总额)?(?:达到?|为|约)?$/;
const SPENT_BY_EACH = /^[，,；](?:人均|游客人均|人均每次)(?:旅游|文旅)?(?:消费|花费|支出)(?:达到?|为|约)?$/;

/** 接待游客5.2万人次，实现旅游收入3120万元，人均消费600元: what visitors spent, told by the number of visits. */
export function wrongSpending(place: SentencePlace, figures: readonly Quantity[], at: number): Finding | undefined {
  const { text } = place.draft;
  const [visits, spent, each] = [figures[at]!, figures[at + 1], figures[at + 2]];
  if (!spent || !each || visits.unit !== '人次' || !areComparable(text, spent, each) || !isExact(text, visits))
    return undefined;
  if (/过夜/.test(text.slice(place.sentence.start, visits.start))) return undefined;
  if (!/(?:接待|迎来|吸引)[^，。；\d]{0,12}$/.test(text.slice(place.sentence.start, visits.start))) return undefined;
  if (!SPENT.test(text.slice(visits.end, spent.start)) || !SPENT_BY_EACH.test(text.slice(spent.end, each.start)))
    return undefined;
  return contradicts(text, spent, each, visits);
}

/** 总收入8640万元，全镇32个村，村均270万元: the total first. */
const TOTAL_BEFORE = /(?:总|共|合计|累计|发放|投入|兑现|拨付|安排|落实|补助)[^，。；\d]{0,14}$/;
const COUNT_NEXT = /^[，,](?!其中)[^，。；\d增减比]{0,10}$/;

export function wrongPerUnitOfTotal(
  place: SentencePlace,
  figures: readonly Quantity[],
  at: number,
): Finding | undefined {
  const { text } = place.draft;
  const [total, count, each] = [figures[at]!, figures[at + 1], figures[at + 2]];
  if (!count || !each || !areComparable(text, total, each) || !isExact(text, count) || count.value < 2)
    return undefined;
  if (!TOTAL_BEFORE.test(text.slice(Math.max(place.sentence.start, total.start - 24), total.start))) return undefined;
  if (!COUNT_NEXT.test(text.slice(total.end, count.start))) return undefined;
  const said = EACH.exec(text.slice(count.end, each.start));
  // 投入8640万元…村均补助50万元，其余用于…: a part of the total.
  const verb = /投入|安排|补助|资金|增收/.exec(said?.[0] ?? '')?.[0];
  const lead = text.slice(Math.max(place.sentence.start, total.start - 24), total.start);
  if (/其余|配套/.test(text.slice(each.end, place.sentence.end)) || (verb && !lead.includes(verb))) return undefined;
  return said && isCountOf((said[1] ?? said[2])!, text, count) ? contradicts(text, total, each, count) : undefined;
}

const EACH_GETS =
  /^[^，。；\d]{0,12}[，,]?(?:平均|按)?每([户人村家])(?:一次性)?(?:发放|补助|补贴|奖励|资助|投入|安排|给予|落实|拨付)?(?:财政)?(?:奖补|补助|补贴|资金|奖励)?(?:资金)?(?:标准)?$/;
const TOTAL_OF_EACH =
  /^(?:的标准)?[^，。；、\d月年天]{0,12}[，,、](?:共计|合计|总计|累计|共|总额)(?:发放|投入|补助|补贴|兑现|支出|安排|资金|达|为)*$/;

/** 1200户每户发放500元，共计60万元: the total last. */
export function wrongTotalOfEach(place: SentencePlace, figures: readonly Quantity[], at: number): Finding | undefined {
  const { text } = place.draft;
  const [count, each, total] = [figures[at]!, figures[at + 1], figures[at + 2]];
  if (!each || !total || !areComparable(text, total, each) || !isExact(text, count) || count.value < 2)
    return undefined;
  const of = EACH_GETS.exec(text.slice(count.end, each.start))?.[1];
  if (of === undefined || !isCountOf(of, text, count) || !TOTAL_OF_EACH.test(text.slice(each.end, total.start)))
    return undefined;
  // 120人每人5000元、80人每人1万元: of both.
  if (/每[户人村家]/.test(text.slice(place.sentence.start, count.start))) return undefined;
  const right = count.value * each.value;
  const allowed = halfPlace(text, total) + halfPlace(text, count) * each.value + right * 0.03;
  return Math.abs(right - total.value) > allowed ? contradiction(text, total, [count, each], right) : undefined;
}

/** 32个村 is a count of villages, 1200户困难家庭 of households. */
function isCountOf(what: string, text: string, figure: Quantity): boolean {
  const pattern = COUNT_OF[what];
  const after = text.slice(figure.end, figure.end + 4);
  return (
    pattern !== undefined && (pattern.test(figure.unit + after) || (figure.unit === '个' && pattern.test(`个${after}`)))
  );
}

function areComparable(text: string, total: Quantity, each: Quantity): boolean {
  return (
    total.unit === each.unit &&
    !/^(?:|%|‰|倍|年|岁|个百分点|百分点)$/.test(total.unit) &&
    [total, each].every((figure) => isExact(text, figure))
  );
}

function contradicts(text: string, total: Quantity, each: Quantity, count: Count): Finding | undefined {
  const right = total.value / count.value;
  // Averages are rounded freely.
  const allowed = halfPlace(text, total) / count.value + unitPlace(text, each) + right * 0.03;
  return Math.abs(right - each.value) > allowed ? contradiction(text, each, [total, count], right) : undefined;
}

/** An average of what is counted is rounded as well. */
function unitPlace(text: string, each: Quantity): number {
  return Math.max(
    halfPlace(text, each),
    each.value < 1e4 ? 0.5 * (/\.\d/.test(text.slice(each.start, each.end)) ? 0 : 1) : 0,
  );
}
