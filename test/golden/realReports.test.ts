/**
 * Published reports and documents, read at their own dates, are nearly always right about targets, references and
 * bodies: every finding in them is a false alarm until it is explained here. Skipped where the documents are not there.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { institutionRenamed } from '../../server/src/checks/institutionRenamed';
import { referenceSuperseded } from '../../server/src/checks/referenceSuperseded';
import { targetFigure } from '../../server/src/checks/targetFigure';
import { targetOutdated } from '../../server/src/checks/targetOutdated';
import { wordingIncomplete } from '../../server/src/checks/wordingIncomplete';
import { wordingSuperseded } from '../../server/src/checks/wordingSuperseded';
import { runChecks } from '../support/checkDraft';
import { seedKnowledge } from '../support/seedKnowledge';

const root = resolve('..', 'shared', 'corpus', 'core');
const checks = [
  targetOutdated,
  targetFigure,
  referenceSuperseded,
  institutionRenamed,
  wordingSuperseded,
  wordingIncomplete,
];

/** Findings that are right, by file and words, with the reason. */
const explained: Readonly<Record<string, string>> = {
  'provincial_2026/天津市_2026年政府工作报告.txt wording.superseded “市场主体”':
    'information: central documents write 经营主体 since the end of 2022, local ones use both',
  'provincial_2026/广西壮族自治区_2026年政府工作报告.txt wording.superseded “市场主体”':
    'information: central documents write 经营主体 since the end of 2022, local ones use both',
  'provincial_2026/浙江省_2026年政府工作报告.txt wording.incomplete “投早、投小、投硬科技”':
    'the set has had 投长期 in it since 2024, and elsewhere in 2026',
};

const CONGRESSES: Readonly<Record<string, string>> = {
  '12': '1982-09-01',
  '13': '1987-10-25',
  '14': '1992-10-12',
  '15': '1997-09-12',
  '16': '2002-11-08',
  '17': '2007-10-15',
  '18': '2012-11-08',
  '19': '2017-10-18',
  '20': '2022-10-16',
};
const PLANS: Readonly<Record<string, string>> = {
  '07': '1986-04-12',
  '08': '1991-04-09',
  '09': '1996-03-17',
  '10': '2001-03-15',
  '11': '2006-03-14',
  '12': '2011-03-14',
};

/** The day a document was given or issued, from its file name; undefined where the name does not say. */
function dateOf(folder: string, name: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(name)?.[0];
  if (day) return day;
  const year = /^(\d{4})_/.exec(name)?.[1];
  if (year) return `${year}-${folder.startsWith('gwr') ? '03-05' : '12-31'}`;
  if (folder.startsWith('provincial_')) return `${folder.slice('provincial_'.length)}-01-28`;
  const number = name.slice(0, 2);
  return folder === 'cpc_congress' ? CONGRESSES[number] : folder === 'five_year_plan' ? PLANS[number] : undefined;
}

describe('real reports at their own dates', () => {
  it('give no finding that is not explained', function () {
    this.timeout(120_000);
    if (!existsSync(root)) {
      console.log(`      skipped: ${root} is not there`);
      this.skip();
    }
    const knowledge = seedKnowledge();
    const unexplained: string[] = [];
    let characters = 0;
    for (const folder of readdirSync(root)) {
      for (const name of readdirSync(join(root, folder))) {
        const date = dateOf(folder, name);
        if (!date) continue;
        const text = readFileSync(join(root, folder, name), 'utf8');
        characters += text.length;
        for (const { code, start, end } of runChecks(checks, text, date, knowledge)) {
          const found = `${folder}/${name} ${code} “${text.slice(start, end)}”`;
          if (!(found in explained)) unexplained.push(found);
        }
      }
    }
    assert.deepEqual(unexplained, []);
    assert.ok(characters > 1_000_000, `only ${characters} characters were read`);
  });
});
