/**
 * Finds the phrases that the corpus repeats across documents: intervals of the suffix array with
 * their longest common prefix (after Abouelhoda, Kurtz and Ohlebusch, "Replacing suffix trees with
 * enhanced suffix arrays", 2004), kept where both ends vary (boundary entropy) and the inside holds together.
 */
import { isHan, isSeparator } from '../text/characters';
import type { Segment } from './segment';

export interface MinedPhrase {
  /** In key characters. */
  readonly key: string;
  readonly occurrences: number;
  readonly documents: number;
  /** What candidates are ordered by. */
  readonly score: number;
}

export interface MiningLimits {
  readonly minLength: number;
  readonly maxLength: number;
  readonly minOccurrences: number;
  readonly minDocuments: number;
  /** The most phrases returned. */
  readonly phrases: number;
}

export const defaultMiningLimits: MiningLimits = {
  minLength: 4,
  maxLength: 20,
  minOccurrences: 4,
  minDocuments: 2,
  phrases: 4000,
};

/** Ranges with more occurrences are sampled for their neighbours. */
const SAMPLE = 200;
const LEAST_ENTROPY = 0.8;

const units = (characters: string) => new Set(Array.from(characters, (character) => character.charCodeAt(0)));
/** Particles and connectives no formulation begins or ends with. */
const NEVER_FIRST = units('的了着地得和与及或等们者之被把');
const NEVER_LAST = units('的了着地得和与及或在为是对向从由被把将使不');

/** The best phrases of a segment, best first. O(n · maxLength) time, O(1) memory for each interval. */
export function minePhrases(segment: Segment, limits: MiningLimits): MinedPhrase[] {
  const { text, suffixes } = segment.suffixes;
  const found: MinedPhrase[] = [];
  const consider = (low: number, high: number, length: number) => {
    const phrase = judge(segment, low, high, length, limits);
    if (phrase) found.push(phrase);
  };
  // The intervals of suffixes that share a prefix, innermost first, from a stack of open ones.
  const stack: { length: number; low: number }[] = [];
  for (let rank = 1; rank <= suffixes.length; rank++) {
    const shared =
      rank < suffixes.length ? sharedPrefix(text, suffixes[rank - 1]!, suffixes[rank]!, limits.maxLength) : 0;
    let low = rank - 1;
    while (stack.length > 0 && stack[stack.length - 1]!.length > shared) {
      const interval = stack.pop()!;
      low = interval.low;
      if (rank - low >= limits.minOccurrences) consider(low, rank, interval.length);
    }
    if (shared >= limits.minLength && (stack.length === 0 || stack[stack.length - 1]!.length < shared)) {
      stack.push({ length: shared, low });
    }
  }
  found.sort((a, b) => b.score - a.score);
  return withoutFragments(found).slice(0, limits.phrases);
}

function sharedPrefix(text: Uint16Array, a: number, b: number, limit: number): number {
  let length = 0;
  while (length < limit && a + length < text.length && b + length < text.length) {
    const unit = text[a + length]!;
    if (unit !== text[b + length]! || (isSeparator(unit) && unit !== 0x201c && unit !== 0x201d)) break;
    length++;
  }
  return length;
}

function judge(
  segment: Segment,
  low: number,
  high: number,
  length: number,
  limits: MiningLimits,
): MinedPhrase | undefined {
  const { text, suffixes } = segment.suffixes;
  const first = suffixes[low]!;
  const last = text[first + length - 1]!;
  if (!isHan(text[first]!) || !isHan(last) || NEVER_FIRST.has(text[first]!) || NEVER_LAST.has(last)) return undefined;
  const occurrences = high - low;
  const step = Math.max(1, Math.floor(occurrences / SAMPLE));
  const before = new Map<number, number>();
  const after = new Map<number, number>();
  const documents = new Set<number>();
  let sampled = 0;
  for (let rank = low; rank < high; rank += step) {
    const position = suffixes[rank]!;
    tally(before, boundaryUnit(position > 0 ? text[position - 1]! : 0));
    tally(after, boundaryUnit(position + length < text.length ? text[position + length]! : 0));
    documents.add(segment.documentIndexAt(position));
    sampled++;
  }
  if (documents.size < limits.minDocuments) return undefined;
  const freedom = Math.min(entropy(before, sampled), entropy(after, sampled));
  if (freedom < LEAST_ENTROPY) return undefined;
  const key = String.fromCharCode(...text.subarray(first, first + length));
  const score = Math.log2(occurrences) * Math.log2(documents.size + 1) * Math.sqrt(length) * freedom;
  return { key, occurrences, documents: documents.size, score };
}

/** Punctuation of any kind is one neighbour that counts as many: a phrase next to it stands free. */
const FREE = -1;

function boundaryUnit(unit: number): number {
  return isSeparator(unit) ? FREE : unit;
}

function tally(counts: Map<number, number>, unit: number): void {
  counts.set(unit, (counts.get(unit) ?? 0) + 1);
}

function entropy(counts: ReadonlyMap<number, number>, total: number): number {
  let sum = 0;
  for (const [unit, count] of counts) {
    const share = count / total;
    sum -= share * Math.log2(unit === FREE ? share / Math.max(1, count) : share);
  }
  return sum;
}

/** Drops a phrase that nearly always stands inside a longer one that was found. */
function withoutFragments(found: readonly MinedPhrase[]): MinedPhrase[] {
  const longerCounts = new Map<string, number>();
  for (const { key, occurrences } of found) {
    for (const part of [key.slice(1), key.slice(0, -1), key.slice(2), key.slice(0, -2)]) {
      longerCounts.set(part, Math.max(longerCounts.get(part) ?? 0, occurrences));
    }
  }
  return found.filter(({ key, occurrences }) => (longerCounts.get(key) ?? 0) < occurrences * 0.7);
}
