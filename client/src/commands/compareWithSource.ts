/** Shows words of a draft beside those of their source, as a difference in the draft itself. */
import {
  commands,
  type Disposable,
  l10n,
  Range,
  Selection,
  TabInputTextDiff,
  type TextDocument,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import {
  type ComparedWording,
  comparedRequest,
  type SourcesParams,
  type SourceWording,
} from '../../../server/src/lsp/messages';
import { isPassageLocation } from '../openPassage';
import type { Session } from '../session';
import { tell } from '../tell';
import { ensureActive } from './ensureActive';

/** Texts on the left: the draft with the words of the source in it. Read-only. */
const scheme = 'zhibi-source';

/** The two commands and the read-only documents they open. */
export interface SourceComparison extends Disposable {
  /** `compared` comes from a finding; without it the sentence at the cursor counts. */
  show(compared: unknown): Promise<void>;
  /** Closes the comparison in front and goes back to its draft, at the words compared. */
  back(): Promise<void>;
}

/** Registers the documents, and the context `zhibi.comparing` for the key that leads back. */
export function createSourceComparison(session: Session): SourceComparison {
  const texts = new Map<string, string>();
  let opened = 0;
  const disposables: Disposable[] = [
    workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? l10n.t('Compare once more: the draft changed.'),
    }),
    workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString())),
    window.tabGroups.onDidChangeTabs(tellContext),
    window.tabGroups.onDidChangeTabGroups(tellContext),
  ];
  return {
    show: async (given) => {
      const compared = isComparedWording(given) ? given : await sentenceAtCursor(session);
      if (compared === undefined) {
        return;
      }
      const draft = await workspace.openTextDocument(Uri.parse(compared.uri));
      const range = draft.validateRange(toRange(compared.range));
      const left = Uri.from({
        scheme,
        path: `/${compared.source.title.replaceAll('/', ' ')}${extensionOf(draft)}`,
        query: `${++opened}`,
      });
      texts.set(left.toString(), withSource(draft, range, compared.source));
      const name = draft.uri.path.slice(draft.uri.path.lastIndexOf('/') + 1);
      const title = l10n.t('{0} (source ↔ draft) {1}', name, nameOf(compared.source));
      await commands.executeCommand('vscode.diff', left, draft.uri, title, {
        selection: new Range(range.start, range.start),
        viewColumn: ViewColumn.Active,
        preview: true,
      });
      window.setStatusBarMessage(l10n.t('Alt+. leads back to the draft.'), 8000);
    },
    back: async () => {
      const tab = window.tabGroups.activeTabGroup.activeTab;
      if (!isComparison(tab?.input) || tab === undefined) {
        return;
      }
      const { modified } = tab.input;
      const at = window.visibleTextEditors.find(({ document }) => document.uri.toString() === modified.toString());
      const position = at?.selection.active;
      await window.tabGroups.close(tab);
      await window.showTextDocument(modified, {
        ...(position && { selection: new Selection(position, position) }),
      });
    },
    dispose: () => {
      for (const disposable of disposables) {
        disposable.dispose();
      }
    },
  };
}

function tellContext(): void {
  const isComparing = isComparison(window.tabGroups.activeTabGroup.activeTab?.input);
  void commands.executeCommand('setContext', 'zhibi.comparing', isComparing);
}

function isComparison(input: unknown): input is TabInputTextDiff {
  return input instanceof TabInputTextDiff && input.original.scheme === scheme;
}

/** The sentence at the cursor with its closest source; says so where there is none. */
async function sentenceAtCursor(session: Session): Promise<ComparedWording | undefined> {
  const editor = window.activeTextEditor;
  if (editor === undefined || !(await ensureActive(session))) {
    return undefined;
  }
  const { line, character } = editor.selection.active;
  const params: SourcesParams = { uri: editor.document.uri.toString(), position: { line, character } };
  const compared = await session.request<ComparedWording | null>(comparedRequest, params);
  if (compared === null) {
    void tell.information(l10n.t('No source document is close to the sentence at the cursor.'));
  }
  return compared ?? undefined;
}

/** The draft as it would read with the source's words: equal but for them, so that only they differ. */
function withSource(draft: TextDocument, range: Range, { text }: SourceWording): string {
  const all = draft.getText();
  const words = draft.getText(range);
  // Paragraphs of a draft may be divided by an empty line, those of clean text never are.
  const between = /(?:\r?\n){2}/.exec(words)?.[0] ?? /\r?\n/.exec(words)?.[0];
  const source = between === undefined ? text : text.replace(/\n+/g, between);
  // A passage goes from letter to letter: the marks around the draft's words stay.
  const before = /^[^\p{L}\p{N}]*/u.exec(words)?.[0] ?? '';
  const after = /[^\p{L}\p{N}%％]*$/u.exec(words)?.[0] ?? '';
  return all.slice(0, draft.offsetAt(range.start)) + before + source + after + all.slice(draft.offsetAt(range.end));
}

function extensionOf(draft: TextDocument): string {
  return /\.[a-z]+$/i.exec(draft.uri.path)?.[0] ?? '.md';
}

function nameOf({ title, date }: SourceWording): string {
  return date === undefined ? `《${title}》` : `《${title}》 ${date}`;
}

function toRange({ start, end }: ComparedWording['range']): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** Checks an argument that came from outside. */
function isComparedWording(value: unknown): value is ComparedWording {
  const { source } = (value ?? {}) as { source?: { title?: unknown; text?: unknown } };
  return isPassageLocation(value) && typeof source?.title === 'string' && typeof source.text === 'string';
}
