/**
 * Occurrences of the last few units before a cursor, each weighed by what else the text before it shares with the text
 * before the cursor: of all places where 推进 stands, those that spoke of the same things tell best what comes next.
 * A nearest-neighbour model over pairs of units (after Khandelwal et al., "Generalization through memorization:
 * nearest neighbor language models", 2020, with rare pairs in place of learned vectors).
 */
import { isSeparator } from '../text/characters';
import type { SuffixArray } from './suffixArray';

/** A body of text whose occurrences count `weight` each. */
export interface WeighedText {
  readonly array: SuffixArray;
  readonly weight: number;
}

/** Contexts of these lengths are looked up. */
export const ALIKE_ORDERS = [1, 2, 3] as const;
/** How much what is shared counts: in the whole window, and again close by. */
const EMPHASES = [
  { wide: 0.12, close: 0 },
  { wide: 0.12, close: 0.2 },
] as const;
export const ALIKE_EMPHASES = EMPHASES.length;

/** Occurrences looked at for each length, evenly spread. */
const PROBES = 200;
/** Units before the cursor, and before an occurrence, that are compared. */
const WIDE = 64;
const CLOSE = 20;
/** A pair that makes up more than one in e⁴ of a text says nothing. */
const COMMON = 4;
/** Pairs are told apart by 16 bits of their hash. */
const HASHES = 0x10000;
/** Pairs whose frequency is remembered. */
const MOST_KNOWN = 20_000;

/** What occurrences of one context with one emphasis say of the next unit; `counts` add up to `total`. */
export interface AlikeLevel {
  readonly units: Uint16Array;
  readonly counts: Float64Array;
  readonly length: number;
  /** How many occurrences of equal weight say as much. */
  readonly total: number;
  /** The share of the likeliest unit. */
  readonly most: number;
}

export class AlikeSource {
  readonly #worths = new Map<number, number>();
  /** Which pairs have a worth: small, so that it stays in the processor's cache. */
  readonly #marked = new Uint8Array(HASHES);
  readonly #wide = new Float32Array(HASHES);
  readonly #close = new Float32Array(HASHES);
  /** The last occurrence that had each pair: a pair counts once. */
  readonly #seen = new Int32Array(HASHES);
  #occurrence = 0;
  readonly #size: number;

  constructor(readonly texts: readonly WeighedText[]) {
    this.#size = texts.reduce((sum, { array, weight }) => sum + weight * array.suffixes.length, 1);
  }

  /** The occurrences of the ends of `context`, one list for each of {@link ALIKE_ORDERS}. O(PROBES · WIDE) each. */
  occurrences(context: string): AlikeOccurrences[] {
    const hashes = this.#mark(context);
    const lists = ALIKE_ORDERS.map((order) => this.#list(context, order));
    for (const hash of hashes) this.#marked[hash] = this.#close[hash] = 0;
    return lists;
  }

  #mark(context: string): number[] {
    const hashes: number[] = [];
    for (let i = Math.max(0, context.length - WIDE); i + 1 < context.length; i++) {
      const [first, second] = [context.charCodeAt(i), context.charCodeAt(i + 1)];
      const worth = this.#worth(first, second);
      if (worth === 0) continue;
      const hash = hashOf(first, second);
      hashes.push(hash);
      this.#marked[hash] = 1;
      this.#wide[hash] = worth;
      if (i >= context.length - CLOSE) this.#close[hash] = worth;
    }
    return hashes;
  }

