/**
 * The mining worker: a thread that mines one segment and ends. That takes seconds for a large one and much memory, which
 * an ended thread gives back, and the index worker stays free for changed documents.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { Segment } from '../index/segment';
import { type Candidate, miningCandidates, standsFree } from './phraseCandidates';
import { type Segmentation, segmentTexts } from './segmentation';

export interface MiningRequest {
  /** The segment, in shared memory. */
  readonly buffer: SharedArrayBuffer;
  /** What the segmenter is told, as keys. */
  readonly words: readonly string[];
  /** The bundled segmenter process. */
  readonly processFile: string;
}

/** What was mined from a segment. */
export interface Mined {
  readonly candidates: readonly Candidate[];
  readonly segmenter: Segmentation['segmenter'];
}

async function mine({ buffer, words, processFile }: MiningRequest): Promise<Mined> {
  const segment = Segment.open(buffer);
  if (typeof segment === 'string') throw new Error(`a shared segment is ${segment}`);
  const candidates = miningCandidates(segment);
  const texts = candidates.map(({ before, key, after }) => before + key + after);
  const { cuts, segmenter } = await segmentTexts(processFile, { words, texts });
  return { segmenter, candidates: candidates.filter((each, i) => standsFree(each, cuts[i]!)) };
}

void mine(workerData as MiningRequest).then((mined) => parentPort!.postMessage(mined));
