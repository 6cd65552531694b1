/** Puts text into the draft she was writing, from a list or view that has the focus. */
import { l10n, type TextEditor, window } from 'vscode';
import { tell } from './tell';

/** Replaces the selection of `editor`, shows it, and says so where nothing can be inserted. */
export async function insertIntoDraft(editor: TextEditor | undefined, text: string): Promise<void> {
  if (editor === undefined) {
    void tell.information(l10n.t('Open a draft first: the passage is inserted at its cursor.'));
    return;
  }
  const shown = await window.showTextDocument(editor.document, { viewColumn: editor.viewColumn });
  if (!(await shown.edit((edit) => edit.replace(shown.selection, text)))) {
    void tell.warning(l10n.t('Nothing can be inserted here: the document is read-only.'));
  }
}
