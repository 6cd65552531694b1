/** A trie of wordings in folded characters, in flat arrays: finds all that start at each place of a text. */
import { foldCodeUnit } from '../text/keyText';
import type { Span } from '../text/span';
import { StretchMemo } from '../util/stretchMemo';

/** A wording, by its number, and where it stands. */
export interface FoundWording extends Span {
  readonly wording: number;
}

/** Sentences whose wordings are kept: those of some five drafts. */
const MOST_KEPT = 2000;
/** A quotation mark directly before or after belongs to a wording. */
const AROUND = 1;

const OPENING_QUOTES = '“‘';
const CLOSING_QUOTES = '”’';

const EM_DASH = 0x2014;
const HYPHEN = 0x2d;

/**
 * Folded like a key; quotation marks leave no trace, and a dash is a hyphen: “十四五”规划 and 十四五规划, GB/T 9704—2012
 * and GB/T 9704-2012 are one wording.
 */
function fold(code: number): number {
  const folded = foldCodeUnit(code);
  if (folded === EM_DASH) return HYPHEN;
  return folded >= 0x2018 && folded <= 0x201d ? 0 : folded;
}

/** Wordings by their folded characters. Nodes are rows of flat arrays, children found by open addressing. */
export class WordingTrie {
  /** The nodes by their parent and code unit, -1 where there is none; twice as many as there can be nodes. */
  #slots: Int32Array;
  /** How many nodes there are; node 0 is the root. */
  #size = 1;
  #parents: Int32Array;
  #codes: Uint16Array;
  /** One more than the wording that ends at a node, or 0. */
  #wordings: Int32Array;
  /** The nodes under the root by their code unit, 0 where there is none: every place of a text is looked up there. */
  readonly #beginnings = new Int32Array(0x10000);
  readonly #found = new StretchMemo<readonly FoundWording[]>(MOST_KEPT, AROUND, (here, by) =>
    here.map(({ wording, start, end }) => ({ wording, start: start + by, end: end + by })),
  );

  /** @param expected about how many different beginnings the wordings will have: with more it grows, which takes a while */
  constructor(expected = 4096) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(64, expected)));
    this.#slots = new Int32Array(2 * capacity).fill(-1);
    this.#parents = new Int32Array(capacity);
    this.#codes = new Uint16Array(capacity);
    this.#wordings = new Int32Array(capacity);
  }

  /**
   * Adds a wording, before any is looked for, under the number `wording`, unless the same folded characters have a number already; answers
   * the number it has, or -1 where it has fewer than `shortest` folded characters. O(length).
   */
  add(text: string, wording: number, shortest: number): number {
    let node = 0;
    let length = 0;
    for (let i = 0; i < text.length; i++) {
      const code = fold(text.charCodeAt(i));
      if (code === 0) continue;
      length++;
      node = this.#childOrNew(node, code);
    }
    if (length < shortest) return -1;
    if (this.#wordings[node] === 0) this.#wordings[node] = wording + 1;
    return this.#wordings[node]! - 1;
  }

  /**
   * The wordings that start at each place of `text` within `within`, the longest last; places where none does are left
   * out. Wordings do not run over line ends, and none is found that holds only one of a pair of quotation marks.
   */
  find(text: string, within: Span): readonly (readonly FoundWording[])[] {
    return this.#found.find(text, within, '', () => this.#scan(text, within));
  }

  #scan(text: string, within: Span): FoundWording[][] {
    const found: FoundWording[][] = [];
    for (let start = within.start; start < within.end; start++) {
      let node = this.#beginnings[fold(text.charCodeAt(start))]!;
      if (node === 0) continue;
      let here: FoundWording[] | undefined;
      let at = start;
      while (true) {
        const wording = this.#wordings[node]! - 1;
        const span = wording >= 0 ? withItsQuotes(text, start, at + 1) : undefined;
        if (span) {
          if (here) here.push({ wording, ...span });
          else {
            here = [{ wording, ...span }];
            found.push(here);
          }
        }
        let code = 0;
        do {
          at++;
          const unit = at < within.end ? text.charCodeAt(at) : 10;
          if (unit === 10 || unit === 13) break;
          code = fold(unit);
        } while (code === 0);
        if (code === 0) break;
        node = this.#child(node, code);
        if (node < 0) break;
      }
    }
    return found;
  }

  #childOrNew(parent: number, code: number): number {
    if (parent === 0 && this.#beginnings[code] !== 0) return this.#beginnings[code]!;
    if (this.#size * 2 >= this.#slots.length) this.#grow();
    const slot = this.#slotFor(parent, code);
    const known = this.#slots[slot]!;
    if (known >= 0) return known;
    const node = this.#size++;
    this.#slots[slot] = node;
    this.#parents[node] = parent;
    this.#codes[node] = code;
    if (parent === 0) this.#beginnings[code] = node;
    return node;
  }

  #child(parent: number, code: number): number {
    return this.#slots[this.#slotFor(parent, code)]!;
  }

  /** Where the node is, or would be. */
  #slotFor(parent: number, code: number): number {
    const mask = this.#slots.length - 1;
    let slot = slotOf(parent, code) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const node = this.#slots[slot]!;
      if (node < 0 || (this.#parents[node] === parent && this.#codes[node] === code)) return slot;
    }
  }

  #grow(): void {
    const larger = new WordingTrie(this.#slots.length);
    larger.#parents.set(this.#parents);
    larger.#codes.set(this.#codes);
    larger.#wordings.set(this.#wordings);
    this.#slots = larger.#slots;
    this.#parents = larger.#parents;
    this.#codes = larger.#codes;
    this.#wordings = larger.#wordings;
    for (let node = 1; node < this.#size; node++)
      this.#slots[this.#slotFor(this.#parents[node]!, this.#codes[node]!)] = node;
  }
}

function slotOf(parent: number, code: number): number {
  const mixed = Math.imul(parent, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/**
 * A match with the quotation marks that belong to it: `十四五”规划` is widened to `“十四五”规划`. Undefined where a mark
 * inside belongs to something else, so that the match joins the end of a quotation with what follows it.
 */
function withItsQuotes(text: string, start: number, end: number): Span | undefined {
  let open = 0;
  let from = start;
  for (let i = start; i < end; i++) {
    const character = text[i]!;
    if (OPENING_QUOTES.includes(character)) open++;
    else if (CLOSING_QUOTES.includes(character) && open-- === 0) {
      if (from < start || !OPENING_QUOTES.includes(text[start - 1] ?? ' ')) return undefined;
      from = start - 1;
      open = 0;
    }
  }
  if (open === 0) return { start: from, end };
  return open === 1 && CLOSING_QUOTES.includes(text[end] ?? ' ') ? { start: from, end: end + 1 } : undefined;
}
