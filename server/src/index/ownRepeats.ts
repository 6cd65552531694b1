/** Finds the passages of a text that repeat or closely follow what stands earlier in it. */
import type { Span } from '../text/span';
import type { Corpus } from './corpus';
import { chained } from './matchChains';
import { leastSeeded, strength, weighed } from './passageWeighing';
import { ReusedText, type ReuseSearch } from './reusedText';
import { matchesWithEarlier } from './sourceMatches';

/** A passage with the earlier one; offsets in UTF-16 code units of the text, from letter to letter. */
export interface OwnRepeat extends Span {
  readonly source: Span;
  /** From 0 to 1: the share of letters that are the earlier passage's. */
  readonly similarity: number;
}

/**
 * Disjoint, ascending. `formulaicIn`: the documents that say what is formulaic. Nothing is sorted or kept: near-linear,
 * O(|text| + matches).
 */
export function ownRepeats(text: string, search: ReuseSearch, formulaicIn: Corpus): OwnRepeat[] {
  const own = new ReusedText(text, search, formulaicIn);
  const source = { key: own.units, start: 0, end: own.length, isOwn: true };
  const found = chained(matchesWithEarlier(own.units, own.open), own.lettersBefore, leastSeeded(search.minLength))
    .flatMap((chain) => weighed(own, source, chain, search.minLength))
    .sort((a, b) => strength(b) - strength(a));
  const kept: typeof found = [];
  for (const passage of found)
    if (!kept.some((other) => other.start < passage.end && passage.start < other.end)) kept.push(passage);
  return kept
    .sort((a, b) => a.start - b.start)
    .map((passage) => ({
      ...own.toText(passage),
      source: own.toText(passage.source),
      similarity: passage.similarity,
    }));
}
