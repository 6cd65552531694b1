/**
 * Estimates what comes next after a context, from several bodies of text: interpolated back-off over suffix arrays.
 *
 * The probability of the next unit after each context is mixed with that after each shorter one:
 * P'(x) = (count(x) + λ·P(x)) / (count + λ), from the shortest context to the longest, at each length first in the whole
 * corpus, then in the documents near the draft, then in the draft itself. λ says how little a context is trusted; it is
 * a fitted function of how often the context occurs and of how many different units follow it (after Witten and Bell,
 * "The zero-frequency problem", 1991, and Jelinek and Mercer, "Interpolated estimation of Markov source parameters", 1980).
 */

import { isDocumentEnd } from './corpus';
import { lambdaWeights } from './nextTextWeights';
import { DOCUMENT_SEPARATOR } from './segment';
import type { SuffixArray } from './suffixArray';

/** The bodies of text, in the order they are mixed in. */
export const views = ['corpus', 'near', 'topic', 'draft'] as const;
export type View = (typeof views)[number];

/** A suffix array to learn from. What follows single units is remembered: their ranges are the largest, and are asked for most. */
export class TextSource {
  readonly #afterUnit = new Map<number, Following>();
  readonly #probes: Probes = { units: new Uint16Array(PROBES * 2), count: 0, each: 0 };

  /** @param weight what one occurrence counts */
  constructor(
    readonly array: SuffixArray,
    readonly view: View,
    readonly weight: number,
  ) {}

  /** What follows the `order` units that the suffixes from `low` to `high` share; valid until the next call. O(probes). */
  following(low: number, high: number, order: number): Following {
    if (order > 1) return this.#probe(low, high, order, PROBES, this.#probes);
    const unit = this.array.text[this.array.suffixes[low]!]!;
    const known = this.#afterUnit.get(unit);
    if (known) return known;
    const most = PROBES * 4;
    const made = this.#probe(low, high, order, most, { units: new Uint16Array(most * 2), count: 0, each: 0 });
    this.#afterUnit.set(unit, made);
    return made;
  }

  #probe(low: number, high: number, order: number, most: number, into: Probes): Following {
    const { suffixes, text } = this.array;
    const { units } = into;
    const step = Math.max(1, Math.floor((high - low) / most));
    this.array.sortRange(low, high, order);
    let count = 0;
    for (let rank = low; rank < high; rank += step) {
      const at = suffixes[rank]! + order;
      units[count++] = at < text.length ? text[at]! : DOCUMENT_SEPARATOR;
    }
    into.count = count;
    into.each = (this.weight * (high - low)) / count;
    return into;
  }
}

/** The units under evenly spread probes, in order: the first `count` of `units`. Each stands for so many weighted occurrences. */
type Following = Readonly<Probes>;

interface Probes {
  readonly units: Uint16Array;
  count: number;
  each: number;
}

/** The longest context that is counted, in units: longer ones add nothing measurable. */
export const LONGEST_ORDER = 8;
export const SHORTEST_ORDER = 1;

/** How a context of one length goes on in one view. */
export interface Evidence {
  view: number;
  order: number;
  /** Weighted occurrences of the context. */
  total: number;
  /** About how many different units follow. */
  distinct: number;
  /** Weighted occurrences of each candidate, by its index. */
  readonly counts: Float64Array;
}

/** Where every source holds the contexts of each length: `low, high` by source and order. */
export type ContextRanges = Int32Array;

export interface NextUnits {
  readonly units: readonly number[];
  readonly probabilities: Float64Array;
}

/** A range with more occurrences is known by this many, evenly spread: exact to one in so many, as the range is sorted. */
const PROBES = 40;
const MOST_CANDIDATES = 512;
const WIDTH = LONGEST_ORDER * 2;
/** How many units the alphabet is taken to have, for what no context holds. */
const ALPHABET = 4000;

