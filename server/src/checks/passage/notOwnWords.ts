/** Which stretches of a draft are not its running text, or are openly somebody else's. */
import { sayingsOf } from '../../analysis/sayings';
import type { Draft } from '../../draft/draft';
import type { Knowledge } from '../../knowledge/knowledge';
import type { Span } from '../../text/span';
import { indirectSpeech, quotedSpeech } from '../quote/quotedSpeech';

/** Headings, front matter, tables, block quotes, titles, and speech with its speaker; ascending, may overlap. */
export function notOwnWords(draft: Draft): Span[] {
  const blocks: readonly Span[] = draft.blocks.filter(({ kind }) => kind !== 'prose');
  const attributed = quotedSpeech(draft).filter((speech) => speech.attributed);
  return [...blocks, ...draft.titles, ...attributed, ...indirectSpeech(draft)].sort((a, b) => a.start - b.start);
}

/** A member of a set is often one word (做实), which says nothing of whose the sentence is. */
const SHORTEST_MEMBER = 4;

/** The set phrases of a draft that the knowledge base has: what everybody repeats. */
export function setPhrases(knowledge: Knowledge, draft: Draft): Span[] {
  const kinds = ['terms', 'formulations', 'institutions', 'references', 'quotes'] as const;
  return draft.blocks.flatMap((block): readonly Span[] =>
    block.kind === 'prose'
      ? [
          ...knowledge
            .find(draft.text, block, kinds)
            .filter(({ role, start, end }) => role !== 'member' || end - start >= SHORTEST_MEMBER),
          ...sayingsOf(knowledge).find(draft.text, block),
        ]
      : [],
  );
}
