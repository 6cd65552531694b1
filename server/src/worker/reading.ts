/** How far the reading of documents is, and whether it goes on. */
import type { ScannedFile } from './scan';

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** The file that is read next, absent once all are read. */
  readonly path?: string;
}

/** Between one document and the next, and while suffixes are sorted: whether to stop, because a newer request waits. */
export type IsCancelled = () => boolean;

/** Thrown out of a computation that nobody waits for any more. */
export class Cancelled extends Error {}

/** Undefined where the computation ended with {@link Cancelled}. */
export async function unlessCancelled<T>(computation: Promise<T>): Promise<T | undefined> {
  try {
    return await computation;
  } catch (error) {
    if (error instanceof Cancelled) return undefined;
    throw error;
  }
}

/** Milliseconds of reading without a look at the messages that came in. */
const LONGEST_READING = 20;

/** Tells how far the reading is, and lets a thread that reads without a pause take in a newer request, or the end. */
export class Reading {
  total = 0;
  #done = 0;
  #lastPause = performance.now();

  constructor(
    readonly onProgress: (progress: Progress) => void,
    readonly isCancelled: IsCancelled,
  ) {}

  /** Before a file is read: false when nothing more is to be read. */
  async next({ path }: ScannedFile): Promise<boolean> {
    if (performance.now() - this.#lastPause >= LONGEST_READING) {
      await new Promise((resolve) => setImmediate(resolve));
      this.#lastPause = performance.now();
    }
    if (this.isCancelled()) return false;
    this.onProgress({ done: this.#done++, total: this.total, path });
    return true;
  }

  end(): void {
    if (this.total > 0) this.onProgress({ done: this.#done, total: this.total });
  }
}
