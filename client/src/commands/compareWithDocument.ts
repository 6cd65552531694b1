/** Compares the draft with a document of the corpus, such as last year's speech: what was kept, changed, dropped and new. */
import { l10n, type TextDocument, window } from 'vscode';
import { type ComparisonParams, comparisonRequest } from '../../../server/src/lsp/messages';
import { pickDocument } from '../pickDocument';
import type { ReportPages } from '../reportPages';
import type { Session } from '../session';
import { tell } from '../tell';
import { ensureActive } from './ensureActive';

/** Asks for the document, those with a title like the draft's first, and shows the comparison beside the draft. */
export async function compareWithDocument(session: Session, pages: ReportPages): Promise<void> {
  const draft = window.activeTextEditor?.document;
  if (draft === undefined || !(await ensureActive(session))) {
    return;
  }
  const own = pairsOf(titleOf(draft));
  const alike = (title: string) => {
    const pairs = pairsOf(title);
    const shared = [...own].filter((pair) => pairs.has(pair)).length;
    return shared / Math.max(1, own.size + pairs.size);
  };
  const path = await pickDocument(session, l10n.t('Compare with a Document'), ({ title }) => alike(title));
  if (path === undefined) {
    return;
  }
  const params: ComparisonParams = { uri: draft.uri.toString(), path, format: 'html' };
  const page = await session.request<string | null>(comparisonRequest, params);
  if (page === undefined || page === null) {
    void tell.information(l10n.t('Open a draft first.'));
    return;
  }
  const name = (file: string) => file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  pages.show(l10n.t('{0} compared with {1}', name(draft.uri.path), name(path)), page);
}

/** Lines in which a draft names itself. */
const headLines = 12;

function titleOf(draft: TextDocument): string {
  const lines = Array.from({ length: Math.min(headLines, draft.lineCount) }, (_, i) => draft.lineAt(i).text);
  return lines.find((line) => line.startsWith('#')) ?? lines.find((line) => line.trim() !== '') ?? '';
}

function pairsOf(text: string): Set<string> {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, i) => letters.slice(i, i + 2)));
}
