/** Hashes of stretches of a row of numbers, each without going through it again. */

const [ONE_BASE, OTHER_BASE] = [0x01000193, 0x9e3779b1];

/** Two polynomial hashes of 32 bits over all beginnings of a row: equal stretches of any rows have equal names. */
export class StretchHashes {
  readonly #one: Int32Array;
  readonly #other: Int32Array;
  readonly #onePowers: Int32Array;
  readonly #otherPowers: Int32Array;

  /** @param at the number at each of `length` places. O(length). */
  constructor(length: number, at: (place: number) => number) {
    const [one, other] = [new Int32Array(length + 1), new Int32Array(length + 1)];
    const [onePowers, otherPowers] = [new Int32Array(length + 1), new Int32Array(length + 1)];
    onePowers[0] = otherPowers[0] = 1;
    for (let i = 0; i < length; i++) {
      const value = at(i);
      one[i + 1] = Math.imul(one[i]!, ONE_BASE) + value;
      other[i + 1] = Math.imul(other[i]!, OTHER_BASE) + Math.imul(value, value | 1);
      onePowers[i + 1] = Math.imul(onePowers[i]!, ONE_BASE);
      otherPowers[i + 1] = Math.imul(otherPowers[i]!, OTHER_BASE);
    }
    [this.#one, this.#other, this.#onePowers, this.#otherPowers] = [one, other, onePowers, otherPowers];
  }

  /** The name of the numbers from `start` to before `end`; stretches that differ have one name about never. O(1). */
  name(start: number, end: number): string {
    const length = end - start;
    const one = this.#one[end]! - Math.imul(this.#one[start]!, this.#onePowers[length]!);
    const other = this.#other[end]! - Math.imul(this.#other[start]!, this.#otherPowers[length]!);
    return `${length} ${one >>> 0} ${other >>> 0}`;
  }
}
