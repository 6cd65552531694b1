/** Reads everything a snapshot is made of: corpus, knowledge and the phrases both yield. */
import { readFile } from 'node:fs/promises';
import { emptyKnowledgeData, type KnowledgeData, ownOf } from '../knowledge/knowledge';
import type { Problem } from '../util/problem';
import { readBuiltInKnowledge } from './builtInKnowledge';
import { CorpusIndexer, type CorpusUpdate } from './corpusIndexer';
import { readKnowledge } from './knowledgeFiles';
import { knowledgePhrases, type PinyinTable } from './lexiconBuilder';
import { openCorpus } from './openCorpus';
import type { KnowledgeRequest, SourcesRequest, SourcesUpdate } from './protocol';
import type { IsCancelled, Progress } from './reading';
import { describeFileError } from './scan';

/** What ships with Zhibi and does not change while it runs. */
interface BuiltIn {
  readonly data: KnowledgeData;
  readonly pinyin: PinyinTable;
  readonly problems: readonly Problem[];
}

/** Keeps what it read, so that the next update reads only what changed. One update runs at a time. */
export class SourcesReader {
  readonly #indexer = new CorpusIndexer();
  #builtIn: BuiltIn | undefined;
  /** The knowledge of the last update, and the writer's own part of it, to be compared. */
  #last: { readonly data: KnowledgeData; readonly own: KnowledgeData; readonly json: string } | undefined;

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
    const builtIn = this.#builtIn ?? (await readBuiltIn(request.knowledge));
    // What could not be read is tried again.
    if (builtIn.problems.length === 0) this.#builtIn = builtIn;
    const knowledge = await readKnowledge(request.knowledge.folders, builtIn.data);
    const { ignored } = knowledge.value;
    const { data, own } = this.#sameOrNew(knowledge.value.data);
    const withKnowledge = (corpus: CorpusUpdate): SourcesUpdate => ({
      corpus,
      own,
      ignored: ignored.map(({ fingerprint }) => fingerprint),
      phrases: knowledgePhrases(data, openCorpus(corpus.parts), request.pinyin, builtIn.pinyin),
      problems: [...builtIn.problems, ...knowledge.problems, ...corpus.problems],
    });
    const corpus = await this.#indexer.update(request.corpus, onProgress, isCancelled, (opened) =>
      onOpened(withKnowledge(opened)),
    );
    return corpus && withKnowledge(corpus);
  }

  /** The objects of the last update where nothing in them changed, so that others see that too. */
  #sameOrNew(data: KnowledgeData) {
    const own = ownOf(data);
    const json = JSON.stringify(own);
    if (this.#last?.json !== json) this.#last = { data, own, json };
    return this.#last;
  }
}

async function readBuiltIn(files: KnowledgeRequest): Promise<BuiltIn> {
  const problems: Problem[] = [];
  const orNone = async <T>(path: string, none: T, read: () => T | Promise<T>): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      problems.push({ path, message: describeFileError(error) });
      return none;
    }
  };
  return {
    data: await orNone(files.knowledgeFile, emptyKnowledgeData, () => readBuiltInKnowledge(files)),
    pinyin: await orNone(files.pinyinFile, {}, async () => JSON.parse(await readFile(files.pinyinFile, 'utf8'))),
    problems,
  };
}
