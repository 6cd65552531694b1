/** Everything features and checks may look at, frozen. A change makes a new snapshot. */
import type { Corpus } from '../index/corpus';
import type { PhraseLexicon } from '../index/phraseLexicon';
import type { Knowledge } from '../knowledge/knowledge';
import type { Skeleton } from '../knowledge/skeletons';

export interface Snapshot {
  /** Grows with every change of corpus, knowledge or lexicon. */
  readonly revision: number;
  readonly corpus: Corpus;
  readonly knowledge: Knowledge;
  readonly lexicon: PhraseLexicon;
  readonly skeletons: readonly Skeleton[];
}
