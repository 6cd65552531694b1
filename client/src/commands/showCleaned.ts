/** Shows a source document before and after cleaning, side by side, so that she sees what was taken out. */
import { commands, type Disposable, l10n, Uri, window, workspace } from 'vscode';
import { type CleanedDocument, type CleanedParams, cleanedRequest } from '../../../server/src/lsp/messages';
import { pickDocument } from '../pickDocument';
import type { Session } from '../session';
import { tell } from '../tell';
import { ensureActive } from './ensureActive';

const scheme = 'zhibi-cleaned';
/** Which of the two texts an address names. */
type Side = 'original' | 'clean';

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
      const path = resource instanceof Uri ? resource.fsPath : await pickActiveFirst(session);
      const cleaned = path === undefined ? undefined : await read(path);
      if (path === undefined || cleaned === undefined) {
        return;
      }
      if ('problem' in cleaned) {
        void tell.warning(`${path}: ${cleaned.problem}`);
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

function pickActiveFirst(session: Session): Promise<string | undefined> {
  const active = window.activeTextEditor?.document.uri.fsPath;
  return pickDocument(session, l10n.t('Show What Cleaning Removed'), ({ path }) => Number(path === active));
}
