/** What a sentence claims about time: the shapes shared by the readers of claims and the checks. */
import type { DateMention } from '../text/dates';
import type { Quantity } from '../text/quantities';
import type { Span } from '../text/span';

/**
 * How a claim is meant. `intention`: it is said in so many words that this is to come (将, 要, 力争, 第二步…);
 * `report`: that it came about (已, 如期, 截至); `history`: that it was once set or planned, or told in retrospect;
 * `cited`: words of a title or a quotation; `hypothetical`: 如果…; `bare`: nothing in the sentence says which
 * (到2020年进入创新型国家行列), so only the deadline and what is known of the target can tell.
 */
export type Modality = 'intention' | 'report' | 'history' | 'cited' | 'hypothetical' | 'bare';

/** A target as a sentence sets it. Offsets in UTF-16 code units of the draft. */
export interface TargetClaim extends Span {
  readonly deadline: DateMention;
  readonly modality: Modality;
  /** How it is said when, for `intention`: the marker found. */
  readonly marker?: Span;
  /** Everything the deadline governs: to the next deadline, semicolon or the end of the sentence. */
  readonly governed: Span;
  /** The figures in what the deadline governs. */
  readonly quantities: readonly Quantity[];
}
