/** Shows where a draft comes from: each paragraph with its sources, and how much of it is new. */
import { l10n, window } from 'vscode';
import { draftSourcesRequest, type ReportParams } from '../../../server/src/lsp/messages';
import type { ReportPages } from '../reportPages';
import type { Session } from '../session';
import { tell } from '../tell';
import { ensureActive } from './ensureActive';

/** For the draft in the active editor, as it is now. */
export async function showDraftSources(session: Session, pages: ReportPages): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined || !(await ensureActive(session))) {
    return;
  }
  const params: ReportParams = { uri: document.uri.toString(), format: 'html' };
  const page = await session.request<string | null>(draftSourcesRequest, params);
  if (page === undefined || page === null) {
    void tell.information(l10n.t('Open a draft first.'));
    return;
  }
  const { path } = document.uri;
  pages.show(l10n.t('Sources of {0}', path.slice(path.lastIndexOf('/') + 1)), page);
}
