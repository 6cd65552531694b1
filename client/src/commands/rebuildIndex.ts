/** Reads every source document again and builds the index from scratch. */
import { l10n, ProgressLocation, window } from 'vscode';
import { rebuildIndexRequest } from '../../../server/src/lsp/messages';
import type { Session } from '../session';
import { ensureActive } from './ensureActive';

/** Shows progress in the status bar until the new index serves. Drafts are answered from the old one meanwhile. */
export async function rebuildIndex(session: Session): Promise<void> {
  if (!(await ensureActive(session))) {
    return;
  }
  const title = l10n.t('Zhibi: rebuilding the index');
  await window.withProgress({ location: ProgressLocation.Window, title }, async () => {
    await session.request<null>(rebuildIndexRequest);
  });
}
