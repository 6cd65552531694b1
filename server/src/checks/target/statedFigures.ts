/** What a sentence says an indicator of the country was in a year: 2024年全国粮食产量14130亿斤，比上年增长1.6%. */
import type { SentencePlace } from '../../draft/sentencePlace';
import type { WordingMatch } from '../../knowledge/knowledge';
import type { DateMention } from '../../text/dates';
import { findQuantities, type Quantity } from '../../text/quantities';
import { yearOfParagraph } from './yearOfParagraph';

type Match = WordingMatch<'figures'>;

export interface Stated {
  readonly figure: Quantity;
  /** `growth` and `fall` are in per cent over the year before, `points` in percentage points. */
  readonly of: 'level' | 'growth' | 'fall' | 'points';
  readonly year: string;
  /** The year was named in a sentence before. */
  readonly isOfParagraph?: boolean;
}

/** Units that count the same: people, and bodies and things. */
const ALIKE: readonly (readonly string[])[] = [
  ['人', '名', '人次'],
  ['个', '家', '户', '所', '座', '项', '件', '张', '辆', '台', '套'],
];

/** Whether a figure written in one unit may be said of an indicator in another: 家 and 户, 人 and nothing. */
export function isSameUnit(written: string, known: string): boolean {
  // 2.34 and 2.34∶1: a ratio has no unit.
  if (written === known || (written === '' && known === '比')) return true;
  return ALIKE.some((units) => units.includes(known) && (written === '' || units.includes(written)));
}

/** The unit without its magnitude: 元 of 万亿元. */
export function plainUnit(unit: string): string {
  return unit.replace(/^[万亿]+/, '');
}

/** All that the sentence states of an indicator after its name. O(length). */
export function statedFigures(place: SentencePlace, match: Match, matches: readonly Match[]): Stated[] {
  return [...statedAfter(place, match, matches), ...statedOfYears(place, match)];
}

/** The units an indicator was published in. */
function unitsOf({ entry }: Match): string[] {
  return [entry.unit, ...entry.values.flatMap(({ unit }) => unit ?? [])].map(plainUnit);
}

/** A year as a whole; of a part of it (2024年上半年, 截至2025年9月底) and of a plan period nothing was published here. */
const PART_OF_YEAR = /季度|半年|个月|\d月|[一二三四五六七八九十]月|[上下]旬|以来|期间|同期|累计|计划|[五四三][年]/;
/** Between the year and the indicator, in UTF-16 code units. */
const REACH_OF_YEAR = 60;

interface YearOf {
  readonly year: string;
  /** Where what is said for the year begins, if the year is named behind the indicator: 粮食产量2024年达到…. */
  readonly from?: number;
  /** The year was named in a sentence before. */
  readonly isOfParagraph?: boolean;
}

/** The year that an indicator is reported for: the last one named before it in the sentence, or 过去一年 in the months after it. */
function yearOf(place: SentencePlace, match: Match): YearOf | undefined {
  const { draft, sentence, dates, today } = place;
  const { text } = draft;
  const behind = dates.find(({ start }) => start >= match.end);
  if (behind && /^在?$/.test(text.slice(match.end, behind.start)) && behind.role !== 'by') {
    const isKnown = isWholeYear(behind) && behind.to < today.slice(0, 4);
    return isKnown ? { year: behind.to.slice(0, 4), from: behind.end } : undefined;
  }
  const before = dates.filter(({ end }) => end <= match.start);
  const date = before.at(-1);
  if (date) {
    if (!isWholeYear(date) || date.to > today.slice(0, 4)) return undefined;
    if (before.some((other) => other.role === 'since' || other.form === 'range')) return undefined;
    // 比2020年…, 快于去年…: what it is measured against.
    if (/[比较与同从由到至于]$/.test(text.slice(Math.max(sentence.start, date.start - 1), date.start)))
      return undefined;
    if (date.role === 'by' && date.to === today.slice(0, 4)) return undefined;
    const between = text.slice(date.end, match.start);
    if (match.start - date.end > REACH_OF_YEAR || PART_OF_YEAR.test(between.replace(/\d[^，、；]*增长[^，、；]*/g, '')))
      return undefined;
    return { year: date.to.slice(0, 4) };
  }
  const lead = text.slice(sentence.start, match.start);
  if (YEAR_BEHIND.test(lead) && today.slice(5, 7) <= LAST_MONTH_OF_REPORTS && !PART_OF_YEAR.test(lead))
    return { year: String(Number(today.slice(0, 4)) - 1) };
  const year = yearOfParagraph(place);
  return year === undefined ? undefined : { year, isOfParagraph: true };
}

const YEAR_BEHIND = /^(?:回顾|回首|回望)?(?:过去的?一年|过去这一年|一年来|上一?年|这一年)/;
/** 过去一年 is the calendar year before, as long as reports of the year are given. */
const LAST_MONTH_OF_REPORTS = '04';

function isWholeYear({ form, from, to, role }: DateMention): boolean {
  // 截至2025年12月: at the end of the year.
  if (role === 'asOf' && from === to && /^\d{4}-12(?:-31)?$/.test(to)) return true;
  return from === to && to.length === 4 && role !== 'since' && (form === 'date' || form === 'relative');
}

