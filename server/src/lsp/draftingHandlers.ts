/** Requests that change a draft as a whole: formatting, renaming a term, numbering anew. */
import * as l10n from '@vscode/l10n';
import type { CodeAction, TextEdit as LspEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Draft } from '../draft/draft';
import { formatDraft } from '../features/format';
import { termAt, termPlaces } from '../features/rename';
import { renumber } from '../features/renumber';
import type { TextEdit } from '../text/textEdit';
import { RENUMBER_KIND } from './codeActions';
import { runSafe } from './runSafe';
import type { Server } from './server';
import { toOffset, toRange } from './toLsp';

/** What the client calls the places it asks her about before it renames them. */
const CITED = 'cited';

export function registerDrafting(server: Server): void {
  const { connection } = server;
  const log = (message: string) => server.log(message);

  connection.onDocumentFormatting(({ textDocument: { uri } }, token) =>
    runSafe<LspEdit[]>(token, log, [], () => {
      const draft = server.draft(uri);
      return draft ? toLspEdits(draft, formatDraft(draft)) : [];
    }),
  );

  connection.onDocumentRangeFormatting(({ textDocument: { uri }, range }, token) =>
    runSafe<LspEdit[]>(token, log, [], () => {
      const draft = server.draft(uri);
      if (!draft) return [];
      const within = { start: toOffset(draft, range.start), end: toOffset(draft, range.end) };
      return toLspEdits(draft, formatDraft(draft, within));
    }),
  );

  connection.onPrepareRename(({ textDocument: { uri }, position }, token) =>
    runSafe(token, log, null, () => {
      const draft = server.draft(uri);
      const term = draft && termAt(server.host.snapshot, draft, toOffset(draft, position));
      return draft && term
        ? { range: toRange(draft, term), placeholder: draft.text.slice(term.start, term.end) }
        : null;
    }),
  );

  connection.onRenameRequest(({ textDocument: { uri }, position, newName }, token) =>
    runSafe<WorkspaceEdit | null>(token, log, null, () => {
      const draft = server.draft(uri);
      const term = draft && termAt(server.host.snapshot, draft, toOffset(draft, position));
      return draft && term ? renameEdit(server, draft, termPlaces(draft, term), newName) : null;
    }),
  );
}

/** Places in titles and quotations may be somebody else's words: the client asks about them, or they stay. */
function renameEdit(
  server: Server,
  draft: Draft,
  places: ReturnType<typeof termPlaces>,
  newText: string,
): WorkspaceEdit {
  const edit = (place: (typeof places)[number]): LspEdit => ({ range: toRange(draft, place), newText });
  if (!server.client.confirmsChanges) {
    return { changes: { [draft.uri]: places.filter(({ cited }) => !cited).map(edit) } };
  }
  const version = server.documents.get(draft.uri)?.version ?? null;
  const edits = places.map((place) => (place.cited ? { ...edit(place), annotationId: CITED } : edit(place)));
  const label = l10n.t('In titles and quotations');
  const description = l10n.t('Perhaps somebody else’s words');
  return {
    documentChanges: [{ textDocument: { uri: draft.uri, version }, edits }],
    ...(places.some(({ cited }) => cited) && {
      changeAnnotations: { [CITED]: { label, description, needsConfirmation: true } },
    }),
  };
}

/** The action that numbers the draft anew; undefined where every number is right. */
export function renumberAction(draft: Draft): CodeAction | undefined {
  const edits = toLspEdits(draft, renumber(draft));
  if (edits.length === 0) return undefined;
  const title = l10n.t('Number the draft anew ({0} numbers)', edits.length);
  return { title, kind: RENUMBER_KIND, edit: { changes: { [draft.uri]: edits } } };
}

function toLspEdits(draft: Draft, edits: readonly TextEdit[]): LspEdit[] {
  return edits.map((edit) => ({ range: toRange(draft, edit), newText: edit.newText }));
}
