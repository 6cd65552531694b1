/** Ghost text: the one continuation that is likely enough to be shown without asking. */
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import type { Continuation, DraftContext, PredictionLimits } from '../index/nextText';
import { keyOf } from '../text/keyText';
import type { Span } from '../text/span';
import { type CertainContinuation, certainContinuation } from './certainContinuation';
import { predict, probabilityOf } from './completion/continuationItems';
import { isOutOfDate } from './completion/currency';
import { sourceLine } from './completion/provenance';
import { worded } from './completion/worded';
import { draftContext, type PredictionConfig } from './draftContext';
import { type TypedText, typedTextAt } from './typedText';
import { endsPhrase } from './wordBoundaries';

/** Of the suggestions shown, more than this share is to be right. */
const AIM = 0.62;
/** So many keystrokes one that is taken must save to make up for a whole one that is not. */
const PATIENCE = 20;
/** The gate: a suggestion worth less than this is not shown. It lets two characters pass from 0.59, five from 0.52, ten from 0.43. */
const LEAST_WORTH = 0;
const LIMITS: PredictionLimits = { length: 48, probability: 0.3, steps: 80, punctuated: true };
const SHORTEST = 2;
/** A corpus of so many characters knows how phrases go on, and has a say in what is certain. */
const TELLING_CORPUS = 200_000;
/** Less likely than this in such a corpus, the rest of a phrase or passage is hardly ever right (measured: 4 in 37). */
const LEAST_CERTAIN = 0.1;
/** Enough of the clause to know where its last word begins. */
const WORDS_BEFORE = 8;

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
  const around = draftContext(draft, offset, config);
  const likely = predict(snapshot, typed, LIMITS, around)
    .filter((continuation) => continuation.key.length >= SHORTEST && worthOf(continuation) >= LEAST_WORTH)
    .sort((a, b) => worthOf(b) - worthOf(a));
  for (const continuation of likely) {
    const found = worded(snapshot.corpus, continuation, typed.line);
    if (!found || !endsPhrase(typed.clause.slice(-WORDS_BEFORE) + found.text, found.next)) continue;
    const suggestion = accepted(found.text, sourceLine(found.sources));
    if (suggestion) return suggestion;
  }
  const certain = certainContinuation(snapshot, typed);
  return certain && isBelievable(snapshot, typed, certain, around) ? accepted(certain.text, certain.source) : undefined;
}

/**
 * What showing a continuation is worth: the keystrokes it may save, and how far it goes beyond the share of suggestions
 * that is to be right, as the best choice under such a condition weighs them. So a longer one may be less likely.
 */
function worthOf({ key, probability }: Continuation): number {
  return probability * (key.length - 1) + PATIENCE * (probability - AIM);
}

function isBelievable(
  snapshot: Snapshot,
  typed: TypedText,
  { text }: CertainContinuation,
  around: DraftContext,
): boolean {
  if (snapshot.corpus.characters < TELLING_CORPUS) return true;
  return probabilityOf(snapshot, typed, keyOf(text), around) >= LEAST_CERTAIN;
}
