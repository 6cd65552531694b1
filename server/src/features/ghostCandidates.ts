/** What may be shown as ghost text at a place, with what tells how likely each is right. */
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import { foretoldShare } from '../index/foretold';
import type { Continuation, PredictionLimits } from '../index/nextText';
import { keyOf } from '../text/keyText';
import { certainContinuation } from './certainContinuation';
import { predict, probabilityOf } from './completion/continuationItems';
import { sourceLine } from './completion/provenance';
import { worded } from './completion/worded';
import { draftContext, type PredictionConfig } from './draftContext';
import { type GhostEvidence, UNLIKELY } from './ghostGate';
import type { TypedText } from './typedText';
import { endsPhrase } from './wordBoundaries';

export interface Ghost {
  readonly text: string;
  readonly source: string;
}

export interface GhostCandidate {
  readonly evidence: GhostEvidence;
  /** Its words and its source; undefined where it would end within a word or has no source any more. */
  readonly ghost: () => Ghost | undefined;
}

const LIMITS: PredictionLimits = { length: 48, probability: 0.3, steps: 80, punctuated: true };
const SHORTEST = 2;
/** Enough of the clause to know where its last word begins. */
const WORDS_BEFORE = 8;

/** The candidates at a place, in no particular order: likely continuations, and what is certain without statistics. */
export function ghostCandidates(
  snapshot: Snapshot,
  draft: Draft,
  typed: TypedText,
  config: PredictionConfig,
): GhostCandidate[] {
  const { corpus } = snapshot;
  const around = draftContext(draft, typed.offset, config);
  const place = {
    beginsClause: typed.clause === '',
    foretold: foretoldShare(corpus, draft.text, draft.frontMatter?.end ?? 0, typed.offset),
    corpusCharacters: corpus.characters,
  };
  const evidence = (key: string, probability: number, certain: GhostEvidence['certain']): GhostEvidence => ({
    ...place,
    probability,
    length: key.length,
    certain,
  });
  const likely = predict(snapshot, typed, LIMITS, around).filter(({ key }) => key.length >= SHORTEST);
  const certain = certainContinuation(snapshot, typed);
  const certainKey = certain && keyOf(certain.text);
  const candidates = likely.map((continuation) => ({
    evidence: evidence(continuation.key, continuation.probability, continuation.key === certainKey ? 'also' : 'no'),
    ghost: () => wordedGhost(snapshot, typed, continuation),
  }));
  if (!certain || certainKey === undefined || likely.some(({ key }) => key === certainKey)) return candidates;
  const probability = probabilityOf(snapshot, typed, certainKey, around, UNLIKELY);
  return [...candidates, { evidence: evidence(certainKey, probability, 'only'), ghost: () => certain }];
}

function wordedGhost({ corpus }: Snapshot, typed: TypedText, continuation: Continuation): Ghost | undefined {
  const found = worded(corpus, continuation, typed.line);
  if (!found || !endsPhrase(typed.clause.slice(-WORDS_BEFORE) + found.text, found.next)) return undefined;
  return { text: found.text, source: sourceLine(found.sources) };
}
