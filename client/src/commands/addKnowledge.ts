/** Adds the selected phrase to her own knowledge, as a term with a meaning or as a formulation. */
import { l10n, Position, Range, Uri, window, workspace } from 'vscode';
import { type AddedKnowledge, type AddKnowledgeParams, addKnowledgeRequest } from '../../../server/src/lsp/messages';
import type { Session } from '../session';
import { tell } from '../tell';
import { ensureActive } from './ensureActive';

/** Asks what the phrase is, writes the entry and opens it. A question left with Escape ends the command without a trace. */
export async function addKnowledge(session: Session): Promise<void> {
  const editor = window.activeTextEditor;
  const text = editor?.document.getText(editor.selection).trim() ?? '';
  if (editor === undefined || text === '') {
    void tell.information(l10n.t('Select the phrase first.'));
    return;
  }
  if (!workspace.isTrusted) {
    void tell.warning(l10n.t('Nothing is written in a workspace you have not trusted.'));
    return;
  }
  if (!(await ensureActive(session))) {
    return;
  }
  const entry = await ask(text);
  if (entry === undefined) {
    return;
  }
  const params: AddKnowledgeParams = { uri: editor.document.uri.toString(), text, ...entry };
  const added = await session.request<AddedKnowledge>(addKnowledgeRequest, params);
  if (added !== undefined) {
    await showAdded(text, added);
  }
}

async function ask(text: string): Promise<Pick<AddKnowledgeParams, 'kind' | 'definition'> | undefined> {
  const title = l10n.t('Add “{0}” to Your Knowledge', text);
  const term = {
    label: l10n.t('Term'),
    detail: l10n.t('Has a meaning: explained on hover, completed by its initials'),
  };
  const formulation = {
    label: l10n.t('Formulation'),
    detail: l10n.t('A standard wording: completed by its initials, slips in it are found'),
  };
  const kind = await window.showQuickPick([term, formulation], { title });
  if (kind === undefined) {
    return undefined;
  }
  if (kind === formulation) {
    return { kind: 'formulations' };
  }
  const definition = await window.showInputBox({
    title,
    prompt: l10n.t('What does it mean? In your own words.'),
    validateInput: (value) => (value.trim() === '' ? l10n.t('A term needs a meaning.') : undefined),
  });
  return definition === undefined ? undefined : { kind: 'terms', definition };
}

async function showAdded(text: string, added: AddedKnowledge): Promise<void> {
  if ('problem' in added) {
    void tell.error(added.problem);
    return;
  }
  const at = new Position(added.line, 0);
  await window.showTextDocument(Uri.parse(added.uri), { selection: new Range(at, at), preview: true });
  if (!added.isNew) {
    void tell.information(l10n.t('“{0}” is known already: this is its entry.', text));
  } else if (!added.sourced) {
    void tell.information(
      l10n.t('“{0}” was added. No document of the corpus has it, so please complete its source.', text),
    );
  }
}
