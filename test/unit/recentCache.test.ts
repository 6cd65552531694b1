/** What was asked for lately is remembered, the rest is forgotten in time. */
import assert from 'node:assert/strict';
import { RecentCache } from '../../server/src/util/recentCache';

describe('a cache of what was asked for lately', () => {
  const counting = () => {
    const made: string[] = [];
    return {
      made,
      make: (key: string) => () => {
        made.push(key);
        return key.toUpperCase();
      },
    };
  };

  it('makes a value once', () => {
    const cache = new RecentCache<string>(4);
    const { made, make } = counting();
    assert.equal(cache.get('a', make('a')), 'A');
    assert.equal(cache.get('a', make('a')), 'A');
    assert.deepEqual(made, ['a']);
  });

  it('keeps what is asked for again and forgets the rest', () => {
    const cache = new RecentCache<string>(4);
    const { made, make } = counting();
    for (let i = 0; i < 20; i++) {
      cache.get('kept', make('kept'));
      cache.get(`other${i}`, make(`other${i}`));
    }
    cache.get('other0', make('other0'));
    assert.equal(made.filter((key) => key === 'kept').length, 1);
    assert.equal(made.filter((key) => key === 'other0').length, 2);
  });

  it('counts values as it is told to', () => {
    const cache = new RecentCache<string>(10, () => 10);
    const { made, make } = counting();
    for (const key of ['a', 'b', 'c', 'a']) cache.get(key, make(key));
    assert.deepEqual(made, ['a', 'b', 'c', 'a']);
  });
});
