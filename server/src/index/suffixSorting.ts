/**
 * Sorts the suffixes of a text: SA-IS (Nong, Zhang and Chan, "Two Efficient Algorithms for Linear Time Suffix Array
 * Construction", 2011), inducing within the result as Yuta Mori's sais-lite does: the types of suffixes are kept in the
 * signs of the result instead of a table of their own, which halves the random accesses that sorting spends its time on.
 */

/** A text as numbers: UTF-16 code units, or the names of a recursion level. */
type Sequence = Uint16Array | Int32Array;

/** Called now and then while a long text is sorted; ends the sorting by throwing. */
export type Checkpoint = () => void;

/** Steps from one checkpoint to the next, a power of two: some ten milliseconds, each being an access anywhere in memory. */
const BETWEEN = 1 << 17;

/**
 * The suffix array of `text`: the start offsets of its suffixes in ascending order of code units.
 * A suffix that is a prefix of another comes first. O(n) time; besides the result some 2 bytes of
 * working memory for each element of Chinese text. `out` receives the result (its length is that of `text`), so
 * that it can lie in shared memory.
 */
export function sortSuffixes(
  text: Uint16Array,
  out: Int32Array = new Int32Array(text.length),
  checkpoint: Checkpoint = () => {},
): Int32Array {
  let largest = 0;
  for (let i = 0; i < text.length; i++) if (text[i]! > largest) largest = text[i]!;
  sort(text, largest, out, checkpoint);
  return out;
}

/** Sorts `text`, whose values are at most `largest`, into `suffixes`. */
function sort(text: Sequence, largest: number, suffixes: Int32Array, checkpoint: Checkpoint): void {
  const n = text.length;
  if (n === 0) return;
  if (n === 1) {
    suffixes[0] = 0;
    return;
  }
  const buckets = new Buckets(text, largest);
  checkpoint();
  const count = placeLeftmost(text, suffixes, buckets, checkpoint);
  if (count > 1) {
    sortSubstrings(text, suffixes, buckets, checkpoint);
    const names = nameSubstrings(text, suffixes, count, checkpoint);
    if (names < count) sortReduced(text, suffixes, count, names, checkpoint);
    spreadLeftmost(text, suffixes, count, buckets, checkpoint);
  }
  induce(text, suffixes, buckets, checkpoint);
}

/** Where the suffixes that begin with each value lie in the result. */
class Buckets {
  /** For each value the place where its next suffix goes. */
  readonly next: Int32Array;
  readonly #counts: Int32Array;

  constructor(text: Sequence, largest: number) {
    this.#counts = new Int32Array(largest + 1);
    this.next = new Int32Array(largest + 1);
    for (let i = 0; i < text.length; i++) this.#counts[text[i]!]!++;
  }

  /** Fill from the first place on, upwards. */
  toStarts(): void {
    let at = 0;
    for (let value = 0; value < this.next.length; value++) {
      this.next[value] = at;
      at += this.#counts[value]!;
    }
  }

  /** Fill from behind the last place, downwards. */
  toEnds(): void {
    let at = 0;
    for (let value = 0; value < this.next.length; value++) {
      at += this.#counts[value]!;
      this.next[value] = at;
    }
  }
}

/**
 * The last leftmost S-type suffix (LMS: smaller than its successor, larger than its predecessor) before `from`, which is
 * one itself or the length of the text; -1 where there is none. There are at most half as many as elements.
 */
function leftmostBefore(text: Sequence, from: number): number {
  let at = from - 1;
  while (at > 0 && text[at - 1]! >= text[at]!) at--;
  if (at <= 0) return -1;
  at--;
  while (at > 0 && text[at - 1]! <= text[at]!) at--;
  return at > 0 ? at : -1;
}

/** Puts the predecessor of every LMS suffix but the first into the bucket of that suffix. Answers the number of LMS suffixes. */
function placeLeftmost(text: Sequence, suffixes: Int32Array, buckets: Buckets, checkpoint: Checkpoint): number {
  buckets.toEnds();
  const { next } = buckets;
  suffixes.fill(0);
  // One step behind: the first LMS suffix of the text, which comes last, induces nothing in this round.
  let slot = -1;
  let waiting = 0;
  let count = 0;
  for (let position = leftmostBefore(text, text.length); position > 0; position = leftmostBefore(text, position)) {
    if (slot >= 0) suffixes[slot] = waiting;
    slot = --next[text[position]!]!;
    waiting = position - 1;
    if ((count++ & (BETWEEN - 1)) === 0) checkpoint();
  }
  if (count === 1) suffixes[slot] = waiting + 1;
  return count;
}

/** Sorts the LMS substrings. Leaves the complement of each one's position, in order, and zeros between. */
function sortSubstrings(text: Sequence, suffixes: Int32Array, buckets: Buckets, checkpoint: Checkpoint): void {
  const n = text.length;
  const { next } = buckets;
  buckets.toStarts();
  const last = text[n - 1]!;
  suffixes[next[last]!++] = text[n - 2]! < last ? ~(n - 2) : n - 2;
  for (let i = 0; i < n; i++) {
    if ((i & (BETWEEN - 1)) === 0) checkpoint();
    const position = suffixes[i]!;
    if (position > 0) {
      const value = text[position]!;
      const before = position - 1;
      suffixes[next[value]!++] = text[before]! < value ? ~before : before;
      suffixes[i] = 0;
    } else if (position < 0) {
      suffixes[i] = ~position;
    }
  }
  buckets.toEnds();
  for (let i = n - 1; i >= 0; i--) {
    if ((i & (BETWEEN - 1)) === 0) checkpoint();
    const position = suffixes[i]!;
    if (position <= 0) continue;
    const value = text[position]!;
    const before = position - 1;
    suffixes[--next[value]!] = text[before]! > value ? ~position : before;
    suffixes[i] = 0;
  }
}

