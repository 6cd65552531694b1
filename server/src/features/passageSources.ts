/** Where the words at a position come from: the passages of the sources that hold them, the best first. */
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import { proseBlockAt } from '../draft/parseDraft';
import { spanAt } from '../text/span';
import { phraseAt } from './phraseAt';
import { type SearchResult, searchPassages } from './search';

const LIMIT = 20;

/** The passages nearest to the sentence at `offset`; those that hold its phrase there where the sentence is not known. */
export function passageSources(snapshot: Snapshot, draft: Draft, offset: number): SearchResult[] {
  const block = proseBlockAt(draft, offset);
  const sentence = block && spanAt(block.sentences, offset);
  if (!sentence) return [];
  const near = searchPassages(snapshot, draft.text.slice(sentence.start, sentence.end), { limit: LIMIT, fuzzy: true });
  if (near.length > 0) return near;
  const phrase = phraseAt(snapshot, draft, offset);
  return phrase ? searchPassages(snapshot, phrase.key, { limit: LIMIT, fuzzy: false }) : [];
}
