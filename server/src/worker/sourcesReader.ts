/** Reads everything a snapshot is made of: corpus, knowledge and the phrases both yield. */
import type { LexiconPhrase } from '../index/phraseLexicon';
import { CorpusIndexer, type IsCancelled, type Progress } from './corpusIndexer';
import { readKnowledge } from './knowledgeFiles';
import { knowledgePhrases, minedPhrases, miningCandidates, standsFree } from './lexiconBuilder';
import { openCorpus } from './openCorpus';
import type { SourcesRequest, SourcesUpdate } from './protocol';
import { type Segmentation, segmentTexts } from './segmentation';

/** Keeps what it read, so that the next update reads only what changed. One update runs at a time. */
export class SourcesReader {
  readonly #indexer = new CorpusIndexer();

  /** Undefined when cancelled. */
  async update(
    request: SourcesRequest,
    onProgress: (progress: Progress) => void,
    isCancelled: IsCancelled,
  ): Promise<SourcesUpdate | undefined> {
    const knowledge = await readKnowledge(request.knowledge);
    const { data, ignored } = knowledge.value;
    const corpus = await this.#indexer.update(request.corpus, onProgress, isCancelled);
    if (!corpus) return undefined;
    return {
      corpus,
      knowledge: data,
      ignored: ignored.map(({ fingerprint }) => fingerprint),
      phrases: knowledgePhrases(data, openCorpus(corpus.parts), request.pinyin),
      problems: [...knowledge.problems, ...corpus.problems],
    };
  }
}

/** The phrases that the sources repeat, cut at word boundaries. Takes seconds on a large corpus: runs after the update is answered. */
export async function minePhrasesOf(
  update: SourcesUpdate,
  pinyin: boolean,
  processFile: string,
): Promise<{ phrases: LexiconPhrase[]; segmenter: Segmentation['segmenter'] }> {
  const segments = openCorpus(update.corpus.parts).parts.filter(({ segment }) =>
    segment.documents.some((document) => !document.isSample),
  );
  const candidates = segments.flatMap(({ segment }) => miningCandidates(segment));
  const { cuts, segmenter } = await segmentTexts(processFile, {
    words: update.phrases.map(({ key }) => key),
    texts: candidates.map(({ before, key, after }) => before + key + after),
  });
  const free = candidates.filter((candidate, i) => standsFree(candidate, cuts[i]!));
  return { phrases: minedPhrases(free, update.phrases, pinyin), segmenter };
}
