/**
 * Predicts what follows a context, from how the corpus goes on after it: interpolated back-off over
 * the suffix array, and a best-first search for the continuations that save most keystrokes.
 *
 * The probability of the next unit x after the longest context seen is mixed with that after each
 * shorter one: P_k(x) = (count_k(x) + λ·P_{k−1}(x)) / (count_k + λ), where λ grows with the number of
 * different continuations (after Witten and Bell, "The zero-frequency problem", 1991). A continuation
 * seen once after a long context is thus no certainty.
 */
import { isSeparator } from '../text/characters';
import type { Corpus } from './corpus';
import { isDocumentEnd } from './corpus';
import { emptyRange, type SuffixRange } from './suffixArray';

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
/** Beyond the longest context seen, only these shorter ones are mixed in: longer ones add nothing measurable. */
const MIXED_LENGTHS = 5;
/** Contexts shorter than this suggest no candidates of their own (unless nothing longer is known). */
const SHORTEST_SUGGESTING = 2;
const BASE_WEIGHT = 4;
const DISTINCT_WEIGHT = 0.8;
const UNSEEN = 1 / 6000;
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
      const next = this.#next(state);
      if (state.key.length >= 2) {
        const saving = state.probability * (state.key.length - 1) * endQuality(state.key, next);
        if (saving > 0) found.push(continuation(state, context, saving));
      }
      if (state.key.length >= limits.length) continue;
      for (const { unit, probability, levels: deeper } of next) {
        const likelihood = state.probability * probability;
        if (likelihood < limits.probability || isParagraphEnd(unit) || deeper.length === 0) continue;
        queue.push({ key: state.key + String.fromCharCode(unit), probability: likelihood, levels: deeper });
      }
    }
    return withoutPrefixes(found.sort((a, b) => b.saving - a.saving));
  }

  /** The probability of each next unit the corpus suggests after a context, most likely first. */
  nextUnits(context: string): { unit: string; probability: number }[] {
    const levels = this.#contextLevels(context);
    return this.#next({ key: '', probability: 1, levels }).map(({ unit, probability }) => ({
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

  #next(state: State): NextUnit[] {
    const { levels } = state;
    if (levels.length === 0) return [];
    const candidates = new Map<number, SuffixRange[][]>();
    const distinct = new Array<number>(levels.length).fill(0);
    levels.forEach((level, i) => {
      if (level.length < SHORTEST_SUGGESTING && candidates.size > 0) return;
      const seen = new Set<number>();
      this.corpus.parts.forEach(({ segment }, part) => {
        for (const branch of segment.suffixes.branches(level.ranges[part]!, level.length)) {
          if (isDocumentEnd(branch.unit)) continue;
          seen.add(branch.unit);
          let byLevel = candidates.get(branch.unit);
          if (!byLevel) {
            byLevel = levels.map(() => this.corpus.parts.map(() => emptyRange));
            candidates.set(branch.unit, byLevel);
          }
          byLevel[i]![part] = branch;
        }
      });
      distinct[i] = seen.size;
    });

    const totals = levels.map((level) => this.#count(level.ranges));
    const next: NextUnit[] = [];
    for (const [unit, byLevel] of candidates) {
      let probability = UNSEEN;
      const deeper: Level[] = [{ length: 1, ranges: this.#unitRanges(unit) }];
      for (let i = levels.length - 1; i >= 0; i--) {
        const level = levels[i]!;
        const ranges = distinct[i]! > 0 ? byLevel[i]! : this.#refine(level, unit);
        const weight = BASE_WEIGHT + DISTINCT_WEIGHT * (distinct[i]! || Math.sqrt(totals[i]!));
        const count = this.#count(ranges);
        probability = (count + weight * probability) / (totals[i]! + weight);
        if (count > 0) deeper.unshift({ length: level.length + 1, ranges });
      }
      next.push({ unit, probability, levels: thinned(deeper) });
    }
    return next.sort((a, b) => b.probability - a.probability);
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
  return levels.filter((level, i) => i === 0 || level.length <= MIXED_LENGTHS);
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

function continuation(state: State, context: string, saving: number): Continuation {
  const longest = state.levels[0]!;
  return {
    key: state.key,
    probability: state.probability,
    saving,
    contextLength: Math.min(context.length, longest.length - state.key.length),
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
