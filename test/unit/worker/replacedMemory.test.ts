/** The memory of an index that was replaced is given back, and nothing is collected for a change of a few kilobytes. */
import assert from 'node:assert/strict';
import { Corpus } from '../../../server/src/index/corpus';
import { collectGarbage, isMuchReplaced } from '../../../server/src/worker/replacedMemory';
import { corpusOf } from '../../support/corpus';

describe('an index that is replaced', () => {
  it('leaves no shared memory behind once garbage is collected', async () => {
    const reference = new WeakRef(new SharedArrayBuffer(2 ** 20));
    // What a weak reference leads to lives to the end of the turn.
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
    assert.equal(reference.deref(), undefined);
  });

  it('is worth it where it is gone and large', () => {
    const [large] = corpusOf({ '甲.md': '稳中求进，以进促稳。'.repeat(20_000) }).parts;
    const [small] = corpusOf({ '乙.md': '稳中求进。' }).parts;
    assert.ok(isMuchReplaced(new Corpus([large!]), new Corpus([small!])));
    assert.ok(!isMuchReplaced(new Corpus([large!]), new Corpus([large!, small!])));
    assert.ok(!isMuchReplaced(new Corpus([small!]), new Corpus([large!])));
  });
});
