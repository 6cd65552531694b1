/**
 * Prints how many facts of labelled documents are read right: `test/fixtures/metadata/documents.tsv` has the end of a path
 * and title, date, kind, level and place, `-` where the document states none. The documents are those of the large corpus.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentInfo } from '../../server/src/corpus/document';
import { readDocument } from '../../server/src/corpus/readDocument';
import { keyOf } from '../../server/src/text/keyText';
import { largeCorpus } from './largeCorpus';
import { printTable } from './table';

const FIELDS = ['title', 'date', 'kind', 'level', 'place'] as const;

interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

async function main(): Promise<void> {
  const folders = largeCorpus();
  if (!folders) return;
  const paths = folders.flatMap((folder) =>
    (readdirSync(folder, { recursive: true }) as string[]).map((name) => join(folder, name)),
  );
  const labelled = readFileSync(join('test', 'fixtures', 'metadata', 'documents.tsv'), 'utf8')
    .trim()
    .split('\n');
  const counts = new Map<string, Counts>(FIELDS.map((field) => [field, { right: 0, wrong: 0, missed: 0 }]));
  let documents = 0;
  for (const line of labelled) {
    const [end, ...values] = line.split('\t');
    const path = paths.find((each) => each.endsWith(end!));
    if (!path) {
      process.stderr.write(`${end} is not there\n`);
      continue;
    }
    const { value } = await readDocument({ path, bytes: readFileSync(path), builtIn: false, sidecar: undefined });
    documents++;
    for (const [i, field] of FIELDS.entries()) tally(counts.get(field)!, value?.info, field, values[i]!, end!);
  }
  printTable(
    `Facts read of ${documents} documents`,
    ['field', 'right', 'wrong', 'missed', 'right, %'],
    [...counts].map(([field, { right, wrong, missed }]) => [
      field,
      right,
      wrong,
      missed,
      ((100 * right) / documents).toFixed(0),
    ]),
  );
}

function tally(
  counts: Counts,
  info: DocumentInfo | undefined,
  field: (typeof FIELDS)[number],
  label: string,
  path: string,
): void {
  const read = info?.[field] ?? '-';
  const isRight = field === 'title' ? keyOf(read) === keyOf(label) : read === label;
  if (isRight) counts.right++;
  else if (read === '-' || (field === 'kind' && read === 'other')) counts.missed++;
  else counts.wrong++;
  if (!isRight && process.argv.includes('--misses')) process.stdout.write(`${path}: ${field} ${read}, not ${label}\n`);
}

void main();
