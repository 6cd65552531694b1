/** Holds what a sentence reports of the country for a year against the figures that were published: 2024年全国城镇新增就业1526万人. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../analysis/finding';
import type { TargetClaim } from '../draft/claim';
import type { SentencePlace } from '../draft/sentencePlace';
import type { Entry, Knowledge, WordingMatch } from '../knowledge/knowledge';
import type { Figure } from '../knowledge/schemas';
import type { DateMention } from '../text/dates';
import { provinceIn } from '../text/provinces';
import { findQuantities, plainValue, type Quantity } from '../text/quantities';
import { contains } from '../text/span';
import { precisionOf } from './figurePrecision';
import { isOfTheCountry } from './ofTheCountry';
import { relatedEntry } from './timing';

/** The findings of one sentence. O(length × indicators named). */
export function otherThanPublished(
  knowledge: Knowledge,
  place: SentencePlace,
  claims: readonly TargetClaim[],
): Finding[] {
  if (place.isHypothetical) return [];
  const matches = knowledge
    .find(place.draft.text, place.sentence, ['figures'])
    .filter(({ entry }) => entry.region === '全国');
  return matches.flatMap((match) => {
    const lasting = otherThanLasting(place, match);
    if (lasting) return [lasting];
    // What is still set as a target is judged as one.
    if (claims.some(({ governed, modality }) => modality === 'intention' && contains(governed, match))) return [];
    if (!isSaidOfTheCountry(place, match)) return [];
    return [...statedOf(place, match, matches), ...statedOfYears(place, match)].flatMap(
      ({ figure, isGrowth, year }) => {
        if (year > place.today.slice(0, 4) || (year === place.today.slice(0, 4) && !match.entry.announced)) return [];
        const published = match.entry.values.filter((value) => value.year === year);
        const known = published.flatMap(({ value, growth }) => (isGrowth ? growth : value) ?? []);
        if (known.length === 0 || place.isCited(figure)) return [];
        if (match.entry.announced && isPart(place.draft.text, match, figure)) return [];
        if (OF_A_TARGET.test(place.draft.text.slice(figure.end, figure.end + 10))) return [];
        const unit = isGrowth ? '%' : match.entry.unit;
        // 1万亿元 is no rounding of a budget of 1.3万亿元.
        const isMeant = (value: number) =>
          !match.entry.announced || Math.abs(figure.value - value) <= value * ABOUT || figure.comparator !== '=';
        const isKnown = (value: number) => isMeant(value) && agrees(place.draft.text, figure, value);
        if (known.some((value) => isKnown(plainValue(value, unit)))) return [];
        // Far from it, it is another indicator.
        if (!known.some((value) => isNear(figure, plainValue(value, unit), unit))) return [];
        return [finding(match.entry, figure, year, `${known[0]}${unit}`)];
      },
    );
  });
}

/** 达到65%的目标: what was planned, whatever was reached. */
const OF_A_TARGET = /^(?:以上|左右|以内)?的?[^，。；]{0,4}目标/;

/** 安排超长期特别国债8000亿元用于…: a part of what was announced. */
const IN_PART = /^[，,]?(?:主要|重点|专门|继续)?(?:支持|用于|投向)/;

function isPart(text: string, match: WordingMatch<'figures'>, figure: Quantity): boolean {
  const isIssued = text.startsWith('发行', match.start - 2) || /(?:总额|规模)$/.test(match.wording);
  return !isIssued && IN_PART.test(text.slice(figure.end, figure.end + 8));
}

/** How close a figure must be to one that holds for good to be meant as it. */
const NEAR_LASTING = 0.4;

/** 18.56亿亩耕地, 823个贫困县: a figure of the country that holds for good, directly before its name or said of it. */
function otherThanLasting(place: SentencePlace, match: WordingMatch<'figures'>): Finding | undefined {
  const { draft, sentence, dates } = place;
  const { text } = draft;
  const known = match.entry.values.flatMap(({ year, value }) =>
    year === undefined && value !== undefined ? [value] : [],
  );
  if (match.entry.sources.some(({ date }) => date > place.today)) return undefined;
  if (known.length === 0 || A_PLACE.test(text.slice(sentence.start, match.end))) return undefined;
  if (provinceIn(text.slice(sentence.start, match.start)) !== undefined) return undefined;
  const clause = sentence.clauses.find(({ end }) => match.end <= end) ?? sentence;
  const unit = match.entry.unit.replace(/^[万亿]+/, '');
  const figure = findQuantities(text, { start: Math.min(clause.start, match.start), end: clause.end }, dates).find(
    ({ start, end }) =>
      (end <= match.start && /^(?:的|以上)?$/.test(text.slice(end, match.start))) ||
      (start >= match.end && LASTING.test(text.slice(match.end, start))),
  );
  if (!figure || figure.unit !== unit || place.isCited(figure)) return undefined;
  const values = known.map((value) => plainValue(value, match.entry.unit));
  if (values.some((value) => agrees(text, figure, value))) return undefined;
  if (!values.some((value) => Math.abs(figure.value / value - 1) <= NEAR_LASTING)) return undefined;
  return finding(match.entry, figure, undefined, `${known[0]}${match.entry.unit}`);
}

