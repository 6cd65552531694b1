/** What goes into a growing array comes out of it, across chunks. */
import assert from 'node:assert/strict';
import { ChunkedArray } from '../../../server/src/index/chunkedArray';

const units = () => new ChunkedArray<Uint16Array>((length) => new Uint16Array(length));

describe('a chunked array', () => {
  it('keeps the order of what was appended, over several chunks', () => {
    const array = units();
    const expected: number[] = [];
    for (let i = 0; i < 60; i++) {
      const text = String.fromCharCode(0x4e00 + i).repeat(i * 37);
      if (i % 2 === 0) array.appendText(text);
      else array.append(Uint16Array.from(text, (unit) => unit.charCodeAt(0)));
      for (const unit of text) expected.push(unit.charCodeAt(0));
    }
    assert.equal(array.length, expected.length);
    assert.ok(expected.length > 3 * 4096);
    const target = new Uint16Array(expected.length + 1);
    array.moveTo(target);
    assert.deepEqual(Array.from(target), [...expected, 0]);
  });

  it('is empty after a move and can be filled again', () => {
    const array = units();
    array.appendText('第一次');
    array.moveTo(new Uint16Array(3));
    assert.equal(array.length, 0);
    array.appendText('第二');
    const target = new Uint16Array(2);
    array.moveTo(target);
    assert.equal(String.fromCharCode(...target), '第二');
  });

  it('fills chunks to the last element', () => {
    const array = units();
    array.append(new Uint16Array(4096).fill(1));
    array.append(new Uint16Array(8192).fill(2));
    array.appendText('\u0003');
    const target = new Uint16Array(4096 + 8192 + 1);
    array.moveTo(target);
    assert.deepEqual([target[4095], target[4096], target[12287], target[12288]], [1, 2, 2, 3]);
  });
});
