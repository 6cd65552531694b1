/**
 * Predicts the text after a context: a best-first search for the likeliest continuations, over the model of
 * {@link NextTextModel}.
 */
import type { DocumentKind } from '../corpus/document';
import { isSeparator } from '../text/characters';
import { keyUnits } from '../text/keyText';
import { atOnce } from '../util/inSteps';
import { AlikeSource } from './alikeOccurrences';
import type { Corpus } from './corpus';
import { LazySuffixes } from './lazySuffixes';
import { type DraftProfile, nearSuffixes } from './nearDocuments';
import { NextTextModel, type NextUnits, type Place } from './nextTextModel';
import { StateQueue } from './stateQueue';
import type { SuffixArray, SuffixRange } from './suffixArray';
import { LONGEST_ORDER, TextView, type View } from './textView';
import { TopicPassages } from './topicPassages';

/** A predicted continuation of a context, in key characters. */
export interface Continuation {
  readonly key: string;
  /** The estimated probability that the text goes on exactly so, at least to its end. */
  readonly probability: number;
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
  /** Search steps: bounds the time (about 20 µs each). */
  readonly steps: number;
  /** A continuation may end with the punctuation after a phrase, which saves its key as well. */
  readonly punctuated?: boolean;
  /** The likeliest way to the end of the clause is added, however unlikely it is as a whole. */
  readonly clause?: boolean;
}

/** What is known of the draft around the context. */
export interface DraftContext {
  /** `YYYY-MM-DD` or less precise. */
  readonly date: string;
  readonly kind: DocumentKind;
  /** Clean text of the draft before the context: wording in it is likely to return. Kept sorted while it stays the same. */
  readonly earlier: string;
  /** The clean text just before the context: what the draft speaks of. Its passages are kept while it stays the same. */
  readonly recent: string;
  /** Documents near the draft that are still to be picked are left out: see {@link NextText.prepareFor}. */
  readonly withoutWaiting?: boolean;
}

/** A continuation in the search; what it takes to go on from it is looked up when its turn comes. */
interface State {
  readonly key: string;
  readonly probability: number;
  readonly from: Expanded;
}

/** A continuation the search went on from, and what may follow it. */
interface Followed {
  readonly expanded: Expanded;
  readonly next: NextUnits;
}

interface Expanded {
  readonly place: Place;
  readonly held: Held;
}

/** The longest stretch of context and continuation that the corpus holds. */
interface Held {
  readonly length: number;
  /** By corpus part. */
  readonly ranges: readonly SuffixRange[];
}

const NONE: readonly TextView[] = [];
/** Kinds and years of drafts whose near documents are kept, at most 16 MB each. */
const NEAR_PROFILES = 4;
/** A continuation of one unit saves nothing. */
const SHORTEST = 2;
/** Contexts longer than what is counted are looked up for the source they lead to. */
const LONG_CONTEXTS = [24, 16, 12];
/** Our own samples show how it works but must not outweigh one real document. */
const SAMPLE_WEIGHT = 0.25;
/** What nothing may end with: something is to follow. */
const OPENING = /[“‘《（〔·—]$/;

export class NextText {
  readonly #whole: TextView;
  readonly #alike: AlikeSource;
  /** By kind and year, the one used last at the end. */
  readonly #near = new Map<string, { readonly profile: DraftProfile; readonly sources: readonly TextView[] }>();
  #nearSources = NONE;
  #earlier = '';
  #own: readonly TextView[] = [];
  readonly #topicPassages: TopicPassages;
  #recent = '';
  #topic: readonly TextView[] = [];
  #model: NextTextModel;

  /** In a small corpus a single character before the cursor says too little to go on from. */
  readonly #shortestContext: number;

  constructor(readonly corpus: Corpus) {
    this.#shortestContext = corpus.isTelling ? 1 : 2;
    const texts = corpus.parts.map(({ segment }) => {
      const isSamples = segment.documents.every((document) => document.isSample);
      return { array: segment.suffixes, weight: isSamples ? SAMPLE_WEIGHT : 1 };
    });
    this.#topicPassages = new TopicPassages(corpus);
    this.#whole = new TextView('corpus', texts);
    this.#alike = new AlikeSource(texts);
    this.#model = new NextTextModel([this.#whole], this.#alike);
  }

  static readonly #known = new WeakMap<Corpus, NextText>();

