/** Accepts the next phrase of the ghost text; VS Code's own "accept next word" takes Chinese ghost text whole. */
import { commands, type TextEditor, window } from 'vscode';
import { nextPhrase } from '../nextPhrase';
import type { Session } from '../session';

interface InlineItem {
  readonly insertText: string;
}

const AUTOMATIC = 2;

/** Asks the server again for what is shown, inserts its first phrase, and shows the rest. */
export async function acceptNextPhrase(session: Session): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined || !editor.selection.isEmpty) {
    return;
  }
  const { document, selection } = editor;
  const { version } = document;
  const items = await session.request<InlineItem[]>('textDocument/inlineCompletion', {
    textDocument: { uri: document.uri.toString() },
    position: { line: selection.active.line, character: selection.active.character },
    context: { triggerKind: AUTOMATIC },
  });
  const [item] = items ?? [];
  if (item === undefined || document.version !== version) {
    return;
  }
  if (await insert(editor, nextPhrase(item.insertText))) {
    await commands.executeCommand('editor.action.inlineSuggest.trigger');
  }
}

function insert(editor: TextEditor, text: string): Thenable<boolean> {
  return editor.edit((edit) => edit.insert(editor.selection.active, text));
}
