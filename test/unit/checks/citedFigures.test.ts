/** A figure against the document of the corpus that its sentence cites. */
import { targetFigure } from '../../../server/src/checks/target/targetFigure';
import { checkDraft } from '../../support/checkDraft';

const PLAN = `=== corpus/东江市国民经济和社会发展第十五个五年规划纲要.md 2026-03-01
到2030年，全市常住人口城镇化率达到68%左右，森林覆盖率达到42%以上。
到2027年，全市森林覆盖率达到41%。`;

describe('check targetFigure, against the cited document', () => {
  it('finds another figure than the cited document gives for the year', () => {
    checkDraft(
      [targetFigure],
      `《东江市国民经济和社会发展第十五个五年规划纲要》提出，到2030年，全市森林覆盖率达到⟦45%⟧{target.figure}以上。\n${PLAN}`,
    );
  });

  it('says nothing where the figure is that of the document', () => {
    checkDraft(
      [targetFigure],
      `《东江市国民经济和社会发展第十五个五年规划纲要》提出，到2030年，全市森林覆盖率达到42%以上。\n${PLAN}`,
    );
  });

  it('says nothing of another year, and nothing where no document is cited', () => {
    checkDraft(
      [targetFigure],
      `《东江市国民经济和社会发展第十五个五年规划纲要》提出，到2035年，全市森林覆盖率达到45%。到2030年，全县森林覆盖率达到45%。\n${PLAN}`,
    );
  });
});
