/** `zhibi check`: checks drafts and prints what it finds. */
import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { Finding } from '../analysis/finding';
import type { Resources } from '../analysis/resources';
import { runChecks } from '../checks/runChecks';
import { decode } from '../corpus/decode';
import type { Draft } from '../draft/draft';
import { draftDate } from '../draft/draftDate';
import { parseDraft } from '../draft/parseDraft';
import { readDateAlone } from '../draft/statedDate';
import { severityOf, toDiagnostics } from '../lsp/toLsp';
import type { Problem } from '../util/problem';
import { describeFileError } from '../worker/scan';
import type { CheckedFile } from './checkedFile';
import { printJson, printLine, printProblems, UsageError } from './output';
import { toSarif } from './sarif';
import { openSession, type Session, type SourceOptions, withDrafts } from './session';
import { sourcesOf } from './sourcesOf';
import { isWordFile, readWordDraft, writeAnnotated } from './wordDraft';

export interface CheckOptions extends SourceOptions {
  readonly date?: string;
  readonly format: 'text' | 'json' | 'sarif';
  /** Where a copy of the one Word draft goes, with the findings as comments. */
  readonly annotate?: string;
}

/** UTF-16 code units. */
const EXCERPT = 20;
const DRAFT_EXTENSIONS = new Set(['.md', '.markdown', '.txt', '.gw', '.gongwen', '.docx']);

/** Answers the exit code: 0 nothing at warning or above, 1 findings, 2 input that could not be read. */
export async function checkCommand(
  resources: Resources,
  version: string,
  paths: readonly string[],
  options: CheckOptions,
): Promise<number> {
  if (options.date !== undefined && !isDay(options.date)) {
    throw new UsageError(l10n.t('--date takes a date such as 2026-11-22.'));
  }
  const { annotate } = options;
  if (annotate !== undefined && (paths.length !== 1 || !isWordFile(paths[0]!))) {
    throw new UsageError(l10n.t('--annotate takes one draft, a .docx file.'));
  }
  const opened = await openSession(resources, paths[0], options);
  const session = { ...opened, snapshot: await withDrafts(opened) };
  const problems: Problem[] = [...session.problems];
  const unreadable: Problem[] = [];
  const files: CheckedFile[] = [];
  let worst = false;
  for (const path of paths.flatMap((given) => draftsIn(resolve(given), session.folders, unreadable))) {
    const word = isWordFile(path) ? await readWordDraft(path) : undefined;
    if (typeof word === 'string') unreadable.push({ path, message: word });
    const draft = isWordFile(path) ? typeof word === 'object' && word.draft : readDraft(path, unreadable);
    if (!draft) continue;
    const date = draftDate(draft, options.date ?? session.settings.draft.date, today());
    const findings = findingsOf(session, draft, path, date);
    if (session.snapshot.corpus.documentAt(path)) {
      problems.push({
        path,
        message: l10n.t('This file is a document of the corpus: it is not compared with itself.'),
      });
    }
    worst ||= findings.some((finding) => ['error', 'warning'].includes(severityOf(finding, session.settings) ?? ''));
    const diagnostics = toDiagnostics(draft, findings, session.settings, resources);
    files.push({
      path,
      date,
      diagnostics,
      ...(word && { paragraphs: paragraphsOf(draft, diagnostics) }),
      ...(options.format === 'json' && { sources: sourcesOf(session.snapshot, draft, path) }),
    });
    if (annotate !== undefined && typeof word === 'object') await writeAnnotated(word, path, annotate, diagnostics);
  }
  print(options.format, version, files, [...problems, ...unreadable]);
  if (unreadable.length > 0) return 2;
  return worst ? 1 : 0;
}

function isDay(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && readDateAlone(date) === date;
}

function findingsOf(session: Session, draft: Draft, path: string, date: string): Finding[] {
  const { settings, snapshot, ignored } = session;
  return runChecks(snapshot, draft, {
    date,
    path,
    duplicateMinLength: settings.duplicate.minLength,
    duplicateFormulaicLimit: settings.duplicate.formulaicLimit,
    severity: settings.severity,
    ignored,
  });
}

/** The drafts a path names: a file is one whatever it is called; in a folder, texts that are no sources. */
function draftsIn(path: string, sourceFolders: readonly string[], unreadable: Problem[]): string[] {
  if (!existsSync(path)) {
    unreadable.push({ path, message: l10n.t('There is no such file or folder. Check the path.') });
    return [];
  }
  if (!statSync(path).isDirectory()) return [path];
  const found: string[] = [];
  const walk = (folder: string) => {
    for (const entry of entriesOf(folder, unreadable)) {
      const inner = join(folder, entry.name);
      // ~$… is what Word leaves beside a file while it is open.
      if (/^(?:\.|~\$|node_modules$)/.test(entry.name)) continue;
      if (entry.isDirectory() && !sourceFolders.includes(inner)) walk(inner);
      else if (entry.isFile() && DRAFT_EXTENSIONS.has(extname(entry.name).toLowerCase())) found.push(inner);
    }
  };
  walk(path);
  return found;
}

function entriesOf(folder: string, unreadable: Problem[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    unreadable.push({ path: folder, message: describeFileError(error) });
    return [];
  }
}

function readDraft(path: string, unreadable: Problem[]): Draft | undefined {
  try {
    const decoded = decode(readFileSync(path));
    if (decoded) return parseDraft(path, decoded.text);
    unreadable.push({ path, message: l10n.t('This is no text file. Give a draft as Markdown or plain text.') });
    return undefined;
  } catch (error) {
    unreadable.push({ path, message: describeFileError(error) });
    return undefined;
  }
}

function print(format: CheckOptions['format'], version: string, files: CheckedFile[], problems: Problem[]): void {
  if (format === 'json') printJson({ version: 1, files, problems });
  else if (format === 'sarif') printJson(toSarif(version, files));
  else printText(files);
  if (format !== 'json') printProblems(problems);
}

/** Word shows no numbers of paragraphs: their first words are what she can search for. */
function paragraphsOf({ text, lineStarts }: Draft, diagnostics: readonly { range: { start: { line: number } } }[]) {
  return diagnostics.map(({ range: { start } }) => {
    const paragraph = text.slice(lineStarts[start.line], lineStarts[start.line + 1]).trim();
    return paragraph.length > EXCERPT ? `${paragraph.slice(0, EXCERPT)}…` : paragraph;
  });
}

const SEVERITY_NAMES = ['', 'error', 'warning', 'information', 'hint'];

function printText(files: readonly CheckedFile[]): void {
  for (const { path, diagnostics, paragraphs } of files) {
    for (const [i, { range, severity, code, message, relatedInformation }] of diagnostics.entries()) {
      const { line, character } = range.start;
      const place = `${relative(process.cwd(), path) || path}:${line + 1}:${character + 1}`;
      printLine(`${place} ${SEVERITY_NAMES[severity ?? 2]} ${code} ${message}`);
      if (paragraphs) printLine(`    ${l10n.t('in paragraph {0}: {1}', line + 1, paragraphs[i]!)}`);
      for (const related of relatedInformation ?? []) printLine(`    ${related.message}`);
    }
  }
  const count = files.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
  process.stderr.write(`${l10n.t('{0} drafts, {1} findings', files.length, count)}\n`);
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
