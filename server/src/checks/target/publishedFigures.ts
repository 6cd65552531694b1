/** Holds what a sentence reports of the country for a year against the figures that were published: 2024年全国城镇新增就业1526万人. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { TargetClaim } from '../../draft/claim';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Entry, Knowledge, WordingMatch } from '../../knowledge/knowledge';
import type { Figure } from '../../knowledge/schemas';
import { provinceIn } from '../../text/provinces';
import { findQuantities, plainValue, type Quantity } from '../../text/quantities';
import { contains, type Span } from '../../text/span';
import { decimals, precisionOf } from '../figure/figurePrecision';
import { relatedEntry } from '../timing';
import { passedBefore } from './firstTimes';
import { isOfAPlace, isOfTheCountry, isOfTheCountrysParagraph, namesTheCountry } from './ofTheCountry';
import { isOfTheCountrysSize } from './sizeOfTheCountry';
import { isSameUnit, plainUnit, type Stated, statedBefore, statedFigures } from './statedFigures';

type Match = WordingMatch<'figures'>;

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
    const stated = statedOfTheCountry(place, match, matches);
    // A level far from what was published is another indicator's, or of a part of the year: so is the growth after it.
    const far = stated.findIndex((one) => isOfAnother(place, match.entry, one));
    return (far < 0 ? stated : stated.slice(0, far)).flatMap((one) => otherThanKnown(place, match, one) ?? []);
  });
}

function isOfAnother({ draft }: SentencePlace, entry: Entry<Figure>, stated: Stated): boolean {
  if (stated.of !== 'level') return false;
  const known = knownFor(entry, stated, stated.year);
  return known.length > 0 && !known.some((one) => isMeantAs(draft.text, stated.figure, one));
}

/** Whether a figure is what was published, is close to it, or is it with a wrong magnitude. */
function isMeantAs(text: string, figure: Quantity, known: Known): boolean {
  return agrees(text, figure, known) || isNear(figure, known.plain, known.unit) || isSlip(text, figure, known);
}

/** Whether a figure was published for some year. */
function isOfAnyYear(text: string, entry: Entry<Figure>, stated: Stated): boolean {
  const years = new Set(entry.values.flatMap(({ year }) => year ?? []));
  return [...years].some((year) => knownFor(entry, stated, year).some((one) => agrees(text, stated.figure, one)));
}

/** A value as it was published, comparable to a figure in plain units. */
interface Known {
  readonly plain: number;
  readonly written: string;
  readonly unit: string;
  /** What its last place stands for. */
  readonly place: number;
  /** How far it may have been revised. */
  readonly slack: number;
}

/** The finding where what is stated of a year is none of what was published for it. */
function otherThanKnown(place: SentencePlace, { entry, start, end }: Match, stated: Stated): Finding | undefined {
  const { figure, year, of } = stated;
  const { text } = place.draft;
  if (year > place.today.slice(0, 4) || (year === place.today.slice(0, 4) && !entry.announced)) return undefined;
  // 截至12月15日，2021年新增专项债券发行3.42万亿元: of a part of the year.
  if (entry.announced && /截至|[\d一二三四五六七八九十]月/.test(text.slice(place.sentence.start, start)))
    return undefined;
  if (place.isCited(figure) || OF_A_TARGET.test(text.slice(figure.end, figure.end + 10))) return undefined;
  // 2024年，…。粮食产量…: the year may have changed without a word, so that only what is no year's figure is wrong.
  if (stated.isOfParagraph && (of === 'points' || isOfAnyYear(text, entry, stated))) return undefined;
  if (of === 'points') return otherChange(place, entry, stated);
  const before = passedBefore(text, entry, stated);
  if (before) return finding(entry, figure, before.year, `${before.value}${before.unit ?? entry.unit}`);
  const known = knownFor(entry, stated, year);
  if (known.length === 0) return undefined;
  if (entry.announced && isPart(text, { start, end }, figure)) return undefined;
  // 1万亿元 is no rounding of a budget of 1.3万亿元.
  const isMeant = ({ plain }: Known) =>
    !entry.announced || Math.abs(figure.value - plain) <= plain * ABOUT || figure.comparator !== '=';
  const agreeing = known.filter(
    (one) =>
      isMeant(one) &&
      agrees(text, figure, one) &&
      !isSlip(text, figure, one) &&
      !isOfYearBefore(text, entry, stated, one),
  );
  if (agreeing.length > 0) {
    const isOutgrown = of === 'level' && agreeing.every((one) => isOfAnotherYear(place, entry, stated, one));
    return isOutgrown ? finding(entry, figure, year, known[0]!.written) : undefined;
  }
  if (!known.some((one) => isMeantAs(text, figure, one))) return undefined;
  return finding(entry, figure, year, known[0]!.written);
}