/** Between an indicator and its figure, in UTF-16 code units. */
const REACH = 16;
const REACHES =
  /^(?:总量|总额|规模|数量|数|总数|人数|额度|拟?按|拟?安排|拟?发行|[，,]){0,2}(?:(?:再|再次|又)?创(?:下|出)?(?:历史)?新高[，,]|稳居(?:世界|全球)(?:第[一二三]位?|首位)[，,])?(?:已经?|首次|历史性地?|再次|成功|稳步|也|均|仍|又|就|累计|预计|约)?(?:达到?了?|缩小到|缩小至|为|是|有|共|突破了?|超过了?|超|跃升至|提高到了?|提升到了?|提高至|提升至|上升到|上升至|增加到|增至|增长到|扩大到|扩大至|升至|降至|降到|下降到|下降至|站上|迈上|跨上|跃上|完成|实现|平均为|平均|稳定在|保持在|约|近|接近|高达|了|中|位列|位居|列|居|第|排)*$/;
const CHANGES =
  /^(?:总量|总额|规模)?(?:扣除价格因素(?:影响|后)?[，,]?)?[，、,]?也?(?:同比|比上年|较上年|比上一年|比上年末|比上年同期|按[不可][变比]价格计算，比上年)?(?:名义|实际)?(增长|增速|增幅|上涨|增产|增加|提高|提升|上升|下降|减少|降低|下跌|减产)了?(?:达到?|为|约|近|超过?)?$/;
const FALLS = /下降|减少|降低|下跌|减产/;

/** What the clause says the indicator was, and by how much it grew or fell, where the figure follows directly. */
function statedAfter(place: SentencePlace, match: Match, matches: readonly Match[]): Stated[] {
  const { draft, sentence, dates } = place;
  const { text } = draft;
  const when = yearOf(place, match);
  if (when === undefined) return [];
  const begin = when.from ?? match.end;
  const next = matches.find(({ start }) => start >= match.end);
  const figures = findQuantities(
    text,
    { start: begin, end: Math.min(next?.start ?? sentence.end, sentence.end) },
    dates,
  );
  const units = unitsOf(match);
  // 汽车产销分别完成3453.1万辆和3440万辆: the first is what was made.
  const isPair = /产销量?$/.test(match.wording);
  const stated: Stated[] = [];
  const { year, isOfParagraph } = when;
  const time = isOfParagraph ? { year, isOfParagraph } : { year };
  let from = begin;
  for (const figure of figures) {
    const said = text.slice(from, figure.start);
    const isNext = from === begin || /^[，、,]/.test(said);
    if (!isNext || said.length > REACH) break;
    const words = from === begin ? (isPair ? said.replace(/^分别/, '') : said) : said.replace(/^[，、,]/, '');
    const change = CHANGES.exec(words)?.[1];
    // 首次突破140万亿元，达到140.2万亿元、增长5%: a row of figures, each said of it.
    if (change !== undefined && figure.unit === '%')
      stated.push({ figure, of: FALLS.test(change) ? 'fall' : 'growth', ...time });
    else if (change !== undefined && figure.unit.endsWith('百分点')) stated.push({ figure, of: 'points', ...time });
    else if (units.some((unit) => isSameUnit(figure.unit, unit)) && REACHES.test(words))
      stated.push({ figure, of: 'level', ...time });
    else break;
    from = figure.end;
  }
  return stated;
}

/** What may stand between the year and a figure before its indicator: 截至2024年底，全国累计建成425.1万个5G基站. */
const LEADS_TO_FIGURE =
  /^[末底]?[，,]?(?:我国|全国|中国)(?:已经?|累计|共|总共|建成|开通|建成开通|拥有|有|实现|达到?|超过?|突破)*$/;

/** A figure directly before the indicator, said of the whole country. */
export function statedBefore(place: SentencePlace, match: Match): Stated[] {
  const { draft, sentence, dates } = place;
  const { text } = draft;
  const figure = findQuantities(text, { start: sentence.start, end: match.start }, dates).at(-1);
  if (!figure || !/^的?$/.test(text.slice(figure.end, match.start))) return [];
  const date = dates.filter(({ end }) => end <= figure.start).at(-1);
  if (!date || !isWholeYear(date) || !LEADS_TO_FIGURE.test(text.slice(date.end, figure.start))) return [];
  if (!unitsOf(match).some((unit) => isSameUnit(figure.unit, unit))) return [];
  return [{ figure, of: 'level', year: date.to.slice(0, 4) }];
}

/** 由2012年的第34位升至2025年的第10位: what it was in years named after it in its clause. */
function statedOfYears({ draft, sentence, dates }: SentencePlace, match: Match): Stated[] {
  const { text } = draft;
  const clause = sentence.clauses.find(({ end }) => match.end <= end);
  if (!clause) return [];
  const units = unitsOf(match);
  return findQuantities(text, { start: match.end, end: clause.end }, dates).flatMap((figure) => {
    const date = dates.find(
      ({ start, end }) => start >= match.end && end <= figure.start && /^的?第?$/.test(text.slice(end, figure.start)),
    );
    if (date?.form !== 'date' || date.to.length !== 4) return [];
    if (!units.some((unit) => isSameUnit(figure.unit, unit))) return [];
    return /(?:由|从|[到至])$/.test(text.slice(match.end, date.start)) || date.role === 'by'
      ? [{ figure, of: 'level' as const, year: date.to }]
      : [];
  });
}
