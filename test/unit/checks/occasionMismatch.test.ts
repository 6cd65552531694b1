/** The right words under a wrong date. */
import assert from 'node:assert/strict';
import { quoteMismatch } from '../../../server/src/checks/quoteMismatch';
import { checkDraft } from '../../support/checkDraft';

const SOURCE = `=== corpus/语录.md 2024-08-01
把山里的核桃卖到山外去，把山外的年轻人请回山里来。

——李镇长2023年5月4日在河湾镇座谈会上的讲话

要让每一条水渠都记得为谁而修，要让每一盏路灯都照着回家的人。

——李镇长2023年10月1日至3日在河湾镇调研时强调
`;

function check(draft: string) {
  return checkDraft([quoteMismatch], `${draft}\n${SOURCE}`);
}

describe('quote.mismatch of the occasion', () => {
  it('finds another month, year or day, and writes that of the source', () => {
    const [finding] = check(
      '⟦2023年6月4日⟧{quote.mismatch}，李镇长强调，“把山里的核桃卖到山外去，把山外的年轻人请回山里来”。',
    );
    assert.equal(finding!.fixes[0]!.edits[0]!.newText, '2023年5月4日');
    check('李镇长⟦2022年5月⟧{quote.mismatch}在座谈会上指出：“把山里的核桃卖到山外去，把山外的年轻人请回山里来。”');
    check(
      '把山里的核桃卖到山外去，把山外的年轻人请回山里来。\n——李镇长⟦2023年5月14日⟧{quote.mismatch}在座谈会上的讲话',
    );
  });

  it('is silent about the same date, however precise, and about quotations without one', () => {
    check('2023年5月，李镇长强调，“把山里的核桃卖到山外去，把山外的年轻人请回山里来”。');
    check('李镇长强调，“把山里的核桃卖到山外去，把山外的年轻人请回山里来”。');
    check('2023年10月2日，李镇长强调，“要让每一条水渠都记得为谁而修，要让每一盏路灯都照着回家的人”。');
  });
});
