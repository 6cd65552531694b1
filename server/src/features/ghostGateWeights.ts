/** Fitted weights of the gate of ghost text; written by `scripts/fitGate.ts`, not by hand. */

/** What a suggestion of one character must be likely, in a draft that is foretold as most are. */
export const aim: number = 0.52;

/**
 * The log odds that a suggestion is right are the sum of these times 1, the log odds of its probability, also certain,
 * only certain, only certain · log odds, only certain · smallness of the corpus, beginning of a clause,
 * how often the corpus foretold the draft.
 */
export const gateWeights: readonly number[] = [0.14, 0.8, 0.68, 0.14, -0.6, 0.99, -0.8, 1.04];
