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
  const [figure] = findQuantities(draft.text, { start: match.end, end }, dates);
  if (!figure || figure.start - match.end > REACH) return undefined;
  // 比2020年提高0.3个百分点, 下降到…: a change is no level.
  return /[比较从由]|分别|提升|增加|减少|上升|高于|低于|居|第/.test(draft.text.slice(match.end, figure.start))
    ? undefined
    : figure;
}
