/** The corpus: what is found in it and where it can be opened. */
import assert from 'node:assert/strict';
import { Corpus } from '../../../server/src/index/corpus';
import { Segment } from '../../../server/src/index/segment';
import { buildSegment, SegmentBuilder, segmentInput } from '../../../server/src/index/segmentBuilder';
import { MappedTextBuilder } from '../../../server/src/text/offsetMap';
import { corpusOf } from '../../support/corpus';

const corpus = corpusOf(
  {
    '/甲.md': '第一段。\n要推动科技创新，推动产业创新。',
    '/乙.md': '推动科技创新。',
    '/例.md': '推动科技创新。',
  },
  { '/例.md': { kind: 'sample' } },
);

describe('the corpus', () => {
  it('finds a wording in every source, and in examples when asked', () => {
    assert.equal(corpus.occurrences('推动科技创新', 10).length, 2);
    assert.equal(corpus.occurrences('推动科技创新', 10, true).length, 3);
    assert.equal(corpus.occurrences('推动科技创新', 1).length, 1);
  });

  it('finds nothing for nothing', () => {
    assert.deepEqual(corpus.occurrences('', 10), []);
    assert.deepEqual(Corpus.empty.occurrences('创新', 10), []);
  });

  it('finds nothing that reaches over two documents or paragraphs', () => {
    assert.deepEqual(corpus.occurrences('产业创新。推动', 10), []);
    assert.deepEqual(corpus.occurrences('第一段。要推动', 10), []);
  });

  it('counts sources and characters without examples among the sources', () => {
    assert.deepEqual(
      corpus.sources.map(({ path }) => path),
      ['/甲.md', '/乙.md'],
    );
    assert.equal(corpus.documentAt('/乙.md')?.length, 7);
    assert.equal(corpus.documentAt('/none.md'), undefined);
  });

  it('does not see what is hidden', () => {
    const [part] = corpus.parts;
    const partly = new Corpus([{ segment: part!.segment, hidden: new Set([0]) }]);
    assert.deepEqual(
      partly.occurrences('推动科技创新', 10).map(({ document }) => document.path),
      ['/乙.md'],
    );
    assert.equal(partly.documentAt('/甲.md'), undefined);
  });

  it('opens a passage in the file it came from, at line and column', () => {
    const raw = '<p>第一段。</p>\n<p>要推动科技创新。</p>';
    const builder = new MappedTextBuilder();
    for (const [start, end] of [
      [3, 7],
      [11, 12],
      [15, 23],
    ] as const) {
      builder.append(raw.slice(start, end), start);
    }
    const { text, map } = builder.finish();
    assert.equal(text, '第一段。\n要推动科技创新。');
    const input = segmentInput(
      { path: '/网页.txt', title: '网页', kind: 'other', size: 1, modified: 1 },
      { clean: text, cleanToRaw: map, rawLineStarts: Int32Array.of(0, 12) },
    );
    const segment = Segment.open(buildSegment([input])) as Segment;
    const opened = new Corpus([{ segment, hidden: new Set() }]);
    const passage = opened.passage(opened.occurrences('科技创新', 1)[0]!);
    assert.equal(passage.document.cleanText(passage.start, passage.end), '科技创新');
    const { start, end } = opened.location(passage);
    const line = raw.split('\n')[start.line]!;
    assert.equal(line.slice(start.character, end.character), '科技创新');
  });

  it('gives the paragraph around a place', () => {
    const document = corpus.documentAt('/甲.md')!;
    for (const [offset, expected] of [
      [0, '第一段。'],
      [4, '第一段。'],
      [5, '要推动科技创新，推动产业创新。'],
      [document.length, '要推动科技创新，推动产业创新。'],
    ] as const) {
      const { start, end } = corpus.paragraphAround(document, offset);
      assert.equal(document.cleanText(start, end), expected);
    }
  });
});

describe('a segment', () => {
  const { segment } = corpus.parts[0]!;

  it('takes documents over from another as they are', () => {
    const builder = new SegmentBuilder();
    for (const document of segment.documents) builder.addFrom(document);
    const copy = Segment.open(builder.build()) as Segment;
    assert.deepEqual(new Uint8Array(copy.buffer), new Uint8Array(segment.buffer));
  });

  it('says why it cannot be opened', () => {
    const copyOf = (length: number) => {
      const copy = new SharedArrayBuffer(length);
      new Uint8Array(copy).set(new Uint8Array(segment.buffer, 0, length));
      return copy;
    };
    assert.equal(Segment.open(new SharedArrayBuffer(0)), 'cut short');
    assert.equal(Segment.open(new SharedArrayBuffer(64)), 'other version');
    assert.equal(Segment.open(copyOf(segment.buffer.byteLength - 8)), 'cut short');
    const damaged = copyOf(segment.buffer.byteLength);
    new Uint8Array(damaged)[segment.buffer.byteLength - 9]! ^= 1;
    assert.equal((Segment.open(damaged) as Segment).isWhole, false);
    new Uint8Array(damaged)[40]! ^= 1;
    assert.equal(Segment.open(damaged), 'damaged');
  });

  it('may hold no document at all', () => {
    const empty = Segment.open(buildSegment([])) as Segment;
    assert.deepEqual(empty.documents, []);
    assert.deepEqual(empty.suffixes.find('创'), { low: 0, high: 0 });
  });
});
