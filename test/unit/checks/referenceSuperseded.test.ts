/** Labelled sentences for `referenceSuperseded`: half of them traps that must stay silent. */
import assert from 'node:assert/strict';
import { referenceSuperseded } from '../../../server/src/checks/reference/referenceSuperseded';
import { checkLabelledLines } from '../../support/checkDraft';

describe('check referenceSuperseded', () => {
  it('finds what is marked and nothing else', function () {
    this.timeout(20_000);
    const { drafts, silent } = checkLabelledLines(
      [referenceSuperseded],
      'test/fixtures/checks/referenceSuperseded.txt',
    );
    assert.ok(silent * 2 >= drafts, `${silent} of ${drafts} are silent`);
  });
});