export class NextTextModel {
  /** The sources of each view, by index. */
  readonly #ofView: readonly (readonly number[])[];
  /** Weighted occurrences by order and view. */
  readonly #totals = new Float64Array((LONGEST_ORDER + 1) * views.length);
  readonly #evidence: Evidence[] = [];
  readonly #candidateOf = new Int16Array(0x10000);
  #candidates: number[] = [];

  constructor(readonly sources: readonly TextSource[]) {
    this.#ofView = views.map((view) => sources.flatMap((source, index) => (source.view === view ? [index] : [])));
  }

  /** The ranges after `context`: its last units count. */
  rangesOf(context: string): ContextRanges {
    let ranges: ContextRanges = new Int32Array(this.sources.length * WIDTH);
    for (let i = Math.max(0, context.length - LONGEST_ORDER); i < context.length; i++) {
      ranges = this.extended(ranges, context.charCodeAt(i));
    }
    return ranges;
  }

  /** The ranges one unit further. O(sources · orders · log n). */
  extended(ranges: ContextRanges, unit: number): ContextRanges {
    const next = new Int32Array(ranges.length);
    for (let source = 0; source < this.sources.length; source++) {
      const { array } = this.sources[source]!;
      const base = source * WIDTH;
      next[base] = array.firstUnits[unit]!;
      next[base + 1] = array.firstUnits[unit + 1]!;
      for (let at = base; at < base + WIDTH - 2; at += 2) {
        const low = ranges[at]!;
        const high = ranges[at + 1]!;
        // What a context does not hold, none that ends with it does.
        if (low === high || !array.refineInto(low, high, (at - base) / 2 + 1, unit, next, at + 2)) break;
      }
    }
    return next;
  }

  /** The range of one source for a context of `order` units. */
  range(ranges: ContextRanges, source: number, order: number): { low: number; high: number } {
    const at = source * WIDTH + (order - 1) * 2;
    return { low: ranges[at]!, high: ranges[at + 1]! };
  }

  /** The units that may follow with their probabilities, in no particular order. */
  next(ranges: ContextRanges): NextUnits {
    const evidence = this.evidence(ranges);
    const units = this.#candidates;
    const probabilities = new Float64Array(units.length);
    for (let i = 0; i < units.length; i++) probabilities[i] = this.alone(units[i]!);
    for (const level of evidence) {
      const { counts } = level;
      const lambda = lambdaOf(level);
      const scale = 1 / (level.total + lambda);
      for (let i = 0; i < units.length; i++) {
        probabilities[i] = (counts[i]! + lambda * probabilities[i]!) * scale;
      }
    }
    return { units, probabilities };
  }

  /** The probability of one unit, whether or not any context holds it. */
  probabilityOf(ranges: ContextRanges, unit: number): number {
    let probability = this.alone(unit);
    const evidence = this.evidence(ranges);
    const candidate = this.candidateIndex(unit);
    for (const level of evidence) {
      const lambda = lambdaOf(level);
      const count = candidate === undefined ? 0 : level.counts[candidate]!;
      probability = (count + lambda * probability) / (level.total + lambda);
    }
    return probability;
  }

  /**
   * What each context says, in the order it is mixed in; valid until the next call. Where a longer context has the very
   * same occurrences, the shorter one says nothing more and is left out.
   */
  evidence(ranges: ContextRanges): readonly Evidence[] {
    for (const unit of this.#candidates) this.#candidateOf[unit] = 0;
    for (const { counts } of this.#evidence) counts.fill(0, 0, this.#candidates.length);
    this.#candidates = [];
    this.#countTotals(ranges);
    const totals = this.#totals;
    let used = 0;
    for (let order = SHORTEST_ORDER; order <= LONGEST_ORDER; order++) {
      for (let view = 0; view < views.length; view++) {
        const at = order * views.length + view;
        const total = totals[at]!;
        if (total === 0 || (order < LONGEST_ORDER && total === totals[at + views.length])) continue;
        const level = this.#level(used++, view, order, total);
        this.#tally(level, ranges);
      }
    }
    return this.#evidence.slice(0, used);
  }

  /** The index of a unit among the candidates of the last {@link evidence}; undefined where it is none. */
  candidateIndex(unit: number): number | undefined {
    const index = this.#candidateOf[unit]!;
    return index === 0 ? undefined : index - 1;
  }

  #level(index: number, view: number, order: number, total: number): Evidence {
    const known = this.#evidence[index];
    const level = known ?? { view, order, total, distinct: 0, counts: new Float64Array(MOST_CANDIDATES) };
    level.view = view;
    level.order = order;
    level.total = total;
    this.#evidence[index] = level;
    return level;
  }

  #countTotals(ranges: ContextRanges): void {
    const totals = this.#totals.fill(0);
    for (let view = 0; view < views.length; view++) {
      for (const source of this.#ofView[view]!) {
        const { weight } = this.sources[source]!;
        for (let order = SHORTEST_ORDER; order <= LONGEST_ORDER; order++) {
          const at = source * WIDTH + (order - 1) * 2;
          totals[order * views.length + view]! += weight * (ranges[at + 1]! - ranges[at]!);
        }
      }
    }
  }

