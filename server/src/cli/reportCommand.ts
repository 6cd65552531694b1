/** `zhibi report`: prints findings, sources and figures of a draft, to be handed over with it. */
import { resolve } from 'node:path';
import type { Resources } from '../analysis/resources';
import { runChecks } from '../checks/runChecks';
import { draftDate } from '../draft/draftDate';
import { draftSources } from '../features/draftSources';
import { draftReport } from '../features/report';
import { reportAsHtml, reportAsMarkdown } from '../features/reportFormat';
import { severityOf } from '../lsp/toLsp';
import { atOnce } from '../util/inSteps';
import { readDraftFile } from './draftFile';
import { printLine, printProblems } from './output';
import { openSession, type SourceOptions, withDrafts } from './session';

export interface ReportOptions extends SourceOptions {
  readonly format: 'md' | 'html';
}

/** Answers the exit code: 0, whatever the report says. */
export async function reportCommand(resources: Resources, given: string, options: ReportOptions): Promise<number> {
  const path = resolve(given);
  const draft = readDraftFile(path);
  const session = await openSession(resources, path, options);
  const { settings, ignored, problems } = session;
  const snapshot = await withDrafts(session);
  const date = draftDate(draft, settings.draft.date, new Date().toISOString().slice(0, 10));
  const findings = runChecks(snapshot, draft, {
    date,
    path,
    duplicateMinLength: settings.duplicate.minLength,
    duplicateFormulaicLimit: settings.duplicate.formulaicLimit,
    severity: settings.severity,
    ignored,
  }).flatMap((finding) => {
    const severity = severityOf(finding, settings);
    return severity ? [{ ...finding, severity }] : [];
  });
  const sources = atOnce(draftSources(snapshot, draft, path));
  const report = draftReport(snapshot, { draft, date, path, findings, sources });
  printLine((options.format === 'html' ? reportAsHtml(report) : reportAsMarkdown(report)).trimEnd());
  printProblems(problems);
  return 0;
}
