/** Search by pinyin: the known phrases that typed letters spell, then the passages that have them. */
import type { Snapshot } from '../analysis/snapshot';
import { type SearchOptions, type SearchResult, searchPassages } from './search';

/** Letters spell many phrases; the first ones are the most used. */
const PHRASES = 5;

/** A passage with the words it was found for. */
export interface WordedResult extends SearchResult {
  readonly words: string;
}

/**
 * As {@link searchPassages}, and where the query is Latin letters that no passage has, for what they spell: initials, in
 * full, or mixed, from the beginning of a phrase.
 */
export function searchWords(snapshot: Snapshot, query: string, options: SearchOptions): WordedResult[] {
  const search = (words: string, limit: number, fuzzy: boolean): WordedResult[] =>
    searchPassages(snapshot, words, { limit, fuzzy }).map((result) => ({ ...result, words }));
  const letters = query.trim().toLowerCase().replaceAll("'", '');
  if (!/^[a-z]{2,}$/.test(letters)) return search(query, options.limit, options.fuzzy);
  const phrases = snapshot.lexicon.spelled(letters, PHRASES);
  const spelled = phrases.flatMap(({ text }) => search(text, options.limit, false));
  const results = [...search(query, options.limit, false), ...spelled];
  const places = new Set<string>();
  const isNew = ({ document, start }: WordedResult) => {
    const place = `${document.path}\u0000${start}`;
    return !places.has(place) && places.add(place) !== undefined;
  };
  return results.filter(isNew).slice(0, options.limit);
}