  #tally(level: Evidence, ranges: ContextRanges): void {
    const { order, counts } = level;
    let seen = 0;
    let probes = 0;
    let occurrences = 0;
    for (const index of this.#ofView[level.view]!) {
      const at = index * WIDTH + (order - 1) * 2;
      const low = ranges[at]!;
      const high = ranges[at + 1]!;
      if (low === high) continue;
      const { units, count, each } = this.sources[index]!.following(low, high, order);
      occurrences += high - low;
      probes += count;
      for (let i = 0; i < count; i++) {
        const unit = units[i]!;
        if (isDocumentEnd(unit)) continue;
        const candidate = this.#candidate(unit);
        if (candidate < 0) continue;
        if (counts[candidate] === 0) seen++;
        counts[candidate]! += each;
      }
    }
    level.distinct = 1 + Math.max(0, seen - 1) * Math.sqrt(Math.max(1, occurrences / probes));
  }

  #candidate(unit: number): number {
    const known = this.#candidateOf[unit]!;
    if (known > 0) return known - 1;
    if (this.#candidates.length === MOST_CANDIDATES) return -1;
    this.#candidates.push(unit);
    this.#candidateOf[unit] = this.#candidates.length;
    return this.#candidates.length - 1;
  }

  /** The probability of a unit whatever stands before it. */
  alone(unit: number): number {
    let count = 1;
    let total = ALPHABET;
    for (const index of this.#ofView[0]!) {
      const { array, weight } = this.sources[index]!;
      count += weight * (array.firstUnits[unit + 1]! - array.firstUnits[unit]!);
      total += weight * array.suffixes.length;
    }
    return count / total;
  }
}

/** What λ depends on: see {@link lambdaWeights}. */
export function features({ total, distinct }: { total: number; distinct: number }): number[] {
  const often = Math.log2(Math.max(1, total));
  const varied = Math.log2(Math.max(1, distinct));
  const isCertain = distinct <= 1 ? 1 : 0;
  return [1, often, (often * often) / 10, varied, (varied * often) / 10, isCertain, isCertain * often];
}

const LEAST_EXPONENT = -4;
const MOST_EXPONENT = 13;

/** Whether λ is at a bound, where its weights no longer move it. */
export function isClipped(lambda: number): boolean {
  return lambda <= Math.exp(LEAST_EXPONENT) || lambda >= Math.exp(MOST_EXPONENT);
}

/** λ of a level by the fitted weights, or by others while they are fitted. */
export function lambdaOf(
  level: Pick<Evidence, 'view' | 'order' | 'total' | 'distinct'>,
  weights: readonly (readonly (readonly number[])[])[] = lambdaWeights,
): number {
  const own = weights[level.view]![level.order - SHORTEST_ORDER]!;
  const told = features(level);
  let exponent = 0;
  for (let i = 0; i < told.length; i++) exponent += told[i]! * own[i]!;
  return Math.exp(Math.min(MOST_EXPONENT, Math.max(LEAST_EXPONENT, exponent)));
}
