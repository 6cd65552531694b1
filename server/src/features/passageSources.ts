/** Where the words at a position come from: the passages of the sources that hold them, the best first. */
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import { proseBlockAt } from '../draft/parseDraft';
import { spanAt } from '../text/span';
import { phraseAt } from './phraseAt';
import { type SearchResult, searchPassages } from './search';
import { sourcesAt } from './sentenceSources';

const LIMIT = 20;

/**
 * The passages closest to the sentence at `offset`, where none is close those that speak of the same, and where the
 * sentence is not known those that hold its phrase there. `path` is the draft's own: it is no source of itself.
 */
export function passageSources(snapshot: Snapshot, draft: Draft, offset: number, path?: string): SearchResult[] {
  const closest = sourcesAt(snapshot, draft, offset, path);
  if (closest) {
    return closest.sources.map(({ document, start, end, share }) => {
      return { document, start, end, text: document.cleanText(start, end), score: share };
    });
  }
  const block = proseBlockAt(draft, offset);
  const sentence = block && spanAt(block.sentences, offset);
  if (!sentence) return [];
  const near = searchPassages(snapshot, draft.text.slice(sentence.start, sentence.end), { limit: LIMIT, fuzzy: true });
  if (near.length > 0) return near;
  const phrase = phraseAt(snapshot, draft, offset);
  return phrase ? searchPassages(snapshot, phrase.key, { limit: LIMIT, fuzzy: false }) : [];
}
