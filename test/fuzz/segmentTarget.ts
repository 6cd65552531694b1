/** Fuzzes the cache: a damaged segment is refused, never opened as something else. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Segment } from '../../server/src/index/segment';
import { corpusOf } from '../support/corpus';
import { damagedBytes } from './damagedBytes';
import { fuzzTarget } from './fuzzTarget';

const texts = {
  '/a.md': '推动科技创新和产业创新深度融合。',
  '/b.md': '绿水青山就是金山银山',
  '/c.md': '科技创新'.repeat(20),
};

let made: Uint8Array | undefined;

function whole(): Uint8Array {
  made ??= new Uint8Array(corpusOf(texts).parts[0]!.segment.buffer).slice();
  return made;
}

/** Two flips of the same bit, four bytes apart or more: what cancels out in weak sums. */
const twins = fc.tuple(fc.nat(), fc.nat(), fc.nat({ max: 31 })).map(([a, b, bit]) => {
  const bytes = whole().slice();
  const words = bytes.length >> 2;
  for (const word of new Set([a % words, b % words])) bytes[word * 4 + (bit >> 3)]! ^= 1 << (bit & 7);
  return bytes;
});

/** What once failed: the highest bits of two words, flipped together, left the checksum as it was. */
const found = [
  [8, 12],
  [8, 9],
  [20, 301],
].map(([a, b]) => {
  const bytes = whole().slice();
  for (const word of [a!, b!]) bytes[word * 4 + 3]! ^= 0x80;
  return bytes;
});

/** What once threw: a length of the header beyond 31 bits came out negative. */
const longHeaders = [0x80000000, 0xfffffff0, 0xffffffff].map((length) => {
  const bytes = whole().slice();
  new DataView(bytes.buffer).setUint32(8, length);
  return bytes;
});

const input = fc.oneof(
  fc.constant(0).chain(() => damagedBytes(whole())),
  twins,
);

export const segmentTarget = fuzzTarget(
  'cached segments',
  input,
  (bytes) => {
    const shared = new SharedArrayBuffer(bytes.length);
    new Uint8Array(shared).set(bytes);
    const opened = Segment.open(shared);
    if (typeof opened === 'string' || !opened.isWhole) return;
    // What is not covered by the checksum may differ; what is served may not.
    const served = Object.fromEntries(opened.documents.map((document) => [document.path, document.cleanText()]));
    assert.deepEqual(served, texts);
    for (const text of Object.values(texts)) {
      const { low, high } = opened.suffixes.find(text.slice(0, 4));
      assert.ok(high > low, 'what a document holds is found');
    }
  },
  { examples: [...found, ...longHeaders] },
);