  /** How much it says that two texts share a pair: the rarer, the more. */
  #worth(first: number, second: number): number {
    if (isSeparator(first) || isSeparator(second)) return 0;
    const pair = first * HASHES + second;
    const known = this.#worths.get(pair);
    if (known !== undefined) return known;
    let count = 0;
    for (const { array, weight } of this.texts) {
      const range = array.refine(array.refine(array.whole, 0, first), 1, second);
      count += weight * (range.high - range.low);
    }
    const worth = count === 0 ? 0 : Math.max(0, Math.log(this.#size / count) - COMMON);
    if (this.#worths.size >= MOST_KNOWN) this.#worths.clear();
    this.#worths.set(pair, worth);
    return worth;
  }

  #list(context: string, order: number): AlikeOccurrences {
    const ranges = this.texts.map(({ array }) =>
      order > context.length ? { low: 0, high: 0 } : array.find(context.slice(-order)),
    );
    const all = ranges.reduce((sum, { low, high }) => sum + high - low, 0);
    const step = Math.max(1, all / PROBES);
    const list = new AlikeOccurrences(this.texts, Math.min(all, PROBES + this.texts.length));
    ranges.forEach(({ low, high }, owner) => {
      const { array, weight } = this.texts[owner]!;
      for (let rank = low; rank < high; rank += step) {
        const at = array.suffixes[Math.floor(rank)]!;
        this.#add(list, owner, at, order, weight * step);
      }
    });
    list.weigh();
    return list;
  }

  #add(list: AlikeOccurrences, owner: number, at: number, order: number, count: number): void {
    const { text } = this.texts[owner]!.array;
    const [seen, marked] = [this.#seen, this.#marked];
    this.#occurrence = (this.#occurrence + 1) | 0;
    let wide = 0;
    let close = 0;
    const from = Math.max(0, at - WIDE);
    let first = from < at ? text[from]! : 0;
    for (let i = from + 1; i < at; i++) {
      const second = text[i]!;
      const hash = hashOf(first, second);
      first = second;
      if (marked[hash] === 0 || seen[hash] === this.#occurrence) continue;
      seen[hash] = this.#occurrence;
      wide += this.#wide[hash]!;
      if (i > at - CLOSE) close += this.#close[hash]!;
    }
    list.add(owner, at + order, count, wide, close);
  }
}

function hashOf(first: number, second: number): number {
  return (Math.imul(first, 40503) + second * 7) & (HASHES - 1);
}

/** Occurrences of a context; {@link after} narrows them down to those that go on with a unit. */
export class AlikeOccurrences {
  length = 0;
  readonly #owners: Uint8Array;
  /** Of the next unit. */
  readonly #places: Int32Array;
  readonly #units: Uint16Array;
  /** Occurrences that each stands for. */
  readonly #counts: Float32Array;
  readonly #wide: Float32Array;
  readonly #close: Float32Array;
  readonly #weights: readonly Float64Array[];

  constructor(
    readonly texts: readonly WeighedText[],
    size: number,
  ) {
    this.#owners = new Uint8Array(size);
    this.#places = new Int32Array(size);
    this.#units = new Uint16Array(size);
    this.#counts = new Float32Array(size);
    this.#wide = new Float32Array(size);
    this.#close = new Float32Array(size);
    this.#weights = EMPHASES.map(() => new Float64Array(size));
  }

  /** Adds an occurrence. */
  add(owner: number, place: number, count: number, wide: number, close: number): void {
    const at = this.length++;
    this.#owners[at] = owner;
    this.#places[at] = place;
    this.#units[at] = this.texts[owner]!.array.text[place] ?? 0;
    this.#counts[at] = count;
    this.#wide[at] = wide;
    this.#close[at] = close;
  }

  /** To be called once all are added. */
  weigh(): void {
    EMPHASES.forEach((emphasis, e) => {
      let most = 0;
      for (let i = 0; i < this.length; i++) {
        most = Math.max(most, emphasis.wide * this.#wide[i]! + emphasis.close * this.#close[i]!);
      }
      for (let i = 0; i < this.length; i++) {
        const shared = emphasis.wide * this.#wide[i]! + emphasis.close * this.#close[i]!;
        this.#weights[e]![i] = this.#counts[i]! * Math.exp(shared - most);
      }
    });
  }

  /** Those that go on with `unit`, one unit further. */
  after(unit: number): AlikeOccurrences {
    let size = 0;
    for (let i = 0; i < this.length; i++) if (this.#units[i] === unit) size++;
    const next = new AlikeOccurrences(this.texts, size);
    for (let i = 0; i < this.length; i++) {
      if (this.#units[i] !== unit) continue;
      const at = next.length;
      next.add(this.#owners[i]!, this.#places[i]! + 1, this.#counts[i]!, this.#wide[i]!, this.#close[i]!);
      for (let e = 0; e < EMPHASES.length; e++) next.#weights[e]![at] = this.#weights[e]![i]!;
    }
    return next;
  }

  /** About how many occurrences there are, and the most that any shares in the whole window and close by. */
  summary(): { count: number; wide: number; close: number } {
    let [count, wide, close] = [0, 0, 0];
    for (let i = 0; i < this.length; i++) {
      count += this.#counts[i]!;
      if (this.#wide[i]! > wide) wide = this.#wide[i]!;
      if (this.#close[i]! > close) close = this.#close[i]!;
    }
    return { count, wide, close };
  }

  /** What they say with one emphasis; undefined where there are none. O(length). */
  level(emphasis: number): AlikeLevel | undefined {
    const weights = this.#weights[emphasis]!;
    let sum = 0;
    let squares = 0;
    let length = 0;
    for (let i = 0; i < this.length; i++) {
      const unit = this.#units[i]!;
      const weight = weights[i]!;
      sum += weight;
      squares += weight * weight;
      if (tally[unit] === 0) touched[length++] = unit;
      tally[unit]! += weight;
    }
    if (squares === 0) {
      for (let i = 0; i < length; i++) tally[touched[i]!] = 0;
      return undefined;
    }
    const total = (sum * sum) / squares;
    const units = touched.slice(0, length);
    const counts = new Float64Array(length);
    let most = 0;
    for (let i = 0; i < length; i++) {
      const share = tally[units[i]!]! / sum;
      tally[units[i]!] = 0;
      counts[i] = share * total;
      if (share > most) most = share;
    }
    return { units, counts, length, total, most };
  }
}

/** Weight by unit while a level is added up; all zero between. */
const tally = new Float64Array(0x10000);
const touched = new Uint16Array(0x10000);