const A_PLACE = /[全我本该][省市县区州镇村]|自治区/;
const LASTING = /^(?:为|是|达到?|不少于|不低于|稳定在|保持在)?(?:将?由\d+%)?(?:提高|提升|扩大)?(?:到|至)?$/;

/** A year as a whole; of a part of it (2024年上半年, 截至2025年9月底) and of a plan period nothing was published here. */
const PART_OF_YEAR = /季度|半年|个月|\d月|[一二三四五六七八九十]月|[上下]旬|以来|期间|同期|累计|计划|[五四三][年]/;
/** Between the year and the indicator, in UTF-16 code units. */
const REACH_OF_YEAR = 60;

/** The year that an indicator is reported for: the last one named before it in the sentence, or 过去一年 in the months after it. */
function yearOf(place: SentencePlace, match: WordingMatch<'figures'>): string | undefined {
  const { draft, sentence, dates, today } = place;
  const { text } = draft;
  const before = dates.filter(({ end }) => end <= match.start);
  const date = before.at(-1);
  if (date) {
    if (!isWholeYear(date) || date.to > today.slice(0, 4)) return undefined;
    if (before.some((other) => other.form === 'plan' || other.role === 'since' || other.form === 'range'))
      return undefined;
    // 比2020年…: what it is measured against.
    if (/[比较与同从由到至]$/.test(text.slice(Math.max(sentence.start, date.start - 1), date.start))) return undefined;
    if (date.role === 'by' && date.to === today.slice(0, 4)) return undefined;
    const between = text.slice(date.end, match.start);
    if (match.start - date.end > REACH_OF_YEAR || PART_OF_YEAR.test(between.replace(/\d[^，、；]*增长[^，、；]*/g, '')))
      return undefined;
    return date.to.slice(0, 4);
  }
  const lead = text.slice(sentence.start, match.start);
  return YEAR_BEHIND.test(lead) && today.slice(5, 7) <= LAST_MONTH_OF_REPORTS && !PART_OF_YEAR.test(lead)
    ? String(Number(today.slice(0, 4)) - 1)
    : undefined;
}

const YEAR_BEHIND = /^(?:回顾|回首|回望)?(?:过去的?一年|过去这一年|一年来|上一?年|这一年)/;
/** 过去一年 is the calendar year before, as long as reports of the year are given. */
const LAST_MONTH_OF_REPORTS = '04';

function isWholeYear({ form, from, to, role }: DateMention): boolean {
  return from === to && to.length === 4 && role !== 'since' && (form === 'date' || form === 'relative');
}

/** What may stand in its clause before an indicator of the country: anything else makes it that of a place, branch or group. */
const OF_ITS_OWN =
  /^(?:我国|全国|中国|国家|我们|全社会|全年|年末|年底|其中|新增|预计|初步核算|经初步核算|据统计|数据显示|经济运行总体平稳|[的，,：:]|实现|完成|共有|共|已经?|使|推动|带动|全球|一年来|中央|国家|财政|政府|将|继续|拟|安排|今年|发行|过去的?一年|这一年|在)*$/;

/** In a sentence about the country, with nothing before the indicator that could make it somebody's own. */
function isSaidOfTheCountry(place: SentencePlace, match: WordingMatch<'figures'>): boolean {
  const { draft, sentence, dates } = place;
  const clause = sentence.clauses.find(({ end }) => match.end <= end);
  const date = dates.filter(({ end }) => end <= match.start).at(-1);
  const from = Math.max(clause?.start ?? sentence.start, date?.end ?? 0);
  return (
    OF_ITS_OWN.test(draft.text.slice(from, match.start).replace(/^[年度末底]+/, '')) &&
    provinceIn(draft.text.slice(sentence.start, match.start)) === undefined &&
    (/^(?:全国|中国)/.test(match.wording) ||
      match.entry.announced ||
      isOfTheCountry(place, match.entry.indicator, match))
  );
}

interface Stated {
  readonly figure: Quantity;
  readonly isGrowth: boolean;
  readonly year: string;
}

/** Between an indicator and its figure, in UTF-16 code units. */
const REACH = 12;
const REACHES =
  /^(?:总量|总额|规模|数量|数|总数|人数|额度|拟?按|拟?安排|拟?发行|[，,]){0,2}(?:已经?|首次|历史性地?|再次|成功|稳步|也|均|仍|又|就)?(?:达到?了?|为|是|有|共|突破了?|超过了?|超|跃升至|提高到了?|提升到了?|提高至|提升至|上升到|上升至|增加到|增至|增长到|升至|降至|降到|下降到|站上|迈上|跨上|完成|实现|平均为|平均|稳定在|保持在|约|近|接近|高达|了|第|排)*$/;
