/** How often the sources use a wording, year by year. */
import type { Corpus, Occurrence } from '../index/corpus';
import { keyOf } from '../text/keyText';

/** More uses than these say nothing new of the years. */
const COUNTED = 5000;

export interface Usage {
  /** The newest year first; `year` is undefined for documents without a date, which come last. */
  readonly years: readonly { readonly year: string | undefined; readonly count: number }[];
  /** The uses that were counted, in no particular order. */
  readonly occurrences: readonly Occurrence[];
}

/** The uses of a wording in the sources, examples left out. O(log corpus + uses). */
export function usageOf(corpus: Corpus, wording: string): Usage {
  const occurrences = corpus.occurrences(keyOf(wording), COUNTED);
  const counts = new Map<string | undefined, number>();
  for (const { document } of occurrences) {
    const year = document.date?.slice(0, 4);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const years = [...counts].map(([year, count]) => ({ year, count }));
  return { years: years.sort((a, b) => ((a.year ?? '') < (b.year ?? '') ? 1 : -1)), occurrences };
}
