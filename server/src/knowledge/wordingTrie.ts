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
  #slots = new Int32Array(1 << 14).fill(-1);
  #used = 0;
  #parents: number[] = [-1];
  #codes: number[] = [0];
  /** The wording that ends at a node, or -1. */
  #wordings: number[] = [-1];
  readonly #found = new StretchMemo<readonly FoundWording[]>(MOST_KEPT, AROUND, (here, by) =>
    here.map(({ wording, start, end }) => ({ wording, start: start + by, end: end + by })),
  );
  /** The nodes under the root by their code unit, 0 where there is none: every place of a text is looked up there. */
  readonly #beginnings = new Int32Array(0x10000);

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
    if (this.#wordings[node]! < 0) this.#wordings[node] = wording;
    return this.#wordings[node]!;
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
        const wording = this.#wordings[node]!;
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
    const known = this.#child(parent, code);
    if (known >= 0) return known;
    const node = this.#parents.length;
    this.#parents.push(parent);
    this.#codes.push(code);
    this.#wordings.push(-1);
    if (parent === 0) this.#beginnings[code] = node;
    if (++this.#used * 2 > this.#slots.length) this.#grow();
    else this.#place(node);
    return node;
  }

  #child(parent: number, code: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = slotOf(parent, code) & mask; ; slot = (slot + 1) & mask) {
      const node = this.#slots[slot]!;
      if (node < 0) return -1;
      if (this.#parents[node] === parent && this.#codes[node] === code) return node;
    }
  }

  #place(node: number): void {
    const mask = this.#slots.length - 1;
    let slot = slotOf(this.#parents[node]!, this.#codes[node]!) & mask;
    while (this.#slots[slot]! >= 0) slot = (slot + 1) & mask;
    this.#slots[slot] = node;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (let node = 1; node < this.#parents.length; node++) this.#place(node);
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
