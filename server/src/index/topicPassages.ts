/**
 * Finds the passages of the corpus that speak of what the draft speaks of just now: what follows in them is likely to
 * follow here. Adapting a language model to retrieved text goes back to Kupiec, Mahajan and others; see Mahajan, Beeferman
 * and Huang, "Improved topic-dependent language modeling using information retrieval techniques", 1999.
 */
import { isSeparator } from '../text/characters';
import { keyText } from '../text/keyText';
import { type Corpus, isDocumentEnd } from './corpus';
import { sortedText } from './draftSuffixes';
import type { SuffixArray } from './suffixArray';

/** Units that occur together: shorter ones say nothing of the topic, longer ones are too rare. */
const GRAM = 4;
/** A gram found more often is said everywhere. */
const MOST_OCCURRENCES = 300;
/** Passages are found by blocks of so many units, a power of two. */
const BLOCK_BITS = 7;
const BLOCK = 1 << BLOCK_BITS;
/** A passage reaches so far before and behind its block: what comes next stands behind. */
const BEFORE = 64;
const BEHIND = 256;
/** Passages taken. */
const MOST_PASSAGES = 40;
const BREAK = 10;

/** The sorted suffixes of the passages most like `recent`, the clean text just before the cursor; undefined where there are none. */
export function topicSuffixes(corpus: Corpus, recent: string): SuffixArray | undefined {
  const votes = votesFor(corpus, keyText(recent).key);
  const best = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_PASSAGES);
  const blocks = best.map(([place]) => place).sort((a, b) => a - b);
  const units: number[] = [];
  let part = -1;
  let taken = 0;
  for (const place of blocks) {
    const own = Math.floor(place / PART);
    if (own !== part) taken = 0;
    part = own;
    const { text } = corpus.parts[part]!.segment.suffixes;
    const start = (place % PART) << BLOCK_BITS;
    const from = Math.max(taken, start - BEFORE, 0);
    const to = Math.min(text.length, start + BLOCK + BEHIND);
    if (from > taken) units.push(BREAK);
    for (let at = from; at < to; at++) units.push(isDocumentEnd(text[at]!) ? BREAK : text[at]!);
    taken = Math.max(taken, to);
  }
  return units.length === 0 ? undefined : sortedText(Uint16Array.from(units));
}

/** Blocks of a part are numbered below this. */
const PART = 2 ** 32;

/** How much each block shares with `key`, by its number: rare grams count most. */
function votesFor(corpus: Corpus, key: string): Map<number, number> {
  const votes = new Map<number, number>();
  const seen = new Set<string>();
  for (let at = 0; at + GRAM <= key.length; at++) {
    const gram = key.slice(at, at + GRAM);
    if (seen.has(gram) || isBroken(gram)) continue;
    seen.add(gram);
    const ranges = corpus.find(gram);
    const total = ranges.reduce((sum, { low, high }) => sum + high - low, 0);
    if (total === 0 || total > MOST_OCCURRENCES) continue;
    const weight = 1 / Math.sqrt(total);
    ranges.forEach(({ low, high }, part) => {
      const { suffixes } = corpus.parts[part]!.segment.suffixes;
      for (let rank = low; rank < high; rank++) {
        const place = part * PART + (suffixes[rank]! >>> BLOCK_BITS);
        votes.set(place, (votes.get(place) ?? 0) + weight);
      }
    });
  }
  return votes;
}

function isBroken(gram: string): boolean {
  for (let i = 0; i < gram.length; i++) if (isSeparator(gram.charCodeAt(i))) return true;
  return false;
}
