/** Numbers of documents against the corpus: what the knowledge base does not hold, her own sources may. */
import { referenceMismatch } from '../../../server/src/checks/reference/referenceMismatch';
import { checkDraft } from '../../support/checkDraft';

const NOTICE = `=== corpus/关于支持青年人才驻企服务的通知.md 2024-05-06 kind=notice
东政发〔2024〕17号

各县区人民政府，市直各部门：
现将有关事项通知如下。`;

describe('check referenceMismatch, against the corpus', () => {
  it('finds another number than the document gives at its head', () => {
    checkDraft(
      [referenceMismatch],
      `《关于支持青年人才驻企服务的通知》（⟦东政发〔2024〕71号⟧{reference.mismatch}）印发以来，成效明显。\n${NOTICE}`,
    );
  });

  it('says nothing of the right number, in any brackets, nor of titles that no document has', () => {
    checkDraft(
      [referenceMismatch],
      `《关于支持青年人才驻企服务的通知》（东政发[2024]17号）印发以来，成效明显。《关于另一件事的通知》（东政发〔2024〕3号）同时施行。\n${NOTICE}`,
    );
  });

  it('says nothing where the document names more than one number at its head', () => {
    checkDraft(
      [referenceMismatch],
      `《关于废止两个文件的决定》（东政发〔2023〕9号）已经印发。
=== corpus/关于废止两个文件的决定.md 2023-02-01 kind=notice
东政发〔2023〕2号
决定废止东政发〔2019〕4号文件。`,
    );
  });
});
