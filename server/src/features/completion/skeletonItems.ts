/** Completion items for skeletons: whole speeches at the start of a line, small patterns anywhere. */
import type { Snapshot } from '../../analysis/snapshot';
import type { Draft } from '../../draft/draft';
import { fitSkeleton, readDraftLevel } from '../../knowledge/skeletonFit';
import type { TypedText } from '../typedText';
import type { CompletionItem } from './completionItem';

const SHORTEST_PREFIX = 2;
/** A skeleton that fills a page is only wanted where a line begins. */
const LINES_OF_A_PAGE = 8;

/**
 * Skeletons one of whose prefixes begins with what was typed; `tail` is the text they replace. Their stops offer what
 * fits the level and the audience that the front matter names.
 */
export function skeletonItems(snapshot: Snapshot, draft: Draft, typed: TypedText, tail: string): CompletionItem[] {
  if (tail.length < SHORTEST_PREFIX) return [];
  const { level, audience } = draft.frontMatter?.values ?? {};
  const facts = { level: readDraftLevel(level), audience: audience ?? '' };
  const atLineStart = typed.wholeLine && typed.line.trim() === tail;
  return snapshot.skeletons.flatMap((skeleton) => {
    if (!atLineStart && skeleton.body.split('\n').length >= LINES_OF_A_PAGE) return [];
    const prefix = skeleton.prefixes.find((candidate) => candidate.startsWith(tail));
    if (prefix === undefined) return [];
    const body = fitSkeleton(skeleton, facts);
    return [
      {
        kind: 'skeleton',
        insert: body,
        label: skeleton.name,
        filter: prefix,
        added: body,
        source: skeleton.description,
        score: atLineStart ? 3 + tail.length / prefix.length : tail.length / prefix.length,
        data: { key: '' },
      } as const,
    ];
  });
}
