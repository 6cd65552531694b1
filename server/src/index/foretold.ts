/** How often the corpus foretold what a draft went on with: tells how far a draft is like what is indexed. */
import { keyOf } from '../text/keyText';
import { RecentCache } from '../util/recentCache';
import type { Corpus } from './corpus';

/** The draft is looked at in blocks of so many code units, counted once. */
const BLOCK = 64;
const BLOCKS = 8;
/** Every so many key units of a block are looked at. */
const STEP = 2;
/** The longest context that the corpus holds at least twice is asked. */
const LONGEST = 8;
const SHORTEST = 3;
const OCCURRENCES = 2;
/** Occurrences looked at, evenly spread. */
const PROBES = 24;
/** How many units ahead. */
const AHEAD = 2;
/** The corpus foretells what this share of the occurrences, and one more, go on with. */
const SURE = 0.6;
/** Before anything is counted, so many places are taken to have gone as they do in most drafts. */
const PRIOR = 10;
export const USUALLY_FORETOLD = 0.6;
const BLOCKS_KEPT = 256;

/** Places of a draft at which the corpus foretold something, and those at which it was so. */
interface Counts {
  readonly told: number;
  readonly right: number;
}

const counted = new WeakMap<Corpus, RecentCache<Counts>>();

/**
 * Of the places shortly before `offset` at which the longest known context nearly always goes on in one way, the share
 * at which the draft did. `from`: where the draft begins in `text`. The same for the same corpus and text; O(log corpus)
 * for each of 32 places where a block was completed, nothing otherwise.
 */
export function foretoldShare(corpus: Corpus, text: string, from: number, offset: number): number {
  const known = counted.get(corpus) ?? new RecentCache<Counts>(BLOCKS_KEPT);
  counted.set(corpus, known);
  const last = from + Math.floor(Math.max(0, offset - from) / BLOCK) * BLOCK;
  let told = PRIOR;
  let right = PRIOR * USUALLY_FORETOLD;
  for (let start = Math.max(from, last - BLOCK * BLOCKS); start < last; start += BLOCK) {
    const before = text.slice(Math.max(from, start - LONGEST), start);
    const block = text.slice(start, start + BLOCK);
    const counts = known.get(`${before}\0${block}`, () => countsOf(corpus, keyOf(before), keyOf(before + block)));
    told += counts.told;
    right += counts.right;
  }
  return right / told;
}

function countsOf(corpus: Corpus, before: string, key: string): Counts {
  let told = 0;
  let right = 0;
  for (let at = Math.max(SHORTEST, before.length); at + AHEAD <= key.length; at += STEP) {
    const next = foretoldAfter(corpus, key.slice(Math.max(0, at - LONGEST), at));
    if (next === undefined) continue;
    told++;
    if (key.startsWith(next, at)) right++;
  }
  return { told, right };
}

/** What nearly always follows the longest end of `context` that the corpus holds more than once. */
function foretoldAfter(corpus: Corpus, context: string): string | undefined {
  for (let length = context.length; length >= SHORTEST; length--) {
    const ranges = corpus.find(context.slice(-length));
    const all = ranges.reduce((sum, { low, high }) => sum + high - low, 0);
    if (all < OCCURRENCES) continue;
    const step = Math.max(1, Math.floor(all / PROBES));
    const counts = new Map<string, number>();
    let probes = 0;
    let best = '';
    ranges.forEach(({ low, high }, part) => {
      const { suffixes, text } = corpus.parts[part]!.segment.suffixes;
      for (let rank = low; rank < high; rank += step) {
        const start = suffixes[rank]! + length;
        const next = String.fromCharCode(...text.subarray(start, start + AHEAD));
        counts.set(next, (counts.get(next) ?? 0) + 1);
        if (counts.get(next)! > (counts.get(best) ?? 0)) best = next;
        probes++;
      }
    });
    return (counts.get(best) ?? 0) >= SURE * (probes + 1) ? best : undefined;
  }
  return undefined;
}
