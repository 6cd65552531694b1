/** Labelled sentences for `institutionRenamed`: half of them traps that must stay silent. */
import assert from 'node:assert/strict';
import { institutionRenamed } from '../../../server/src/checks/institution/institutionRenamed';
import { checkLabelledLines } from '../../support/checkDraft';

describe('check institutionRenamed', () => {
  it('finds what is marked and nothing else', function () {
    this.timeout(20_000);
    const { drafts, silent } = checkLabelledLines([institutionRenamed], 'test/fixtures/checks/institutionRenamed.txt');
    assert.ok(silent * 2 >= drafts, `${silent} of ${drafts} are silent`);
  });
});
