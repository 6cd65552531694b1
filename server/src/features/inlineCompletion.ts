/** Ghost text: the one continuation that is likely enough to be shown without asking. */
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import type { PredictionLimits } from '../index/nextText';
import type { Span } from '../text/span';
import { certainContinuation } from './certainContinuation';
import { predict } from './completion/continuationItems';
import { isOutOfDate } from './completion/currency';
import { sourceLine } from './completion/provenance';
import { worded } from './completion/worded';
import { draftContext } from './draftContext';
import { typedTextAt } from './typedText';
import { endsPhrase } from './wordBoundaries';

/** The gate: a suggestion less likely than this is not shown. */
const LEAST_PROBABILITY = 0.5;
const LIMITS: PredictionLimits = { length: 48, probability: LEAST_PROBABILITY, steps: 80, punctuated: true };
const SHORTEST = 2;
/** Enough of the clause to know where its last word begins. */
const WORDS_BEFORE = 8;

export interface InlineCompletionConfig {
  readonly date: string;
  /** The item selected in an open list with the range it replaces: VS Code shows only ghost text that begins with it. */
  readonly selected?: { readonly text: string; readonly start: number };
}

export interface InlineSuggestion {
  readonly insert: string;
  readonly replace: Span;
  readonly source: string;
}

/**
 * The ghost text at `offset`: what is likely enough, else what is certain without statistics (in a small corpus
 * nothing is likely). Undefined below the gate, after Latin letters (an input method may
 * be composing them), before text that goes on, or where the open list has another item selected.
 */
export function suggestInline(
  snapshot: Snapshot,
  draft: Draft,
  offset: number,
  config: InlineCompletionConfig,
): InlineSuggestion | undefined {
  const typed = typedTextAt(draft, offset);
  if (!typed || /[A-Za-z']$/.test(typed.line) || /^[\p{L}\p{N}]/u.test(typed.following)) return undefined;
  const accepted = (text: string, source: string): InlineSuggestion | undefined => {
    if (isOutOfDate(snapshot, typed.clause, text, config.date)) return undefined;
    const start = config.selected?.start ?? offset;
    const insert = draft.text.slice(start, offset) + text;
    if (config.selected && !insert.startsWith(config.selected.text)) return undefined;
    return { insert, replace: { start, end: offset }, source };
  };
  for (const continuation of predict(snapshot, typed, LIMITS, draftContext(draft, offset, config.date))) {
    if (continuation.key.length < SHORTEST || continuation.probability < LEAST_PROBABILITY) continue;
    const found = worded(snapshot.corpus, continuation);
    if (!found || !endsPhrase(typed.clause.slice(-WORDS_BEFORE) + found.text, found.next)) continue;
    const suggestion = accepted(found.text, sourceLine(found.sources));
    if (suggestion) return suggestion;
  }
  const certain = certainContinuation(snapshot, typed);
  return certain && accepted(certain.text, certain.source);
}
