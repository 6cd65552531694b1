/** The gate of ghost text: how likely a suggestion is right, by what is known of it, and whether it is worth showing. */
import { USUALLY_FORETOLD } from '../index/foretold';
import { aim, gateWeights } from './ghostGateWeights';

/** What tells how likely a suggestion is right. */
export interface GhostEvidence {
  /** By the model of the next text. */
  readonly probability: number;
  /** In key characters. */
  readonly length: number;
  /** Whether it is also, or only, what is certain without statistics. */
  readonly certain: 'no' | 'also' | 'only';
  /** It begins a clause: more ways are open there than the model takes them for. */
  readonly beginsClause: boolean;
  /** How often the corpus foretold what the draft went on with, from 0 to 1. */
  readonly foretold: number;
  /** Code units of clean text indexed. */
  readonly corpusCharacters: number;
}

/** So many keystrokes a right suggestion must save to make up for a whole one that is not right. */
const PATIENCE = 40;
/**
 * Where the corpus foretells a draft well, many suggestions are nearly certain, and less certain ones may be shown
 * beside them until as large a share is wrong as elsewhere; where it does not, only the more certain ones.
 */
const LENIENCE = 0.4;
const MOST_AIM = 0.85;
const LEAST_AIM = 0.25;
/** Less likely than this is all one: it need not be worked out. */
export const UNLIKELY = 1e-4;
/** A corpus of so many characters, as a power of ten, knows how phrases go on; each power less it knows less. */
const TELLING_CORPUS = 5.3;
const MOST_SMALLNESS = 2;

/** What {@link gateWeights} weigh. */
export function gateFeatures(evidence: GhostEvidence): number[] {
  const { probability, certain, beginsClause, foretold, corpusCharacters } = evidence;
  const bounded = Math.min(1 - UNLIKELY, Math.max(UNLIKELY, probability));
  const odds = Math.log(bounded / (1 - bounded));
  const only = certain === 'only' ? 1 : 0;
  const smallness = Math.min(MOST_SMALLNESS, Math.max(0, TELLING_CORPUS - Math.log10(Math.max(1, corpusCharacters))));
  return [
    1,
    odds,
    certain === 'also' ? 1 : 0,
    only,
    only * odds,
    only * smallness,
    beginsClause ? 1 : 0,
    foretold - USUALLY_FORETOLD,
  ];
}

/** How likely the suggestion is right; grows with its probability. */
export function likelihoodOf(evidence: GhostEvidence, weights: readonly number[] = gateWeights): number {
  const exponent = gateFeatures(evidence).reduce((sum, feature, i) => sum + feature * weights[i]!, 0);
  return 1 / (1 + Math.exp(-exponent));
}

/**
 * What showing a suggestion is worth: the keystrokes it may save, and how far its likelihood goes beyond the aim, as the
 * best choice under the condition that a certain share is right weighs them; so a longer one may be less likely.
 * What is worth less than nothing is not shown.
 */
export function ghostWorth(evidence: GhostEvidence, weights = gateWeights, base = aim): number {
  const likelihood = likelihoodOf(evidence, weights);
  const lenience = LENIENCE * (evidence.foretold - USUALLY_FORETOLD);
  const own = Math.min(MOST_AIM, Math.max(LEAST_AIM, base - lenience));
  return likelihood * (evidence.length - 1) + PATIENCE * (likelihood - own);
}
