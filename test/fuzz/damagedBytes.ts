/** Bytes as a failing disk, a cut download or an attacker may leave them. */
import fc from 'fast-check';

type Damage = (bytes: Uint8Array) => Uint8Array;

/** A copy of `whole` that is cut short, or in which stretches are flipped, overwritten, doubled or taken out. */
export function damagedBytes(whole: Uint8Array): fc.Arbitrary<Uint8Array> {
  const at = fc.nat({ max: Math.max(0, whole.length - 1) });
  const flip = fc.tuple(at, fc.integer({ min: 1, max: 255 })).map(
    ([place, mask]): Damage =>
      (bytes) => {
        if (place < bytes.length) bytes[place]! ^= mask;
        return bytes;
      },
  );
  const overwrite = fc.tuple(at, fc.uint8Array({ maxLength: 16 })).map(
    ([place, written]): Damage =>
      (bytes) => {
        bytes.set(written.subarray(0, Math.max(0, bytes.length - place)), Math.min(place, bytes.length));
        return bytes;
      },
  );
  const cut = at.map(
    (place): Damage =>
      (bytes) =>
        bytes.slice(0, place),
  );
  const remove = fc.tuple(at, fc.nat({ max: 64 })).map(
    ([place, length]): Damage =>
      (bytes) => {
        return Uint8Array.from([...bytes.subarray(0, place), ...bytes.subarray(place + length)]);
      },
  );
  const repeat = fc.tuple(at, fc.nat({ max: 64 })).map(
    ([place, length]): Damage =>
      (bytes) => {
        return Uint8Array.from([...bytes.subarray(0, place + length), ...bytes.subarray(place)]);
      },
  );
  const damage = fc.oneof(
    { weight: 4, arbitrary: flip },
    { weight: 2, arbitrary: overwrite },
    { weight: 2, arbitrary: cut },
    { weight: 1, arbitrary: remove },
    { weight: 1, arbitrary: repeat },
  );
  return fc
    .array(damage, { minLength: 1, maxLength: 4 })
    .map((damages) => damages.reduce<Uint8Array>((bytes, apply) => apply(bytes), whole.slice()));
}
