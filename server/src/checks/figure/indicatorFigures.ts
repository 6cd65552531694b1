/** Which figure a sentence gives for an indicator. */
import type { SentencePlace } from '../../draft/sentencePlace';
import type { WordingMatch } from '../../knowledge/knowledge';
import type { Target } from '../../knowledge/schemas';
import { findQuantities, plainValue, type Quantity } from '../../text/quantities';
import type { Span } from '../../text/span';

/** One match for each place: the targets of an indicator share its wording. */
export function firstOfEach<M extends WordingMatch<'targets'>>(matches: readonly M[]): M[] {
  return matches.filter((match, i) => i === 0 || match.start !== matches[i - 1]!.start);
}

const REACH = 14;

/** The figure said of an indicator: the first after it in the same clause, before any other indicator. */
export function figureAfter(
  { draft, sentence, dates }: SentencePlace,
  match: WordingMatch<'targets'>,
  matches: readonly WordingMatch<'targets'>[],
): Quantity | undefined {
  // An indicator with 、 in it ends in a later clause than it begins.
  const clause = sentence.clauses.find((candidate) => match.end <= candidate.end);
  const next = matches.find((other) => other.start >= match.end);
  const end = Math.min(clause?.end ?? sentence.end, next?.start ?? sentence.end);
  const given = distributed(draft.text, sentence, match, matches, dates);
  if (given) return given;
  const [first] = findQuantities(draft.text, { start: match.end, end }, dates);
  const figure = first?.unit === '倍' ? figureBeyondTimes(draft.text, first, sentence.end) : first;
  if (figure !== first) return figure;
  if (!figure || figure.start - match.end > REACH) return undefined;
  // 比2020年提高0.3个百分点, 下降到…: a change is no level.
  return /[比较从由]|分别|(?:提升|增加|减少|上升)(?![到至])|(?<!不)(?:高于|低于)|居|第|基础上/.test(
    draft.text.slice(match.end, figure.start),
  )
    ? undefined
    : figure;
}

const TOGETHER =
  /^[^，。；\d]{0,10}分别(?:要|将|力争|累计|应)?(?:达到?|超过|突破|提高到|提升到|提高至|提升至|降至|降到|为|不低于|接近|增长到|下降到)(?:约|近)?$/;

/** 普及率、数控化率分别超过90%、75%: indicators named one after the other, and a figure for each in their order. */
function distributed(
  text: string,
  sentence: Span,
  match: Span,
  matches: readonly WordingMatch<'targets'>[],
  dates: readonly Span[],
): Quantity | undefined {
  const at = text.indexOf('分别', match.end);
  if (at < 0 || at >= sentence.end || /[。；，]/.test(text.slice(match.end, at))) return undefined;
  const from = Math.max(text.lastIndexOf('，', match.start), text.lastIndexOf('；', match.start), sentence.start);
  const names = text.slice(from, at).split(/[、和与]/);
  const figures = findQuantities(text, { start: at, end: Math.min(sentence.end, at + REACH_OF_EACH) }, dates).slice(
    0,
    names.length,
  );
  const index = text.slice(from, match.end).split(/[、和与]/).length - 1;
  const [first] = figures;
  if (
    !first ||
    figures.length !== names.length ||
    names.length < 2 ||
    !TOGETHER.test(text.slice(at - 1, first.start).slice(1))
  )
    return undefined;
  // A name with 、 in it makes more of them.
  if (matches.some(({ start, end }) => start >= from && end <= at && /[、和与]/.test(text.slice(start, end))))
    return undefined;
  const isRow = figures.every(
    (figure, i) => i === 0 || /^(?:以上|左右|以内)?[、和与]$/.test(text.slice(figures[i - 1]!.end, figure.start)),
  );
  return isRow && figures.every(({ unit }) => unit === first.unit) ? figures[index] : undefined;
}

/** From 分别 to the end of the figures, in UTF-16 code units. */
const REACH_OF_EACH = 60;

