/** Targets that a newer document of the corpus has set anew. */
import { targetOutdated } from '../../../server/src/checks/target/targetOutdated';
import { checkDraft } from '../../support/checkDraft';

const PLAN_2021 = `=== corpus/东江市国民经济和社会发展远景规划.md 2021-03-01 kind=plan level=municipal place=东江市
到2030年，全市森林覆盖率达到42%，城镇化率达到70%。`;
const REPORT_2026 = `=== corpus/2026年东江市政府工作报告.md 2026-02-10 kind=work-report level=municipal place=东江市
今后五年，到2030年，全市森林覆盖率达到45%，城镇化率达到70%。`;

describe('check targetOutdated, against newer documents of the corpus', () => {
  it('finds a target that the draft takes from an older plan of the place', () => {
    checkDraft(
      [targetOutdated],
      `我们要咬定青山不放松，⟦到2030年全市森林覆盖率达到42%⟧{target.outdated}。\n${PLAN_2021}\n${REPORT_2026}`,
    );
  });

  it('says nothing of the newer figure, of a figure that both give, and of one that no source gives', () => {
    checkDraft(
      [targetOutdated],
      `到2030年，全市森林覆盖率达到45%。到2030年，全市城镇化率达到70%。到2030年，全县森林覆盖率达到38%。\n${PLAN_2021}\n${REPORT_2026}`,
    );
  });

  it('says nothing where the newer document is of another place or level, of no date, or only reports', () => {
    checkDraft(
      [targetOutdated],
      `到2030年，全市森林覆盖率达到42%。
${PLAN_2021}
=== corpus/2026年西江市政府工作报告.md 2026-02-10 kind=work-report level=municipal place=西江市
到2030年，全市森林覆盖率达到45%。
=== corpus/2026年南山省政府工作报告.md 2026-02-10 kind=work-report level=provincial place=南山省
到2030年，全省森林覆盖率达到46%。
=== corpus/东江市某会议.md kind=plan level=municipal place=东江市
到2030年，全市森林覆盖率达到47%。
=== corpus/东江市一则消息.md 2026-05-01 kind=news level=municipal place=东江市
到2030年，全市森林覆盖率达到48%。`,
    );
  });

  it('reads the corpus as it stood on the day of the draft', () => {
    checkDraft(
      [targetOutdated],
      `--- date: 2025-06-01\n到2030年，全市森林覆盖率达到42%。\n${PLAN_2021}\n${REPORT_2026}`,
    );
  });

  it('keeps indicators apart that end alike', () => {
    checkDraft(
      [targetOutdated],
      `到2030年，全市森林覆盖率达到42%。
${PLAN_2021}
=== corpus/2026年东江市政府工作报告.md 2026-02-10 kind=work-report level=municipal place=东江市
到2030年，市区森林覆盖率达到35%，年均新增造林面积达到2万亩。`,
    );
  });
});
