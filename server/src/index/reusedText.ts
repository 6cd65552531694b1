/** A text as its passages are looked for in sources: folded, with what is open to matching and what is formulaic in it. */
import { keyText } from '../text/keyText';
import type { Span } from '../text/span';
import { StretchHashes } from '../util/stretchHashes';
import type { Corpus } from './corpus';
import { FormulaicWording } from './formulaicWording';
import { isLetter } from './letterText';

export interface ReuseSearch {
  /** Shortest passage, in letters (Han characters, letters and digits). */
  readonly minLength: number;
  /** Wording that this many documents share is formulaic: it matches, but is no evidence of copying. */
  readonly formulaicLimit: number;
  /** Stretches of the text that are not its own words (quotations, titles, front matter), ascending. */
  readonly excluded?: readonly Span[];
  /** Set phrases of the text that are known as such: formulaic, however few documents hold them. */
  readonly formulas?: readonly Span[];
}

/** Formulas in the same order as in the source, over so many key units that few documents share, are some evidence. */
export const JOINED_LENGTH = 16;

/** Spans are in key units unless told otherwise. */
export class ReusedText {
  readonly units: Uint16Array;
  /** Whether a key unit is open to matching. */
  readonly open: Uint8Array;
  /** Open letters before each key unit. */
  readonly lettersBefore: Int32Array;
  readonly #toText: (key: Span) => Span;
  /** Key units of known set phrases. */
  readonly #known: Uint8Array;
  /** Made when a stretch is first asked about. */
  #hashes: StretchHashes | undefined;
  readonly #formulaic: FormulaicWording;
  /** Long wording that many documents share. */
  readonly #longFormulaic: FormulaicWording;

  /** `formulaicIn`: the documents that say what is formulaic. O(length). */
  constructor(text: string, search: ReuseSearch, formulaicIn: Corpus) {
    const { key, map } = keyText(text);
    const length = key.length;
    this.units = new Uint16Array(length);
    for (let i = 0; i < length; i++) this.units[i] = key.charCodeAt(i);
    this.open = new Uint8Array(length).fill(1);
    for (const span of search.excluded ?? []) {
      this.open.fill(0, map.fromOrigin(span.start), Math.min(length, map.fromOrigin(span.end)));
    }
    this.lettersBefore = new Int32Array(length + 1);
    for (let i = 0; i < length; i++) {
      this.lettersBefore[i + 1] = this.lettersBefore[i]! + (this.open[i] === 1 && isLetter(this.units[i]!) ? 1 : 0);
    }
    this.#known = new Uint8Array(length);
    for (const span of search.formulas ?? []) {
      this.#known.fill(1, map.fromOrigin(span.start), Math.min(length, map.fromOrigin(span.end)));
    }
    this.#toText = (span) => map.spanToOrigin(span.start, span.end);
    const { formulaicLimit } = search;
    this.#formulaic = new FormulaicWording(formulaicIn, this.units, formulaicLimit);
    this.#longFormulaic = new FormulaicWording(formulaicIn, this.units, formulaicLimit, JOINED_LENGTH);
  }

  get length(): number {
    return this.units.length;
  }

  /** Open letters. O(1). */
  letters(start: number, end: number): number {
    return this.lettersBefore[end]! - this.lettersBefore[start]!;
  }

  isFormulaic(at: number): boolean {
    return this.#known[at] === 1 || this.#formulaic.covers(at);
  }

  /** Whether a place belongs to a known set phrase, or to long wording that many documents share. */
  isLongFormulaic(at: number): boolean {
    return this.#known[at] === 1 || this.#longFormulaic.covers(at);
  }

  /** The span in UTF-16 code units of the text, from its first to its last key unit. */
  toText(span: Span): Span {
    return this.#toText(span);
  }

  /** Equal for stretches of any two texts that are told alike: by units, by what is open, and by what is formulaic. O(1). */
  fingerprint({ start, end }: Span): string {
    this.#hashes ??= new StretchHashes(
      this.length,
      (i) => this.units[i]! + 0x10000 * (1 + this.open[i]! + 2 * this.#known[i]!),
    );
    // Whether a place is formulaic depends on this much of the text around it.
    const from = Math.max(0, start - JOINED_LENGTH);
    const to = Math.min(this.length, end + JOINED_LENGTH);
    return `${start - from} ${this.#hashes.name(from, to)}`;
  }
}
