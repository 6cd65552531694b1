/** The right words under a wrong date. */
import assert from 'node:assert/strict';
import { quoteMismatch } from '../../../server/src/checks/quote/quoteMismatch';
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

  it('finds the words of one report under the name of another', () => {
    const reports = `=== corpus/2019年政府工作报告.md 2019-03-05
要让山里的邮路通到最后一户人家，让大山里的孩子也能当天读到新书。
=== corpus/2021年政府工作报告.md 2021-03-05
要把每一口老井都护好，让村里的老人不再为挑水发愁。
`;
    const [finding] = checkDraft(
      [quoteMismatch],
      `⟦2021年政府工作报告⟧{quote.mismatch}指出：“要让山里的邮路通到最后一户人家，让大山里的孩子也能当天读到新书。”\n${reports}`,
    );
    assert.equal(finding!.fixes[0]!.edits[0]!.newText, '2019年政府工作报告');
    checkDraft(
      [quoteMismatch],
      `⟦2021年政府工作报告⟧{quote.mismatch}指出，要让山里的邮路通到最后一户人家，让大山里的孩子也能当天读到新书。\n${reports}`,
    );
    checkDraft(
      [quoteMismatch],
      `2019年政府工作报告指出：“要让山里的邮路通到最后一户人家，让大山里的孩子也能当天读到新书。”\n${reports}`,
    );
    // A report that is not in the corpus may well hold the words too.
    checkDraft(
      [quoteMismatch],
      `2020年政府工作报告指出：“要让山里的邮路通到最后一户人家，让大山里的孩子也能当天读到新书。”\n${reports}`,
    );
  });

  it('finds another speaker and another occasion than the source signs', () => {
    const signed = `=== corpus/摘编.md
要让每一座图书馆的灯都亮到最后一个读者离开，让读书成为一座城的习惯。

——习近平2020年9月1日在青河读书会座谈会上的讲话
`;
    const words = '要让每一座图书馆的灯都亮到最后一个读者离开，让读书成为一座城的习惯';
    const [finding] = checkDraft([quoteMismatch], `⟦李克强⟧{quote.mismatch}总理强调：“${words}。”\n${signed}`);
    assert.equal(finding!.fixes[0]!.edits[0]!.newText, '习近平');
    checkDraft([quoteMismatch], `⟦习近平总书记在云门考察时强调，⟧{quote.mismatch}“${words}”。\n${signed}`);
    checkDraft([quoteMismatch], `习近平总书记在青河读书会上强调，“${words}”。\n${signed}`);
    checkDraft([quoteMismatch], `⟦2021年⟧{quote.mismatch}，习近平总书记强调，“${words}”。\n${signed}`);
    checkDraft([quoteMismatch], `2020年，习近平总书记强调，“${words}”。\n${signed}`);
  });
});
