/** Precision and recall of the checks over time and wording on the labelled sentences, and every finding in real reports at their own dates. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Finding, FindingCode } from '../../server/src/analysis/finding';
import { checks as all } from '../../server/src/checks/runChecks';
import type { Span } from '../../server/src/text/span';
import { overlaps } from '../../server/src/text/span';
import { datedReports, explained, hasReports } from '../golden/datedReports';
import { runChecks } from '../support/checkDraft';
import { seedKnowledge } from '../support/seedKnowledge';

const FOLDER = 'test/fixtures/checks';
/** Sentences that should be found and are not. */
const MISSED = 'missed.txt';
/** Sentences for all checks at once; the other files are for the check they are named after. */
const MIXED = 'drafts.txt';

const checks = all.filter(({ code }) => /^(?:target|reference|institution|wording|figure)\./.test(code));
const knowledge = seedKnowledge();

interface Marked extends Span {
  readonly code: FindingCode;
}

interface Count {
  right: number;
  wrong: number;
  missed: number;
}

const counts = new Map<FindingCode, Count>(checks.map(({ code }) => [code, { right: 0, wrong: 0, missed: 0 }]));
let sentences = 0;
let silent = 0;

for (const file of readdirSync(FOLDER)) {
  if (!file.endsWith('.txt')) continue;
  const lines = readFileSync(join(FOLDER, file), 'utf8').split('\n');
  if (file === MISSED) countMissed(lines);
  else {
    const asked = file === MIXED ? checks : checks.filter(({ code }) => camelCase(code) === basename(file, '.txt'));
    if (asked.length > 0) countMarked(lines, asked);
  }
}
report();
if (hasReports) listReports();
else console.log('\nThe reports are not there: no findings in them.');

function countMarked(lines: readonly string[], asked: typeof checks): void {
  let date = '2026-11-22';
  for (const line of lines) {
    const setting = /^--- date: (\S+)$/.exec(line);
    if (setting) date = setting[1]!;
    if (setting || line === '' || line.startsWith('#')) continue;
    const { text, marks } = readMarks(line.replaceAll('⏎', '\n'));
    sentences++;
    if (marks.length === 0) silent++;
    const findings = runChecks(asked, text, date, knowledge);
    const isMet = (mark: Marked) => findings.some((finding) => agree(mark, finding));
    for (const mark of marks) counts.get(mark.code)![isMet(mark) ? 'right' : 'missed']++;
    for (const finding of findings) {
      if (!marks.some((mark) => agree(mark, finding))) counts.get(finding.code)!.wrong++;
    }
  }
}

function countMissed(lines: readonly string[]): void {
  let date = '2026-11-22';
  for (const line of lines) {
    date = /^--- date: (\S+)$/.exec(line)?.[1] ?? date;
    if (line === '' || line.startsWith('#') || line.startsWith('---')) continue;
    const bar = line.indexOf('|');
    const code = line.slice(0, bar) as FindingCode;
    const found = runChecks(checks, line.slice(bar + 1).replaceAll('⏎', '\n'), date, knowledge);
    sentences++;
    counts.get(code)![found.some((finding) => finding.code === code) ? 'right' : 'missed']++;
  }
}

function agree(mark: Marked, finding: Finding): boolean {
  return mark.code === finding.code && overlaps(mark, finding);
}

/** The text without its marks, and what they span. */
function readMarks(line: string): { text: string; marks: Marked[] } {
  const marks: Marked[] = [];
  const open: number[] = [];
  let text = '';
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '⟦') open.push(text.length);
    else if (line[at] === '⟧') {
      const close = line.indexOf('}', at);
      marks.push({ start: open.pop()!, end: text.length, code: line.slice(at + 2, close) as FindingCode });
      at = close;
    } else text += line[at];
  }
  return { text, marks };
}

/** target.outdated as its file is named: targetOutdated. */
function camelCase(code: string): string {
  return code.replace(/\.(.)/, (_, letter: string) => letter.toUpperCase());
}

function report(): void {
  console.log(`${sentences} labelled drafts, ${silent} of them traps\n`);
  const total: Count = { right: 0, wrong: 0, missed: 0 };
  for (const [code, count] of counts) {
    for (const key of ['right', 'wrong', 'missed'] as const) total[key] += count[key];
    print(code, count);
  }
  print('all', total);
}

function print(name: string, { right, wrong, missed }: Count): void {
  const share = (part: number, rest: number) => (part + rest === 0 ? '–' : (part / (part + rest)).toFixed(3));
  console.log(
    `${name.padEnd(22)} right ${String(right).padStart(4)}  wrong ${String(wrong).padStart(3)}  missed ${String(missed).padStart(3)}` +
      `  precision ${share(right, wrong)}  recall ${share(right, missed)}`,
  );
}

function listReports(): void {
  let characters = 0;
  const found: string[] = [];
  for (const { name, date, text } of datedReports()) {
    characters += text.length;
    for (const { code, start, end } of runChecks(checks, text, date, knowledge)) {
      const key = `${name} ${code} “${text.slice(start, end)}”`;
      found.push(`  ${key}: ${explained[key] ?? 'NOT EXPLAINED'}`);
    }
  }
  const rate = ((found.length / characters) * 10_000).toFixed(4);
  console.log(
    `\nreal reports at their own dates: ${characters} characters, ${found.length} findings, ${rate} per 10,000 characters`,
  );
  for (const line of found) console.log(line);
}
