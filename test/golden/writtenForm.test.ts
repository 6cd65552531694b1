/**
 * Published documents are nearly always right in their numbering and spelling too: what is found in them is explained
 * here or a false alarm. Skipped where the documents are not there.
 */
import assert from 'node:assert/strict';
import { structureNumbering } from '../../server/src/checks/structure/structureNumbering';
import { textConfusable } from '../../server/src/checks/text/textConfusable';
import { runChecks } from '../support/checkDraft';
import { hasRealDocuments, realDocuments } from '../support/realDocuments';
import { seedKnowledge } from '../support/seedKnowledge';

/** Findings that are right, by file and words, with the reason. */
const explained: Readonly<Record<string, string>> = {
  '08_八五计划纲要.txt structure.numbering “（十）”': 'the scan has lost （九）',
  '2010_国务院政府工作报告.txt structure.numbering “四是”': 'the copy holds the passage twice',
  '14_加快改革开放和现代化建设步伐_(十四大).txt text.confusable “时侯”': 'the copy has 侯 for 候',
};

/** Congresses and plans are numbered, not dated, and most lie before the rules. */
function dateOf(name: string): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(name)?.[0];
  const year = /^(?:19|20)\d{2}|(?<=_)20\d{2}(?=年政府)/.exec(name)?.[0];
  return day ?? (year ? `${year}-03-05` : '1986-01-01');
}

describe('the written form of published documents', () => {
  it('gives no finding that is not explained', function () {
    this.timeout(120_000);
    if (!hasRealDocuments) {
      console.log('      skipped: the real documents are not there');
      this.skip();
    }
    const unexplained = new Set<string>();
    for (const [path, text] of Object.entries(realDocuments('core').files)) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      for (const { code, start, end } of runChecks(
        [structureNumbering, textConfusable],
        text,
        dateOf(name),
        seedKnowledge(),
      )) {
        const found = `${name} ${code} “${text.slice(start, end)}”`;
        if (!(found in explained)) unexplained.add(found);
      }
    }
    assert.deepEqual([...unexplained], []);
  });
});
