/** The draft she works on: that of the active editor, else the one she last had there, as long as it is open. */
import { commands, type Disposable, type TextDocument, window, workspace } from 'vscode';
import { draftLanguages } from './draftDocument';

let last: TextDocument | undefined;

/** Undefined where another text is in front, or no draft was opened. The walkthrough, a page or a view is no text. */
export function draftAtHand(): TextDocument | undefined {
  const active = window.activeTextEditor?.document;
  if (active !== undefined) {
    return draftLanguages.includes(active.languageId) ? active : undefined;
  }
  return last?.isClosed === false ? last : undefined;
}

/** Remembers the draft from now on, and has `onChange` called when it may be another; the context is for the views. */
export function followDraft(onChange: () => void): Disposable {
  const follow = (): void => {
    const draft = draftAtHand();
    last = draft ?? last;
    void commands.executeCommand('setContext', 'zhibi.draftAtHand', draft !== undefined);
    onChange();
  };
  follow();
  const subscriptions = [window.onDidChangeActiveTextEditor(follow), workspace.onDidCloseTextDocument(follow)];
  return { dispose: () => subscriptions.forEach((subscription) => void subscription.dispose()) };
}
