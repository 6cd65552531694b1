/** A fix removes its finding and touches nothing else. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fix } from '../../../server/src/analysis/finding';
import { institutionRenamed } from '../../../server/src/checks/institution/institutionRenamed';
import { referenceSuperseded } from '../../../server/src/checks/reference/referenceSuperseded';
import { targetFigure } from '../../../server/src/checks/target/targetFigure';
import { targetOutdated } from '../../../server/src/checks/target/targetOutdated';
import { wordingIncomplete } from '../../../server/src/checks/wording/wordingIncomplete';
import { wordingSuperseded } from '../../../server/src/checks/wording/wordingSuperseded';
import { runChecks } from '../../support/checkDraft';
import { seedKnowledge } from '../../support/seedKnowledge';

const checks = [
  targetOutdated,
  targetFigure,
  referenceSuperseded,
  institutionRenamed,
  wordingSuperseded,
  wordingIncomplete,
];
const DATE = '2026-11-22';

function applied(text: string, fix: Fix): string {
  return [...fix.edits]
    .sort((a, b) => b.start - a.start)
    .reduce((edited, { start, end, newText }) => edited.slice(0, start) + newText + edited.slice(end), text);
}

describe('fixes', function () {
  this.timeout(20_000);

  it('remove their finding and make no other', () => {
    const folder = 'test/fixtures/checks';
    let fixes = 0;
    for (const name of readdirSync(folder)) {
      let date = DATE;
      for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
        date = /^--- date: (\S+)$/.exec(line)?.[1] ?? date;
        if (line.startsWith('---') || line.startsWith('#')) continue;
        const text = line.replace(/⟦|⟧\{[^}]*\}/g, '').replaceAll('⏎', '\n');
        const found = runChecks(checks, text, date, seedKnowledge());
        for (const { code, fixes: offered } of found) {
          for (const fix of offered) {
            fixes++;
            const after = runChecks(checks, applied(text, fix), date, seedKnowledge());
            const count = (all: typeof found) => all.filter((finding) => finding.code === code).length;
            assert.ok(
              count(after) < count(found) && after.length < found.length,
              `${fix.title}: ${applied(text, fix)}`,
            );
          }
        }
      }
    }
    assert.ok(fixes >= 15, `only ${fixes} fixes were tried`);
  });
});
