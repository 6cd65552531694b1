/**
 * Measures what the checks take after an edit: a letter is typed into paragraphs of real reports, held against the large
 * corpus without the reports themselves, and all checks run again, as the server does. Beside it, a first look.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resourcesIn } from '../../server/src/analysis/resources';
import type { Snapshot } from '../../server/src/analysis/snapshot';
import { checks, runChecks } from '../../server/src/checks/runChecks';
import { parseDraft } from '../../server/src/draft/parseDraft';
import { Corpus } from '../../server/src/index/corpus';
import { Knowledge } from '../../server/src/knowledge/knowledge';
import { readBuiltInKnowledge } from '../../server/src/worker/builtInKnowledge';
import { realDocuments } from '../support/realDocuments';
import { largeCorpus } from './largeCorpus';
import { corpusSnapshot } from './snapshot';
import { printTable, quantile } from './table';

const DRAFTS = 4;
const EDITS = 12;
const DRAFT_LENGTH = 10_000;
const CHECK = { date: '2026-11-22', duplicateMinLength: 30, duplicateFormulaicLimit: 3 };

/** The corpus without some documents. */
function without({ parts }: Corpus, paths: ReadonlySet<string>): Corpus {
  return new Corpus(
    parts.map(({ segment, hidden }) => {
      const gone = segment.documents.flatMap(({ path }, i) => (paths.has(path) ? [i] : []));
      return { segment, hidden: new Set([...hidden, ...gone]) };
    }),
  );
}

/** The milliseconds of all checks, and of each under its code. */
function timed(snapshot: Snapshot, text: string, apart: boolean): Map<string, number> {
  const times = new Map<string, number>();
  const time = (what: string, run: () => unknown) => {
    const start = performance.now();
    run();
    times.set(what, performance.now() - start);
  };
  if (!apart) time('all checks', () => runChecks(snapshot, parseDraft('draft.md', text), CHECK));
  else {
    const draft = parseDraft('draft.md', text);
    for (const check of checks) time(check.code, () => check.run(snapshot, draft, CHECK));
  }
  return times;
}

/** The text with a letter typed into the middle of one of its longer paragraphs. */
function edited(text: string, edit: number): string {
  const lines = text.split('\n');
  const long = lines.flatMap((line, i) => (line.length > 60 ? [i] : []));
  const at = long[(edit * 7) % long.length]!;
  const line = lines[at]!;
  lines[at] = line.slice(0, line.length >> 1) + '新旧大小多少'[edit % 6] + line.slice(line.length >> 1);
  return lines.join('\n');
}

async function main(folders: readonly string[], cache: string): Promise<void> {
  const snapshot = await corpusSnapshot(folders, cache);
  const knowledge = new Knowledge(readBuiltInKnowledge(resourcesIn(process.cwd())));
  const reports = Object.entries(realDocuments('core/provincial_2026').files).slice(0, DRAFTS);
  const names = new Set(reports.map(([path]) => path));
  const corpus = without(snapshot.corpus, names);
  console.log(`${corpus.documents.length} documents, ${corpus.characters} characters`);
  const rows = new Map<string, string[]>();
  const add = (what: string, cell: string) => rows.set(what, [...(rows.get(what) ?? [what]), cell]);
  const firsts: number[] = [];
  for (const [, whole] of reports) {
    let text = whole.slice(0, DRAFT_LENGTH);
    firsts.push(timed({ ...snapshot, corpus, knowledge }, text, false).get('all checks')!);
    const samples = new Map<string, number[]>();
    for (let edit = 0; edit < 2 * EDITS; edit++) {
      text = edited(text, edit);
      for (const [what, ms] of timed({ ...snapshot, corpus, knowledge }, text, edit % 2 === 1))
        samples.set(what, [...(samples.get(what) ?? []), ms]);
    }
    for (const [what, all] of samples) add(what, quantile(all, 0.5).toFixed(1));
  }
  const columns = reports.map((_, i) => `draft ${i + 1}`);
  printTable(
    'All checks over a draft, milliseconds',
    ['', ...columns],
    [['first look', ...firsts.map((ms) => ms.toFixed(1))]],
  );
  printTable('After a letter was typed, median of 12 edits, milliseconds', ['', ...columns], [...rows.values()]);
}

const folders = largeCorpus();
if (folders) {
  const cache = mkdtempSync(join(tmpdir(), 'zhibi-edits-'));
  main(folders, cache)
    .catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exitCode = 1;
    })
    .finally(() => rmSync(cache, { recursive: true, force: true }));
}
