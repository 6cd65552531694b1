/** Labelled sentences for all checks over time and wording at once: at least half of them must stay silent. */
import assert from 'node:assert/strict';
import { checks } from '../../../server/src/checks/runChecks';
import { checkLabelledLines } from '../../support/checkDraft';

/** The checks that need no corpus. */
const withoutCorpus = checks.filter(({ code }) => /^(?:target|reference|institution|wording|figure)\./.test(code));

describe('checks over time and wording', () => {
  it('find in drafts what is marked and nothing else', function () {
    this.timeout(30_000);
    const { drafts, silent } = checkLabelledLines(withoutCorpus, 'test/fixtures/checks/drafts.txt');
    assert.ok(silent * 2 >= drafts, `${silent} of ${drafts} are silent`);
  });
});
