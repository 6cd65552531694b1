/** Tests the names of stretches. */
import assert from 'node:assert/strict';
import { PairHash } from '../../../server/src/util/pairHash';
import { StretchHashes } from '../../../server/src/util/stretchHashes';

describe('names of rows of numbers', () => {
  it('are equal for equal stretches of different rows', () => {
    const [a, b] = [
      [1, 2, 3, 4, 5, 6],
      [9, 3, 4, 5],
    ];
    const [inA, inB] = [a, b].map((row) => new StretchHashes(row.length, (i) => row[i]!));
    assert.equal(inA!.name(2, 5), inB!.name(1, 4));
    assert.notEqual(inA!.name(1, 4), inB!.name(1, 4));
    assert.notEqual(inA!.name(2, 4), inB!.name(1, 4), 'a shorter one');
  });

  it('differ for all stretches of a long row that differ', () => {
    const row = Array.from({ length: 400 }, (_, i) => (i * i) % 7);
    const hashes = new StretchHashes(row.length, (i) => row[i]!);
    const words = new Map<string, string>();
    for (let start = 0; start < row.length; start++)
      for (let end = start + 1; end <= Math.min(row.length, start + 60); end++) {
        const name = hashes.name(start, end);
        const told = row.slice(start, end).join();
        assert.equal(words.get(name) ?? told, told);
        words.set(name, told);
      }
  });

  it('tell the order of what was added', () => {
    const named = (...row: number[]) => row.reduce((hash, value) => hash.add(value), new PairHash()).name;
    assert.equal(named(1, 2, 3), named(1, 2, 3));
    assert.equal(new Set([named(1, 2), named(2, 1), named(1, 2, 0), named(0, 1, 2)]).size, 4);
  });
});