/**
 * Gathers the sorted LMS substrings at the start of `suffixes` and names them, equal ones alike, from 1. The name of the
 * substring at `p` lies at `count + p / 2`: LMS positions are at least two apart. Answers the number of names.
 */
function nameSubstrings(text: Sequence, suffixes: Int32Array, count: number, checkpoint: Checkpoint): number {
  const n = text.length;
  let gathered = 0;
  for (let i = 0; gathered < count; i++) {
    const position = suffixes[i]!;
    if (position < 0) suffixes[gathered++] = ~position;
  }
  suffixes.fill(0, count);
  // A substring ends with the first element of the next one; the last one ends with the text.
  let end = n - 1;
  for (let position = leftmostBefore(text, n); position > 0; position = leftmostBefore(text, position)) {
    suffixes[count + (position >>> 1)] = end - position + 1;
    end = position;
  }
  let names = 0;
  let previous = n;
  let previousLength = 0;
  for (let i = 0; i < count; i++) {
    if ((i & (BETWEEN - 1)) === 0) checkpoint();
    const position = suffixes[i]!;
    const at = count + (position >>> 1);
    const length = suffixes[at]!;
    if (length !== previousLength || !isSame(text, previous, position, length)) {
      names++;
      previous = position;
      previousLength = length;
    }
    suffixes[at] = names;
  }
  return names;
}

/** Whether two substrings of the same length are equal. The last one of a text, cut off by its end, equals no other. */
function isSame(text: Sequence, a: number, b: number, length: number): boolean {
  if (a + length >= text.length || b + length >= text.length) return false;
  for (let i = 0; i < length; i++) if (text[a + i] !== text[b + i]) return false;
  return true;
}

/** Sorts the LMS suffixes by the names of their substrings: leaves their positions, in order, at the start of `suffixes`. */
function sortReduced(text: Sequence, suffixes: Int32Array, count: number, names: number, checkpoint: Checkpoint): void {
  const n = text.length;
  const reduced = suffixes.subarray(n - count);
  let at = count;
  for (let i = count + (n >>> 1) - 1; i >= count; i--) if (suffixes[i] !== 0) reduced[--at] = suffixes[i]! - 1;
  checkpoint();
  sort(reduced, names - 1, suffixes.subarray(0, count), checkpoint);
  at = count;
  for (let position = leftmostBefore(text, n); position > 0; position = leftmostBefore(text, position)) {
    reduced[--at] = position;
  }
  for (let i = 0; i < count; i++) {
    if ((i & (BETWEEN - 1)) === 0) checkpoint();
    suffixes[i] = reduced[suffixes[i]!]!;
  }
}

/** Moves the sorted LMS suffixes from the start of `suffixes` to the ends of their buckets, zeros between. */
function spreadLeftmost(
  text: Sequence,
  suffixes: Int32Array,
  count: number,
  buckets: Buckets,
  checkpoint: Checkpoint,
): void {
  buckets.toEnds();
  let to = text.length;
  let value = -1;
  for (let i = count - 1; i >= 0; i--) {
    if ((i & (BETWEEN - 1)) === 0) checkpoint();
    const position = suffixes[i]!;
    if (text[position] !== value) {
      value = text[position]!;
      const end = buckets.next[value]!;
      suffixes.fill(0, end, to);
      to = end;
    }
    suffixes[--to] = position;
  }
  suffixes.fill(0, 0, to);
}

/** From the sorted LMS suffixes to all: L-type suffixes upwards, then S-type ones downwards. */
function induce(text: Sequence, suffixes: Int32Array, buckets: Buckets, checkpoint: Checkpoint): void {
  const n = text.length;
  const { next } = buckets;
  buckets.toStarts();
  const last = text[n - 1]!;
  suffixes[next[last]!++] = text[n - 2]! < last ? ~(n - 1) : n - 1;
  // A complement marks what induces nothing in this direction; each pass turns it round for the next.
  for (let i = 0; i < n; i++) {
    if ((i & (BETWEEN - 1)) === 0) checkpoint();
    const position = suffixes[i]!;
    suffixes[i] = ~position;
    if (position <= 0) continue;
    const before = position - 1;
    const value = text[before]!;
    suffixes[next[value]!++] = before > 0 && text[before - 1]! < value ? ~before : before;
  }
  buckets.toEnds();
  for (let i = n - 1; i >= 0; i--) {
    if ((i & (BETWEEN - 1)) === 0) checkpoint();
    const position = suffixes[i]!;
    if (position <= 0) {
      suffixes[i] = ~position;
      continue;
    }
    const before = position - 1;
    const value = text[before]!;
    suffixes[--next[value]!] = before === 0 || text[before - 1]! > value ? ~before : before;
  }
}
