/** Published reports and documents with the day each was given or issued, and the findings in them that are right. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve('..', 'shared', 'corpus', 'core');

/** Whether the reports can be read. */
export const hasReports = existsSync(root);

/** A report as a draft of its own day. */
export interface DatedReport {
  /** Folder and file name. */
  readonly name: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly text: string;
}

/** Findings that are right, by file and words, with the reason. */
export const explained: Readonly<Record<string, string>> = {
  'provincial_2026/浙江省_2026年政府工作报告.txt wording.incomplete “投早、投小、投硬科技”':
    'the set has had 投长期 in it since 2024, and elsewhere in 2026',
  'provincial_2026/浙江省_2026年政府工作报告.txt wording.superseded “山水林田湖草一体化保护和系统治理”':
    '沙 has been in it since 2021; the finding is a note, as a province may leave out what it does not have',
  'gwr/1979_国务院政府工作报告.txt wording.incomplete “与不干涉内政”':
    'a slip of the transcript: 互不干涉内政 among the five principles',
  'gwr/1994_国务院政府工作报告.txt wording.incomplete “责权明确”':
    'the decision of November 1993 has 权责明确, and so do all later reports',
  'gwr/1994_国务院政府工作报告.txt wording.variant “责权明确、政企分开”': 'the same words',
  'gwr_govcn/1994_国务院政府工作报告_govcn.txt wording.variant “责权明确、政企分开”': 'the same words',
  'gwr_govcn/1994_国务院政府工作报告_govcn.txt wording.incomplete “责权明确”':
    'the decision of November 1993 has 权责明确, and so do all later reports',
  'gwr_govcn/1979_国务院政府工作报告_govcn.txt wording.incomplete “与不干涉内政”':
    'a slip of the transcript: 互不干涉内政 among the five principles',
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

/** All reports whose day is known, one after the other. */
export function* datedReports(): Generator<DatedReport> {
  for (const folder of readdirSync(root)) {
    for (const name of readdirSync(join(root, folder))) {
      const date = dateOf(folder, name);
      if (date) yield { name: `${folder}/${name}`, date, text: readFileSync(join(root, folder, name), 'utf8') };
    }
  }
}