/** So many digits of a share agree by no chance. */
const SHORTEST_SHARE = 3;

function isCompared({ draft, sentence }: SentencePlace): boolean {
  return /高于|快于|低于|慢于|比全国|全国平均/.test(draft.text.slice(sentence.start, sentence.end));
}

/** What a revision may have come to is not what was published for the year before. */
function isOfYearBefore(text: string, entry: Entry<Figure>, stated: Stated, { slack, ...known }: Known): boolean {
  if (slack === 0 || agrees(text, stated.figure, { ...known, slack: 0 })) return false;
  const before = knownFor(entry, stated, String(Number(stated.year) - 1));
  return before.some((one) => agrees(text, { ...stated.figure, comparator: '=' }, { ...one, slack: 0, place: 0 }));
}

/** How far figures of the accounts are revised by a census: of themselves, and their growth in points. */
const REVISED_SHARE = 0.04;
const REVISED_POINTS = 0.5;

/** 规模以上工业增加值增长5.8个百分点: growth in per cent, given in points. */
function growthInPoints(entry: Entry<Figure>, figure: Quantity, year: string): Finding | undefined {
  const isSame = (growth: number) => Math.abs(Math.abs(growth) - figure.value) < 0.05;
  const growth = entry.values.find(
    (one) => one.year === year && one.growth !== undefined && isSame(one.growth),
  )?.growth;
  return growth === undefined ? undefined : finding(entry, figure, year, `${growth}%`);
}

/** What was published for a year, in the unit that is stated; a fall as what it fell by. */
function knownFor(entry: Entry<Figure>, { figure, of }: Stated, year: string): Known[] {
  return entry.values.flatMap((published): Known[] => {
    if (published.year !== year) return [];
    if (of === 'growth' || of === 'fall') {
      const { growth } = published;
      if (growth === undefined) return [];
      return [
        {
          plain: of === 'fall' ? -growth : growth,
          written: `${growth}%`,
          unit: '%',
          place: placeOf(growth, '%'),
          slack: published.revised ? REVISED_POINTS : 0,
        },
      ];
    }
    const unit = published.unit ?? entry.unit;
    if (published.value === undefined || !isSameUnit(figure.unit, plainUnit(unit))) return [];
    const known = knownAs(published.value, unit);
    return [published.revised ? { ...known, slack: known.plain * REVISED_SHARE } : known];
  });
}

function knownAs(value: number, unit: string): Known {
  return { plain: plainValue(value, unit), written: `${value}${unit}`, unit, place: placeOf(value, unit), slack: 0 };
}

/** A bound so exact, 超过3.6万亿元, is the figure of its year cut, if it lies within so much of it. */
const EXACT_BOUND = 0.03;

/**
 * 超过3.6万亿元 for a year of 3.93: a bound that holds, but is what another year's figure is cut to, and so exact that the
 * right one would have been given.
 */
