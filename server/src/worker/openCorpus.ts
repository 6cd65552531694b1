/** Opens the shared buffers of a corpus update as a corpus, in whichever thread needs it. */
import { Corpus } from '../index/corpus';
import { Segment } from '../index/segment';
import type { SharedSegment } from './sharedSegments';

const opened = new WeakMap<SharedArrayBuffer, Segment>();

/** O(documents); nothing is copied, and what this thread opened before is not opened again. */
export function openCorpus(segments: readonly SharedSegment[]): Corpus {
  return new Corpus(segments.map((shared) => ({ segment: openOnce(shared), hidden: new Set(shared.hidden) })));
}

/** Makes a segment that this thread built or read the one that is opened of its buffer. */
export function rememberOpened(segment: Segment): void {
  opened.set(segment.buffer, segment);
}

function openOnce({ buffer }: SharedSegment): Segment {
  const known = opened.get(buffer);
  if (known) return known;
  const segment = Segment.open(buffer);
  if (typeof segment === 'string') throw new Error(`a shared segment is ${segment}`);
  opened.set(buffer, segment);
  return segment;
}
