/**
 * Estimates what comes next after a context, from several bodies of text: interpolated back-off over suffix arrays.
 *
 * The probability of the next unit after each context is mixed with that after each shorter one:
 * P'(x) = (count(x) + λ·P(x)) / (count + λ), from no context to the longest, at each length first in the whole
 * corpus, then in the documents near the draft, then in the passages on its topic, then in the draft itself, and last by
 * the occurrences of short contexts in surroundings alike. λ says how little a context is trusted; it is
 * a fitted function of how often the context occurs and of how many different units follow it (after Witten and Bell,
 * "The zero-frequency problem", 1991, and Jelinek and Mercer, "Interpolated estimation of Markov source parameters", 1980).
 * What follows the same longer wording again and again counts less each time: see {@link TextView.following}.
 */

import {
  ALIKE_EMPHASES,
  ALIKE_ORDERS,
  type AlikeOccurrences,
  type AlikeSource,
  type WeighedText,
} from './alikeOccurrences';
import { lambdaWeights } from './nextTextWeights';
import { LONGEST_ORDER, SHORTEST_ORDER, scratchOf, type TextView, views } from './textView';

/**
 * The rows of the fitted weights: the views without a context (the corpus is where mixing begins), the views
 * by length of the context, and the occurrences in surroundings alike by length and emphasis.
 */
export const ROWS = views.length * (LONGEST_ORDER + 1) + ALIKE_ORDERS.length * ALIKE_EMPHASES;
const ALIKE_ROW = views.length * (LONGEST_ORDER + 1);

/** What {@link lambdaWeights} weigh. */
export const FEATURES = 7;

/** What one context adds to a probability is left out below this where the whole distribution is asked for. */
const NEGLIGIBLE = 1e-4;
const WIDTH = LONGEST_ORDER * 2;
/** How many units the alphabet is taken to have, for what no context holds. */
const ALPHABET = 4000;

/** Counts by unit while they are added up; all zero between. */
const tally = new Float64Array(0x10000);

/** How a context goes on in one view, or by one list of occurrences alike. */
export interface Evidence {
  readonly row: number;
  readonly units: Uint16Array;
  readonly counts: Float64Array;
  /** Units and counts that there are. */
  readonly length: number;
  /** So many of the units come first because they are frequent; what the others count at most. */
  readonly frequent?: number;
  readonly mostOfRare?: number;
  readonly total: number;
  /** What λ depends on, {@link FEATURES} numbers. */
  readonly features: readonly number[];
}

/** A place in a text: where every source holds the contexts of each length before it, and the occurrences alike. */
export interface Place {
  /** `low, high` by source and order. */
  readonly ranges: Int32Array;
  readonly alike: readonly AlikeOccurrences[];
}

export interface NextUnits {
  readonly units: readonly number[];
  readonly probabilities: Float64Array;
}

export class NextTextModel {
  /** For each view where its arrays begin among those of all. */
  readonly #bases: readonly number[];
  readonly #arrays: readonly WeighedText[];
  /** Weighted occurrences by order and view. */
  readonly #totals = new Float64Array((LONGEST_ORDER + 1) * views.length);
  /** The probability of each unit whatever stands before it; 0 where it was not asked for yet. */
  readonly #alone = new Float64Array(0x10000);
  /** λ of each view without a context; the corpus is where mixing begins, and a view without text says nothing. */
  readonly #aloneLambdas: readonly number[];
  #context = '';
  #place: Place | undefined;

