/** Says how likely a repeated phrase is a standard formulation, from what was measured of it. */

export interface PhraseMeasures {
  /** In code units. */
  readonly length: number;
  readonly occurrences: number;
  readonly documents: number;
  /** Documents, each counting less the older it is. */
  readonly current: number;
  /** Entropy of what stands before and after, in bits. */
  readonly left: number;
  readonly right: number;
  /** The share of its rarer half that stands in the phrase. */
  readonly fixedness: number;
  /** How many times more often its halves meet than by chance, in bits. */
  readonly cohesion: number;
  /** The share that stands in quotation marks of its own. */
  readonly quoted: number;
}

/**
 * Higher is likelier. A weighted sum, fitted by logistic regression on half of the knowledge's formulations among all
 * repeated phrases of public reports: what is used everywhere is an ordinary word, what current documents use, what is
 * long, stands free on both sides and is quoted is a formulation.
 */
export function phraseScore(phrase: PhraseMeasures): number {
  return (
    0.9 * Math.log2(phrase.current + LEAST_CURRENT) -
    0.6 * Math.log2(phrase.occurrences) -
    0.6 * Math.log2(phrase.documents) +
    0.9 * Math.log2(phrase.length) +
    0.7 * phrase.left +
    0.6 * phrase.right +
    0.2 * Math.log2(phrase.fixedness) +
    0.06 * phrase.cohesion +
    1.5 * phrase.quoted
  );
}

/** Keeps phrases of documents without a date in order among themselves. */
const LEAST_CURRENT = 0.05;
