/** A snapshot of folders as the server would have it, without the built-in knowledge and texts. */

import type { Snapshot } from '../../server/src/analysis/snapshot';
import { PhraseLexicon } from '../../server/src/index/phraseLexicon';
import { emptyKnowledgeData, Knowledge } from '../../server/src/knowledge/knowledge';
import { CorpusIndexer } from '../../server/src/worker/corpusIndexer';
import { openCorpus } from '../../server/src/worker/openCorpus';

/** Reads the folders, or what is kept of them in `cacheFolder`. */
export async function corpusSnapshot(folders: readonly string[], cacheFolder: string): Promise<Snapshot> {
  const request = { folders, exclude: [], maxCharacters: 1e9, cacheFolder };
  const update = await new CorpusIndexer().update(
    request,
    () => {},
    () => false,
  );
  if (!update) throw new Error('the update was cancelled');
  return {
    revision: 1,
    corpus: openCorpus(update.parts),
    knowledge: new Knowledge(emptyKnowledgeData),
    lexicon: PhraseLexicon.empty,
    skeletons: [],
  };
}
