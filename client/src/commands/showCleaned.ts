/** Shows a source document before and after cleaning, side by side, so that she sees what was taken out. */
import { commands, type Disposable, l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import {
  type CleanedDocument,
  type CleanedParams,
  type CorpusStatus,
  cleanedRequest,
  corpusStatusRequest,
} from '../../../server/src/lsp/messages';
import type { Session } from '../session';
import { ensureActive } from './ensureActive';

const scheme = 'zhibi-cleaned';
/** Which of the two texts an address names. */
type Side = 'original' | 'clean';

interface DocumentItem extends QuickPickItem {
  readonly path: string;
}

/** The command and the read-only documents it opens. */
export interface CleanedView extends Disposable {
  /** `resource`: a file chosen in the explorer; without one she picks a document of the corpus. */
  show(resource: unknown): Promise<void>;
}

/** Registers the documents. A text is asked for when it is opened, and kept by the editor alone. */
export function createCleanedView(session: Session): CleanedView {
  const read = (path: string) => session.request<CleanedDocument>(cleanedRequest, { path } satisfies CleanedParams);
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ path, query }) => {
      const cleaned = await read(query);
      if (cleaned === undefined) {
        return l10n.t('Zhibi’s language server does not run.');
      }
      if ('problem' in cleaned) {
        return cleaned.problem;
      }
      return path.startsWith(folderOf('original')) ? cleaned.original : cleaned.clean;
    },
  });
  return {
    show: async (resource) => {
      if (!(await ensureActive(session))) {
        return;
      }
      const path = resource instanceof Uri ? resource.fsPath : await pickDocument(session);
      const cleaned = path === undefined ? undefined : await read(path);
      if (path === undefined || cleaned === undefined) {
        return;
      }
      if ('problem' in cleaned) {
        void window.showWarningMessage(`${path}: ${cleaned.problem}`);
        return;
      }
      const title = l10n.t('{0} (original ↔ cleaned)', cleaned.title);
      await commands.executeCommand('vscode.diff', address('original', path), address('clean', path), title);
      const removed = cleaned.removed.map(({ name, characters }) => `${name} ${characters}`).join(' · ');
      window.setStatusBarMessage(removed === '' ? l10n.t('Nothing was removed.') : removed, 10_000);
    },
    dispose: () => provider.dispose(),
  };
}

function folderOf(side: Side): string {
  return `/${side}/`;
}

/** Read-only: VS Code offers no saving of such documents. */
function address(side: Side, path: string): Uri {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return Uri.from({ scheme, path: `${folderOf(side)}${name}.txt`, query: path });
}

/** Lets her pick a document, the one in the active editor first. */
async function pickDocument(session: Session): Promise<string | undefined> {
  const corpus = await session.request<CorpusStatus>(corpusStatusRequest);
  const active = window.activeTextEditor?.document.uri.fsPath;
  const items = (corpus?.documents ?? [])
    .filter(({ builtIn }) => !builtIn)
    .map(({ path, title, date }): DocumentItem => ({ label: title, description: date ?? '', detail: path, path }))
    .sort((a, b) => Number(b.path === active) - Number(a.path === active));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Show What Cleaning Removed'),
    placeHolder: l10n.t('A source document'),
    matchOnDetail: true,
  });
  return picked?.path;
}
