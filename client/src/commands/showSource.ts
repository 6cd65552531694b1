/** Shows where the words at the cursor come from: the passage of the source, beside the draft. */
import { l10n, window } from 'vscode';
import { type SearchHit, type SourcesParams, sourcesRequest } from '../../../server/src/lsp/messages';
import { isPosition, openPassage } from '../openPassage';
import type { Session } from '../session';
import { tell } from '../tell';
import { ensureActive } from './ensureActive';

/** Opens the best source at once. `place` comes from a link in a hover; without it the cursor of the editor counts. */
export async function showSource(session: Session, place: unknown): Promise<void> {
  const params = isSourcesParams(place) ? place : cursor();
  if (params === undefined || !(await ensureActive(session))) {
    return;
  }
  const hits = await session.request<SearchHit[]>(sourcesRequest, params);
  const best = hits?.[0];
  if (best === undefined) {
    void tell.information(l10n.t('No source document has the words at the cursor.'));
    return;
  }
  await openPassage(best);
  if (hits !== undefined && hits.length > 1) {
    const message = l10n.t('{0} sources; “Find All References” lists them', hits.length);
    window.setStatusBarMessage(message, 8000);
  }
}

function cursor(): SourcesParams | undefined {
  const editor = window.activeTextEditor;
  if (editor === undefined) {
    return undefined;
  }
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}

function isSourcesParams(value: unknown): value is SourcesParams {
  const { uri, position } = (value ?? {}) as Partial<SourcesParams>;
  return typeof uri === 'string' && isPosition(position);
}
