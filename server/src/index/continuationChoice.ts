/** Chooses the few continuations that together save most keystrokes. */
import { isSeparator } from '../text/characters';

interface Choosable {
  readonly key: string;
  readonly probability: number;
  readonly saving: number;
}

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

function gainOf({ key, saving, probability }: Choosable, chosen: readonly Choosable[]): number {
  let covered = 1;
  let further = 0;
  for (const other of chosen) {
    if (key.startsWith(other.key)) covered = Math.max(covered, other.key.length);
    else if (other.key.startsWith(key) && !chosen.some(({ key: between }) => isBetween(key, between, other.key))) {
      further += other.probability;
    }
  }
  const share = key.length > 1 ? (key.length - covered) / (key.length - 1) : 1;
  return saving * share * (1 - further / probability);
}

function isBetween(shorter: string, between: string, longer: string): boolean {
  return (
    between !== longer && between.length > shorter.length && longer.startsWith(between) && between.startsWith(shorter)
  );
}

/** Whether two keys differ by punctuation at the end only: nobody wants to choose between them. */
function isSameBarPunctuation(a: string, b: string): boolean {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return (
    longer.length === shorter.length + 1 && longer.startsWith(shorter) && isSeparator(longer.charCodeAt(shorter.length))
  );
}
