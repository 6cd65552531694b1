/** The check report of the draft at hand: as a page beside it, or as a file to hand over. */
import { l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import { type ReportParams, reportRequest } from '../../../server/src/lsp/messages';
import { draftAtHand } from '../draftAtHand';
import type { ReportPages } from '../reportPages';
import type { Session } from '../session';
import { tell } from '../tell';
import { ensureActive } from './ensureActive';

export async function showReport(session: Session, pages: ReportPages): Promise<void> {
  const draft = await activeDraft(session);
  const report = draft && (await readReport(session, draft, 'html'));
  if (report !== undefined) {
    pages.show(l10n.t('Check Report'), report);
  }
}

/** Writes the report as Markdown, or as a page where the name says so. `given`: where; without one she is asked. */
export async function saveReport(session: Session, given: unknown): Promise<void> {
  const draft = await activeDraft(session);
  const target = draft && (given instanceof Uri ? given : await askWhere(draft.uri));
  if (draft === undefined || target === undefined) {
    return;
  }
  const report = await readReport(session, draft, /\.html?$/i.test(target.path) ? 'html' : 'md');
  if (report === undefined) {
    return;
  }
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(report));
    window.setStatusBarMessage(l10n.t('{0} was written.', target.fsPath), 8000);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void tell.error(l10n.t('{0} could not be written. {1}', target.fsPath, reason));
  }
}

/** The draft at hand where the server runs; says what is missing. */
async function activeDraft(session: Session): Promise<TextDocument | undefined> {
  const document = draftAtHand();
  if (document === undefined) {
    void tell.information(l10n.t('Open the draft whose report you want.'));
    return undefined;
  }
  return (await ensureActive(session)) ? document : undefined;
}

async function readReport(
  session: Session,
  { uri }: TextDocument,
  format: ReportParams['format'],
): Promise<string | undefined> {
  const params: ReportParams = { uri: uri.toString(), format };
  const report = await session.request<string | null>(reportRequest, params);
  if (report === undefined || report === null) {
    void tell.warning(l10n.t('There is no report: the server does not know this draft. See the log.'));
    return undefined;
  }
  return report;
}

/** Beside the draft; for one that was never saved, in the first folder of the workspace. */
async function askWhere(draft: Uri): Promise<Uri | undefined> {
  const name = `${(draft.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '')} ${l10n.t('Check Report')}.md`;
  const folder = draft.scheme === 'file' ? Uri.joinPath(draft, '..') : workspace.workspaceFolders?.[0]?.uri;
  return window.showSaveDialog({
    title: l10n.t('Save the Check Report'),
    filters: { Markdown: ['md'], HTML: ['html'] },
    ...(folder !== undefined && { defaultUri: Uri.joinPath(folder, name) }),
  });
}
