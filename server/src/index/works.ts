/** Tells editions of one work from documents of their own: a law as amended, a report in two transcriptions. */
import { isLetter } from './letterText';
import type { IndexedDocument } from './segment';

/** A clause counts by its first letters, hashed; the least hashes of a document are its sketch (Broder 1997). */
const CLAUSE_START = 10;
const SKETCH_SIZE = 64;
/** Editions share at least this part of their clauses; documents that only share formulas hardly any. */
const LEAST_RESEMBLANCE = 0.15;
/** Shorter documents may be nothing but the formula they share. In clauses. */
const SHORTEST = 12;

/** Ascending. Kept as long as the document is. */
const sketches = new WeakMap<IndexedDocument, Uint32Array>();

/**
 * Whether two documents are editions of one work. O(1) but for the first question about a document, which reads it
 * once. Answers the same for the same documents.
 */
export function areEditions(a: IndexedDocument, b: IndexedDocument): boolean {
  const [left, right] = [sketchOf(a), sketchOf(b)];
  if (left.length < SHORTEST || right.length < SHORTEST) return false;
  let [i, j, seen, both] = [0, 0, 0, 0];
  while (seen < SKETCH_SIZE && i < left.length && j < right.length) {
    const difference = left[i]! - right[j]!;
    if (difference === 0) both++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
    seen++;
  }
  seen = Math.min(SKETCH_SIZE, seen + (left.length - i) + (right.length - j));
  return both >= LEAST_RESEMBLANCE * seen;
}

function sketchOf(document: IndexedDocument): Uint32Array {
  const known = sketches.get(document);
  if (known) return known;
  const { key } = document.segment.sections;
  const { start, end } = document.keySpan;
  const hashes = new Set<number>();
  let hash = 0;
  let letters = 0;
  for (let i = start; i < end; i++) {
    const unit = key[i]!;
    if (!isLetter(unit)) letters = 0;
    else if (letters < CLAUSE_START) {
      hash = Math.imul((letters === 0 ? 0x811c9dc5 : hash) ^ unit, 0x01000193);
      if (++letters === CLAUSE_START) hashes.add((hash ^ (hash >>> 15)) >>> 0);
    }
  }
  const sketch = Uint32Array.from(hashes).sort().slice(0, SKETCH_SIZE);
  sketches.set(document, sketch);
  return sketch;
}
