/** The written form: fixes are exact and final, and an export loses no word. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../server/src/analysis/finding';
import { structureNumbering } from '../../server/src/checks/structure/structureNumbering';
import { textConfusable } from '../../server/src/checks/text/textConfusable';
import { textPunctuation } from '../../server/src/checks/text/textPunctuation';
import { parseDraft } from '../../server/src/draft/parseDraft';
import { isTable } from '../../server/src/export/officialDocument';
import { readOfficialDocument } from '../../server/src/export/readOfficialDocument';
import { applied } from '../support/applied';
import { runChecks } from '../support/checkDraft';
import { seedKnowledge } from '../support/seedKnowledge';

const PIECES = [
  ...'渠岸路灯树，。；：,;:?!()（）“”"\'《》、- |#*_`\n1２三①',
  '一、',
  '二、',
  '四、',
  '（一）',
  '（三）',
  '(2)',
  '1. ',
  '3. ',
  '一是',
  '三是',
  '第一，',
  '第三，',
  'GDP',
  '3,000',
  '10:30',
  'https://example.org/a,b',
  '截止2025年底',
  '台帐',
  '必需坚持',
  '**',
  '\n\n',
  '## ',
  '```',
  '<!-- ',
  ' -->',
  '---\n',
];
const draftText = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
const checks = [structureNumbering, textPunctuation, textConfusable];

const find = (text: string): Finding[] => runChecks(checks, text, '2026-11-22', seedKnowledge());

describe('the written form of any draft', function () {
  this.timeout(60_000);

  it('has findings within the text, with edits that do not overlap', () => {
    fc.assert(
      fc.property(draftText, (text) => {
        for (const { start, end, fixes } of find(text)) {
          assert.ok(start >= 0 && start < end && end <= text.length);
          for (const { edits } of fixes) {
            edits.forEach((edit, i) => {
              assert.ok(edit.start >= (edits[i - 1]?.end ?? 0) && edit.start < edit.end && edit.end <= text.length);
              assert.notEqual(text.slice(edit.start, edit.end), edit.newText);
            });
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('changes no letter where punctuation is corrected', () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(draftText, (text) => {
        const [fix] = find(text).find(({ code }) => code === 'text.punctuation')?.fixes ?? [];
        if (fix) assert.equal(letters(applied(text, fix)), letters(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('loses no Han character on the way to Word', () => {
    const han = (text: string) => [...text.replace(/[^\p{Script=Han}]/gu, '')].sort().join('');
    const plain = fc
      .array(fc.constantFrom(...PIECES.filter((piece) => !/[-<`(]/.test(piece))), { maxLength: 60 })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(plain, (text) => {
        const { parts } = readOfficialDocument(parseDraft('/draft.md', text));
        const words = parts.flatMap((part) => (isTable(part) ? part.rows.flat(2) : part.runs)).map((run) => run.text);
        assert.equal(han(words.join('')), han(text));
      }),
      { numRuns: 2000 },
    );
  });
});
