/** Everything features and checks may look at, frozen. A change makes a new snapshot. */
import type { Corpus } from '../index/corpus';
import type { Knowledge } from '../knowledge/knowledge';

export interface Snapshot {
  /** Grows with every change of corpus or knowledge. */
  readonly revision: number;
  readonly corpus: Corpus;
  readonly knowledge: Knowledge;
}
