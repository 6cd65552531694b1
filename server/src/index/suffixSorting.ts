/** Sorts the suffixes of a text: SA-IS (Nong, Zhang and Chan, "Two Efficient Algorithms for Linear Time Suffix Array Construction", 2011). */

/** A text as numbers: UTF-16 code units, or the names of a recursion level. */
type Sequence = Uint16Array | Int32Array;

/**
 * The suffix array of `text`: the start offsets of its suffixes in ascending order of code units.
 * A suffix that is a prefix of another comes first. O(n) time; about 7 bytes of working memory for
 * each element besides the result. `out` receives the result (its length is that of `text`), so
 * that it can lie in shared memory.
 */
export function sortSuffixes(text: Uint16Array, out: Int32Array = new Int32Array(text.length)): Int32Array {
  let largest = 0;
  for (let i = 0; i < text.length; i++) if (text[i]! > largest) largest = text[i]!;
  sort(text, largest, out);
  return out;
}

/** Sorts `text`, whose values are at most `largest`, into `suffixes`. */
function sort(text: Sequence, largest: number, suffixes: Int32Array): void {
  const n = text.length;
  if (n === 0) return;
  if (n === 1) {
    suffixes[0] = 0;
    return;
  }
  // 1 for S-type suffixes: smaller than the one that follows.
  const isSmaller = new Uint8Array(n);
  for (let i = n - 2; i >= 0; i--) {
    isSmaller[i] = text[i]! === text[i + 1]! ? isSmaller[i + 1]! : text[i]! < text[i + 1]! ? 1 : 0;
  }
  const { largerStarts, smallerStarts } = bucketStarts(text, largest, isSmaller);
  const induce = (leftmost: Int32Array) =>
    induceOrder(text, suffixes, isSmaller, largerStarts, smallerStarts, leftmost);

  const leftmost = leftmostSmaller(isSmaller);
  induce(leftmost);
  const count = leftmost.length;
  if (count === 0) return;

  const rank = nameSubstrings(text, suffixes, isSmaller, leftmost);
  const names = new Int32Array(count);
  for (let i = 0; i < count; i++) names[i] = rank.byHalf[leftmost[i]! >>> 1]!;
  const sorted = new Int32Array(count);
  if (rank.names === count) {
    for (let i = 0; i < count; i++) sorted[names[i]!] = leftmost[i]!;
  } else {
    const order = new Int32Array(count);
    sort(names, rank.names - 1, order);
    for (let i = 0; i < count; i++) sorted[i] = leftmost[order[i]!]!;
  }
  induce(sorted);
}

/** Where, in each value's bucket, the L-type (`larger`) and then the S-type (`smaller`) suffixes begin. */
function bucketStarts(text: Sequence, largest: number, isSmaller: Uint8Array) {
  const larger = new Int32Array(largest + 1);
  const smaller = new Int32Array(largest + 1);
  for (let i = 0; i < text.length; i++) {
    if (isSmaller[i]) smaller[text[i]!]!++;
    else larger[text[i]!]!++;
  }
  const largerStarts = new Int32Array(largest + 2);
  const smallerStarts = new Int32Array(largest + 2);
  let at = 0;
  for (let value = 0; value <= largest; value++) {
    largerStarts[value] = at;
    at += larger[value]!;
    smallerStarts[value] = at;
    at += smaller[value]!;
  }
  largerStarts[largest + 1] = at;
  smallerStarts[largest + 1] = at;
  return { largerStarts, smallerStarts };
}

/** The positions of leftmost S-type suffixes (LMS), ascending. */
function leftmostSmaller(isSmaller: Uint8Array): Int32Array {
  let count = 0;
  for (let i = 1; i < isSmaller.length; i++) if (isSmaller[i] && !isSmaller[i - 1]) count++;
  const positions = new Int32Array(count);
  let at = 0;
  for (let i = 1; i < isSmaller.length; i++) if (isSmaller[i] && !isSmaller[i - 1]) positions[at++] = i;
  return positions;
}

function induceOrder(
  text: Sequence,
  suffixes: Int32Array,
  isSmaller: Uint8Array,
  largerStarts: Int32Array,
  smallerStarts: Int32Array,
  leftmost: Int32Array,
): void {
  const n = text.length;
  suffixes.fill(-1);
  let next = smallerStarts.slice();
  for (let i = 0; i < leftmost.length; i++) {
    const position = leftmost[i]!;
    suffixes[next[text[position]!]!++] = position;
  }
  next = largerStarts.slice();
  suffixes[next[text[n - 1]!]!++] = n - 1;
  for (let i = 0; i < n; i++) {
    const before = suffixes[i]! - 1;
    if (before >= 0 && !isSmaller[before]) suffixes[next[text[before]!]!++] = before;
  }
  next = largerStarts.slice();
  for (let i = n - 1; i >= 0; i--) {
    const before = suffixes[i]! - 1;
    if (before >= 0 && isSmaller[before]) suffixes[--next[text[before]! + 1]!] = before;
  }
}

/**
 * Names LMS substrings in their sorted order. LMS positions are at least two apart, so half an offset
 * identifies one. One array serves twice: it holds where a substring ends until that is no longer
 * needed, then its name.
 */
function nameSubstrings(text: Sequence, suffixes: Int32Array, isSmaller: Uint8Array, leftmost: Int32Array) {
  const n = text.length;
  const byHalf = new Int32Array((n >>> 1) + 1);
  for (let i = 0; i < leftmost.length; i++) {
    byHalf[leftmost[i]! >>> 1] = i + 1 < leftmost.length ? leftmost[i + 1]! : n;
  }
  let names = 0;
  let previous = -1;
  for (let i = 0; i < n; i++) {
    const position = suffixes[i]!;
    if (position < 1 || !isSmaller[position] || isSmaller[position - 1]) continue;
    if (previous < 0) {
      names = 1;
    } else {
      const isSame = sameSubstring(text, previous, byHalf[previous >>> 1]!, position, byHalf[position >>> 1]!);
      byHalf[previous >>> 1] = names - 1;
      if (!isSame) names++;
    }
    previous = position;
  }
  if (previous >= 0) byHalf[previous >>> 1] = names - 1;
  return { byHalf, names };
}

function sameSubstring(text: Sequence, a: number, endA: number, b: number, endB: number): boolean {
  if (endA - a !== endB - b || endA === text.length || endB === text.length) return false;
  const length = endA - a;
  for (let i = 0; i <= length; i++) if (text[a + i]! !== text[b + i]!) return false;
  return true;
}
