/** Opens the list of suggestions by itself while Chinese is typed, which VS Code does not do inside a clause. */
import { commands, type Disposable, type TextDocumentChangeEvent, type Uri, window, workspace } from 'vscode';
import { isDraft } from './draftDocument';
import type { Session } from './session';
import { opensSuggestions } from './typedText';

/**
 * VS Code takes a whole Chinese clause for one word and asks for suggestions only at its end, in Markdown not at all.
 * `editor.action.triggerSuggest` with `auto` asks at every character, closes by itself and never says that there is
 * nothing; it changes no setting of the user. Ghost text needs none of this.
 */
export function createSuggestTrigger(session: Session, storage: Uri): Disposable {
  let timer: NodeJS.Timeout | undefined;
  const subscription = workspace.onDidChangeTextDocument((event) => {
    if (event.contentChanges.length === 0 || session.state.kind !== 'active' || !isDraft(event.document, storage)) {
      return;
    }
    clearTimeout(timer);
    const end = typedEnd(event);
    if (end === undefined || !suggestionsAreOn(event.document.uri)) {
      return;
    }
    // After the event: the selection follows the change.
    timer = setTimeout(() => {
      const editor = window.activeTextEditor;
      const selection = editor?.selection;
      if (editor?.document === event.document && selection?.isEmpty === true && selection.active.isEqual(end)) {
        void commands.executeCommand('editor.action.triggerSuggest', { auto: true });
      }
    });
  });
  return {
    dispose: () => {
      clearTimeout(timer);
      subscription.dispose();
    },
  };
}

/** Where the typed text ends, undefined when the change is not typing that opens the list. */
function typedEnd(event: TextDocumentChangeEvent) {
  const editor = window.activeTextEditor;
  const [change] = event.contentChanges;
  if (change === undefined || editor?.document !== event.document || editor.selections.length !== 1) {
    return undefined;
  }
  const end = change.range.start.translate(0, change.text.length);
  const opens = opensSuggestions({
    inserted: event.contentChanges.map(({ text }) => text),
    replacedLength: change.rangeLength,
    isHistory: event.reason !== undefined,
    lineBefore: event.document.lineAt(end.line).text.slice(0, end.character),
  });
  return opens ? end : undefined;
}

function suggestionsAreOn(uri: Uri): boolean {
  const configuration = workspace.getConfiguration('zhibi', uri);
  return configuration.get('completion.enabled', true) && configuration.get('completion.auto', true);
}
