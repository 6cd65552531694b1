/** Any way to spell a phrase: every syllable by its first letter, by zh, ch, sh, or in full. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchesPinyin } from '../../server/src/text/pinyinMatch';

const syllable = fc.constantFrom(
  ...'xin zhi sheng chan li chuang qu dong fa zhan a an ang e er o xi xian xia n ni nin g ge lv lve shi si'.split(' '),
);
const spelled = fc.array(fc.tuple(syllable, fc.nat(2)), { minLength: 1, maxLength: 8 });

function typed(word: string, way: number): string {
  if (way === 0) return word[0]!;
  if (way === 1 && /^[zcs]h/.test(word)) return word.slice(0, 2);
  return word;
}

describe('letters typed for a phrase', () => {
  it('spell it whole, however its syllables are mixed', () => {
    fc.assert(
      fc.property(spelled, (parts) => {
        const letters = parts.map(([word, way]) => typed(word, way)).join('');
        assert.equal(
          matchesPinyin(
            letters,
            parts.map(([word]) => word),
          ),
          'whole',
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('spell a part of it when they are cut short', () => {
    fc.assert(
      fc.property(spelled, fc.nat(), (parts, cut) => {
        const words = parts.map(([word]) => word);
        const letters = words.join('');
        const beginning = letters.slice(0, 1 + (cut % letters.length));
        assert.notEqual(matchesPinyin(beginning, words), 'none');
      }),
      { numRuns: 1000 },
    );
  });

  it('do not spell it when a letter is none of its own', () => {
    fc.assert(
      fc.property(spelled, (parts) => {
        const words = parts.map(([word]) => word);
        assert.equal(matchesPinyin(`${words.map((word) => word[0]).join('')}v!`, words), 'none');
      }),
    );
  });
});
