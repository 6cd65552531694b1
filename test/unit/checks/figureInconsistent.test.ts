/** Labelled sentences for `figureInconsistent`: half of them traps that must stay silent. */
import assert from 'node:assert/strict';
import { figureInconsistent } from '../../../server/src/checks/figure/figureInconsistent';
import { checkLabelledLines } from '../../support/checkDraft';

describe('check figureInconsistent', () => {
  it('finds what is marked and nothing else', function () {
    this.timeout(60_000);
    const { drafts, silent } = checkLabelledLines([figureInconsistent], 'test/fixtures/checks/figureInconsistent.txt');
    assert.ok(silent * 2 >= drafts, `${silent} of ${drafts} are silent`);
  });
});
