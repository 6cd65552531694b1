/** Opens the shared buffers of a corpus update as a corpus, in whichever thread needs it. */
import { Corpus } from '../index/corpus';
import { Segment } from '../index/segment';
import type { CorpusUpdate } from './corpusIndexer';

/** O(characters): the table of first characters is built, nothing is copied. */
export function openCorpus(parts: CorpusUpdate['parts']): Corpus {
  return new Corpus(
    parts.map(({ buffer, hidden }) => {
      const segment = Segment.open(buffer);
      if (typeof segment === 'string') throw new Error(`a shared segment is ${segment}`);
      return { segment, hidden: new Set(hidden) };
    }),
  );
}
