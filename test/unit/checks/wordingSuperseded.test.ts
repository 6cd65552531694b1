/** Labelled sentences for `wordingSuperseded`: half of them traps that must stay silent. */
import assert from 'node:assert/strict';
import { wordingSuperseded } from '../../../server/src/checks/wording/wordingSuperseded';
import { checkLabelledLines } from '../../support/checkDraft';

describe('check wordingSuperseded', () => {
  it('finds what is marked and nothing else', function () {
    this.timeout(20_000);
    const { drafts, silent } = checkLabelledLines([wordingSuperseded], 'test/fixtures/checks/wordingSuperseded.txt');
    assert.ok(silent * 2 >= drafts, `${silent} of ${drafts} are silent`);
  });
});