  /**
   * Makes the prediction for `corpus` in steps of under a millisecond, ready for the drafts that were completed with
   * `before`: done before that corpus serves, it spares the next key the work.
   */
  static *prepare(corpus: Corpus, before: Corpus): Generator<void, void> {
    const prepared = new NextText(corpus);
    for (const { profile } of [...NextText.of(before).#near.values()]) {
      prepared.#keepNear(profile, yield* nearSuffixes(corpus, profile));
    }
    NextText.#known.set(corpus, prepared);
  }

  /** The prediction for a corpus, made once: it remembers what it worked out for the last draft. */
  static of(corpus: Corpus): NextText {
    const known = NextText.#known.get(corpus) ?? new NextText(corpus);
    NextText.#known.set(corpus, known);
    return known;
  }

  /**
   * Picks the documents near a draft in steps of under a millisecond, all in all a tenth of a second of a large corpus;
   * nothing where that is done.
   */
  *prepareFor(profile: DraftProfile): Generator<void, void> {
    if (this.#near.has(nearKey(profile))) return;
    this.#keepNear(profile, yield* nearSuffixes(this.corpus, profile));
  }

  /** The model for a draft; the same as before while what it learns from is the same. */
  model(draft?: DraftContext): NextTextModel {
    const near = draft ? this.#nearFor(draft) : NONE;
    const earlier = draft?.earlier ?? '';
    const recent = draft?.recent ?? '';
    if (near === this.#nearSources && earlier === this.#earlier && recent === this.#recent) return this.#model;
    if (earlier !== this.#earlier) this.#own = sources('draft', draftSuffixes(earlier));
    if (recent !== this.#recent) this.#topic = sources('topic', this.#topicPassages.suffixes(recent));
    this.#nearSources = near;
    this.#earlier = earlier;
    this.#recent = recent;
    this.#model = new NextTextModel([this.#whole, ...near, ...this.#topic, ...this.#own], this.#alike);
    return this.#model;
  }

  /** The documents near a draft, kept for the drafts of a few kinds and years that she works on at a time. */
  #nearFor({ date, kind, withoutWaiting }: DraftContext): readonly TextView[] {
    const known = this.#near.get(nearKey({ date, kind }));
    if (!known && withoutWaiting) return NONE;
    if (!known) return this.#keepNear({ date, kind }, atOnce(nearSuffixes(this.corpus, { date, kind })));
    this.#near.delete(nearKey(known.profile));
    this.#near.set(nearKey(known.profile), known);
    return known.sources;
  }

  #keepNear(profile: DraftProfile, arrays: readonly SuffixArray[]): readonly TextView[] {
    const made = sources('near', ...arrays);
    this.#near.set(nearKey(profile), { profile, sources: made });
    if (this.#near.size > NEAR_PROFILES) this.#near.delete(this.#near.keys().next().value!);
    return made;
  }

  /**
   * The continuations of `context` (key characters of one paragraph up to the cursor, a line break before its first),
   * likeliest first (one to the end of the clause last). Some end with the punctuation after a phrase.
   */
  continuations(context: string, limits: PredictionLimits, draft?: DraftContext): Continuation[] {
    const model = this.model(draft);
    const root = this.#root(model, context);
    if (!root) return [];
    const found: Continuation[] = [];
    const queue = new StateQueue<State>();
    const followed = new Map<string, Followed>();
    queue.push({ key: '', probability: 1, from: root });
    for (let step = 0; step < limits.steps; step++) {
      const state = queue.pop();
      if (!state) break;
      const expanded = state.key === '' ? root : this.#expanded(model, state, context);
      // What no document holds as a whole has no source, and so is not offered.
      if (!expanded) continue;
      const next = model.next(expanded.place);
      const { units, probabilities } = next;
      followed.set(state.key, { expanded, next });
      const mayEnd = limits.punctuated ? !OPENING.test(state.key) : !isPunctuated(state.key);
      if (state.key.length >= SHORTEST && mayEnd) {
        found.push(continuation(state, expanded.held));
      }
      if (state.key.length >= limits.length) continue;
      for (let i = 0; i < units.length; i++) {
        const unit = units[i]!;
        const probability = state.probability * probabilities[i]!;
        if (probability < limits.probability || unit === PARAGRAPH) continue;
        queue.push({ key: state.key + String.fromCharCode(unit), probability, from: expanded });
      }
    }
    const clause = limits.clause ? this.#clause(model, root, context, limits.length, followed) : undefined;
    if (clause && !found.some(({ key }) => key === clause.key)) found.push(clause);
    return found;
  }

  /** The likeliest way to the end of the clause, however unlikely as a whole: what she has written before, she may write again. */
  #clause(
    model: NextTextModel,
    root: Expanded,
    context: string,
    longest: number,
    followed: ReadonlyMap<string, Followed>,
  ): Continuation | undefined {
    let key = '';
    let probability = 1;
    for (let from = root; key.length <= longest; ) {
      const { units, probabilities } = followed.get(key)?.next ?? model.next(from.place);
      const best = likeliest(probabilities);
      const unit = units[best];
      if (unit === undefined) return undefined;
      if (CLAUSE_END.has(unit)) {
        return key.length < SHORTEST ? undefined : continuation({ key, probability, from }, from.held);
      }
      key += String.fromCharCode(unit);
      probability *= probabilities[best]!;
      const expanded = followed.get(key)?.expanded ?? this.#expanded(model, { key, probability, from }, context);
      if (!expanded) return undefined;
      from = expanded;
    }
    return undefined;
  }

  /** The probability of each next unit the corpus suggests after a context, most likely first. */
  nextUnits(context: string, draft?: DraftContext): { unit: string; probability: number }[] {
    const model = this.model(draft);
    const { units, probabilities } = model.next(model.placeAfter(context));
    return units
      .map((unit, i) => ({ unit: String.fromCharCode(unit), probability: probabilities[i]! }))
      .sort((a, b) => b.probability - a.probability);
  }

  /** How likely the text goes on with `key` after `context`; 0 where that is less than `least`. O(|key|) steps. */
  probabilityOf(context: string, key: string, draft?: DraftContext, least = 0): number {
    const model = this.model(draft);
    let place = model.placeAfter(context);
    let probability = 1;
    for (let i = 0; i < key.length; i++) {
      const unit = key.charCodeAt(i);
      probability *= model.probabilityOf(place, unit);
      if (probability < least) return 0;
      if (i + 1 < key.length) place = model.extended(place, unit);
    }
    return probability;
  }

  #root(model: NextTextModel, context: string): Expanded | undefined {
    const place = model.placeAfter(context);
    const held = this.#longest(model, place, context);
    return held && { place, held };
  }

  #expanded(model: NextTextModel, { key, from }: State, context: string): Expanded | undefined {
    const unit = key.charCodeAt(key.length - 1);
    const held = this.#heldWith(from.held, key, unit, context);
    return held && { place: model.extended(from.place, unit), held };
  }

  #longest(model: NextTextModel, place: Place, context: string): Held | undefined {
    for (const length of LONG_CONTEXTS) {
      if (length > context.length) continue;
      const found = this.corpus.find(context.slice(-length));
      if (found.some(({ low, high }) => low < high)) return { length, ranges: found };
    }
    for (let order = Math.min(LONGEST_ORDER, context.length); order >= this.#shortestContext; order--) {
      const own = this.corpus.parts.map((_, part) => model.range(place, part, order));
      if (own.some(({ low, high }) => low < high)) return { length: order, ranges: own };
    }
    return undefined;
  }

