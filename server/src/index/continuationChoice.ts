/** Chooses the few continuations that together are worth most. */

interface Choosable {
  /** What it adds. */
  readonly key: string;
  readonly probability: number;
}

/** How fast each further character of a continuation counts less: see {@link worthOfLength}. */
const FURTHER = 0.55;
/** A continuation with the punctuation after a phrase is worth this much of one without: she may want another mark. */
const PUNCTUATED = 0.85;
const PUNCTUATION = /[，、。；：！？]$/;
/** One character, taken for one key, saves nothing, but is shown with what it means. */
const LONE = 0.2;

/**
 * Up to `limit` of `candidates`, best first, each chosen for what it adds to those before it: a longer form of a
 * chosen one adds only its further characters, a shorter one only the cases in which the longer goes wrong. Greedy, which is
 * near the best for such a measure (Nemhauser, Wolsey and Fisher, "An analysis of approximations for maximizing
 * submodular set functions", 1978). `accept` turns a candidate into an item, or undefined where it may not be shown.
 */
export function chooseContinuations<C extends Choosable, T>(
  candidates: readonly C[],
  limit: number,
  accept: (candidate: C) => T | undefined,
): T[] {
  const open = new Set(candidates);
  const chosen: C[] = [];
  const items: T[] = [];
  while (items.length < limit && open.size > 0) {
    let best: C | undefined;
    let bestGain = 0;
    for (const candidate of open) {
      const gain = gainOf(candidate, chosen);
      if (gain > bestGain) {
        best = candidate;
        bestGain = gain;
      }
    }
    if (!best) break;
    open.delete(best);
    const { key } = best;
    if (chosen.some((other) => isSameBarPunctuation(key, other.key))) continue;
    const item = accept(best);
    if (item === undefined) continue;
    chosen.push(best);
    items.push(item);
  }
  return items;
}

/**
 * What taking `length` characters with one key is worth: less than the keys it saves, because the further ones are
 * offered again in the next list. (Measured on development documents, every concave measure saves more keystrokes than
 * counting the keys: square root, logarithm, or a discount of a quarter for each character.)
 */
export function worthOfLength(length: number): number {
  return length <= 1 ? LONE : (length - 1) ** FURTHER;
}

/** What a continuation adds to those chosen: what it goes beyond them in the cases that none of them goes further in. */
function gainOf({ key, probability }: Choosable, chosen: readonly Choosable[]): number {
  let covered = 0;
  let further = 0;
  for (const other of chosen) {
    if (key.startsWith(other.key)) covered = Math.max(covered, worthOfLength(other.key.length));
    else if (other.key.startsWith(key) && !chosen.some(({ key: between }) => isBetween(key, between, other.key))) {
      further += other.probability;
    }
  }
  const quality = isPunctuated(key) ? PUNCTUATED : 1;
  return quality * (probability - further) * (worthOfLength(key.length) - covered);
}

function isBetween(shorter: string, between: string, longer: string): boolean {
  return (
    between !== longer && between.length > shorter.length && longer.startsWith(between) && between.startsWith(shorter)
  );
}

/** Whether two keys of more than a character differ by punctuation at the end only: nobody wants to choose between them. */
function isSameBarPunctuation(a: string, b: string): boolean {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return (
    shorter.length > 1 && longer.length === shorter.length + 1 && longer.startsWith(shorter) && isPunctuated(longer)
  );
}

function isPunctuated(key: string): boolean {
  return PUNCTUATION.test(key);
}
