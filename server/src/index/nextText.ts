/**
 * Predicts what follows a context, from how the corpus goes on after it: interpolated back-off over
 * the suffix array, and a best-first search for the continuations that save most keystrokes.
 *
 * The probability of the next unit x after the longest context seen is mixed with that after each
 * shorter one: P_k(x) = (count_k(x) + λ·P_{k−1}(x)) / (count_k + λ), where λ grows with the number of
 * different continuations (after Witten and Bell, "The zero-frequency problem", 1991). A continuation seen once after a long context is thus no certainty.
 */
import { isSeparator } from '../text/characters';
import type { Corpus } from './corpus';
import { isDocumentEnd } from './corpus';
import type { SuffixRange } from './suffixArray';

/** A predicted continuation of a context, in key characters. */
export interface Continuation {
  readonly key: string;
  /** The estimated probability that the text goes on exactly so, at least to its end. */
  readonly probability: number;
  /** The expected saving of keystrokes: what continuations are ordered by. */
  readonly saving: number;
  /** How many units of the context, with the whole continuation, the corpus holds. */
  readonly contextLength: number;
  /** Where each corpus part holds them. */
  readonly ranges: readonly SuffixRange[];
}

export interface PredictionLimits {
  /** Longest continuation, in units. */
  readonly length: number;
  /** Continuations less likely than this are not followed. */
  readonly probability: number;
  /** Search steps: bounds the time (about 10 µs each). */
  readonly steps: number;
}

/** How the corpus continues one context: a suffix of what was typed, `length` units long. */
interface Level {
  readonly length: number;
  readonly ranges: readonly SuffixRange[];
}

interface State {
  readonly key: string;
  readonly probability: number;
  /** Longest context first. */
  readonly levels: readonly Level[];
}

interface NextUnit {
  readonly unit: number;
  readonly probability: number;
  readonly levels: readonly Level[];
}

const LONGEST_CONTEXT = 16;
/** A continuation of one unit saves nothing. */
const SHORTEST = 2;
/** Beyond the longest context seen, only these shorter ones are mixed in: longer ones add nothing measurable. */
const MIXED_LENGTHS = 5;
const BASE_WEIGHT = 4;
const DISTINCT_WEIGHT = 0.8;
const DISTINCT_PROBES = 32;
const UNSEEN = 1 / 6000;
/** A next unit as likely as this is always looked at. */
const MOST_NEEDED = 0.1;
/** Our own samples show how it works but must not outweigh one real document. */
const SAMPLE_WEIGHT = 0.25;

export class NextText {
  readonly #weights: readonly number[];

