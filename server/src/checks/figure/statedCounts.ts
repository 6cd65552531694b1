/** Reads what a sentence says a place has or reached: 全市共有高新技术企业1260家, 2025年地区生产总值增长5.2%. */
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Knowledge } from '../../knowledge/knowledge';
import type { DateMention } from '../../text/dates';
import { findQuantities, moved, type Quantity } from '../../text/quantities';
import type { Span } from '../../text/span';
import { derived } from '../../util/derived';
import { timeOf } from './figureWhere';
import { ParagraphMemo } from './paragraphMemo';

/** A figure with what it is said of. */
export interface StatedCount {
  readonly figure: Quantity;
  /** Equal for statements that must agree: what is counted without verbs, 增长 or 下降, the year. */
  readonly about: string;
  /** The place as 全市; '' where none is named. */
  readonly place: string;
  /** Of a year the sentence names: it holds also where the past is told. */
  readonly isDated: boolean;
}

const memoOf = derived(
  (_: Knowledge) => new ParagraphMemo<StatedCount>((count, by) => ({ ...count, figure: moved(count.figure, by) })),
);

/**
 * The figures of a sentence that are said of something, ascending. O(length); a paragraph met lately is not read again.
 * @param knowledge for as long as it serves, figures are remembered
 */
export function statedCounts(knowledge: Knowledge, place: SentencePlace): readonly StatedCount[] {
  return memoOf(knowledge).of(place, () =>
    [...countsAfter(place), ...countsBefore(place)].sort((a, b) => a.figure.start - b.figure.start),
  );
}

/** 依托全市68家高新技术企业: all there are, before what they are. */
function countsBefore(at: SentencePlace): StatedCount[] {
  const { draft, sentence, dates } = at;
  const { text } = draft;
  return sentence.clauses.flatMap((clause) => {
    const [figure] = findQuantities(text, clause, dates);
    if (figure === undefined || figure.comparator !== '=' || isAbout(text, figure) || !STOCK.test(figure.unit))
      return [];
    const place = ALL_OF.exec(text.slice(clause.start, figure.start))?.[1];
    const counted = COUNTED.exec(text.slice(figure.end, clause.end))?.[1];
    // 支持全国50个城市的…: some of them.
    if (place === undefined || counted === undefined || counted.includes('的')) return [];
    return [{ figure, about: aboutOf(counted, timeOf(at, figure.start).part), place: ownPlace(place), isDated: false }];
  });
}

function aboutOf(counted: string, partOfYear: string, change = '', year = ''): string {
  return [counted.replace(/[“”]/g, ''), partOfYear, change, year].join('|');
}

function ownPlace(place: string | undefined): string {
  return place?.replace(/^[我本]/, '全') ?? '';
}

/** The figures of a sentence that stand first in their clause after what they are said of; ascending. O(length). */
function countsAfter(at: SentencePlace): StatedCount[] {
  const { draft, block, sentence, dates, today } = at;
  const { text } = draft;
  return sentence.clauses.flatMap((clause) => {
    const [figure] = findQuantities(text, clause, dates);
    if (figure === undefined || figure.unit === '' || figure.comparator !== '=' || isAbout(text, figure)) return [];
    const last = dates.filter(({ end }) => end <= figure.start).at(-1);
    const part = last && partOfYear(text, last, figure.start);
    const date = part ?? last;
    if (date && !part && (date.from !== date.to || (date.form === 'relative' && !isYearBehind(date, today)))) return [];
    // 2025年，全市…: the date may stand in a clause of its own.
    const isDatedHere =
      date !== undefined && (date.end > clause.start || /^[，,]?$/.test(text.slice(date.end, clause.start)));
    // 比1955年, 等于1949年的: what it is measured against.
    if (isDatedHere && /(?:[比较为与到]|等于|相当于)$/.test(text.slice(Math.max(0, date.start - 3), date.start)))
      return [];
    const words = text.slice(isDatedHere ? Math.max(date.end, clause.start) : clause.start, figure.start);
    const said = SAID.exec(words);
    if (!said) return [];
    const [, place, having, stated, change] = said;
    const counted = stated!.replace(TOTAL, '');
    // 2025年共建成…, 累计发放…: the whole of a year, whatever was done.
    const isTotal = having === '共' || counted !== stated;
    // 2025年，全市新建高标准农田32万亩: what a place did in a year is one sum.
    const ofOneYear = place !== undefined && isDatedHere && date?.to.length === 4 ? counted.replace(DONE, '') : counted;
    if ((isTotal ? NO_TOTAL : NOT_A_STATE).test(ofOneYear)) return [];
    // Without a year only what a place has at hand is one thing: a sum or a rate is one of many years.
    const isStock = !isTotal && STOCK.test(figure.unit) && change === undefined && place !== undefined;
    const ofPlace = place ?? PLACE.exec(text.slice(sentence.start, clause.start))?.[1];
    const isRate =
      figure.unit === '%' &&
      date === undefined &&
      !A_TIME.test(text.slice(block.start, sentence.start)) &&
      change === undefined &&
      ofPlace !== undefined &&
      RATE.test(counted);
    if (isRate)
      return [
        {
          figure,
          about: aboutOf(counted, timeOf(at, figure.start).part),
          place: ownPlace(ofPlace),
          isDated: false,
        },
      ];
    const isOfYear =
      (date?.to.length === 4 || part !== undefined) &&
      isDatedHere &&
      figure.unit !== '倍' &&
      (change !== undefined || figure.unit !== '%');
    if (!isStock && !isOfYear) return [];
    return [
      {
        figure,
        about: aboutOf(counted, timeOf(at, figure.start).part, change, part?.name ?? date?.to),
        place: ownPlace(place),
        isDated: isOfYear,
      },
    ];
  });
}