  /**
   * @param sources in the order of {@link views}, the corpus first, others where there are any
   * @param alike the corpus once more, for what is said in surroundings alike
   */
  constructor(
    readonly sources: readonly TextView[],
    readonly alike: AlikeSource,
  ) {
    this.#bases = sources.map((_, i) => sources.slice(0, i).reduce((sum, { texts }) => sum + texts.length, 0));
    this.#arrays = sources.flatMap(({ texts }) => texts);
    this.#aloneLambdas = sources.map(({ size }, source) =>
      source === 0 ? 0 : lambdaOf({ row: this.#viewOf(source), features: aloneFeatures(size) }),
    );
  }

  /** The place after `context`. The last one is kept: list and ghost text ask for the same. */
  placeAfter(context: string): Place {
    if (this.#place && this.#context === context) return this.#place;
    let ranges = new Int32Array(this.#arrays.length * WIDTH);
    for (let i = Math.max(0, context.length - LONGEST_ORDER); i < context.length; i++) {
      ranges = this.#extendedRanges(ranges, context.charCodeAt(i));
    }
    this.#context = context;
    this.#place = { ranges, alike: this.alike.occurrences(context) };
    return this.#place;
  }

  /** The place one unit further. O(sources · orders · log n). */
  extended({ ranges, alike }: Place, unit: number): Place {
    return { ranges: this.#extendedRanges(ranges, unit), alike: alike.map((list) => list.after(unit)) };
  }

  #extendedRanges(ranges: Int32Array, unit: number): Int32Array<ArrayBuffer> {
    const next = new Int32Array(ranges.length);
    for (let source = 0; source < this.#arrays.length; source++) {
      const { array } = this.#arrays[source]!;
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

  /** The range of one array of the corpus for a context of `order` units. */
  range({ ranges }: Place, part: number, order: number): { low: number; high: number } {
    const at = part * WIDTH + (order - 1) * 2;
    return { low: ranges[at]!, high: ranges[at + 1]! };
  }

  /** The units that may follow with their probabilities, in no particular order. */
  next(place: Place): NextUnits {
    const evidence = this.evidence(place);
    const units: number[] = [];
    let share = 1;
    for (let i = evidence.length - 1; i >= 0; i--) {
      const level = evidence[i]!;
      const lambda = lambdaOf(level);
      const each = share / (level.total + lambda);
      const { units: own, counts, frequent = 0, mostOfRare = Infinity } = level;
      const length = each * mostOfRare < NEGLIGIBLE ? frequent : level.length;
      for (let j = 0; j < length; j++) {
        const unit = own[j]!;
        if (tally[unit] === 0) units.push(unit);
        tally[unit]! += each * counts[j]!;
      }
      share *= lambda / (level.total + lambda);
    }
    const probabilities = new Float64Array(units.length);
    for (let i = 0; i < units.length; i++) {
      const unit = units[i]!;
      probabilities[i] = tally[unit]! + share * this.alone(unit);
      tally[unit] = 0;
    }
    return { units, probabilities };
  }

  /** The probability of one unit, whether or not any context holds it. */
  probabilityOf(place: Place, unit: number): number {
    let probability = this.alone(unit);
    for (const level of this.evidence(place)) {
      const lambda = lambdaOf(level);
      probability = (countOf(level, unit) + lambda * probability) / (level.total + lambda);
    }
    return probability;
  }

  /**
   * What each context says, in the order it is mixed in; valid until the next call. Where a longer context has the very
   * same occurrences, the shorter one says nothing more and is left out.
   */
  evidence({ ranges, alike }: Place): readonly Evidence[] {
    this.#countTotals(ranges);
    const totals = this.#totals;
    const found: Evidence[] = [];
    for (let order = SHORTEST_ORDER; order <= LONGEST_ORDER; order++) {
      for (let source = 0; source < this.sources.length; source++) {
        const view = this.#viewOf(source);
        const row = order * views.length + view;
        const total = totals[row]!;
        if (total === 0 || (order < LONGEST_ORDER && total === totals[row + views.length])) continue;
        const at = this.#bases[source]! * WIDTH + (order - 1) * 2;
        const following = this.sources[source]!.following(ranges, at, WIDTH, order, scratchOf(found.length));
        found.push({
          row,
          units: following.units,
          counts: following.counts,
          length: following.length,
          frequent: following.frequent,
          mostOfRare: following.mostOfRare,
          total: following.total,
          features: features(total, following.distinct),
        });
      }
    }
    alike.forEach((list, index) => {
      if (list.length < 2) return;
      const summary = list.summary();
      for (let emphasis = 0; emphasis < ALIKE_EMPHASES; emphasis++) {
        const level = list.level(emphasis);
        if (!level) continue;
        const row = ALIKE_ROW + index * ALIKE_EMPHASES + emphasis;
        found.push({ row, ...level, features: alikeFeatures(summary, level.total, level.most) });
      }
    });
    return found;
  }

  #viewOf(source: number): number {
    return views.indexOf(this.sources[source]!.view);
  }

  #countTotals(ranges: Int32Array): void {
    const totals = this.#totals.fill(0);
    for (let source = 0; source < this.sources.length; source++) {
      const view = this.#viewOf(source);
      const { texts } = this.sources[source]!;
      for (let text = 0; text < texts.length; text++) {
        for (let order = SHORTEST_ORDER; order <= LONGEST_ORDER; order++) {
          const at = (this.#bases[source]! + text) * WIDTH + (order - 1) * 2;
          totals[order * views.length + view]! += texts[text]!.weight * (ranges[at + 1]! - ranges[at]!);
        }
      }
    }
  }

  /** The probability of a unit whatever stands before it. */
  alone(unit: number): number {
    const known = this.#alone[unit]!;
    if (known > 0) return known;
    let probability = 0;
    for (let source = 0; source < this.sources.length; source++) {
      const lambda = this.#aloneLambdas[source]!;
      probability = (this.#countAlone(source, unit) + lambda * probability) / (this.#totalAlone(source) + lambda);
    }
    this.#alone[unit] = probability;
    return probability;
  }

  /** What each view that holds any text says of a unit without its context, in the order it is mixed in. */
  aloneEvidence(unit: number): { row: number; count: number; total: number; features: readonly number[] }[] {
    return this.sources.flatMap(({ size }, source) => {
      const row = this.#viewOf(source);
      if (size === 0 && source > 0) return [];
      return [
        { row, count: this.#countAlone(source, unit), total: this.#totalAlone(source), features: aloneFeatures(size) },
      ];
    });
  }

  #countAlone(source: number, unit: number): number {
    let count = source === 0 ? 1 : 0;
    const { texts } = this.sources[source]!;
    for (let i = 0; i < texts.length; i++) {
      const { array, weight } = texts[i]!;
      count += weight * (array.firstUnits[unit + 1]! - array.firstUnits[unit]!);
    }
    return count;
  }

  #totalAlone(source: number): number {
    return this.sources[source]!.size + (source === 0 ? ALPHABET : 0);
  }
}

/** What λ depends on in a view without a context: how much text it has. */
function aloneFeatures(size: number): number[] {
  return [1, Math.log2(Math.max(1, size)), 0, 0, 0, 0, 0];
}

/** What is counted of a unit in one level. */
export function countOf({ units, counts, length }: Evidence, unit: number): number {
  for (let i = 0; i < length; i++) if (units[i] === unit) return counts[i]!;
  return 0;
}

/** What λ depends on in a view: how often the context occurs, and how many different units follow. */
function features(total: number, distinct: number): number[] {
  const often = Math.log2(Math.max(1, total));
  const varied = Math.log2(Math.max(1, distinct));
  const isCertain = distinct <= 1 ? 1 : 0;
  return [1, often, (often * often) / 10, varied, (varied * often) / 10, isCertain, isCertain * often];
}

/** What λ depends on for occurrences alike: how many, how much is shared, and how sure they are. */
function alikeFeatures(
  { count, wide, close }: { count: number; wide: number; close: number },
  total: number,
  most: number,
): number[] {
  return [1, Math.log2(count + 1), Math.log2(total + 1), wide / 10, close / 10, most, most * most];
}

const LEAST_EXPONENT = -4;
const MOST_EXPONENT = 13;

/** Whether λ is at a bound, where its weights no longer move it. */
export function isClipped(lambda: number): boolean {
  return lambda <= Math.exp(LEAST_EXPONENT) || lambda >= Math.exp(MOST_EXPONENT);
}

/** λ by the fitted weights, or by others while they are fitted. */
export function lambdaOf(
  { row, features: own }: Pick<Evidence, 'row' | 'features'>,
  weights: readonly (readonly number[])[] = lambdaWeights,
): number {
  const weight = weights[row]!;
  let exponent = 0;
  for (let i = 0; i < FEATURES; i++) exponent += own[i]! * weight[i]!;
  return Math.exp(Math.min(MOST_EXPONENT, Math.max(LEAST_EXPONENT, exponent)));
}
