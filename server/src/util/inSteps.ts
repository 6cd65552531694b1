/** Runs a long computation in short stretches, so that what waits in the same thread gets its turn. */

/**
 * Milliseconds. A key typed meanwhile waits for three stretches: its change and its request are each taken from the
 * queue of messages in a turn of their own.
 */
const LONGEST_STRETCH = 1;

/** Draws from `steps` until it ends and answers its result; each step should take well under a millisecond. */
export async function inSteps<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    // Before the first stretch too: what asks for this has often just worked a while itself.
    await new Promise((resolve) => setImmediate(resolve));
    const start = performance.now();
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() - start < LONGEST_STRETCH);
  }
}

/** Draws from `steps` at once until it ends. */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
