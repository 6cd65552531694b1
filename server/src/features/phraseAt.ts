/** The phrase around a position: a wording the knowledge has, else the longest stretch of the clause the corpus holds. */
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import { proseBlockAt } from '../draft/parseDraft';
import { keyOf, keyText } from '../text/keyText';
import type { Span } from '../text/span';
import { spanAt } from '../text/span';

/** Shorter stretches are words, not phrases. In key characters. */
const SHORTEST_PHRASE = 4;

export interface PhraseAt extends Span {
  readonly key: string;
}

/** Undefined outside prose and where nothing of four characters or more is known. O(clause² log corpus). */
export function phraseAt(snapshot: Snapshot, draft: Draft, offset: number): PhraseAt | undefined {
  const block = proseBlockAt(draft, offset);
  if (!block) return undefined;
  const wording = snapshot.knowledge.at(draft.text, offset);
  if (wording) {
    const { start, end } = wording;
    return { start, end, key: keyOf(draft.text.slice(start, end)) };
  }
  const sentence = spanAt(block.sentences, offset);
  const clause = sentence && spanAt(sentence.clauses, offset);
  return clause && longestKnown(snapshot, draft.text, clause, offset);
}

function longestKnown(snapshot: Snapshot, text: string, clause: Span, offset: number): PhraseAt | undefined {
  const { key, map } = keyText(text.slice(clause.start, clause.end));
  const cursor = map.fromOrigin(offset - clause.start);
  let best: Span | undefined;
  for (let start = 0; start <= cursor && start < key.length; start++) {
    let end = Math.max(start + SHORTEST_PHRASE, cursor, best ? start + best.end - best.start + 1 : 0);
    while (end <= key.length && snapshot.corpus.occurrences(key.slice(start, end), 1).length > 0) {
      best = { start, end };
      end++;
    }
  }
  if (!best) return undefined;
  const origin = map.spanToOrigin(best.start, best.end);
  return {
    start: clause.start + origin.start,
    end: clause.start + origin.end,
    key: key.slice(best.start, best.end),
  };
}