/** 去年, a year that is over: what is said of it stays. */
export function isYearBehind({ from, to }: DateMention, today: string): boolean {
  return from === to && to.length === 4 && to < today.slice(0, 4);
}

/** What is done many times but summed up for a year. */
const DONE = /^(?:新建|新增|建成|改造|完成|培育|引进)/;

const PART_OF_YEAR =
  /^今年(?:前[一二三]个?季度|上半年|前[一二三四五六七八九十\d]{1,2}个月|[一二三四]季度|1[—–-]{1,2}\d{1,2}月份?)/;

/** 今年前三季度: a stretch of the year that two sentences can share, as it is written. */
function partOfYear(text: string, { start }: Span, until: number): (DateMention & { name: string }) | undefined {
  const name = PART_OF_YEAR.exec(text.slice(start, until))?.[0];
  return name === undefined
    ? undefined
    : { start, end: start + name.length, from: '', to: '', form: 'relative', role: 'in', name };
}

/** 4万余个, 30多家, 500家左右. */
function isAbout(text: string, { start, end }: Quantity): boolean {
  return /[余多]/.test(text.slice(start, end)) || /^(?:左右|上下|以[上下内]|多|余)/.test(text.slice(end, end + 2));
}

const STOCK = /^(?:家|户|所|座|台|套|名|人|亩|公里|个|项|件|条|张|处)$/;
/** A place, perhaps a verb of having, what is counted, perhaps a verb of reaching or the change. */
const SAID =
  /^[，,]?(?:目前|现在|如今|截至目前|到目前为止|据统计)?[，,]?([全我本][国省市县区州盟旗镇乡村校])?(?:目前|现在?)?(共有|现有|拥有|已有|共|有)?([\p{Script=Han}“”]{3,20}?)(?:总数|总量|数量|总里程|数)?(?:目前|现在?|已经?|共|累计|总共|总数)?(?:达到|达|有|为|是|共有|完成|(?:同比|比上年)?(增长|下降))?$/u;
const TOTAL = /^(?:实现|完成|累计|总共|共)+/;
/** A plan or a part is no whole. */
const NO_TOTAL = /力争|确保|[要将拟]|其中|平均|每|第|同比|^的|^.{0,2}$/;
const PLACE = /([全我本][国省市县区州盟旗镇乡村校])(?!.*[全我本][国省市县区州盟旗镇乡村校])/;
/** What an earlier sentence of the paragraph says of the time holds for the next. */
const A_TIME = /\d{4}年|[今明去]年|“十[一二三四五六]五”/;
/** A share of something that a place has now. */
const RATE = /^.{3,}(?:率|占比|比重)$/;
/** Words that take all of them: 组织全市20名 may be some. */
const ALL_OF = /(?:依托|发挥|推动|支持|聚焦|围绕|带动|用好)(?:好)?([全我][国省市县区州盟旗镇乡村校])(?:现有|已有|的)?$/;
const COUNTED = /^([\p{Script=Han}“”]{3,16}?)[，,；;。、]?$/u;
/** A plan, a part or an average is not what there is, and what was done may have been done more than once. */
const NOT_A_STATE =
  /^的|[新净]增(?!值)|增[长至]|增加(?!值)|上升|下降|提高|减少|同比|平均|每|引进|培育|完成|建[设成立]|实现|力争|确保|[要将拟]|投[入资]|安排|组织|开展|发放|吸引|接待|带动|帮助|解决|派出|选派|其中|居|列|第|年|月|日|认定|入选|获评|创建|打造|改造|出台|实施|查处|办理|评选|表彰|培训|转移|脱贫(?!人口|户|村)/;