  constructor(readonly corpus: Corpus) {
    this.#weights = corpus.parts.map(({ segment }) =>
      segment.documents.every((document) => document.isSample) ? SAMPLE_WEIGHT : 1,
    );
  }

  /**
   * The continuations of `context` (key characters of one paragraph up to the cursor), best first.
   * Each ends where a phrase may end: before punctuation, or where the corpus branches.
   */
  continuations(context: string, limits: PredictionLimits): Continuation[] {
    const levels = this.#contextLevels(context);
    if (levels.length === 0 || levels[0]!.length < Math.min(2, context.length)) return [];
    const found: Continuation[] = [];
    const queue = new StateQueue();
    queue.push({ key: '', probability: 1, levels });
    for (let step = 0; step < limits.steps; step++) {
      const state = queue.pop();
      if (!state) break;
      // What is too unlikely to be followed still tells whether the phrase may end here.
      const next = this.#next(state, Math.min(MOST_NEEDED, limits.probability / state.probability));
      if (state.key.length >= SHORTEST) {
        const saving = state.probability * (state.key.length - 1) * endQuality(state.key, next);
        if (saving > 0) found.push(continuation(state, saving));
      }
      if (state.key.length >= limits.length) continue;
      for (const { unit, probability, levels: deeper } of next) {
        const likelihood = state.probability * probability;
        // What no document holds as a whole has no source, and so is not offered.
        const isHeld = deeper[0]!.length > state.key.length;
        if (likelihood < limits.probability || isParagraphEnd(unit) || !isHeld) continue;
        queue.push({ key: state.key + String.fromCharCode(unit), probability: likelihood, levels: deeper });
      }
    }
    return withoutPrefixes(found.sort((a, b) => b.saving - a.saving));
  }

  /** The probability of each next unit the corpus suggests after a context, most likely first. */
  nextUnits(context: string): { unit: string; probability: number }[] {
    const levels = this.#contextLevels(context);
    return this.#next({ key: '', probability: 1, levels }, 0.001).map(({ unit, probability }) => ({
      unit: String.fromCharCode(unit),
      probability,
    }));
  }

  #contextLevels(context: string): Level[] {
    const levels: Level[] = [];
    for (let length = 1; length <= Math.min(LONGEST_CONTEXT, context.length); length++) {
      const suffix = context.slice(context.length - length);
      if (suffix.includes('\n')) break;
      const ranges = this.corpus.find(suffix);
      if (ranges.every((range) => range.low === range.high)) break;
      levels.unshift({ length, ranges });
    }
    return thinned(levels);
  }

  /** The units that may follow a state with a probability of at least `least`, most likely first. */
  #next(state: State, least: number): NextUnit[] {
    const { levels } = state;
    const totals = levels.map((level) => this.#count(level.ranges));
    const weights = levels.map((level, i) => BASE_WEIGHT + DISTINCT_WEIGHT * this.#distinct(level, totals[i]!));
    const next: NextUnit[] = [];
    for (const unit of this.#candidates(levels, totals, least)) {
      let probability = UNSEEN;
      const deeper: Level[] = [{ length: 1, ranges: this.#unitRanges(unit) }];
      for (let i = levels.length - 1; i >= 0; i--) {
        const level = levels[i]!;
        const ranges = this.#refine(level, unit);
        const count = this.#count(ranges);
        probability = (count + weights[i]! * probability) / (totals[i]! + weights[i]!);
        if (count > 0) deeper.unshift({ length: level.length + 1, ranges });
      }
      if (probability < least) continue;
      next.push({ unit, probability, levels: thinned(deeper) });
    }
    return next.sort((a, b) => b.probability - a.probability);
  }

  /**
   * Every unit that may follow with a probability of at least `least`. The mixture is at most the
   * largest share a unit has at any level, and a unit with that share of a sorted range lies under
   * one of the probes set that far apart: O(levels / least) lookups however large the ranges are.
   */
  #candidates(levels: readonly Level[], totals: readonly number[], least: number): Set<number> {
    const units = new Set<number>();
    levels.forEach(({ length, ranges }, i) => {
      this.corpus.parts.forEach(({ segment: { suffixes } }, part) => {
        const { low, high } = ranges[part]!;
        // A share of the whole may be a larger one of this part: probe by counts, not by shares.
        const step = Math.max(1, Math.floor((least * totals[i]!) / this.corpus.parts.length));
        for (let rank = low; rank < high; rank += step) {
          const at = suffixes.suffixes[rank]! + length;
          const unit = at < suffixes.text.length ? suffixes.text[at]! : 0;
          if (!isDocumentEnd(unit)) units.add(unit);
        }
      });
    });
    return units;
  }

  /** About how many different units follow a level: counted under evenly spread probes, scaled up where they differ. */
  #distinct({ length, ranges }: Level, total: number): number {
    const units = new Set<number>();
    let probes = 0;
    this.corpus.parts.forEach(({ segment: { suffixes } }, part) => {
      const { low, high } = ranges[part]!;
      const step = Math.max(1, Math.floor((high - low) / DISTINCT_PROBES));
      for (let rank = low; rank < high; rank += step) {
        units.add(suffixes.text[suffixes.suffixes[rank]! + length] ?? 0);
        probes++;
      }
    });
    return 1 + (units.size - 1) * Math.sqrt(Math.max(1, total / probes));
  }

  #unitRanges(unit: number): SuffixRange[] {
    return this.corpus.parts.map(({ segment }) => segment.suffixes.refine(segment.suffixes.whole, 0, unit));
  }

  #refine(level: Level, unit: number): SuffixRange[] {
    return this.corpus.parts.map(({ segment }, part) =>
      segment.suffixes.refine(level.ranges[part]!, level.length, unit),
    );
  }

  #count(ranges: readonly SuffixRange[]): number {
    let sum = 0;
    for (let part = 0; part < ranges.length; part++) {
      sum += this.#weights[part]! * (ranges[part]!.high - ranges[part]!.low);
    }
    return sum;
  }
}

/** The longest level and the short ones. */
function thinned(levels: readonly Level[]): Level[] {
  return levels.filter(({ length }, i) => i === 0 || length <= MIXED_LENGTHS);
}

function isParagraphEnd(unit: number): boolean {
  return unit === 10 || isDocumentEnd(unit);
}

/** How good an end this is: likely when punctuation or many different words follow, unlikely in the middle of a word. */
function endQuality(key: string, next: readonly NextUnit[]): number {
  if (isSeparator(key.charCodeAt(key.length - 1))) return 0;
  let separators = 0;
  let likeliest = 0;
  for (const { unit, probability } of next) {
    if (isSeparator(unit)) separators += probability;
    else if (probability > likeliest) likeliest = probability;
  }
  return Math.max(separators, 1 - likeliest);
}

function continuation(state: State, saving: number): Continuation {
  const longest = state.levels[0]!;
  return {
    key: state.key,
    probability: state.probability,
    saving,
    contextLength: longest.length - state.key.length,
    ranges: longest.ranges,
  };
}

/** Drops a continuation that a better one begins with or that begins with a better one: one item for each direction. */
function withoutPrefixes(sorted: readonly Continuation[]): Continuation[] {
  const kept: Continuation[] = [];
  for (const candidate of sorted) {
    const shadowed = kept.some(
      ({ key, probability }) =>
        (candidate.key.startsWith(key) && candidate.probability < probability * 0.35) ||
        (key.startsWith(candidate.key) && candidate.probability < probability * 2),
    );
    if (!shadowed) kept.push(candidate);
  }
  return kept;
}

/** Most probable state first: a binary heap. */
class StateQueue {
  readonly #heap: State[] = [];

  push(state: State): void {
    const heap = this.#heap;
    let at = heap.push(state) - 1;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (heap[parent]!.probability >= state.probability) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = state;
  }

  pop(): State | undefined {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (!last || heap.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && heap[child + 1]!.probability > heap[child]!.probability) child++;
      if (heap[child]!.probability <= last.probability) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return top;
  }
}
