/** Labelled sentences for `targetFigure`: half of them traps that must stay silent. */
import assert from 'node:assert/strict';
import { targetFigure } from '../../../server/src/checks/target/targetFigure';
import { checkLabelledLines } from '../../support/checkDraft';

describe('check targetFigure', () => {
  it('finds what is marked and nothing else', function () {
    this.timeout(20_000);
    const { drafts, silent } = checkLabelledLines([targetFigure], 'test/fixtures/checks/targetFigure.txt');
    assert.ok(silent * 2 >= drafts, `${silent} of ${drafts} are silent`);
  });
});
