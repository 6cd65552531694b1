/** Reads everything a snapshot is made of: corpus, knowledge and the phrases both yield. */
import type { KnowledgeData } from '../knowledge/knowledge';
import { CorpusIndexer, type CorpusUpdate } from './corpusIndexer';
import { readKnowledge } from './knowledgeFiles';
import { knowledgePhrases } from './lexiconBuilder';
import { openCorpus } from './openCorpus';
import type { SourcesRequest, SourcesUpdate } from './protocol';
import type { IsCancelled, Progress } from './reading';

/** Keeps what it read, so that the next update reads only what changed. One update runs at a time. */
export class SourcesReader {
  readonly #indexer = new CorpusIndexer();
  #knowledge: { readonly json: string; readonly data: KnowledgeData } | undefined;

  /**
   * Undefined when cancelled.
   * @param onOpened what a large index kept from the last time holds, before changes are looked for
   */
  async update(
    request: SourcesRequest,
    onProgress: (progress: Progress) => void,
    isCancelled: IsCancelled,
    onOpened: (update: SourcesUpdate) => void = () => {},
  ): Promise<SourcesUpdate | undefined> {
    const knowledge = await readKnowledge(request.knowledge);
    const { ignored } = knowledge.value;
    const data = this.#sameOrNew(knowledge.value.data);
    const withKnowledge = (corpus: CorpusUpdate): SourcesUpdate => ({
      corpus,
      knowledge: data,
      ignored: ignored.map(({ fingerprint }) => fingerprint),
      phrases: knowledgePhrases(data, openCorpus(corpus.parts), request.pinyin),
      problems: [...knowledge.problems, ...corpus.problems],
    });
    const corpus = await this.#indexer.update(request.corpus, onProgress, isCancelled, (opened) =>
      onOpened(withKnowledge(opened)),
    );
    return corpus && withKnowledge(corpus);
  }

  /** The object of the last update where nothing in it changed, so that others see that too. */
  #sameOrNew(data: KnowledgeData): KnowledgeData {
    const json = JSON.stringify(data);
    if (this.#knowledge?.json !== json) this.#knowledge = { json, data };
    return this.#knowledge.data;
  }
}
