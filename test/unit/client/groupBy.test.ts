/** Lists in views are put into groups as they are, however long. */
import assert from 'node:assert/strict';
import { groupBy } from '../../../client/src/groupBy';

describe('groups', () => {
  it('stand in the order of their first values, and hold theirs in order', () => {
    const groups = groupBy(['b1', 'a1', 'b2', 'a2', 'c1'], (value) => value[0]!);
    assert.deepEqual(
      [...groups.values()].map((group) => group.join(' ')),
      ['b1 b2', 'a1 a2', 'c1'],
    );
  });

  it('of a corpus with a kind of 200,000 documents do not copy it for each', () => {
    const groups = groupBy(
      Array.from({ length: 200_000 }, (_, i) => i),
      () => 'news',
    );
    assert.equal(groups.get('news')?.length, 200_000);
  });
});
