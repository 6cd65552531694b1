/** Lets her pick a document of the corpus. */
import { l10n, type QuickPickItem, window } from 'vscode';
import { type CorpusStatus, corpusStatusRequest, type DocumentSummary } from '../../server/src/lsp/messages';
import type { Session } from './session';

interface DocumentItem extends QuickPickItem {
  readonly path: string;
}

/**
 * @param title of the box
 * @param weight the higher, the further up; equal ones stand newest first
 * @returns the path of the document; undefined where she picked none
 */
export async function pickDocument(
  session: Session,
  title: string,
  weight: (document: DocumentSummary) => number,
): Promise<string | undefined> {
  const corpus = await session.request<CorpusStatus>(corpusStatusRequest);
  const items = (corpus?.documents ?? [])
    .filter(({ builtIn }) => !builtIn)
    .map((document) => ({ document, weight: weight(document) }))
    .sort((a, b) => b.weight - a.weight || (b.document.date ?? '').localeCompare(a.document.date ?? ''))
    .map(({ document }): DocumentItem => {
      return { label: document.title, description: document.date ?? '', detail: document.path, path: document.path };
    });
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder: l10n.t('A source document'),
    matchOnDetail: true,
    matchOnDescription: true,
  });
  return picked?.path;
}
