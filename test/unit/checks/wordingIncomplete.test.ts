/** Labelled sentences for `wordingIncomplete`: half of them traps that must stay silent. */
import assert from 'node:assert/strict';
import { wordingIncomplete } from '../../../server/src/checks/wording/wordingIncomplete';
import { checkLabelledLines } from '../../support/checkDraft';

describe('check wordingIncomplete', () => {
  it('finds what is marked and nothing else', function () {
    this.timeout(20_000);
    const { drafts, silent } = checkLabelledLines([wordingIncomplete], 'test/fixtures/checks/wordingIncomplete.txt');
    assert.ok(silent * 2 >= drafts, `${silent} of ${drafts} are silent`);
  });
});
