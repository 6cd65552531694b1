/** Mines the phrases that the sources repeat, each segment once, in a thread of its own. */
import { Worker } from 'node:worker_threads';
import type { LexiconPhrase } from '../index/phraseLexicon';
import type { Segment } from '../index/segment';
import { minedPhrases } from './lexiconBuilder';
import type { Mined, MiningRequest } from './miningWorker';
import { openCorpus } from './openCorpus';
import type { SourcesUpdate } from './protocol';
import type { Segmentation } from './segmentation';

/** Beside a segment this many times as large, what a small one repeats is no phrase of the corpus. */
const TOO_SMALL = 50;

export interface MiningFiles {
  /** The bundled mining worker and segmenter process. */
  readonly worker: string;
  readonly segmenterProcess: string;
}

export class PhraseMiner {
  /** What was mined from a segment, told certain words, stays true as long as there is that segment. */
  readonly #mined = new WeakMap<Segment, Mined & { readonly words: string }>();

  constructor(readonly files: MiningFiles) {}

  /** The phrases of an update, cut at word boundaries. Takes seconds for a large segment that was not mined before. */
  async mine(
    update: SourcesUpdate,
    pinyin: boolean,
  ): Promise<{ phrases: LexiconPhrase[]; segmenter: Segmentation['segmenter'] }> {
    const words = update.phrases.map(({ key }) => key);
    const segments = openCorpus(update.corpus.parts)
      .parts.map(({ segment }) => segment)
      .filter(({ documents }) => !documents.every((document) => document.isSample));
    const largest = Math.max(0, ...segments.map(sizeOf));
    const mined: Mined[] = [];
    for (const segment of segments) {
      if (sizeOf(segment) * TOO_SMALL >= largest) mined.push(await this.#minedOnce(segment, words));
    }
    const isCoarse = mined.some(({ segmenter }) => segmenter !== 'nodejieba');
    return {
      phrases: minedPhrases(
        mined.flatMap(({ candidates }) => candidates),
        update.phrases,
        pinyin,
      ),
      segmenter: isCoarse ? 'Intl.Segmenter' : 'nodejieba',
    };
  }

  async #minedOnce(segment: Segment, words: readonly string[]): Promise<Mined> {
    const told = words.join('\n');
    const before = this.#mined.get(segment);
    if (before?.words === told) return before;
    const mined = await this.#inThread({
      buffer: segment.buffer,
      words,
      processFile: this.files.segmenterProcess,
    });
    this.#mined.set(segment, { ...mined, words: told });
    return mined;
  }

  #inThread(request: MiningRequest): Promise<Mined> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(this.files.worker, { workerData: request });
      worker.once('message', (mined: Mined) => {
        resolve(mined);
        // The channel to the segmenter process may hold the thread a while longer.
        void worker.terminate();
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the mining worker ended')));
    });
  }
}

function sizeOf(segment: Segment): number {
  return segment.sections.key.length;
}