const GROWS =
  /^(?:总量|总额|规模)?(?:[，、,])?(?:也)?(?:同比|比上年|较上年|比上一年|按不变价格计算，比上年)?(?:实际)?(?:增长|增速(?:为|达到?)?|上涨)了?(?:达到?|为|约|近|超过?)?$/;

/** What the clause says the indicator was, and by how much it grew, where the figure follows directly. */
function statedOf(
  place: SentencePlace,
  match: WordingMatch<'figures'>,
  matches: readonly WordingMatch<'figures'>[],
): Stated[] {
  const { draft, sentence, dates } = place;
  const { text } = draft;
  const year = yearOf(place, match);
  if (year === undefined) return [];
  const next = matches.find(({ start }) => start >= match.end);
  const figures = findQuantities(
    text,
    { start: match.end, end: Math.min(next?.start ?? sentence.end, sentence.end) },
    dates,
  );
  const unit = match.entry.unit.replace(/^[万亿]+/, '');
  const stated: Stated[] = [];
  let from = match.end;
  for (const figure of figures) {
    const said = text.slice(from, figure.start);
    const isNext = from === match.end || /^[，、,]/.test(said);
    const words = from === match.end ? said : said.replace(/^[，、,]/, '');
    const isGrowth = figure.unit === '%' && GROWS.test(words);
    // 首次突破140万亿元，达到140.2万亿元、增长5%: a row of figures, each said of it.
    if (!isNext || figure.start - from > REACH || !(isGrowth || (figure.unit === unit && REACHES.test(words)))) break;
    stated.push({ figure, isGrowth, year });
    from = figure.end;
  }
  return stated;
}

/** 由2012年的第34位升至2025年的第10位: what it was in years named after it in its clause. */
function statedOfYears({ draft, sentence, dates }: SentencePlace, match: WordingMatch<'figures'>): Stated[] {
  const { text } = draft;
  const clause = sentence.clauses.find(({ end }) => match.end <= end);
  if (!clause) return [];
  const unit = match.entry.unit.replace(/^[万亿]+/, '');
  return findQuantities(text, { start: match.end, end: clause.end }, dates).flatMap((figure) => {
    const date = dates.find(
      ({ start, end }) => start >= match.end && end <= figure.start && /^的?第?$/.test(text.slice(end, figure.start)),
    );
    if (date?.form !== 'date' || date.to.length !== 4 || figure.unit !== unit) return [];
    return /(?:由|从|[到至])$/.test(text.slice(match.end, date.start)) || date.role === 'by'
      ? [{ figure, isGrowth: false, year: date.to }]
      : [];
  });
}

/** Shares may differ by so many points and still be meant; counts by so much of themselves. */
const NEAR_POINTS = 15;
const NEAR_SHARE = 0.6;
/** 近 and 约 stand for what is this close. */
const ABOUT = 0.08;

function isNear({ value }: Quantity, known: number, unit: string): boolean {
  if (unit === '%') return Math.abs(value - known) <= NEAR_POINTS;
  return known > 0 && value / known > 1 - NEAR_SHARE && value / known < 1 / (1 - NEAR_SHARE);
}

/** The figure as published, rounded or cut; a bound that holds; a round figure close to it. */
function agrees(text: string, figure: Quantity, known: number): boolean {
  const { value, comparator, start, end } = figure;
  const written = text.slice(start, end);
  const precision = precisionOf(figure, written);
  const isMore = /[余多]/.test(written) || /^[余多]/.test(text.slice(end, end + 1));
  if (comparator === '>' || comparator === '>=' || isMore) return known >= value - precision / 2;
  if (comparator === '<' || comparator === '<=') return known <= value + precision / 2;
  if (
    comparator === '~' ||
    /[约近超]$|接近$/.test(text.slice(Math.max(0, start - 2), start)) ||
    text.startsWith('左右', end)
  )
    return Math.abs(value - known) <= Math.max(precision, Math.abs(known) * ABOUT);
  return Math.abs(value - known) < precision * (1 + 1e-9);
}

function finding(entry: Entry<Figure>, { start, end }: Quantity, year: string | undefined, published: string): Finding {
  return {
    code: 'target.figure',
    start,
    end,
    message:
      year === undefined
        ? l10n.t('The figure of {0} is {1}.', entry.indicator, published)
        : l10n.t('Published for {0} of {1}: {2}.', year, entry.indicator, published),
    related: [relatedEntry(entry)],
    fixes: [],
  };
}
