/** Runs a long computation in short stretches, so that what waits in the same thread gets its turn. */

/** Milliseconds: a key typed meanwhile waits no longer. */
const LONGEST_STRETCH = 4;

/** Draws from `steps` until it ends and answers its result; each step should take well under a millisecond. */
export async function inSteps<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const start = performance.now();
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() - start < LONGEST_STRETCH);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Draws from `steps` at once until it ends. */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
