/**
 * Measures cleaning: precision and recall of what it takes out and of the lines it joins, over the labelled texts of
 * `test/fixtures/cleaning` (or the folder given); with `--report DIR…` what it keeps and takes out of other documents.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readDocument } from '../../server/src/corpus/readDocument';
import { removalsByStep } from '../../server/src/corpus/removals';
import { scoreCleaning } from '../support/labelledCleaning';
import { printTable } from './table';

const percent = (part: number, rest: number) =>
  part + rest === 0 ? '–' : `${((100 * part) / (part + rest)).toFixed(1)} %`;

function measure(folder: string): void {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const scores = names.sort().map((name) => ({ name, ...scoreCleaning(readFileSync(join(folder, name), 'utf8')) }));
  const sum = (kind: 'removed' | 'joins', field: 'right' | 'wrong' | 'missed') =>
    scores.reduce((total, score) => total + score[kind][field], 0);
  const row = (name: string, kind: 'removed' | 'joins', of: { right: number; wrong: number; missed: number }) => [
    `${name}, ${kind === 'removed' ? 'characters removed' : 'lines joined'}`,
    of.right,
    of.wrong,
    of.missed,
    percent(of.right, of.wrong),
    percent(of.right, of.missed),
  ];
  const all = (kind: 'removed' | 'joins') =>
    row('all', kind, { right: sum(kind, 'right'), wrong: sum(kind, 'wrong'), missed: sum(kind, 'missed') });
  const rows = scores.flatMap((score) =>
    (['removed', 'joins'] as const)
      .filter((kind) => score[kind].right + score[kind].wrong + score[kind].missed > 0)
      .map((kind) => row(score.name, kind, score[kind])),
  );
  printTable(
    'Cleaning of labelled texts',
    ['', 'right', 'wrong', 'missed', 'precision', 'recall'],
    [...rows, all('removed'), all('joins')],
  );
  for (const { name, faults } of scores) for (const fault of faults) process.stdout.write(`\n${name}: ${fault}`);
  process.stdout.write('\n');
}

async function report(folders: readonly string[]): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const folder of folders) {
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      if (!statSync(path).isFile()) continue;
      const { value, problems } = await readDocument({ path, bytes: readFileSync(path), builtIn: false });
      const steps = value ? removalsByStep(value).map((step) => `${step.name} ${step.characters}`) : [];
      const found = problems.map(({ message }) => message);
      rows.push([basename(path), value?.clean.length ?? 0, [...steps, ...found].join(', ')]);
    }
  }
  printTable('Cleaning of documents', ['', 'characters kept', 'removed'], rows);
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--report') void report(rest);
else measure(first ?? 'test/fixtures/cleaning');
