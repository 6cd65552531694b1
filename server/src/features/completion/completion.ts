/** Completes standard phrasing at the cursor: continuations from the corpus, known phrases, pinyin, skeletons. */
import type { Snapshot } from '../../analysis/snapshot';
import type { Draft } from '../../draft/draft';
import { type TypedText, typedTextAt } from '../typedText';
import { lastWords } from '../wordBoundaries';
import type { CompletionAnswer, CompletionConfig, CompletionItem } from './completionItem';
import { continuationItems } from './continuationItems';
import { pinyinItems } from './phraseItems';
import { skeletonItems } from './skeletonItems';

/** The longest end of a clause shown again in the label, so that she sees what it continues. */
const LONGEST_TAIL = 4;

/**
 * The items for `offset`, best first; empty where nothing is worth showing. All replace one range:
 * the letters of a pinyin spelling, else the end of the clause before the cursor.
 */
export function complete(snapshot: Snapshot, draft: Draft, offset: number, config: CompletionConfig): CompletionAnswer {
  const typed = typedTextAt(draft, offset);
  const nothing = { replace: { start: offset, end: offset }, items: [] };
  if (!typed) return nothing;
  if (typed.letters !== '') return completeLetters(snapshot, draft, typed, config);
  const tail = lastWords(typed.clause, LONGEST_TAIL);
  const skeletons = skeletonItems(snapshot, draft, typed, tail);
  const items = [
    ...skeletons.filter(({ score }) => score > 1),
    ...continuationItems(snapshot, draft, typed, tail, config),
    ...skeletons.filter(({ score }) => score <= 1),
  ];
  return { replace: { start: offset - tail.length, end: offset }, items: distinct(items, config.maxItems) };
}

function completeLetters(
  snapshot: Snapshot,
  draft: Draft,
  typed: TypedText,
  config: CompletionConfig,
): CompletionAnswer {
  const skeletons = skeletonItems(snapshot, draft, typed, typed.letters);
  const items = config.pinyin ? [...pinyinItems(snapshot, typed, config), ...skeletons] : skeletons;
  const start = typed.offset - typed.letters.length;
  return { replace: { start, end: typed.offset }, items: distinct(items, config.maxItems) };
}

/** The first `limit` items that add different text. */
function distinct(items: readonly CompletionItem[], limit: number): CompletionItem[] {
  const seen = new Set<string>();
  return items.filter(({ insert }) => !seen.has(insert) && seen.add(insert)).slice(0, limit);
}
