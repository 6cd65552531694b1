/**
 * Published reports and documents, read at their own dates, are nearly always right about targets, references and
 * bodies: every finding in them is a false alarm until it is explained. Skipped where the documents are not there.
 */
import assert from 'node:assert/strict';
import { checks as all } from '../../server/src/checks/runChecks';
import { runChecks } from '../support/checkDraft';
import { seedKnowledge } from '../support/seedKnowledge';
import { datedReports, explained, hasReports } from './datedReports';

/** The checks that need no corpus. */
const checks = all.filter(({ code }) => /^(?:target|reference|institution|wording|figure)\./.test(code));

describe('real reports at their own dates', () => {
  it('give no finding that is not explained', function () {
    this.timeout(120_000);
    if (!hasReports) {
      console.log('      skipped: the reports are not there');
      this.skip();
    }
    const knowledge = seedKnowledge();
    const unexplained: string[] = [];
    let characters = 0;
    for (const { name, date, text } of datedReports()) {
      characters += text.length;
      for (const { code, start, end } of runChecks(checks, text, date, knowledge)) {
        const found = `${name} ${code} “${text.slice(start, end)}”`;
        if (!(found in explained)) unexplained.push(found);
      }
    }
    assert.deepEqual(unexplained, []);
    assert.ok(characters > 1_000_000, `only ${characters} characters were read`);
  });
});
