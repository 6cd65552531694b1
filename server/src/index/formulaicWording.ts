/** Which places of a text are formulaic: wording that many documents share. */
import type { Corpus } from './corpus';

/** Shared wording at least this long is a formula, however it goes on. In key units. */
const WINDOW = 8;
/** The limit holds up to this many characters; in a larger corpus more documents share what is not a formula. */
const REFERENCE_CHARACTERS = 2_500_000;
const MOST_LOOKED_AT = 400;

/** Answers lazily: only places that matched a source are ever asked about. */
export class FormulaicWording {
  readonly #limit: number;
  /** By start of the window: 0 not looked up, 1 rare, 2 formulaic. */
  readonly #windows: Uint8Array;

  /** `limit`: documents; what so many share is formulaic. */
  constructor(
    readonly corpus: Corpus,
    readonly units: Uint16Array,
    limit: number,
  ) {
    this.#limit = Math.round(limit * Math.sqrt(Math.max(1, corpus.characters / REFERENCE_CHARACTERS)));
    this.#windows = new Uint8Array(units.length);
  }

  /** Whether a window around the key unit is shared by many documents. O(log n) for each window not yet looked up. */
  covers(at: number): boolean {
    const last = Math.min(at, this.units.length - WINDOW);
    for (let start = Math.max(0, at - WINDOW + 1); start <= last; start++) {
      if (this.#windows[start] === 0) this.#windows[start] = this.#isShared(start) ? 2 : 1;
      if (this.#windows[start] === 2) return true;
    }
    return false;
  }

  #isShared(start: number): boolean {
    const holders = new Set<string>();
    for (const { segment, hidden } of this.corpus.parts) {
      let range = segment.suffixes.whole;
      for (let depth = 0; depth < WINDOW && range.low < range.high; depth++) {
        range = segment.suffixes.refine(range, depth, this.units[start + depth]!);
      }
      const end = Math.min(range.high, range.low + MOST_LOOKED_AT);
      for (let rank = range.low; rank < end; rank++) {
        const index = segment.documentIndexAt(segment.suffixes.suffixes[rank]!);
        const document = segment.documents[index]!;
        if (hidden.has(index) || document.isSample) continue;
        holders.add(document.path);
        if (holders.size >= this.#limit) return true;
      }
    }
    return false;
  }
}
