/**
 * Finds the phrases that the corpus repeats across documents: intervals of the suffix array with
 * their longest common prefix (after Abouelhoda, Kurtz and Ohlebusch, "Replacing suffix trees with
 * enhanced suffix arrays", 2004), kept where both ends vary (boundary entropy), ranked by how fixed, how free and how
 * current they are.
 */
import { isHan, isSeparator } from '../text/characters';
import { type PhraseMeasures, phraseScore } from './phraseScore';
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
  maxLength: 36,
  minOccurrences: 4,
  minDocuments: 2,
  phrases: 4000,
};

/** Ranges with more occurrences are sampled for their neighbours. */
const SAMPLE = 200;
const LEAST_ENTROPY = 0.8;
/** Years in which the use of a phrase comes to count half: what is said today is what she wants. */
const HALF_LIFE = 3;

const units = (characters: string) => new Set(Array.from(characters, (character) => character.charCodeAt(0)));
/** Particles and connectives no formulation begins or ends with. */
const NEVER_FIRST = units('的了着地得和与及或等们者之被把');
const NEVER_LAST = units('的了着地得和与及或在为是对向从由被把将使不');
/** Marks that stand within a formulation: between its members, around a name. */
const INNER_MARKS = units('、“”');
const OPENING_QUOTE = 0x201c;
const CLOSING_QUOTE = 0x201d;
/** Verbs and adverbs that lead a formulation without being part of it: what follows one stands free. */
const LEADING_WORDS = new Set(
  '坚持 推进 推动 加快 实现 构建 建设 贯彻 落实 实施 深化 加强 完善 做到 增强 坚定 弘扬 践行 树立 促进 培育 发展 打造 形成 健全 提升 扩大 强化 全面 深入 扎实 着力 大力 持续 积极 稳步 切实 推行 巩固 维护 牢记 深刻 协同 统筹'.split(
    ' ',
  ),
);

/** The best phrases of a segment, best first. O(n · maxLength) time, O(1) memory for each interval. */
export function minePhrases(segment: Segment, limits: MiningLimits): MinedPhrase[] {
  const { text, suffixes } = segment.suffixes;
  const weights = recencyWeights(segment);
  const found: MinedPhrase[] = [];
  const consider = (low: number, high: number, length: number) => {
    const measures = measure(segment, weights, { low, high, length }, limits);
    if (!measures) return;
    const { key, occurrences, documents } = measures;
    found.push({ key, occurrences, documents, score: phraseScore(measures) });
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
  return withoutRepeats(found, limits.phrases);
}

/** The first `limit` phrases that differ in more than quotation marks around them. */
function withoutRepeats(sorted: readonly MinedPhrase[], limit: number): MinedPhrase[] {
  const seen = new Set<string>();
  const kept: MinedPhrase[] = [];
  for (const phrase of sorted) {
    if (kept.length === limit) break;
    const bare = phrase.key.replace(/^“([^“”]*)”$/, '$1');
    if (!seen.has(bare)) kept.push(phrase);
    seen.add(bare);
  }
  return kept;
}

/** What one use in each document counts: half for every {@link HALF_LIFE} years before the newest document. */
function recencyWeights({ documents }: Segment): Float64Array {
  const years = documents.map(({ date }) => Number(date?.slice(0, 4) ?? Number.NaN));
  const newest = Math.max(...years.filter((year) => !Number.isNaN(year)), 0);
  return Float64Array.from(years, (year) => (Number.isNaN(year) ? 0 : 0.5 ** ((newest - year) / HALF_LIFE)));
}

function sharedPrefix(text: Uint16Array, a: number, b: number, limit: number): number {
  let length = 0;
  while (length < limit && a + length < text.length && b + length < text.length) {
    const unit = text[a + length]!;
    if (unit !== text[b + length]! || (isSeparator(unit) && !INNER_MARKS.has(unit))) break;
    length++;
  }
  return length;
}

interface Interval {
  readonly low: number;
  readonly high: number;
  readonly length: number;
}

type Measured = PhraseMeasures & { readonly key: string; readonly documents: number };

/** What speaks for a phrase; undefined where its ends, its documents or its neighbours rule it out. */
function measure(
  segment: Segment,
  weights: Float64Array,
  { low, high, length: shared }: Interval,
  limits: MiningLimits,
): Measured | undefined {
  const { text, suffixes } = segment.suffixes;
  const first = suffixes[low]!;
  const length = withoutOpenEnd(text, first, shared);
  if (length < limits.minLength) return undefined;
  const last = text[first + length - 1]!;
  if (!(isHan(text[first]!) || text[first] === OPENING_QUOTE) || NEVER_FIRST.has(text[first]!)) return undefined;
  if (!(isHan(last) || last === CLOSING_QUOTE) || NEVER_LAST.has(last)) return undefined;
  const key = String.fromCharCode(...text.subarray(first, first + length));
  if (!hasPairedQuotes(key)) return undefined;
  const occurrences = high - low;
  const step = Math.max(1, Math.floor(occurrences / SAMPLE));
  const before = new Map<number, number>();
  const after = new Map<number, number>();
  const documents = new Set<number>();
  let sampled = 0;
  let quoted = 0;
  for (let rank = low; rank < high; rank += step) {
    const position = suffixes[rank]!;
    tally(before, unitBefore(text, position));
    tally(after, boundaryUnit(text[position + length] ?? 0));
    documents.add(segment.documentIndexAt(position));
    if (text[position - 1] === OPENING_QUOTE && text[position + length] === CLOSING_QUOTE) quoted++;
    sampled++;
  }
  if (documents.size < limits.minDocuments) return undefined;
  const left = entropy(before, sampled);
  const right = entropy(after, sampled);
  if (Math.min(left, right) < LEAST_ENTROPY) return undefined;
  let current = 0;
  for (const document of documents) current += weights[document]!;
  const half = Math.ceil(length / 2);
  const count = (part: string) => {
    const range = segment.suffixes.find(part);
    return range.high - range.low;
  };
  const firstHalf = count(key.slice(0, half));
  const secondHalf = count(key.slice(-half));
  return {
    key,
    length,
    occurrences,
    documents: documents.size,
    current,
    left: Math.min(MOST_ENTROPY, left),
    right: Math.min(MOST_ENTROPY, right),
    fixedness: Math.max(occurrences / firstHalf, occurrences / secondHalf),
    cohesion: Math.log2((occurrences * text.length) / (firstHalf * secondHalf)),
    quoted: quoted / sampled,
  };
}

const MOST_ENTROPY = 8;

/** The length without a quotation mark at the end that closes one opened before. */
function withoutOpenEnd(text: Uint16Array, start: number, length: number): number {
  if (text[start + length - 1] !== CLOSING_QUOTE) return length;
  return text.subarray(start, start + length).includes(OPENING_QUOTE) ? length : length - 1;
}

function hasPairedQuotes(key: string): boolean {
  let open = 0;
  for (const character of key) {
    if (character === '“') open++;
    else if (character === '”' && --open < 0) return false;
  }
  return open === 0;
}

/** Punctuation of any kind is one neighbour that counts as many: a phrase next to it stands free. */
const FREE = -1;

function boundaryUnit(unit: number): number {
  return isSeparator(unit) ? FREE : unit;
}

function unitBefore(text: Uint16Array, position: number): number {
  if (position < 2) return FREE;
  const word = String.fromCharCode(text[position - 2]!, text[position - 1]!);
  return LEADING_WORDS.has(word) ? FREE : boundaryUnit(text[position - 1]!);
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
