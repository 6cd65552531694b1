/** The suffix array against what is plainly true: small alphabets and repeated texts, where sorting goes wrong. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LazySuffixes } from '../../server/src/index/lazySuffixes';
import { patternRanges } from '../../server/src/index/patternRanges';
import { SuffixArray } from '../../server/src/index/suffixArray';
import { sortSuffixes } from '../../server/src/index/suffixSorting';
import { corpusOf } from '../support/corpus';

/** Texts over alphabets of one to four units, and such texts repeated. */
const letters = fc
  .integer({ min: 1, max: 4 })
  .chain((size) =>
    fc
      .array(fc.integer({ min: 0, max: size - 1 }), { maxLength: 60 })
      .map((units) => units.map((unit) => unit + 0x4e00)),
  );
const texts = fc.oneof(
  letters,
  fc
    .tuple(letters, fc.integer({ min: 2, max: 5 }))
    .map(([units, times]) => Array.from({ length: times }, () => units).flat()),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 }),
);

function plainSort(text: Uint16Array): number[] {
  return Array.from(text.keys()).sort((a, b) => {
    let i = 0;
    while (a + i < text.length && b + i < text.length) {
      const difference = text[a + i]! - text[b + i]!;
      if (difference !== 0) return difference;
      i++;
    }
    return b - a;
  });
}

function suffixArray(units: readonly number[]): SuffixArray {
  const text = Uint16Array.from(units);
  return new SuffixArray(text, sortSuffixes(text));
}

/** Where `pattern` occurs, found by looking everywhere. */
function plainFind(units: readonly number[], pattern: readonly number[]): number[] {
  const found: number[] = [];
  for (let i = 0; i + pattern.length <= units.length; i++) {
    if (pattern.every((unit, j) => units[i + j] === unit)) found.push(i);
  }
  return found;
}

const placesOf = (array: SuffixArray, { low, high }: { low: number; high: number }) =>
  Array.from(array.suffixes.subarray(low, high)).sort((a, b) => a - b);

describe('the suffix array', () => {
  it('is in the order of a plain sort', () => {
    fc.assert(
      fc.property(texts, (units) => {
        const text = Uint16Array.from(units);
        assert.deepEqual(Array.from(sortSuffixes(text)), plainSort(text));
      }),
      { numRuns: 500 },
    );
  });
});

for (const [name, make] of [
  ['the suffix array', suffixArray],
  ['suffixes sorted when they are asked for', (units: readonly number[]) => new LazySuffixes(Uint16Array.from(units))],
] as const) {
  describe(`looking up in ${name}`, () => {
    it('finds a pattern where a plain scan finds it', () => {
      fc.assert(
        fc.property(texts, fc.nat(), fc.integer({ min: 1, max: 8 }), fc.boolean(), (units, at, length, absent) => {
          const pattern = units.slice(at % (units.length + 1)).slice(0, length);
          if (absent) pattern.push(0x9fff);
          if (pattern.length === 0) return;
          const array = make(units);
          assert.deepEqual(placesOf(array, array.find(String.fromCharCode(...pattern))), plainFind(units, pattern));
        }),
        { numRuns: 500 },
      );
    });

    it('refines a range by a unit as the longer pattern would be found', () => {
      fc.assert(
        fc.property(texts, fc.nat(), fc.integer({ min: 1, max: 6 }), (units, at, length) => {
          const pattern = units.slice(at % (units.length + 1)).slice(0, length);
          const array = make(units);
          let range = array.whole;
          for (const [depth, unit] of pattern.entries()) range = array.refine(range, depth, unit);
          if (pattern.length > 0) assert.deepEqual(placesOf(array, range), plainFind(units, pattern));
        }),
        { numRuns: 300 },
      );
    });

    it('branches into every unit that follows, in order', () => {
      fc.assert(
        fc.property(texts, fc.nat(), fc.integer({ min: 0, max: 4 }), (units, at, length) => {
          const pattern = units.slice(at % (units.length + 1)).slice(0, length);
          const array = make(units);
          const branches = [...array.branches(array.find(String.fromCharCode(...pattern)), pattern.length)];
          const following = plainFind(units, pattern).flatMap((place) => units[place + pattern.length] ?? []);
          const distinct = [...new Set(following)].sort((a, b) => a - b);
          assert.deepEqual(
            branches.map(({ unit }) => unit),
            distinct,
          );
          for (const branch of branches) {
            assert.deepEqual(placesOf(array, branch), plainFind(units, [...pattern, branch.unit]));
          }
        }),
        { numRuns: 300 },
      );
    });
  });
}

describe('patterns looked up at once', () => {
  it('are found where each is found by itself', () => {
    const places = fc.array(fc.nat(), { maxLength: 8 });
    fc.assert(
      fc.property(letters, places, fc.integer({ min: 1, max: 5 }), (units, starts, length) => {
        const text = String.fromCharCode(...units);
        const [part] = corpusOf({ '/a.md': text }).parts;
        if (!part) return;
        const absent = '\u9fff'.repeat(length);
        const patterns = starts.map((at) => (text.slice(at % (text.length + 1)) + absent).slice(0, length));
        const joined = patterns.join('');
        const found = patternRanges(
          part.segment,
          Uint16Array.from(joined, (unit) => unit.charCodeAt(0)),
          length,
        );
        for (const [i, pattern] of patterns.entries()) {
          const own = { low: found[i * 2]!, high: found[i * 2 + 1]! };
          const alone = part.segment.suffixes.find(pattern);
          assert.equal(own.high - own.low, alone.high - alone.low);
          if (own.low < own.high) assert.deepEqual(own, alone);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('suffixes sorted when they are asked for', () => {
  it('are in order by the units asked for, whatever was asked before', () => {
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 6 })), { maxLength: 12 }),
        (units, asked) => {
          const lazy = new LazySuffixes(Uint16Array.from(units));
          const sorted = suffixArray(units);
          for (const [at, length] of asked) {
            const pattern = String.fromCharCode(...units.slice(at % (units.length + 1)).slice(0, length));
            const range = lazy.find(pattern);
            assert.deepEqual(range, sorted.find(pattern));
            lazy.sortRange(range.low, range.high, pattern.length);
            const following = (array: SuffixArray) =>
              Array.from(array.suffixes.subarray(range.low, range.high), (suffix) => units[suffix + pattern.length]);
            assert.deepEqual(following(lazy), following(sorted));
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