/** 达到2020年的6倍以上、力争达到36亿千瓦: the figure itself, after what it is a multiple of. */
function figureBeyondTimes(text: string, times: Quantity, end: number): Quantity | undefined {
  const [figure] = findQuantities(text, { start: times.end, end: Math.min(end, times.end + REACH) });
  return figure &&
    /^(?:以上|左右)?[、，,](?:(?:力争|争取)?(?:达到?|突破|超过)|力争|争取)$/.test(text.slice(times.end, figure.start))
    ? figure
    : times;
}

/** 建成100个以上可信数据空间: the figure directly before what it counts. */
export function figureBefore({ draft, sentence, dates }: SentencePlace, match: Span): Quantity | undefined {
  const clause = sentence.clauses.find(({ start, end }) => start <= match.start && match.start < end);
  if (!clause) return undefined;
  const figure = findQuantities(draft.text, { start: clause.start, end: match.start }, dates).at(-1);
  if (!figure || !/^(?:个|家|座|项|条|件|所|台|套|处|名|人)$/.test(figure.unit)) return undefined;
  return /^(?:及?以上|左右)?的?$/.test(draft.text.slice(figure.end, match.start)) ? figure : undefined;
}

/** 由现在的67.9%提高到71%: the figure at the end of a change told right after an indicator. */
export function figureAtEndOfChange({ draft, sentence, dates }: SentencePlace, match: Span): Quantity | undefined {
  const { text } = draft;
  const clause = sentence.clauses.find((candidate) => match.end <= candidate.end);
  const [from, to] = findQuantities(text, { start: match.end, end: clause?.end ?? sentence.end }, dates);
  if (!from || !to || from.unit !== to.unit || from.unit === '') return undefined;
  return CHANGES_FROM.test(text.slice(match.end, from.start)) && CHANGES_TO.test(text.slice(from.end, to.start))
    ? to
    : undefined;
}

const CHANGES_FROM = /^[，,]?(?:要|将|应|须|力争)?[由从](?:现在|目前|当前|现有|上年|去年|原来)?的?$/;
const CHANGES_TO =
  /^(?:左右)?(?:要|逐步|稳步|再|进一步|大幅){0,2}(?:提高|提升|增加|增长|扩大|上升|下降|降低|减少)?[到至]$/;

/** Between an indicator and the clause that gives its figure, and how long that clause may be. In UTF-16 code units. */
const REACH_OF_CLAUSE = 30;
const GIVES =
  /^(?:到?(?:\d{4}年|“十[五六]五”末)[，,]?)?(?:我国|全国|国家)?(?:要|将|应|须)?(?:达到?|提高到|提升到|增加到|降到|降至|下降到|超过|突破|稳定在|保持在|控制在)$|^\d{4}年的?(?:预期|规划)?目标(?:值)?(?:是|为|定为|设定为)$/;

/**
 * The figure of an indicator that the clause after it gives, where that says nothing else: 把粮食综合生产能力列为约束性指标，
 * 到2030年全国要达到1.45万亿斤.
 */
export function figureInNextClause(
  { draft, sentence, dates }: SentencePlace,
  match: WordingMatch<'targets'>,
  matches: readonly WordingMatch<'targets'>[],
): Quantity | undefined {
  const at = sentence.clauses.findIndex((candidate) => match.end <= candidate.end);
  const [own, next] = [sentence.clauses[at], sentence.clauses[at + 1]];
  if (!own || !next || next.start - match.end > REACH_OF_CLAUSE) return undefined;
  if (matches.some(({ start }) => start >= match.end && start < next.end)) return undefined;
  if (findQuantities(draft.text, { start: match.end, end: own.end }, dates).length > 0) return undefined;
  const [figure] = findQuantities(draft.text, next, dates);
  return figure && GIVES.test(draft.text.slice(next.start, figure.start)) ? figure : undefined;
}

/** Whether a figure, in plain units, is the target's. */
export function isValueOf({ value, unit }: Target, figure: number): boolean {
  if (value === undefined) return false;
  const plain = plainValue(value, unit ?? '');
  return Math.abs(figure - plain) <= Math.abs(plain) * 1e-9;
}