function isOfAnotherYear(
  { draft }: SentencePlace,
  entry: Entry<Figure>,
  stated: Stated,
  { plain, unit }: Known,
): boolean {
  const { figure, year } = stated;
  const { text } = draft;
  const isBound =
    figure.comparator === '>' ||
    text.startsWith('超', figure.start - 1) ||
    /^[余多]/.test(text.slice(figure.end, figure.end + 1));
  if (!isBound || /[连以]|保持|稳定|\d{4}年/.test(text.slice(Math.max(0, figure.start - 8), figure.start)))
    return false;
  const precision = precisionOf(figure, text.slice(figure.start, figure.end));
  if (precision > plain * EXACT_BOUND || plain - figure.value < 2 * precision) return false;
  return entry.values.some((other) => {
    if (other.year === undefined || other.year >= year || other.value === undefined) return false;
    if (plainUnit(other.unit ?? entry.unit) !== plainUnit(unit)) return false;
    const cut = plainValue(other.value, other.unit ?? entry.unit) - figure.value;
    return cut >= -precision * 1e-9 && cut < precision;
  });
}

/** How far a change in percentage points may lie from what the published values make it: they are revised. */
const NEAR_CHANGE = 0.3;

/** 比上年提高1.5个百分点 of a share that rose by 0.1, where the values of both years are known. */
function otherChange(place: SentencePlace, entry: Entry<Figure>, { figure, year }: Stated): Finding | undefined {
  if (figure.comparator !== '=') return undefined;
  if (entry.unit !== '%') return growthInPoints(entry, figure, year);
  const before = String(Number(year) - 1);
  const valuesOf = (of: string) => entry.values.flatMap(({ year: at, value }) => (at === of ? (value ?? []) : []));
  const changes = valuesOf(year).flatMap((now) => valuesOf(before).map((then) => Math.abs(now - then)));
  if (changes.length === 0 || changes.some((change) => Math.abs(change - figure.value) < NEAR_CHANGE)) return undefined;
  const said = place.draft.text.slice(Math.max(0, figure.start - 8), figure.start);
  if (!/比上年末?[^，。]*$/.test(said)) return undefined;
  return finding(entry, figure, year, `${valuesOf(year)[0]}%`);
}

/** 达到65%的目标: what was planned, whatever was reached. */
const OF_A_TARGET = /^(?:以上|左右|以内)?的?[^，。；]{0,4}目标/;

/** 安排超长期特别国债8000亿元用于…: a part of what was announced. */
const IN_PART = /^[，,]?(?:主要|重点|专门|继续)?(?:支持|用于|投向)/;

function isPart(text: string, match: Span, figure: Quantity): boolean {
  const isIssued =
    text.startsWith('发行', match.start - 2) || /(?:总额|规模)$/.test(text.slice(match.start, match.end));
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
  if (match.entry.sources.every(({ date }) => date > place.today)) return undefined;
  if (known.length === 0 || A_PLACE.test(text.slice(sentence.start, match.end))) return undefined;
  if (provinceIn(text.slice(sentence.start, match.start)) !== undefined) return undefined;
  const clause = sentence.clauses.find(({ end }) => match.end <= end) ?? sentence;
  const unit = plainUnit(match.entry.unit);
  const figure = findQuantities(text, { start: Math.min(clause.start, match.start), end: clause.end }, dates).find(
    ({ start, end }) =>
      (end <= match.start && /^(?:的|以上)?$/.test(text.slice(end, match.start))) ||
      (start >= match.end && LASTING.test(text.slice(match.end, start))),
  );
  if (!figure || figure.unit !== unit || place.isCited(figure)) return undefined;
  // 18亿亩 is no rounding of 18.65亿亩, but another figure.
  const values = known.map((value) => ({ ...knownAs(value, match.entry.unit), place: 0 }));
  // 不低于16.85亿亩: a bound so exact is the figure itself.
  const precision = precisionOf(figure, text.slice(figure.start, figure.end));
  const meant = precision <= figure.value * EXACT_BOUND ? { ...figure, comparator: '=' as const } : figure;
  if (values.some((value) => agrees(text, meant, value))) return undefined;
  const isMeant = (value: Known) =>
    Math.abs(figure.value / value.plain - 1) <= NEAR_LASTING ||
    [10, 0.1].some((by) => Math.abs(figure.value * by - value.plain) < value.plain * 1e-9);
  if (!values.some(isMeant)) return undefined;
  return finding(match.entry, figure, undefined, `${known[0]}${match.entry.unit}`);
}

