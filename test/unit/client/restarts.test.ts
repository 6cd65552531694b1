/** A server that dies is started again, more and more slowly, and in the end no more. */
import assert from 'node:assert/strict';
import { Restarts } from '../../../client/src/restarts';

describe('a server that died', () => {
  it('is started again at once, then after longer pauses, three times within three minutes', () => {
    const restarts = new Restarts();
    const pauses = [0, 1000, 5000, 20_000].map((now) => restarts.pauseAfterDeath(now));
    assert.deepEqual(pauses, [0, 2000, 8000, undefined]);
  });

  it('is started at once where it last died long ago', () => {
    const restarts = new Restarts();
    const hour = 3_600_000;
    assert.deepEqual(
      [0, hour, 2 * hour, 3 * hour, 4 * hour].map((now) => restarts.pauseAfterDeath(now)),
      [0, 0, 0, 0, 0],
    );
  });
});
