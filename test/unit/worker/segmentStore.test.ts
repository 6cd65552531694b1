/** The index on disk: whole, or built anew. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { SEGMENT_VERSION } from '../../../server/src/index/format';
import type { Segment } from '../../../server/src/index/segment';
import { loadSegment, saveSegment, segmentFile } from '../../../server/src/worker/segmentStore';
import { corpusOf } from '../../support/corpus';
import { inTemporaryFolder } from '../../support/temporaryFolder';

const TEXTS = { '/甲.md': '推动科技创新和产业创新深度融合。\n抓好落实。', '/乙.md': '培育新质生产力。' };

function segmentOf(texts: Record<string, string>): Segment {
  return corpusOf(texts).parts[0]!.segment;
}

/** What serves: a segment that is not whole does not. */
function wholeSegment(file: string): Segment | undefined {
  const segment = loadSegment(file);
  return segment?.isWhole ? segment : undefined;
}

const contentOf = (segment: Segment) => segment.documents.map((document) => [document.path, document.cleanText()]);

/** Most of a small segment is one table: damage is tried densely before it, and here and there in it. */
const [DENSE, SPARSE] = [3000, 4999];

describe('the index on disk', () => {
  const expected = Object.entries(TEXTS);

  it('is what was saved', () =>
    inTemporaryFolder(async (folder) => {
      const file = folder.at('cache/corpus.zbi');
      await saveSegment(file, segmentOf(TEXTS).buffer);
      const loaded = wholeSegment(file);
      assert.deepEqual(loaded && contentOf(loaded), expected);
      assert.equal(loaded!.suffixes.find('创新').high - loaded!.suffixes.find('创新').low, 2);
    }));

  it('replaces the old one and leaves no temporary file', () =>
    inTemporaryFolder(async (folder) => {
      const file = folder.at('corpus.zbi');
      await saveSegment(file, segmentOf(TEXTS).buffer);
      await saveSegment(file, segmentOf({ '/丙.md': '新的。' }).buffer);
      assert.deepEqual(contentOf(wholeSegment(file)!), [['/丙.md', '新的。']]);
      assert.deepEqual(readdirSync(folder.path), ['corpus.zbi']);
    }));

  it('is none where there is no file, or an empty one', () =>
    inTemporaryFolder((folder) => {
      assert.equal(wholeSegment(folder.at('none.zbi')), undefined);
      assert.equal(wholeSegment(folder.write('empty.zbi', '')), undefined);
      assert.equal(wholeSegment(folder.path), undefined);
    }));

  it('is none when it was cut, wherever', () =>
    inTemporaryFolder(async (folder) => {
      const file = folder.at('corpus.zbi');
      await saveSegment(file, segmentOf(TEXTS).buffer);
      const bytes = readFileSync(file);
      for (let length = 0; length < bytes.length; length += length < DENSE ? 7 : SPARSE) {
        writeFileSync(file, bytes.subarray(0, length));
        assert.equal(wholeSegment(file), undefined, `cut at ${length}`);
      }
      writeFileSync(file, Buffer.concat([bytes, Buffer.alloc(8)]));
      assert.equal(wholeSegment(file), undefined, 'longer than it was');
    }));

  it('is none when a bit has flipped, or as it was where the bit says nothing', () =>
    inTemporaryFolder(async (folder) => {
      const file = folder.at('corpus.zbi');
      await saveSegment(file, segmentOf(TEXTS).buffer);
      const bytes = readFileSync(file);
      for (let at = 0; at < bytes.length; at += at < 32 ? 1 : at < DENSE ? 5 : SPARSE) {
        const damaged = Buffer.from(bytes);
        damaged[at]! ^= 1 << (at % 8);
        writeFileSync(file, damaged);
        const loaded = wholeSegment(file);
        if (loaded) assert.deepEqual(contentOf(loaded), expected, `byte ${at}`);
        if (at >= 32) assert.equal(loaded, undefined, `byte ${at}`);
      }
    }));

  it('is none when another version wrote it', () =>
    inTemporaryFolder(async (folder) => {
      const file = folder.at('corpus.zbi');
      await saveSegment(file, segmentOf(TEXTS).buffer);
      const bytes = readFileSync(file);
      bytes.writeUInt32BE(SEGMENT_VERSION + 1, 4);
      writeFileSync(file, bytes);
      assert.equal(wholeSegment(file), undefined);
    }));

  it('has a file of its own for other folders or other globs', () => {
    const names = [
      segmentFile('/cache', ['/a'], []),
      segmentFile('/cache', ['/b'], []),
      segmentFile('/cache', ['/a', '/b'], []),
      segmentFile('/cache', ['/a'], ['*.txt']),
    ];
    assert.equal(new Set(names).size, names.length);
  });

  it('cannot be saved where a file stands in the way, and says so', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('cache', 'a file');
      await assert.rejects(saveSegment(folder.at('cache/corpus.zbi'), segmentOf(TEXTS).buffer));
    }));
});