const A_PLACE = /[全我本该][省市县区州镇村]|自治区|[东中西]部|地区|定点|其中/;
const LASTING = /^(?:为|是|达到?|不少于|不低于|稳定在|保持在)?(?:将?由\d+%)?(?:提高|提升|扩大)?(?:到|至)?$/;

/** What may stand in its clause before an indicator of the country: anything else makes it that of a place, branch or group. */
const OF_ITS_OWN =
  /^(?:我国|全国|中国|国家|我们|全社会|全年|年末|年底|其中|新增|预计|初步核算|经初步核算|据统计|数据显示|经济运行总体平稳|[的，,：:]|实现|完成|共有|共|已经?|使|推动|带动|一年来|中央|国家|财政|政府|将|继续|拟|安排|今年|发行|过去的?一年|这一年|在)*$/;

/** What the sentence states of the country: in so many words, or by a size that only the country has. */
function statedOfTheCountry(place: SentencePlace, match: Match, matches: readonly Match[]): Stated[] {
  if (isSaidOfTheCountry(place, match)) {
    const stated = statedFigures(place, match, matches);
    const isNamed =
      match.entry.announced ||
      /^(?:全国|中国)/.test(match.wording) ||
      namesTheCountry(place) ||
      isOfTheCountrysParagraph(place, match);
    // 全社会研发经费增长9.6%: a rate alone may be that of any place.
    if (isOfTheCountrysSize(place, match.entry, match, stated)) return stated;
    if (!isNamed && stated[0]?.of !== 'level') return [];
    // 高于全国2.3个百分点: whoever compares with the country speaks of somebody else, and a share may be anybody's.
    const isOwn = !namesTheCountry(place) && !match.entry.announced && !/^(?:全国|中国)/.test(match.wording);
    return isOwn && (match.entry.unit === '%' || isCompared(place))
      ? []
      : stated.filter(({ of }) => !isOwn || of === 'level');
  }
  const before = statedBefore(place, match);
  if (before.length > 0 || !isNobodysOwn(place, match)) return before;
  const stated = statedFigures(place, match, matches);
  if (stated.length === 0 || isOfTheCountrysSize(place, match.entry, match, stated)) return stated;
  return isBesideTheCountrys(place, match, matches) ? stated : [];
}

/** 2024年国内生产总值134.9万亿元，居民消费价格上涨0.5%: told with what only the country has, and no place is named. */
function isBesideTheCountrys(place: SentencePlace, match: Match, matches: readonly Match[]): boolean {
  const { draft, sentence } = place;
  return (
    matches.some(
      (other) =>
        other.end <= match.start &&
        isNobodysOwn(place, other) &&
        isOfTheCountrysSize(place, other.entry, other, statedFigures(place, other, matches)),
    ) && !isOfAPlace(draft.text.slice(sentence.start, sentence.end))
  );
}

/** In a sentence about the country, with nothing before the indicator that could make it somebody's own. */
function isSaidOfTheCountry(place: SentencePlace, match: Match): boolean {
  return (
    isNobodysOwn(place, match) &&
    (/^(?:全国|中国)/.test(match.wording) ||
      match.entry.announced ||
      isOfTheCountry(place, match.entry.indicator, match) ||
      isOfTheCountrysParagraph(place, match))
  );
}

