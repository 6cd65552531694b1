/** Everything features and checks may look at, frozen. A change makes a new snapshot. */
import type { Corpus } from '../index/corpus';
import type { PhraseLexicon } from '../index/phraseLexicon';
import type { Knowledge } from '../knowledge/knowledge';
import type { Skeleton } from '../knowledge/skeletons';

export interface Snapshot {
  /** Grows with every change of corpus, knowledge or lexicon. */
  readonly revision: number;
  readonly corpus: Corpus;
  /** The drafts of the workspace as they are on disk, the one at hand among them; absent where nobody reads them. */
  readonly drafts?: Corpus;
  readonly knowledge: Knowledge;
  readonly lexicon: PhraseLexicon;
  readonly skeletons: readonly Skeleton[];
}
