/** A typed array that grows in chunks: nothing is copied while it grows, and nothing is left behind when it moves. */

/** Elements of the first chunk and of the largest; each is twice as large as the one before. */
const SMALLEST_CHUNK = 1 << 12;
const LARGEST_CHUNK = 1 << 20;

type Elements = Uint8Array | Uint16Array;

/** Elements in the order they were appended. Memory is that of the elements, rounded up to a chunk. */
export class ChunkedArray<T extends Elements> {
  #length = 0;
  #chunks: T[] = [];
  /** Elements in the last chunk. */
  #used = 0;

  constructor(readonly create: (length: number) => T) {}

  get length(): number {
    return this.#length;
  }

  append(elements: T): void {
    for (let from = 0; from < elements.length; ) {
      const chunk = this.#chunkWithRoom();
      const count = Math.min(chunk.length - this.#used, elements.length - from);
      chunk.set(elements.subarray(from, from + count), this.#used);
      from += count;
      this.#grow(count);
    }
  }

  /** Appends the UTF-16 code units of a text. */
  appendText(text: string): void {
    for (let from = 0; from < text.length; ) {
      const chunk = this.#chunkWithRoom();
      const at = this.#used;
      const count = Math.min(chunk.length - at, text.length - from);
      for (let i = 0; i < count; i++) chunk[at + i] = text.charCodeAt(from + i);
      from += count;
      this.#grow(count);
    }
  }

  /** Moves everything to the start of `target`, chunk by chunk, and is empty then. */
  moveTo(target: T): void {
    const length = this.#length;
    for (let at = 0; at < length; ) {
      const chunk = this.#chunks.shift()!;
      target.set(chunk.length > length - at ? chunk.subarray(0, length - at) : chunk, at);
      at += chunk.length;
    }
    this.#length = 0;
    this.#used = 0;
  }

  #chunkWithRoom(): T {
    const last = this.#chunks[this.#chunks.length - 1];
    if (last && this.#used < last.length) return last;
    const chunk = this.create(last ? Math.min(LARGEST_CHUNK, last.length * 2) : SMALLEST_CHUNK);
    this.#chunks.push(chunk);
    this.#used = 0;
    return chunk;
  }

  #grow(count: number): void {
    this.#used += count;
    this.#length += count;
  }
}
