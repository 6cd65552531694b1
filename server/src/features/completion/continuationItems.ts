/** Completion items that continue what was typed as the corpus continues it. */
import type { Snapshot } from '../../analysis/snapshot';
import type { Corpus, Occurrence } from '../../index/corpus';
import { type Continuation, NextText, type PredictionLimits } from '../../index/nextText';
import type { TypedText } from '../typedText';
import { endsWord } from '../wordBoundaries';
import type { CompletionConfig, CompletionItem } from './completionItem';
import { isOutOfDate } from './currency';
import { citableFirst, sourceLine } from './provenance';

/** Bounds the answer to a few milliseconds. */
const LIMITS: PredictionLimits = { length: 24, probability: 0.03, steps: 100 };
const MOST = 8;
const LOOKED_AT = 120;

export function continuationItems(
  snapshot: Snapshot,
  typed: TypedText,
  tail: string,
  config: CompletionConfig,
): CompletionItem[] {
  const items: CompletionItem[] = [];
  for (const continuation of predict(snapshot, typed.key, LIMITS)) {
    if (items.length >= MOST) break;
    const found = worded(snapshot.corpus, continuation);
    if (!found || typed.following.startsWith(found.text)) continue;
    if (!endsWord(tail + found.text, found.next)) continue;
    if (isOutOfDate(snapshot, typed.clause, found.text, config.date)) continue;
    items.push({
      kind: 'continuation',
      insert: tail + found.text,
      label: tail + found.text,
      filter: tail + found.text,
      added: found.text,
      source: sourceLine(found.sources),
      score: continuation.saving,
      data: { key: typed.key.slice(typed.key.length - continuation.contextLength) + continuation.key },
    });
  }
  return items;
}

/** The continuations of a context; none where fewer than two characters were typed. */
export function predict(snapshot: Snapshot, key: string, limits: PredictionLimits): Continuation[] {
  return key.length < 2 ? [] : new NextText(snapshot.corpus).continuations(key, limits);
}

export interface Worded {
  readonly text: string;
  /** The few characters that follow in the first source. */
  readonly next: string;
  readonly sources: readonly Occurrence[];
}

const LOOK_AHEAD = 4;

/** A continuation in the words of its first source, or undefined where every source is gone. */
export function worded(corpus: Corpus, continuation: Continuation): Worded | undefined {
  const length = continuation.contextLength + continuation.key.length;
  const own = citableFirst(corpus.inRanges(continuation.ranges, length, LOOKED_AT));
  const sources = own.length > 0 ? own : citableFirst(corpus.inRanges(continuation.ranges, length, LOOKED_AT, true));
  const first = sources[0];
  if (!first) return undefined;
  const { start, end } = first.document.cleanSpan({ start: first.start + continuation.contextLength, end: first.end });
  return {
    text: first.document.cleanText(start, end),
    next: first.document.cleanText(end, end + LOOK_AHEAD),
    sources,
  };
}
