/** `zhibi compare`: prints how wording and formulations changed from one document to another. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { Resources } from '../analysis/resources';
import { isSupportedFile, readDocument } from '../corpus/readDocument';
import type { Draft } from '../draft/draft';
import { parseDraft } from '../draft/parseDraft';
import { type Comparison, compareDocuments } from '../features/compare';
import { comparisonTotals } from '../features/comparisonReport';
import type { FormulationUse } from '../features/formulationChanges';
import { changeName, changeOf, yearChanges } from '../features/yearChanges';
import type { Span } from '../text/span';
import { atOnce } from '../util/inSteps';
import type { Problem } from '../util/problem';
import { describeFileError } from '../worker/scan';
import { readDraftFile } from './draftFile';
import { printJson, printLine, printProblems, UsageError } from './output';
import { openSession, type SourceOptions } from './session';

export interface CompareOptions extends SourceOptions {
  readonly format: 'text' | 'json';
}

interface Side {
  readonly path: string;
  readonly title: string;
  readonly date: string | undefined;
  readonly draft: Draft;
}

/** Answers the exit code: 0, or 2 where a document cannot be read. Two years that are no files stand for the documents of the corpus. Reads drafts, and every format of the corpus as it is cleaned there. */
export async function compareCommand(
  resources: Resources,
  first: string,
  second: string,
  options: CompareOptions,
): Promise<number> {
  if ([first, second].every((given) => /^\d{4}$/.test(given) && !existsSync(given))) {
    return compareYears(resources, first, second, options);
  }
  const problems: Problem[] = [];
  const a = await readSide(resolve(first), problems);
  const b = await readSide(resolve(second), problems);
  if (!a || !b) {
    printProblems(problems);
    return 2;
  }
  const session = await openSession(resources, a.path, options);
  const comparison = compareDocuments(session.snapshot.knowledge, a.draft, b.draft);
  if (options.format === 'json') printJson(toJson(a, b, comparison));
  else printText(a, b, comparison);
  printProblems([...problems, ...session.problems]);
  return 0;
}

async function compareYears(resources: Resources, from: string, to: string, options: CompareOptions): Promise<number> {
  const { snapshot, problems } = await openSession(resources, process.cwd(), options);
  const changes = atOnce(yearChanges(snapshot, from, to));
  const { formulations } = changes;
  const kinds = formulations.map((use) => changeOf(use, changes));
  if (options.format === 'json') {
    printJson({ version: 1, ...changes, formulations: formulations.map((use, i) => ({ ...use, change: kinds[i] })) });
  } else {
    for (const { year, documents, characters } of [changes.a, changes.b]) {
      printLine(l10n.t('{0}: {1} documents, {2} characters', year, documents, characters));
    }
    for (const change of ['reworded', 'new', 'dropped', 'more', 'less'] as const) {
      const named = formulations
        .filter((_, i) => kinds[i] === change)
        .sort((x, y) => y.a + y.b - (x.a + x.b))
        .map(({ text, becomes, a, b }) => (becomes === undefined ? `${text} (${a}→${b})` : `${text} → ${becomes}`));
      printLine(`${changeName(change)}: ${named.length === 0 ? '—' : named.join('、')}`);
    }
  }
  printProblems(problems);
  return 0;
}

async function readSide(path: string, problems: Problem[]): Promise<Side | undefined> {
  if (!isSupportedFile(path)) {
    const draft = readDraftFile(path);
    return { path, title: draft.frontMatter?.values.title ?? basename(path), date: draft.statedDate, draft };
  }
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new UsageError(`${path}: ${describeFileError(error)}`);
  }
  const { value, problems: found } = await readDocument({ path, bytes, builtIn: false });
  problems.push(...found);
  return value && { path, title: value.info.title, date: value.info.date, draft: parseDraft(path, value.clean) };
}

function describeSide({ path, title, date }: Side): { path: string; title: string; date: string | null } {
  return { path, title, date: date ?? null };
}

function toJson(a: Side, b: Side, { sentences, paragraphs, formulations }: Comparison): unknown {
  const side = (of: Side, span: Span | undefined) => span && { ...span, text: textOf(of, span) };
  return {
    version: 1,
    a: describeSide(a),
    b: describeSide(b),
    paragraphs,
    sentences: sentences.map(({ kind, a: from, b: to, similarity, changes }) => ({
      kind,
      a: side(a, from) ?? null,
      b: side(b, to) ?? null,
      ...(similarity !== undefined && { similarity: Math.round(similarity * 100) / 100 }),
      ...(changes && { changes }),
    })),
    formulations,
  };
}

function textOf({ draft }: Side, { start, end }: Span): string {
  return draft.text.slice(start, end);
}

function printText(a: Side, b: Side, comparison: Comparison): void {
  const { sentences, formulations } = comparison;
  for (const line of comparisonTotals(comparison)) printLine(line);
  for (const { kind, a: from, b: to, changes } of sentences) {
    if (kind === 'dropped') printLine(`- ${textOf(a, from!)}`);
    else if (kind === 'new') printLine(`+ ${textOf(b, to!)}`);
    else if (kind === 'changed') {
      printLine(`~ ${textOf(b, to!)}`);
      printLine(`    ${changes!.map(({ from: old, to: now }) => `[${old}→${now}]`).join(' ')}`);
    }
  }
  const reworded = formulations.flatMap(({ text, becomes }) => (becomes === undefined ? [] : [`${text} → ${becomes}`]));
  printLine(`${l10n.t('Formulations reworded')}: ${reworded.length === 0 ? '—' : reworded.join('、')}`);
  printUses(
    l10n.t('Formulations in the first only'),
    formulations.filter((use) => use.b === 0),
  );
  printUses(
    l10n.t('Formulations in the second only'),
    formulations.filter((use) => use.a === 0),
  );
  printUses(
    l10n.t('Formulations in both'),
    formulations.filter((use) => use.a > 0 && use.b > 0),
  );
}

function printUses(heading: string, uses: readonly FormulationUse[]): void {
  const named = uses.map(({ text, a, b }) => `${text} (${a === 0 || b === 0 ? a + b : `${a}→${b}`})`);
  printLine(`${heading}: ${named.length === 0 ? '—' : named.join('、')}`);
}
