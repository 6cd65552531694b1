/** Which figure a sentence gives for an indicator. */
import type { SentencePlace } from '../draft/sentencePlace';
import type { WordingMatch } from '../knowledge/knowledge';
import { findQuantities, type Quantity } from '../text/quantities';

/** One match for each place: the targets of an indicator share its wording. */
export function firstOfEach(matches: readonly WordingMatch<'targets'>[]): WordingMatch<'targets'>[] {
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
  const [first] = findQuantities(draft.text, { start: match.end, end }, dates);
  const figure = first?.unit === '倍' ? figureBeyondTimes(draft.text, first, sentence.end) : first;
  if (figure !== first) return figure;
  if (!figure || figure.start - match.end > REACH) return undefined;
  // 比2020年提高0.3个百分点, 下降到…: a change is no level.
  return /[比较从由]|分别|(?:提升|增加|减少|上升)(?![到至])|高于|低于|居|第/.test(
    draft.text.slice(match.end, figure.start),
  )
    ? undefined
    : figure;
}

/** 达到2020年的6倍以上、力争达到36亿千瓦: the figure itself, after what it is a multiple of. */
function figureBeyondTimes(text: string, times: Quantity, end: number): Quantity | undefined {
  const [figure] = findQuantities(text, { start: times.end, end: Math.min(end, times.end + REACH) });
  return figure && /^(?:以上|左右)?[、，,](?:力争|争取)?(?:达到?|突破|超过)$/.test(text.slice(times.end, figure.start))
    ? figure
    : times;
}

/** Between an indicator and the clause that gives its figure, and how long that clause may be. In UTF-16 code units. */
const REACH_OF_CLAUSE = 30;
const GIVES =
  /^(?:到?(?:\d{4}年|“十[五六]五”末)[，,]?)?(?:我国|全国|国家)?(?:要|将|应|须)?(?:达到?|提高到|提升到|增加到|降到|降至|下降到|超过|突破|稳定在|保持在|控制在)$/;

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