/** No province is named before the indicator, and nothing in its clause makes it somebody's own. */
function isNobodysOwn({ draft, sentence, dates }: SentencePlace, match: Match): boolean {
  const clause = sentence.clauses.find(({ end }) => match.end <= end);
  const date = dates.filter(({ end }) => end <= match.start).at(-1);
  const from = Math.max(clause?.start ?? sentence.start, date?.end ?? 0);
  return (
    OF_ITS_OWN.test(draft.text.slice(from, match.start).replace(/^[年度末底]+/, '')) &&
    provinceIn(draft.text.slice(sentence.start, match.start)) === undefined
  );
}

/** Shares may differ by so many points and still be meant; counts by so much of themselves. */
const NEAR_POINTS = 15;
const NEAR_SHARE = 0.6;
/** 近 and 约 stand for what is this close. */
const ABOUT = 0.08;

function isNear({ value }: Quantity, known: number, unit: string): boolean {
  if (/^[%‰]$/.test(unit)) return Math.abs(value - known) <= NEAR_POINTS;
  return known > 0 && value / known > 1 - NEAR_SHARE && value / known < 1 / (1 - NEAR_SHARE);
}

/** What the last place of a published value stands for: 0.1亿千瓦 in 8.9亿千瓦. Per cent are published to a tenth at least. */
function placeOf(value: number, unit: string): number {
  const places = Math.max(decimals(String(value)), /^[%‰]$/.test(unit) ? 1 : 0);
  return plainValue(10 ** -places, unit);
}

/** The figure as published, rounded or cut; a bound that holds; a round figure close to it. */
function agrees(text: string, figure: Quantity, { plain: known, place, slack }: Known): boolean {
  const { value, comparator, start, end } = figure;
  const written = text.slice(start, end);
  const precision = precisionOf(figure, written);
  // 88666万千瓦 for 8.9亿千瓦: the figure may be more exact than what is known of it.
  const near = Math.max(precision / 2, slack, precision < place / 2 ? place : 0);
  const isMore = /[余多]/.test(written) || /^[余多]/.test(text.slice(end, end + 1)) || text.startsWith('超', start - 1);
  // 突破1.4万亿斤 for 13731亿斤 is no rounding.
  if (comparator === '>') return known >= value - Math.max(slack, place);
  if (comparator === '>=' || isMore) return known >= value - near;
  if (comparator === '<' || comparator === '<=') return known <= value + near;
  if (
    comparator === '~' ||
    /[约近]$|接近$/.test(text.slice(Math.max(0, start - 2), start)) ||
    text.startsWith('左右', end)
  )
    return Math.abs(value - known) <= Math.max(precision, Math.abs(known) * ABOUT);
  const inExact = 1 + 1e-9;
  if (Math.abs(value - known) <= near * inExact) return true;
  return known > value && known - value < precision / inExact;
}

/**
 * 140.2亿元 for 140.2万亿元, 48万公里 for 4.8万公里: the right figure with a magnitude or a place too few or too many; 突破1万亿元
 * for what broke through ten.
 */
function isSlip(text: string, figure: Quantity, known: Known): boolean {
  const { start, end, value, comparator } = figure;
  if (/^[%‰]$/.test(known.unit)) {
    // 26.8% for 2.68%: the very digits.
    const places = String(known.plain).replace(/\D/g, '').length;
    return places >= SHORTEST_SHARE && [10, 0.1].some((by) => Math.abs(value * by - known.plain) < known.plain * 1e-9);
  }
  const written = precisionOf(figure, text.slice(start, end));
  const isBound = comparator === '>' || comparator === '>=';
  if (isBound && known.plain >= value * 10 && known.plain < value * 10 * (1 + ABOUT)) return true;
  return [1e4, 1e-4, 10, 0.1].some((by) => {
    const precision = written * by;
    return precision < known.plain * EXACT_BOUND && Math.abs(value * by - known.plain) <= precision;
  });
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
