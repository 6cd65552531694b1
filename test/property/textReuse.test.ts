/** Reuse and quotation search against plain scans, on small random texts. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bestMatch, differences, editDistance } from '../../server/src/index/alignment';
import { letterText } from '../../server/src/index/letterText';
import { exactSources, quotationSource } from '../../server/src/index/quotationSource';
import { textReuse } from '../../server/src/index/textReuse';
import { corpusOf } from '../support/corpus';

const LETTERS = [...'山水田林路桥村镇学校医院工厂商店河湖海天地人口手足日月星辰风雨雷电春夏秋冬东南西北'];
const letter = fc.constantFrom(...LETTERS);
/** Letters no passage has: a planted one cannot go on by chance. */
const OTHER_LETTERS = [...'鹅灶炉匠针线锅碗瓢盆钉锤锯斧'];
const words = (min: number, max: number) =>
  fc.array(letter, { minLength: min, maxLength: max }).map((units) => units.join(''));
const few = fc.array(fc.constantFrom('甲', '乙', '丙', '，'), { maxLength: 70 }).map((units) => units.join(''));

function plainDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, i) => i);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[right.length]!;
}

describe('alignment', () => {
  it('computes the edit distance of a plain table', () => {
    fc.assert(
      fc.property(few, few, (left, right) => assert.equal(editDistance(left, right), plainDistance(left, right))),
    );
  });

  it('finds the best place as a plain scan does', () => {
    const short = fc
      .array(fc.constantFrom('甲', '乙', '丙'), { minLength: 1, maxLength: 40 })
      .map((units) => units.join(''));
    const text = fc.array(fc.constantFrom('甲', '乙', '丙'), { maxLength: 25 }).map((units) => units.join(''));
    fc.assert(
      fc.property(short, text, (pattern, within) => {
        let least = pattern.length;
        for (let i = 0; i <= within.length; i++) {
          for (let j = i; j <= within.length; j++) least = Math.min(least, plainDistance(pattern, within.slice(i, j)));
        }
        const match = bestMatch(pattern, within, pattern.length);
        if (!match) return assert.ok(least === pattern.length);
        assert.equal(match.distance, least);
        assert.equal(plainDistance(pattern, within.slice(match.start, match.end)), least);
      }),
      { numRuns: 60 },
    );
  });

  it('gives differences that turn one text into the other', () => {
    fc.assert(
      fc.property(few, few, (left, right) => {
        let result = left;
        for (const difference of differences(left, right).reverse()) {
          const { left: from, right: to } = difference;
          result = result.slice(0, from.start) + right.slice(to.start, to.end) + result.slice(from.end);
        }
        assert.equal(result, right);
      }),
    );
  });
});

describe('exactSources', () => {
  it('finds what a plain scan of the letters finds', () => {
    const marked = fc
      .array(fc.constantFrom('甲', '乙', '丙', '，', '。”', '\n'), { minLength: 1, maxLength: 60 })
      .map((units) => units.join(''));
    const query = fc
      .array(fc.constantFrom('甲', '乙', '，', '丙'), { minLength: 1, maxLength: 7 })
      .map((units) => units.join(''));
    fc.assert(
      fc.property(marked, query, (text, wanted) => {
        fc.pre(!/[，。”\n]{9}/.test(text));
        const { letters } = letterText(wanted);
        const found = exactSources(corpusOf({ '/a.md': text }), wanted, 1);
        const isThere = letters !== '' && letterText(text).letters.includes(letters);
        assert.equal(found.length === 1, isThere);
        for (const { document, start, end } of found)
          assert.equal(letterText(document.cleanText(start, end)).letters, letters);
      }),
    );
  });
});

describe('quotationSource', () => {
  it('finds the source of a quotation with one wrong letter and says which', () => {
    fc.assert(
      fc.property(
        words(30, 60),
        words(30, 60),
        fc.integer({ min: 0, max: 17 }),
        fc.integer({ min: 2, max: 9 }),
        (text, other, from, at) => {
          const quoted = [...text.slice(from, from + 12)];
          quoted[at] = '错';
          const source = quotationSource(corpusOf({ '/a.md': `${text}\n${other}` }), quoted.join(''), {
            maxDistance: 3,
          });
          assert.equal(source?.distance, 1);
          assert.deepEqual(
            source?.differences.map((difference) => difference.quoted),
            [{ start: at, end: at + 1 }],
          );
        },
      ),
    );
  });
});

describe('textReuse', () => {
  const search = { minLength: 30, formulaicLimit: 3 };

  it('finds a planted passage with its exact ends', () => {
    const others = fc
      .array(fc.constantFrom(...OTHER_LETTERS), { minLength: 40, maxLength: 80 })
      .map((units) => units.join(''));
    fc.assert(
      fc.property(words(60, 120), others, others, (passage, before, after) => {
        const corpus = corpusOf({ '/a.md': `集市${passage}巷口`, '/b.md': '炉火旁的木匠' });
        const text = `${before}${passage}${after}`;
        const own = textReuse(corpus, text, search).passages;
        const found = own.find(({ start, end }) => start < before.length + passage.length && end > before.length);
        fc.pre(new Set(passage).size > 10);
        assert.deepEqual(found && [found.start, found.end], [before.length, before.length + passage.length]);
        assert.equal(found!.similarity, 1);
      }),
    );
  });

  it('stays in range, in order and apart, whatever the text', () => {
    const unit = fc.oneof(letter, fc.constantFrom('，', '。', '\n', ' ', '“', 'Ａ', '1'));
    const text = fc.array(unit, { maxLength: 400 }).map((units) => units.join(''));
    fc.assert(
      fc.property(text, text, fc.nat(300), (source, own, cut) => {
        const draft = own + source.slice(cut);
        const { passages } = textReuse(corpusOf({ '/a.md': source }), draft, search);
        let last = 0;
        for (const { start, end, source: passage, similarity } of passages) {
          assert.ok(last <= start && start < end && end <= draft.length);
          assert.ok(0 <= passage.start && passage.start < passage.end && passage.end <= passage.document.length);
          assert.ok(similarity > 0 && similarity <= 1);
          last = end;
        }
      }),
    );
  });
});

describe('reuse in a text that is edited', () => {
  it('is what a first look at it finds', () => {
    const search = { minLength: 12, formulaicLimit: 3 };
    const paragraph = words(8, 40);
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 2, maxLength: 5 }),
        fc.array(fc.tuple(fc.nat(5), words(1, 6), fc.nat(200)), { minLength: 1, maxLength: 4 }),
        (paragraphs, edits) => {
          const documents = Object.fromEntries(paragraphs.map((text, i) => [`/${i}.md`, text]));
          const looked = corpusOf(documents);
          const lines = [...paragraphs];
          for (const [line, inserted, at] of edits) {
            const text = lines[line % lines.length]!;
            const place = at % (text.length + 1);
            lines[line % lines.length] = text.slice(0, place) + inserted + text.slice(place);
            const told = ({ passages }: ReturnType<typeof textReuse>) =>
              passages.map(({ start, end, similarity, source }) => [
                start,
                end,
                similarity,
                source.document.path,
                source.start,
                source.end,
              ]);
            const draft = lines.join('\n');
            assert.deepEqual(
              told(textReuse(looked, draft, search)),
              told(textReuse(corpusOf(documents), draft, search)),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
