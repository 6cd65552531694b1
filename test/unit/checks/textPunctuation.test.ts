/** Labelled drafts for `textPunctuation`: half of them traps that must stay silent. */
import assert from 'node:assert/strict';
import { textPunctuation } from '../../../server/src/checks/text/textPunctuation';
import { applied } from '../../support/applied';
import { checkDraft, checkLabelledLines } from '../../support/checkDraft';

describe('check textPunctuation', () => {
  it('finds what is marked and nothing else', () => {
    const { drafts, silent } = checkLabelledLines([textPunctuation], 'test/fixtures/checks/textPunctuation.txt');
    assert.ok(silent * 5 >= drafts * 2, `${silent} of ${drafts} are silent`);
  });

  it('corrects all certain marks of a draft at once', () => {
    const draft =
      '---\ntitle: a, b\n---\n⟦(⟧{text.punctuation}一)渠清了, 水通了:两件事(主渠,支渠)。\n"通了",他说“好“！投资3,000万元(10:30开工)\n';
    const [finding] = checkDraft([textPunctuation], draft);
    assert.equal(
      applied(draft, finding!.fixes[0]!),
      '---\ntitle: a, b\n---\n（一）渠清了，水通了：两件事（主渠，支渠）。\n“通了”，他说“好”！投资3,000万元（10:30开工）\n',
    );
    assert.match(finding!.message, /^13 .*lines 4, 5/);
  });

  it('says where marks lack their counterpart, and leaves them', () => {
    const [finding] = checkDraft([textPunctuation], '请看⟦《⟧{text.punctuation}清渠办法。\n渠清了,水通了。');
    assert.equal(finding!.fixes[0]!.edits.length, 1);
    assert.match(finding!.message, /^1 .* and 1 without counterpart \(lines 1, 2\)/);
  });
});
