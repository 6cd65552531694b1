/** Labelled drafts for `structureNumbering`: half of them traps that must stay silent. */
import assert from 'node:assert/strict';
import { structureNumbering } from '../../../server/src/checks/structure/structureNumbering';
import { applied } from '../../support/applied';
import { checkDraft, checkLabelledLines } from '../../support/checkDraft';

describe('check structureNumbering', () => {
  it('finds what is marked and nothing else', () => {
    const { drafts, silent } = checkLabelledLines([structureNumbering], 'test/fixtures/checks/structureNumbering.txt');
    assert.ok(silent * 5 >= drafts * 2, `${silent} of ${drafts} are silent`);
  });

  it('corrects one wrong number with certainty, and offers to renumber the rest', () => {
    const wrong = '（一）清淤\n（二）护岸\n⟦（二）⟧{structure.numbering}种柳\n（四）管护';
    const [one] = checkDraft([structureNumbering], wrong);
    assert.equal(applied(wrong, one!.fixes[0]!), '（一）清淤\n（二）护岸\n（三）种柳\n（四）管护');
    assert.equal(one!.fixes[0]!.preferred, true);
    const gap = '九、水\n十、路\n'.replace(/^/, '一、甲\n二、乙\n三、丙\n四、丁\n五、戊\n六、己\n七、庚\n八、辛\n');
    const marked = `${gap}⟦十二、⟧{structure.numbering}灯\n十三、树`;
    const [missing] = checkDraft([structureNumbering], marked);
    assert.equal(applied(marked, missing!.fixes[0]!), `${gap}十一、灯\n十二、树`);
    assert.equal(missing!.fixes[0]!.preferred, false);
  });

  it('finds nothing in a long list', () => {
    const list = Array.from({ length: 5000 }, (_, i) => `${(i % 99) + 1}. 第${i}段`).join('\n');
    checkDraft([structureNumbering], list);
  });
});
