/** Ghost text: the one continuation that is likely enough to be shown without asking. */
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import type { Span } from '../text/span';
import { isOutOfDate } from './completion/currency';
import type { PredictionConfig } from './draftContext';
import { ghostCandidates } from './ghostCandidates';
import { ghostWorth } from './ghostGate';
import { type TypedText, typedTextAt } from './typedText';

export interface InlineCompletionConfig extends PredictionConfig {
  /** The item selected in an open list with the range it replaces: VS Code shows only ghost text that begins with it. */
  readonly selected?: { readonly text: string; readonly start: number };
}

export interface InlineSuggestion {
  readonly insert: string;
  readonly replace: Span;
  readonly source: string;
}

/**
 * The ghost text at `offset`: of what may go on there, the one that is worth most, where any is worth showing.
 * Undefined where ghost text has no place, or where the open list has another item selected.
 */
export function suggestInline(
  snapshot: Snapshot,
  draft: Draft,
  offset: number,
  config: InlineCompletionConfig,
): InlineSuggestion | undefined {
  const typed = ghostPlace(draft, offset);
  if (!typed) return undefined;
  const candidates = ghostCandidates(snapshot, draft, typed, config)
    .map((candidate) => ({ ...candidate, worth: ghostWorth(candidate.evidence) }))
    .filter(({ worth }) => worth >= 0)
    .sort((a, b) => b.worth - a.worth);
  for (const candidate of candidates) {
    const ghost = candidate.ghost();
    if (!ghost || isOutOfDate(snapshot, typed.clause, ghost.text, config.date)) continue;
    const start = config.selected?.start ?? offset;
    const insert = draft.text.slice(start, offset) + ghost.text;
    if (config.selected && !insert.startsWith(config.selected.text)) continue;
    return { insert, replace: { start, end: offset }, source: ghost.source };
  }
  return undefined;
}

/** Undefined after Latin letters (an input method may be composing them), before text that goes on, and outside prose. */
export function ghostPlace(draft: Draft, offset: number): TypedText | undefined {
  const typed = typedTextAt(draft, offset);
  if (!typed || /[A-Za-z']$/.test(typed.line) || /^[\p{L}\p{N}]/u.test(typed.following)) return undefined;
  return typed;
}
