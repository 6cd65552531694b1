/** Remembers what was asked for lately, for as many keys as is wanted. */

/** A map that forgets what was not asked for while so many other keys were: two generations, O(1) for each call. */
export class RecentCache<T> {
  #young = new Map<string, T>();
  #old = new Map<string, T>();
  #weight = 0;

  /** At most twice `capacity` is held, counted as `weigh` says: 1 for each value unless told otherwise. */
  constructor(
    readonly capacity: number,
    readonly weigh: (value: T) => number = () => 1,
  ) {}

  /** The value of `key`, made by `make` where it is not known. */
  get(key: string, make: () => T): T {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const value = this.#old.get(key) ?? make();
    this.#young.set(key, value);
    this.#weight += this.weigh(value);
    if (this.#weight >= this.capacity) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#weight = 0;
    }
    return value;
  }
}
