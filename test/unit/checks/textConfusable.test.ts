/** Labelled drafts for `textConfusable`: half of them traps that must stay silent. */
import assert from 'node:assert/strict';
import { textConfusable } from '../../../server/src/checks/text/textConfusable';
import { checkLabelledLines } from '../../support/checkDraft';

describe('check textConfusable', () => {
  it('finds what is marked and nothing else', () => {
    const { drafts, silent } = checkLabelledLines([textConfusable], 'test/fixtures/checks/textConfusable.txt');
    assert.ok(silent * 5 >= drafts * 2, `${silent} of ${drafts} are silent`);
  });
});
