/** A short name for a row of numbers: two hashes of 32 bits, so that rows that differ have one name about never. */

/** Numbers are added one by one; equal rows have equal names. */
export class PairHash {
  #a = 0x811c9dc5;
  #b = 0x2545f491;

  /** @param value its lowest 32 bits count. O(1). */
  add(value: number): this {
    this.#a = Math.imul(this.#a ^ value, 0x01000193) ^ (this.#a >>> 15);
    this.#b = Math.imul(this.#b + value, 0x9e3779b1) ^ (this.#b >>> 13);
    return this;
  }

  get name(): string {
    return `${this.#a >>> 0} ${this.#b >>> 0}`;
  }
}
