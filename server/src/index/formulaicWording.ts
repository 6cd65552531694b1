/** Which places of a text are formulaic: wording that many documents share. */

import { RecentCache } from '../util/recentCache';
import type { Corpus } from './corpus';
import type { IndexedDocument } from './segment';
import { areEditions } from './works';

/** Shared wording at least this long is a formula, however it goes on. In key units. */
export const FORMULA_LENGTH = 8;
/** The limit holds up to this many characters; in a larger corpus more documents share what is not a formula. */
const REFERENCE_CHARACTERS = 2_500_000;
const MOST_LOOKED_AT = 400;
/** Windows of the texts looked at last whose answer is kept: those of some ten drafts. */
const MOST_KEPT = 200_000;

const knownOf = new WeakMap<Corpus, RecentCache<boolean>>();

/** Answers lazily: only places that matched a source are ever asked about. */
export class FormulaicWording {
  readonly #limit: number;
  readonly #known: RecentCache<boolean>;
  /** By start of the window: 0 not looked up, 1 rare, 2 formulaic. */
  readonly #windows: Uint8Array;

  /** `limit`: documents; a `window` of key units that so many share is formulaic. Editions of one work count once. */
  constructor(
    readonly corpus: Corpus,
    readonly units: Uint16Array,
    limit: number,
    readonly window = FORMULA_LENGTH,
  ) {
    this.#limit = Math.round(limit * Math.sqrt(Math.max(1, corpus.characters / REFERENCE_CHARACTERS)));
    this.#windows = new Uint8Array(units.length);
    const known = knownOf.get(corpus) ?? new RecentCache<boolean>(MOST_KEPT);
    knownOf.set(corpus, known);
    this.#known = known;
  }

  /** Whether a window around the key unit is shared by many documents. O(log n) for each window not yet looked up. */
  covers(at: number): boolean {
    const last = Math.min(at, this.units.length - this.window);
    for (let start = Math.max(0, at - this.window + 1); start <= last; start++) {
      if (this.#windows[start] === 0) this.#windows[start] = this.#isKnownShared(start) ? 2 : 1;
      if (this.#windows[start] === 2) return true;
    }
    return false;
  }

  #isKnownShared(start: number): boolean {
    const words = String.fromCharCode(...this.units.subarray(start, start + this.window));
    return this.#known.get(`${this.#limit} ${words}`, () => this.#isShared(start));
  }

  #isShared(start: number): boolean {
    const holders = new Set<IndexedDocument>();
    for (const { segment, hidden } of this.corpus.parts) {
      let range = segment.suffixes.whole;
      for (let depth = 0; depth < this.window && range.low < range.high; depth++) {
        range = segment.suffixes.refine(range, depth, this.units[start + depth]!);
      }
      const end = Math.min(range.high, range.low + MOST_LOOKED_AT);
      for (let rank = range.low; rank < end; rank++) {
        const index = segment.documentIndexAt(segment.suffixes.suffixes[rank]!);
        const document = segment.documents[index]!;
        if (!hidden.has(index) && !document.isSample) holders.add(document);
      }
    }
    return holders.size >= this.#limit && this.#areWorks(holders);
  }

  /** Whether so many of the documents are works of their own: a law with its amended editions is one. */
  #areWorks(documents: Iterable<IndexedDocument>): boolean {
    const works: IndexedDocument[] = [];
    for (const document of documents) {
      if (works.some((work) => areEditions(work, document))) continue;
      works.push(document);
      if (works.length >= this.#limit) return true;
    }
    return false;
  }
}
