/** What follows a context in one body of text: counted over the sorted suffixes that begin with it. */
import type { WeighedText } from './alikeOccurrences';
import { isDocumentEnd } from './corpus';
import { DOCUMENT_SEPARATOR } from './segment';

/** The bodies of text, in the order they are mixed in. */
export const views = ['corpus', 'near', 'topic', 'draft'] as const;
export type View = (typeof views)[number];

/** The longest context that is counted, in units: longer ones add nothing measurable. */
export const LONGEST_ORDER = 8;
export const SHORTEST_ORDER = 1;
/** In longer contexts every occurrence counts. */
const LONGEST_SHORT = 5;

/** A range with more occurrences is known by this many, evenly spread. */
const PROBES = 80;
const FIRST_PROBES = 512;
/** A view has fewer texts than this: the parts of a corpus. */
const MOST_TEXTS = 64;
/** Ranges with more occurrences than this are remembered. */
const LARGE = 48;
const MOST_REMEMBERED = 3000;
/** A unit is frequent with this share of what follows a context. */
const FREQUENT = 0.004;

/** Which units follow a context, and what each counts. */
export interface Following {
  units: Uint16Array;
  counts: Float64Array;
  length: number;
  /** What all count, ends of documents too. */
  total: number;
  /** About how many different units follow. */
  distinct: number;
  /** So many of the units come first because they are frequent; what the others count at most. */
  frequent: number;
  mostOfRare: number;
}

function emptyFollowing(size: number): Following {
  return {
    units: new Uint16Array(size),
    counts: new Float64Array(size),
    length: 0,
    total: 0,
    distinct: 0,
    frequent: 0,
    mostOfRare: Infinity,
  };
}

/** One of the {@link views}, from one or more suffix arrays. What follows in the largest ranges is remembered: they are asked for most. */
export class TextView {
  readonly #remembered = new Map<number, Following>();
  /** Weighted units of text. */
  readonly size: number;

  constructor(
    readonly view: View,
    readonly texts: readonly WeighedText[],
  ) {
    this.size = texts.reduce((sum, { array, weight }) => sum + weight * array.suffixes.length, 0);
  }

  /**
   * What follows a context of `order` units, from the ranges of each array at `ranges[at]`, `ranges[at + 1]` and from
   * there in steps of `stride`; valid until `into` is used again. After a short context, of n occurrences behind the same unit only √n count:
   * wording that is copied over and over says little of what follows in other surroundings (between counting all and,
   * after Kneser and Ney, "Improved backing-off for m-gram language modeling", 1995, counting the different units
   * before). O(probes).
   */
  following(ranges: Int32Array, at: number, stride: number, order: number, into: Following): Following {
    let all = 0;
    let key = -1;
    for (let i = 0; i < this.texts.length; i++) {
      const low = ranges[at + i * stride]!;
      const size = ranges[at + i * stride + 1]! - low;
      all += size;
      // Where a context begins in the first array that has it says which context it is.
      if (key < 0 && size > 0) key = (i * 2 ** 31 + low) * (LONGEST_ORDER + 1) + order;
    }
    if (all <= LARGE) return this.#probe(ranges, at, stride, order, all, into);
    const known = this.#remembered.get(key);
    if (known) return known;
    const made = divided(this.#probe(ranges, at, stride, order, all, into));
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(key, made);
    return made;
  }

  #probe(ranges: Int32Array, at: number, stride: number, order: number, all: number, into: Following): Following {
    const step = Math.max(1, Math.floor(all / (order === SHORTEST_ORDER ? FIRST_PROBES : PROBES)));
    const isShort = order <= LONGEST_SHORT;
    pairs.clear();
    let length = 0;
    let total = 0;
    let probes = 0;
    for (let i = 0; i < this.texts.length; i++) {
      const low = ranges[at + i * stride]!;
      const high = ranges[at + i * stride + 1]!;
      if (low === high) continue;
      const { array, weight } = this.texts[i]!;
      const { suffixes, text } = array;
      if (step > 1) array.sortRange(low, high, order);
      const own = Math.ceil((high - low) / step);
      const each = (weight * (high - low)) / own;
      probes += own;
      for (let rank = low; rank < high; rank += step) {
        const start = suffixes[rank]!;
        const next = start + order;
        const unit = next < text.length ? text[next]! : DOCUMENT_SEPARATOR;
        const count = isShort ? each * pairs.growth(start > 0 ? text[start - 1]! : 0, unit) : each;
        total += count;
        if (isDocumentEnd(unit)) continue;
        if (tally[unit] === 0) into.units[length++] = unit;
        tally[unit]! += count;
      }
    }
    for (let i = 0; i < length; i++) {
      const unit = into.units[i]!;
      into.counts[i] = tally[unit]!;
      tally[unit] = 0;
    }
    into.length = length;
    into.total = total;
    into.frequent = 0;
    into.mostOfRare = Infinity;
    into.distinct = 1 + Math.max(0, length - 1) * Math.sqrt(Math.max(1, all / probes));
    return into;
  }
}

/** A copy with the frequent units first. */
function divided({ units, counts, length, total, distinct }: Following): Following {
  const made: Following = { ...emptyFollowing(length), length, total, distinct, frequent: 0, mostOfRare: 0 };
  let rare = length;
  for (let i = 0; i < length; i++) {
    const count = counts[i]!;
    const isFrequent = count >= total * FREQUENT;
    const at = isFrequent ? made.frequent++ : --rare;
    made.units[at] = units[i]!;
    made.counts[at] = count;
    if (!isFrequent && count > made.mostOfRare) made.mostOfRare = count;
  }
  return made;
}

/** Counts pairs of units, in a table with open addressing. */
class PairCounts {
  static readonly #SIZE = 8192;
  readonly #keys = new Float64Array(PairCounts.#SIZE);
  readonly #counts = new Uint16Array(PairCounts.#SIZE);
  /** The round that each place was used in. */
  readonly #rounds = new Uint32Array(PairCounts.#SIZE);
  #round = 0;

  static readonly #ROOTS = Float64Array.from({ length: FIRST_PROBES * 2 + MOST_TEXTS }, (_, n) => Math.sqrt(n));

  clear(): void {
    this.#round++;
  }

  /** By how much the root of a pair's count grows with one more. */
  growth(first: number, second: number): number {
    const key = first * 0x10000 + second;
    let at = (Math.imul(first, 40503) + Math.imul(second, 30011)) & (PairCounts.#SIZE - 1);
    while (this.#rounds[at] === this.#round && this.#keys[at] !== key) at = (at + 1) & (PairCounts.#SIZE - 1);
    if (this.#rounds[at] !== this.#round) {
      this.#rounds[at] = this.#round;
      this.#keys[at] = key;
      this.#counts[at] = 0;
    }
    const count = ++this.#counts[at]!;
    return PairCounts.#ROOTS[count]! - PairCounts.#ROOTS[count - 1]!;
  }
}

const pairs = new PairCounts();
/** Counts by unit while they are added up; all zero between. */
const tally = new Float64Array(0x10000);

/** For what follows in each level of evidence. */
const scratch: Following[] = [];

export function scratchOf(level: number): Following {
  scratch[level] ??= emptyFollowing(FIRST_PROBES * 2 + MOST_TEXTS);
  return scratch[level]!;
}
