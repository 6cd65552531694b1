/** Clean text put together from its key is the text that was put away, stretch by stretch, whatever it holds. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ChunkedArray } from '../../server/src/index/chunkedArray';
import { isWritten, restOf } from '../../server/src/index/foldedText';
import { appendList, readList } from '../../server/src/index/numberLists';
import { keyText } from '../../server/src/text/keyText';
import { corpusOf } from '../support/corpus';

/** Text in print, with what keys leave out or have in another form: often, seldom, or not at all. */
const pieces = [
  '要推动科技创新',
  '，',
  '。',
  '\n',
  '\n\n',
  ' ',
  '　',
  '\r\n',
  '２',
  '(',
  '３％',
  'GDP',
  '發展',
  '𠮷',
  '\u200b',
];
const printed = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: fc.constant('各级党委要扛起责任，抓好落实。') }, fc.constantFrom(...pieces)),
    {
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(''));
const texts = fc.oneof(printed, fc.string({ unit: 'binary', maxLength: 60 }));
/** The separator of documents is in no text. */
const inFile = texts.map((text) => text.replaceAll('\0', ''));

describe('a clean text put together from its key', () => {
  it('is what it was, as a whole and in any stretch', () => {
    fc.assert(
      fc.property(fc.array(inFile, { minLength: 1, maxLength: 3 }), fc.nat(), fc.nat(), (files, a, b) => {
        const corpus = corpusOf(Object.fromEntries(files.map((text, i) => [`/${i}.md`, text])));
        for (const [i, text] of files.entries()) {
          const document = corpus.documentAt(`/${i}.md`)!;
          assert.equal(document.cleanText(), text);
          const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
          assert.equal(document.cleanText(start, end), text.slice(start, end));
          assert.equal(document.cleanText(start, text.length + 5), text.slice(start));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has its paragraphs where line breaks are', () => {
    fc.assert(
      fc.property(inFile, fc.nat(), fc.integer({ min: 1, max: 40 }), (text, at, times) => {
        const long = text.repeat(times);
        const offset = at % (long.length + 1);
        const corpus = corpusOf({ '/a.md': long });
        const next = long.indexOf('\n', offset);
        assert.deepEqual(corpus.paragraphAround(corpus.documentAt('/a.md')!, offset), {
          start: offset === 0 ? 0 : long.lastIndexOf('\n', offset - 1) + 1,
          end: next < 0 ? long.length : next,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('costs a unit for each one the key does not say, and never more than the text', () => {
    fc.assert(
      fc.property(inFile, (text) => {
        const { key, map } = keyText(text);
        const { units, changed } = restOf(text, key, map);
        assert.ok(units.length <= text.length);
        if (!isWritten(units.length, text.length))
          assert.equal(units.length, text.length - key.length + changed.length);
      }),
    );
  });
});

describe('a list of numbers in few bytes', () => {
  const bytesOf = (lists: readonly (readonly number[])[], stride: 1 | 2) => {
    const array = new ChunkedArray<Uint8Array>((length) => new Uint8Array(length));
    const starts = lists.map((list) => appendList(Int32Array.from(list), stride, array));
    const bytes = new Uint8Array(array.length);
    array.moveTo(bytes);
    return { bytes, starts };
  };
  const anyList = fc.array(fc.integer({ min: -0x80000000, max: 0x7fffffff }), { maxLength: 20 });
  const strides = fc.constantFrom<1 | 2>(1, 2);

  it('reads as it was written', () => {
    fc.assert(
      fc.property(fc.array(anyList, { maxLength: 4 }), strides, (lists, stride) => {
        const { bytes, starts } = bytesOf(lists, stride);
        for (const [i, list] of lists.entries()) {
          assert.deepEqual(Array.from(readList(bytes, starts[i]!, stride)), list);
        }
      }),
    );
  });

  it('takes a byte for a number that is less than 128 beyond the one before', () => {
    const { bytes } = bytesOf([[0, 127, 254, 300]], 1);
    assert.equal(bytes.length, 5);
  });

  it('is some list, no longer than the bytes, where they are damaged', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat({ max: 50 }), strides, (bytes, start, stride) => {
        assert.ok(readList(bytes, start, stride).length <= bytes.length);
      }),
    );
  });
});
