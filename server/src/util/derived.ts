/** Keeps what is worked out from an object for as long as the object lives. */

/** `make`, called once for each object. The value may not be undefined. */
export function derived<K extends object, T>(make: (from: K) => T): (from: K) => T {
  const known = new WeakMap<K, T>();
  return (from) => {
    let value = known.get(from);
    if (value === undefined) {
      value = make(from);
      known.set(from, value);
    }
    return value;
  };
}
