/** Which stretches of a draft are not its running text, or are openly somebody else's. */
import type { Draft } from '../draft/draft';
import type { Knowledge } from '../knowledge/knowledge';
import type { Span } from '../text/span';
import { indirectSpeech, quotedSpeech } from './quotedSpeech';

/** Headings, front matter, tables, block quotes, titles, and speech with its speaker; ascending, may overlap. */
export function notOwnWords(draft: Draft): Span[] {
  const blocks: readonly Span[] = draft.blocks.filter(({ kind }) => kind !== 'prose');
  const attributed = quotedSpeech(draft).filter((speech) => speech.attributed);
  return [...blocks, ...draft.titles, ...attributed, ...indirectSpeech(draft)].sort((a, b) => a.start - b.start);
}

/** The set phrases of a draft that the knowledge base has: what everybody repeats. */
export function setPhrases(knowledge: Knowledge, draft: Draft): Span[] {
  const kinds = ['terms', 'formulations', 'institutions', 'references', 'quotes'] as const;
  return draft.blocks.flatMap((block) => (block.kind === 'prose' ? knowledge.find(draft.text, block, kinds) : []));
}
