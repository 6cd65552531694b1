/** Segments on their way between threads: recognised again, so that what was worked out for one is not worked out again. */
import { threadId } from 'node:worker_threads';

/** An index segment as it crosses threads. */
export interface SharedSegment {
  /** Of this buffer alone in this process. */
  readonly name: string;
  readonly buffer: SharedArrayBuffer;
  /** The documents in it that a newer segment replaces or that are gone, by index. */
  readonly hidden: readonly number[];
}

const names = new WeakMap<SharedArrayBuffer, string>();
let named = 0;

/** The name of a buffer that this thread made; always the same for one. */
export function segmentName(buffer: SharedArrayBuffer): string {
  const name = names.get(buffer) ?? `${threadId}.${++named}`;
  names.set(buffer, name);
  return name;
}

/**
 * Receives segments from another thread. A message brings a new object for the same memory each time; here a segment of
 * the last message keeps the object it had, and with it everything that is remembered of that.
 */
export class SegmentReceiver {
  #last = new Map<string, SharedArrayBuffer>();

  received(segments: readonly SharedSegment[]): readonly SharedSegment[] {
    const known = segments.map((segment) => ({ ...segment, buffer: this.#last.get(segment.name) ?? segment.buffer }));
    this.#last = new Map(known.map(({ name, buffer }) => [name, buffer]));
    return known;
  }
}
