/** Completion items that continue what was typed: as the corpus continues it, or by a known phrase it begins. */
import type { Snapshot } from '../../analysis/snapshot';
import type { Draft } from '../../draft/draft';
import { chooseContinuations, worthOfLength } from '../../index/continuationChoice';
import { type Continuation, type DraftContext, NextText, type PredictionLimits } from '../../index/nextText';
import { draftContext } from '../draftContext';
import type { TypedText } from '../typedText';
import { endsPhrase } from '../wordBoundaries';
import type { CompletionConfig, CompletionItem } from './completionItem';
import { isOutOfDate } from './currency';
import { type PhraseCandidate, phraseCandidates, phraseItem } from './phraseItems';
import { sourceLine } from './provenance';
import { worded } from './worded';

/** Bounds the answer to a few milliseconds. */
const LIMITS: PredictionLimits = { length: 24, probability: 0.015, steps: 60, punctuated: true, clause: true };

/** The items for a place in a clause, best first, chosen for what they save together. */
export function continuationItems(
  snapshot: Snapshot,
  draft: Draft,
  typed: TypedText,
  tail: string,
  config: CompletionConfig,
): CompletionItem[] {
  const around = draftContext(draft, typed.offset, config);
  const continuations = predict(snapshot, typed, LIMITS, around);
  const phrases = phraseCandidates(snapshot, typed, (key, least) => probabilityOf(snapshot, typed, key, around, least));
  const known = new Set(phrases.map(({ key }) => key));
  const candidates: (Continuation | PhraseCandidate)[] = [
    ...continuations.filter(({ key }) => !known.has(key)),
    ...phrases,
  ];
  return chooseContinuations(candidates, config.maxItems, (candidate) => {
    const item =
      'phrase' in candidate
        ? phraseItem(snapshot, candidate, tail)
        : continuationItem(snapshot, candidate, typed, tail);
    if (!item || typed.following.startsWith(item.added)) return undefined;
    return isOutOfDate(snapshot, typed.clause, item.added, config.date) ? undefined : item;
  });
}

/** Marks at the beginning that she may leave untyped: what is typed is compared from the first character on. */
const OPENING = /^[“”‘’《（〔]+/;

function continuationItem(
  snapshot: Snapshot,
  continuation: Continuation,
  typed: TypedText,
  tail: string,
): CompletionItem | undefined {
  const found = worded(snapshot.corpus, continuation, typed.line);
  if (!found || !endsPhrase(tail + found.text, found.next)) return undefined;
  if (cutsTerm(snapshot, tail + found.text, found.next)) return undefined;
  return {
    kind: 'continuation',
    insert: tail + found.text,
    label: tail + found.text,
    filter: (tail + found.text).replace(OPENING, ''),
    added: found.text,
    source: sourceLine(found.sources),
    score: continuation.probability * worthOfLength(continuation.key.length),
    data: { key: contextOf(typed).slice(-continuation.contextLength).replace(/^\n/, '') + continuation.key },
  };
}

/** The continuations of what was typed; none at the start of a line. */
export function predict(
  { corpus }: Snapshot,
  typed: TypedText,
  limits: PredictionLimits,
  around: DraftContext,
): Continuation[] {
  return typed.key === '' ? [] : NextText.of(corpus).continuations(contextOf(typed), limits, around);
}

/** How likely what was typed goes on with `key`; 0 where that is less than `least`. */
export function probabilityOf(
  { corpus }: Snapshot,
  typed: TypedText,
  key: string,
  around: DraftContext,
  least = 0,
): number {
  return NextText.of(corpus).probabilityOf(contextOf(typed), key, around, least);
}

/** The beginning of a paragraph is part of the context: paragraphs begin in their own ways. */
function contextOf({ key, wholeLine }: TypedText): string {
  return wholeLine ? `\n${key}` : key;
}

/** Whether a term of the knowledge stands across the end of `text`, when `next` follows: 发展新质 | 生产力. */
function cutsTerm({ knowledge }: Snapshot, text: string, next: string): boolean {
  const terms = knowledge.find(text + next, undefined, ['terms']);
  return terms.some(({ start, end }) => start < text.length && end > text.length);
}