  /** Where the corpus holds `key`, which ends with `unit`, with as much of the context as can be. */
  #heldWith(held: Held, key: string, unit: number, context: string): Held | undefined {
    const longer = this.corpus.parts.map(({ segment }, part) =>
      segment.suffixes.refine(held.ranges[part]!, held.length, unit),
    );
    if (longer.some(({ low, high }) => low < high)) return { length: held.length + 1, ranges: longer };
    const own = held.length + 1 - key.length;
    for (const length of [4, 2, 1]) {
      if (length >= own || length > context.length) continue;
      const whole = context.slice(-length) + key;
      const ranges = this.corpus.find(whole);
      if (ranges.some(({ low, high }) => low < high)) return { length: whole.length, ranges };
    }
    return undefined;
  }
}

/** The suffixes of what was written before; undefined where it is empty. */
function draftSuffixes(clean: string): LazySuffixes | undefined {
  const units = keyUnits(clean);
  return units.length === 0 ? undefined : new LazySuffixes(units);
}

function sources(view: View, ...arrays: readonly (SuffixArray | undefined)[]): readonly TextView[] {
  const texts = arrays.flatMap((array) => (array ? [{ array, weight: 1 }] : []));
  return texts.length === 0 ? [] : [new TextView(view, texts)];
}

function nearKey({ kind, date }: DraftProfile): string {
  return `${kind} ${date.slice(0, 4)}`;
}

const PARAGRAPH = 10;
const CLAUSE_END = new Set(Array.from('，。；：！？\n', (mark) => mark.charCodeAt(0)));

function isPunctuated(key: string): boolean {
  return isSeparator(key.charCodeAt(key.length - 1));
}

/** The index of the highest value, of equal ones the first; −1 where there is none. */
function likeliest(probabilities: Float64Array): number {
  let best = -1;
  for (let i = 0; i < probabilities.length; i++) if (best < 0 || probabilities[i]! > probabilities[best]!) best = i;
  return best;
}

function continuation({ key, probability }: State, held: Held): Continuation {
  return { key, probability, contextLength: held.length - key.length, ranges: held.ranges };
}
