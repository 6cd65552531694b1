/** What can be fuzzed: a property that can be run as often as there is time for. */
import fc from 'fast-check';

export interface FuzzRun {
  /** At most so many inputs. */
  readonly runs: number;
  /** At most so long, in milliseconds. */
  readonly milliseconds: number;
  /** To run the same inputs again. */
  readonly seed?: number;
}

export interface FuzzTarget {
  readonly name: string;
  /** Rejects with the smallest input found, its seed and path where the property does not hold; answers how many inputs were tried. */
  run(options: FuzzRun): Promise<number>;
  /** Ends what the target started. */
  dispose?(): Promise<void>;
}

/** A target of inputs from `arbitrary` that `holds` must not throw for; `examples` (what once failed) come first. */
export function fuzzTarget<T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  holds: (input: T) => void | Promise<void>,
  options: { readonly examples?: readonly T[]; prepare?(): Promise<void>; dispose?(): Promise<void> } = {},
): FuzzTarget {
  let last: Promise<void> = Promise.resolve();
  const examples = (options.examples ?? []).map((example): [T] => [example]);
  return {
    name,
    async run({ runs, milliseconds, seed }) {
      // Neither the start of what it needs nor the end of the turn before counts as its time.
      await Promise.all([last, options.prepare?.()]);
      let tried = 0;
      const property = fc.asyncProperty(arbitrary, async (input) => {
        tried++;
        // When the time is up, an input may still be under way: the next one waits for it.
        last = last.then(() => holds(input));
        const held = last;
        last = last.catch(() => {});
        await held;
      });
      await fc.assert(property, {
        numRuns: runs,
        examples,
        interruptAfterTimeLimit: milliseconds,
        ...(seed !== undefined && { seed }),
      });
      return tried;
    },
    ...(options.dispose && { dispose: options.dispose }),
  };
}
