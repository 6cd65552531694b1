/** Maps from a derived text to its origin, and two of them in a row. */
import assert from 'node:assert/strict';
import { composeMaps, MappedTextBuilder, OffsetMap } from '../../../server/src/text/offsetMap';

/** A text with the characters of `left out` taken away. */
function without(text: string, characters: string) {
  const builder = new MappedTextBuilder();
  for (let i = 0; i < text.length; i++) if (!characters.includes(text[i]!)) builder.append(text[i]!, i);
  return builder.finish();
}

describe('the map to an origin', () => {
  it('leads every unit to where it came from', () => {
    const origin = 'a-b--cd-';
    const { text, map } = without(origin, '-');
    assert.equal(text, 'abcd');
    for (let i = 0; i < text.length; i++) assert.equal(origin[map.toOrigin(i)], text[i]);
  });

  it('spans from the first to the last unit, without what was taken away behind it', () => {
    const { map } = without('a-b--cd-', '-');
    assert.deepEqual(map.spanToOrigin(0, 2), { start: 0, end: 3 });
    assert.deepEqual(map.spanToOrigin(1, 2), { start: 2, end: 3 });
  });

  it('gives an empty span where nothing is spanned', () => {
    const { map } = without('a-b', '-');
    assert.deepEqual(map.spanToOrigin(1, 1), { start: 2, end: 2 });
  });

  it('stores one run for each break, however long the text', () => {
    const { map } = without(`${'x'.repeat(1000)}-${'y'.repeat(1000)}`, '-');
    assert.equal(map.runs.length, 4);
  });

  it('is the identity for a text that was not changed', () => {
    assert.equal(OffsetMap.identity.toOrigin(17), 17);
    assert.equal(OffsetMap.identity.fromOrigin(17), 17);
  });

  it('of an empty text leads to the beginning', () => {
    const { text, map } = new MappedTextBuilder().finish();
    assert.equal(text, '');
    assert.deepEqual(map.spanToOrigin(0, 0), { start: 0, end: 0 });
  });
});

describe('two maps in a row', () => {
  it('lead from the last text to the first', () => {
    const raw = '(a)-(b)--[c]';
    const middle = without(raw, '-');
    const last = without(middle.text, '()[]');
    assert.equal(last.text, 'abc');
    const map = composeMaps(last.map, last.text.length, middle.map);
    for (let i = 0; i < last.text.length; i++) assert.equal(raw[map.toOrigin(i)], last.text[i]);
  });
});
