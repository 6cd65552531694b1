/** Candidates for mined phrases: what a segment repeats, each with the words around it, to be judged by a segmenter. */
import { defaultMiningLimits, type MinedPhrase, minePhrases } from '../index/phraseMining';
import type { Segment } from '../index/segment';
import { isHan } from '../text/characters';

/** A mined phrase with the words around one of its occurrences, to be judged by the segmenter. */
export interface Candidate extends MinedPhrase {
  readonly before: string;
  readonly after: string;
  /** As it stands in the corpus, spaces and width included. */
  readonly text: string;
}

/** Candidates for phrases that the corpus repeats, best first; samples are left out. */
export function miningCandidates(segment: Segment): Candidate[] {
  return minePhrases(segment, defaultMiningLimits).map((phrase) => {
    const { low } = segment.suffixes.find(phrase.key);
    const start = segment.suffixes.suffixes[low]!;
    const end = start + phrase.key.length;
    const document = segment.documents[segment.documentIndexAt(start)]!;
    const { start: from, end: to } = document.cleanSpan({ start, end });
    return {
      ...phrase,
      before: neighbours(segment, start, -1),
      after: neighbours(segment, end, 1),
      text: document.cleanText(from, to),
    };
  });
}

/** Up to four Han characters on one side of a key offset. */
function neighbours(segment: Segment, offset: number, direction: 1 | -1): string {
  const { key } = segment.sections;
  let at = direction === 1 ? offset : offset - 1;
  let text = '';
  while (text.length < 4 && at >= 0 && at < key.length && isHan(key[at]!)) {
    const character = String.fromCharCode(key[at]!);
    text = direction === 1 ? text + character : character + text;
    at += direction;
  }
  return text;
}

/** Whether a segmentation of `before + key + after` has word boundaries at both ends of the phrase. */
export function standsFree(candidate: Candidate, words: readonly string[]): boolean {
  const start = candidate.before.length;
  const end = start + candidate.key.length;
  let offset = 0;
  let startFree = start === 0;
  let endFree = false;
  for (const word of words) {
    offset += word.length;
    if (offset === start) startFree = true;
    if (offset === end) endFree = true;
  }
  return startFree && endFree;
}
