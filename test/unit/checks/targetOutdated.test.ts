/** Labelled sentences for `targetOutdated`: half of them traps that must stay silent. */
import assert from 'node:assert/strict';
import { targetOutdated } from '../../../server/src/checks/target/targetOutdated';
import { checkLabelledLines } from '../../support/checkDraft';

describe('check targetOutdated', () => {
  it('finds what is marked and nothing else', function () {
    this.timeout(20_000);
    const { drafts, silent } = checkLabelledLines([targetOutdated], 'test/fixtures/checks/targetOutdated.txt');
    assert.ok(silent * 2 >= drafts, `${silent} of ${drafts} are silent`);
  });
});
