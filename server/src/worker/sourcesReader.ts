/** Reads everything a snapshot is made of: corpus, knowledge and the phrases both yield. */
import type { LexiconPhrase } from '../index/phraseLexicon';
import type { Segment } from '../index/segment';
import type { KnowledgeData } from '../knowledge/knowledge';
import { CorpusIndexer } from './corpusIndexer';
import { readKnowledge } from './knowledgeFiles';
import { type Candidate, knowledgePhrases, minedPhrases, miningCandidates, standsFree } from './lexiconBuilder';
import { openCorpus } from './openCorpus';
import type { SourcesRequest, SourcesUpdate } from './protocol';
import type { IsCancelled, Progress } from './reading';
import { type Segmentation, segmentTexts } from './segmentation';

/** Keeps what it read, so that the next update reads only what changed. One update runs at a time. */
export class SourcesReader {
  readonly #indexer = new CorpusIndexer();
  #knowledge: { readonly json: string; readonly data: KnowledgeData } | undefined;

  /** Undefined when cancelled. */
  async update(
    request: SourcesRequest,
    onProgress: (progress: Progress) => void,
    isCancelled: IsCancelled,
  ): Promise<SourcesUpdate | undefined> {
    const knowledge = await readKnowledge(request.knowledge);
    const { ignored } = knowledge.value;
    const data = this.#sameOrNew(knowledge.value.data);
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

  /** The object of the last update where nothing in it changed, so that others see that too. */
  #sameOrNew(data: KnowledgeData): KnowledgeData {
    const json = JSON.stringify(data);
    if (this.#knowledge?.json !== json) this.#knowledge = { json, data };
    return this.#knowledge.data;
  }
}

interface Mined {
  /** The words the segmenter was told. */
  readonly words: string;
  readonly candidates: readonly Candidate[];
  readonly segmenter: Segmentation['segmenter'];
}

/** What was mined from a segment stays true as long as there is that segment. */
const minedFrom = new WeakMap<Segment, Mined>();

/**
 * The phrases that the sources repeat, cut at word boundaries. Takes seconds for a large segment that was not mined
 * before: runs after the update is answered.
 */
export async function minePhrasesOf(
  update: SourcesUpdate,
  pinyin: boolean,
  processFile: string,
): Promise<{ phrases: LexiconPhrase[]; segmenter: Segmentation['segmenter'] }> {
  const words = update.phrases.map(({ key }) => key);
  const mined: Mined[] = [];
  for (const { segment } of openCorpus(update.corpus.parts).parts) {
    if (segment.documents.every((document) => document.isSample)) continue;
    mined.push(await minedOnce(segment, words, processFile));
  }
  const candidates = mined.flatMap((each) => each.candidates);
  const isCoarse = mined.some(({ segmenter }) => segmenter !== 'nodejieba');
  return {
    phrases: minedPhrases(candidates, update.phrases, pinyin),
    segmenter: isCoarse ? 'Intl.Segmenter' : 'nodejieba',
  };
}

async function minedOnce(segment: Segment, words: readonly string[], processFile: string): Promise<Mined> {
  const before = minedFrom.get(segment);
  const told = words.join('\n');
  if (before?.words === told) return before;
  const candidates = miningCandidates(segment);
  const texts = candidates.map(({ before, key, after }) => before + key + after);
  const { cuts, segmenter } = await segmentTexts(processFile, { words, texts });
  const mined = { words: told, segmenter, candidates: candidates.filter((each, i) => standsFree(each, cuts[i]!)) };
  minedFrom.set(segment, mined);
  return mined;
}
