/** Puts work off until the thread has nothing else to do. */
import { performance } from 'node:perf_hooks';

/** Milliseconds in which a thread is watched. */
const WATCHED = 1000;
/** The share of them in which it may have worked: answering one key takes about as much. */
const LITTLE = 0.01;
/** Milliseconds after which the work is done in any case. */
const LATEST = 10_000;

/**
 * Answers a function that asks for `work`: done once, when the thread has had nothing to do for a second, and ten
 * seconds after it was first asked for at the latest.
 */
export function whenIdle(work: () => void): { readonly ask: () => void; readonly dispose: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const watch = (since: number): void => {
    const before = performance.eventLoopUtilization();
    timer = setTimeout(() => {
      const { utilization } = performance.eventLoopUtilization(before);
      if (utilization > LITTLE && performance.now() - since < LATEST) return watch(since);
      timer = undefined;
      work();
    }, WATCHED);
    timer.unref();
  };
  return {
    ask: () => {
      if (!timer) watch(performance.now());
    },
    dispose: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
