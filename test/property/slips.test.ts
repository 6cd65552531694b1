/** Wordings one slip away against what is plainly true. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editDistance } from '../../server/src/index/alignment';
import { bestOccurrences, occurrenceCount } from '../../server/src/index/bestOccurrences';
import { wordingsWithOneSlip } from '../../server/src/index/slips';
import { corpusOf } from '../support/corpus';

const text = (most: number) =>
  fc.array(fc.constantFrom(...'甲乙丙丁'), { minLength: 1, maxLength: most }).map((a) => a.join(''));
const files = fc.array(text(30), { minLength: 1, maxLength: 3 });

describe('wordings one slip away', () => {
  it('are all that differ by one wrong, missing or extra letter', () => {
    fc.assert(
      fc.property(files, text(6), (documents, letters) => {
        const corpus = corpusOf(Object.fromEntries(documents.map((document, i) => [`/${i}.md`, document])));
        const found = new Map(wordingsWithOneSlip(corpus, letters).map((each) => [each.key, each]));
        for (const { key, count } of found.values()) {
          const places = documents.flatMap((document) => [...document].filter((_, i) => document.startsWith(key, i)));
          assert.equal(count, places.length, key);
          const swapped = [...letters].some(
            (_, i) =>
              key ===
              letters.slice(0, i) +
                letters
                  .slice(i, i + 2)
                  .split('')
                  .reverse()
                  .join('') +
                letters.slice(i + 2),
          );
          assert.ok(swapped || editDistance(letters, key) === 1, key);
        }
        if (letters.length < 3) return;
        for (const document of documents) {
          for (let start = 0; start < document.length; start++) {
            for (const length of [letters.length - 1, letters.length, letters.length + 1]) {
              const key = document.slice(start, start + length);
              if (key.length < length || editDistance(letters, key) !== 1) continue;
              // A slip in the first or last letter gives the rest of the wording.
              const isFound =
                found.has(key) ||
                found.has(letters.slice(1)) ||
                found.has(letters.slice(0, -1)) ||
                key.includes(letters);
              assert.ok(isFound, `${key} for ${letters}`);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stand where they are said to', () => {
    fc.assert(
      fc.property(files, text(6), (documents, letters) => {
        const corpus = corpusOf(Object.fromEntries(documents.map((document, i) => [`/${i}.md`, document])));
        for (const { key, ranges, count } of wordingsWithOneSlip(corpus, letters)) {
          assert.equal(occurrenceCount(ranges), count);
          const occurrences = bestOccurrences(corpus, ranges, 1000, 1000);
          assert.equal(occurrences.length, count);
          for (const { document, start, end } of occurrences)
            assert.equal(document.segment.keyText({ start, end }), key);
        }
      }),
      { numRuns: 100 },
    );
  });
});
