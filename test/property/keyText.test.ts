/** Folding whatever text there may be. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldCodeUnit, keyOf, keyText, keyUnits } from '../../server/src/text/keyText';

/** Text as it comes from scraped pages: Han, marks of both widths, spaces, line breaks, anything else. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'科技创新，,。「」"　 \t\r\n\ufeff\u200b２ＡaZ%％'.split('')),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
    { maxLength: 60 },
  )
  .map((units) => units.join(''));

describe('any text, folded', () => {
  it('has a map that only goes forward and stays in the text', () => {
    fc.assert(
      fc.property(text, (original) => {
        const { key, map } = keyText(original);
        let last = -1;
        for (let i = 0; i < key.length; i++) {
          const at = map.toOrigin(i);
          assert.ok(at > last && at < original.length);
          last = at;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has the same key as bare units', () => {
    fc.assert(
      fc.property(text, (original) => {
        assert.equal(String.fromCharCode(...keyUnits(original)), keyText(original).key);
      }),
      { numRuns: 500 },
    );
  });

  it('has in its key what its units fold to', () => {
    fc.assert(
      fc.property(text, (original) => {
        const { key, map } = keyText(original);
        for (let i = 0; i < key.length; i++) {
          const unit = original.charCodeAt(map.toOrigin(i));
          assert.equal(key.charCodeAt(i), unit === 10 || unit === 13 ? 10 : foldCodeUnit(unit));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is found again from the text where it left a trace', () => {
    fc.assert(
      fc.property(text, (original) => {
        const { key, map } = keyText(original);
        for (let i = 0; i < key.length; i++) assert.equal(map.fromOrigin(map.toOrigin(i)), i);
      }),
      { numRuns: 500 },
    );
  });

  it('does not change when it is folded again', () => {
    fc.assert(fc.property(text, (original) => assert.equal(keyText(keyText(original).key).key, keyText(original).key)));
  });

  it('has one key, with the map and without', () => {
    fc.assert(
      fc.property(text, (original) => assert.equal(keyOf(original), keyText(original).key.replaceAll('\n', ''))),
    );
  });
});
