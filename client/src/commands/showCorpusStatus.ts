/** Shows what is in the corpus and what went wrong, as a read-only page. */
import { type Disposable, type DocumentLink, EventEmitter, env, l10n, languages, Uri, window, workspace } from 'vscode';
import { type CorpusStatus, corpusStatusRequest } from '../../../server/src/lsp/messages';
import { corpusReport } from '../corpusReport';
import type { Session } from '../session';
import { ensureActive } from './ensureActive';

const scheme = 'zhibi-corpus';

/** The page and the command that opens it; an open page follows the index. */
export interface CorpusStatusPage extends Disposable {
  show(): Promise<void>;
}

/** Registers the page. It asks the server only while it is open. */
export function createCorpusStatusPage(session: Session): CorpusStatusPage {
  const uri = Uri.from({ scheme, path: `/${l10n.t('Corpus status')}.md` });
  const changed = new EventEmitter<Uri>();
  let links: readonly DocumentLink[] = [];
  const disposables: Disposable[] = [
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async (_uri, token) => {
        const corpus = await session.request<CorpusStatus>(corpusStatusRequest, {}, token);
        if (corpus === undefined) {
          links = [];
          return l10n.t('Zhibi’s language server does not run.');
        }
        const report = corpusReport(corpus, env.language);
        links = report.links;
        return report.text;
      },
    }),
    languages.registerDocumentLinkProvider({ scheme }, { provideDocumentLinks: () => [...links] }),
    session.onDidChangeState((state) => {
      if (state.kind === 'active' && state.status?.state !== 'indexing') {
        changed.fire(uri);
      }
    }),
  ];
  return {
    show: async () => {
      if (await ensureActive(session)) {
        changed.fire(uri);
        await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
      }
    },
    dispose: () => {
      for (const disposable of disposables) {
        disposable.dispose();
      }
    },
  };
}
