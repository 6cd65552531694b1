/** For which year a sentence sets the figure of an indicator. */
import type { TargetClaim } from '../../draft/claim';
import { hasWord, reportsBesideSetting } from '../../draft/modalityWords';
import type { SentencePlace } from '../../draft/sentencePlace';
import { endsBefore } from '../../text/partialDate';
import type { Span } from '../../text/span';

/** Between an indicator and the deadline after it, in UTF-16 code units. */
const REACH_OF_DEADLINE = 2;

/** The indicator as it stands in the sentence. */
interface Indicator extends Span {
  readonly wording: string;
}

/** When a figure is to be reached: by the deadline that governs it, or in the plan period the sentence opens with. */
export function dueYear(
  place: SentencePlace,
  claims: readonly TargetClaim[],
  indicator: Indicator,
): string | undefined {
  const claim =
    claims.find(({ governed }) => governed.start <= indicator.start && indicator.end <= governed.end) ??
    // 非化石能源占比到2035年达到…: the indicator stands before its deadline.
    claims.find(
      ({ deadline }) => indicator.end <= deadline.start && deadline.start - indicator.end <= REACH_OF_DEADLINE,
    );
  if (claim) {
    if (FORETOLD.test(place.draft.text.slice(place.sentence.start, indicator.end + 8))) return undefined;
    const isMeant = claim.modality === 'intention' || claim.modality === 'bare';
    // 纲要提出，到2030年…: what a document set is told with its own figures.
    const isTold =
      claim.modality === 'history' &&
      !tellsOfThePast(place) &&
      !place.inRetrospect &&
      (!place.tellsSetting || place.isSetBefore(claim.deadline.start));
    return isMeant || isTold ? claim.deadline.to.slice(0, 4) : undefined;
  }
  return yearBefore(place, indicator);
}

/** The year or plan period named last before an indicator, where it is set for that and nothing else. */
function yearBefore(place: SentencePlace, indicator: Indicator): string | undefined {
  const { draft, sentence, today } = place;
  const { text } = draft;
  const thisYear = today.slice(0, 4);
  const date = place.dates.filter(({ end }) => end <= indicator.start).at(-1);
  // “十四五”前四年, “十四五”以来: what has been.
  if (!date || HAS_BEEN.test(text.slice(date.end, indicator.start))) return undefined;
  if (tellsOfThePast(place) || place.inRetrospect || place.isHypothetical) return undefined;
  // In the last year of a plan what is told of its years is as often what was reached.
  const isMeant =
    date.to.slice(0, 4) !== thisYear || hasWord(text, { start: sentence.start, end: indicator.end + 8 }, 'intention');
  const isPeriod = date.form === 'plan' && date.role === 'in' && !endsBefore(date.to, today) && isMeant;
  // 统计局发布，2024年产量达…: of this year it may be a result.
  // 今年国家提出，…控制在5%: set for the year, and no result of it.
  const isThisYear =
    date.form === 'relative' &&
    date.from === date.to &&
    date.to === thisYear &&
    (place.isSetBefore(indicator.start) ||
      /目标$/.test(indicator.wording) ||
      IS_SET.test(text.slice(indicator.end, sentence.end)));
  // 2025年《政府工作报告》提出，…: what the report of this year sets.
  const isOfReport =
    date.form === 'date' && date.to === thisYear && OF_REPORT.test(text.slice(date.end, indicator.start));
  // 今年政府工作报告安排…
  const isOfThisReport =
    date.form === 'relative' && date.to === thisYear && OF_REPORT.test(text.slice(date.end, indicator.end));
  if (isOfReport || isOfThisReport) return date.to;
  const isYear =
    date.form === 'date' &&
    date.role === 'in' &&
    date.to.length === 4 &&
    date.to > thisYear &&
    // 2035年…要达到25%: of a year ahead nothing can be reported, only foretold.
    (place.isSetBefore(date.start) || !FORETOLD.test(text.slice(sentence.start, indicator.end + 8)));
  if (!isPeriod && !isYear && !isThisYear) return undefined;
  // …，我市已达79岁: what a place has reached tells nothing of the target before it.
  const clause = sentence.clauses.find(({ end }) => indicator.end <= end);
  // …，这给我们定了一条硬杠杠: said of the target, not of what came of it.
  const remark = text.slice(indicator.end, sentence.end).search(/[，,]这/);
  const whole = remark < 0 ? sentence.end : indicator.end + remark;
  const end = isPeriod ? whole : (clause?.end ?? sentence.end);
  return reportsBesideSetting(text, { start: sentence.start, end }) ? undefined : date.to.slice(0, 4);
}

/** 年均增长10%以上的国家“十五五”指标, 1.4万亿斤左右的年度目标: when it is due is said behind the figure. */
export function dueBehind(place: SentencePlace, figure: Span): string | undefined {
  const { draft, dates, today } = place;
  if (
    /^(?:及?以上|左右|以内)?的?(?:全?年度?|今年)的?(?:国家|预期)?(?:目标|任务)/.test(
      draft.text.slice(figure.end, figure.end + 14),
    )
  )
    return tellsOfThePast(place) || place.inRetrospect || place.isHypothetical ? undefined : today.slice(0, 4);
  const date = dates.find(({ start }) => start >= figure.end);
  if (date?.form !== 'plan' || endsBefore(date.to, today)) return undefined;
  if (tellsOfThePast(place) || place.inRetrospect || place.isHypothetical) return undefined;
  const isNamed =
    /^(?:及?以上|左右|以内)?的(?:国家|全国)$/.test(draft.text.slice(figure.end, date.start)) &&
    /^(?:发展|约束性|预期)?(?:规划)?(?:目标|指标|任务|要求)/.test(draft.text.slice(date.end, date.end + 8));
  return isNamed ? date.to.slice(0, 4) : undefined;
}

/** 2030年的目标值是12.5%: when it is due is said with the figure. */
export function dueNamedBefore(place: SentencePlace, figure: Span): string | undefined {
  const { draft, dates } = place;
  const date = dates.findLast(({ end }) => end <= figure.start);
  if (date?.form !== 'date' || tellsOfThePast(place) || place.inRetrospect || place.isHypothetical) return undefined;
  const said = draft.text.slice(date.end, figure.start);
  return /^的?(?:预期|规划)?目标(?:值)?(?:是|为|定为|设定为)$/.test(said) ? date.to.slice(0, 4) : undefined;
}

/** Told as it was: 原定, 曾. What is only held against something (对照国家到2030年…的部署) still stands. */
function tellsOfThePast({ isTelling, draft, sentence }: SentencePlace): boolean {
  return isTelling && !/对照|比照|对比/.test(draft.text.slice(sentence.start, sentence.end));
}

const HAS_BEEN =
  /^(?:规划)?(?:时期|期间)?的?(?:前[一二两三四]年|以来|实施以来)|^(?:前|上半年|[一二三]季度|[1-9][\d]?(?:月|至|到|[-—–]))/;
const FORETOLD = /预计|预测|有望|可望|测算|估计|据.{0,12}(?:研究|机构)/;
const OF_REPORT = /^的?(?:国家|全国两会)?《?(?:国务院)?《?政府工作报告》?[^。；]{0,6}(?:提出|明确|确定|安排|设定)/;

/** …的预期目标是3%, 赤字率按4%安排, 目标定为5%. */
const IS_SET =
  /^[”’]?的?(?:年度)?(?:预期)?目标|^(?:规模)?拟?按[^，。；]{1,10}安排|^(?:增速|规模)?(?:拟|预期)?(?:安排|设定|确定|定)(?:为|在|到)/;
