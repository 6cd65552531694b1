/**
 * Finds the passages of the corpus that speak of what the draft speaks of just now: what follows in them is likely to
 * follow here. Adapting a language model to retrieved text goes back to Kupiec, Mahajan and others; see Mahajan, Beeferman
 * and Huang, "Improved topic-dependent language modeling using information retrieval techniques", 1999.
 */
import { isSeparator } from '../text/characters';
import { keyText } from '../text/keyText';
import { type Corpus, isDocumentEnd } from './corpus';
import { LazySuffixes } from './lazySuffixes';
import { patternRanges } from './patternRanges';

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

/** Looks up passages in one corpus: 8 bytes for each 128 units of it. */
export class TopicPassages {
  /** The number of the first block of each part. */
  readonly #starts: readonly number[];
  /** How much each block shares with the text looked up; nothing in between. */
  readonly #votes: Float64Array;

  constructor(readonly corpus: Corpus) {
    let blocks = 0;
    this.#starts = corpus.parts.map(({ segment }) => {
      const start = blocks;
      blocks += (segment.suffixes.text.length >>> BLOCK_BITS) + 1;
      return start;
    });
    this.#votes = new Float64Array(blocks);
  }

  /** The suffixes of the passages most like `recent`, the clean text just before the cursor; undefined where there are none. */
  suffixes(recent: string): LazySuffixes | undefined {
    const text = this.#textOf(this.#best(this.#vote(keyText(recent).key)));
    return text.length === 0 ? undefined : new LazySuffixes(text);
  }

  /** Counts what each block shares with `key`, rare grams most, and answers the blocks that share anything. */
  #vote(key: string): number[] {
    const votes = this.#votes;
    const blocks: number[] = [];
    const grams = gramsOf(key);
    const ranges = this.corpus.parts.map(({ segment }) => patternRanges(segment, grams, GRAM));
    for (let at = 0; at < grams.length / GRAM; at++) {
      let total = 0;
      for (const own of ranges) total += own[at * 2 + 1]! - own[at * 2]!;
      if (total === 0 || total > MOST_OCCURRENCES) continue;
      const weight = 1 / Math.sqrt(total);
      for (let part = 0; part < ranges.length; part++) {
        const { suffixes } = this.corpus.parts[part]!.segment.suffixes;
        const high = ranges[part]![at * 2 + 1]!;
        for (let rank = ranges[part]![at * 2]!; rank < high; rank++) {
          const block = this.#starts[part]! + (suffixes[rank]! >>> BLOCK_BITS);
          if (votes[block] === 0) blocks.push(block);
          votes[block]! += weight;
        }
      }
    }
    return blocks;
  }

  /** The blocks with most votes, in the order of the corpus; of as many votes the first. Forgets all votes. */
  #best(blocks: readonly number[]): number[] {
    const votes = this.#votes;
    // The least of the best stands last.
    const best: number[] = [];
    const isBetter = (a: number, b: number) => votes[a]! > votes[b]! || (votes[a] === votes[b] && a < b);
    for (const block of blocks) {
      if (best.length === MOST_PASSAGES && !isBetter(block, best[MOST_PASSAGES - 1]!)) continue;
      if (best.length === MOST_PASSAGES) best.pop();
      let at = best.length;
      for (; at > 0 && isBetter(block, best[at - 1]!); at--) best[at] = best[at - 1]!;
      best[at] = block;
    }
    for (const block of blocks) votes[block] = 0;
    return best.sort((a, b) => a - b);
  }

  /** The passages around blocks, one after the other. */
  #textOf(blocks: readonly number[]): Uint16Array {
    const units = new Uint16Array(blocks.length * (1 + BEFORE + BLOCK + BEHIND));
    let length = 0;
    let part = 0;
    let taken = 0;
    for (const block of blocks) {
      while (block >= (this.#starts[part + 1] ?? Number.POSITIVE_INFINITY)) {
        part++;
        taken = 0;
      }
      const { text } = this.corpus.parts[part]!.segment.suffixes;
      const start = (block - this.#starts[part]!) << BLOCK_BITS;
      const from = Math.max(taken, start - BEFORE, 0);
      const to = Math.min(text.length, start + BLOCK + BEHIND);
      if (from > taken) units[length++] = BREAK;
      for (let at = from; at < to; at++) units[length++] = isDocumentEnd(text[at]!) ? BREAK : text[at]!;
      taken = Math.max(taken, to);
    }
    return units.subarray(0, length);
  }
}

/** The different grams of a key without marks or spaces in them, one after the other. */
function gramsOf(key: string): Uint16Array {
  const grams = new Set<string>();
  for (let at = 0; at + GRAM <= key.length; at++) {
    const gram = key.slice(at, at + GRAM);
    if (!isBroken(gram)) grams.add(gram);
  }
  const units = new Uint16Array(grams.size * GRAM);
  let length = 0;
  for (const gram of grams) for (let i = 0; i < GRAM; i++) units[length++] = gram.charCodeAt(i);
  return units;
}

function isBroken(gram: string): boolean {
  for (let i = 0; i < gram.length; i++) if (isSeparator(gram.charCodeAt(i))) return true;
  return false;
}
