/** Takes a document out of the corpus without touching its file, and back again. */
import { ConfigurationTarget, l10n, TreeItem, workspace } from 'vscode';
import { type CorpusStatus, corpusStatusRequest } from '../../../server/src/lsp/messages';
import { excludePattern } from '../excludePattern';
import type { Session } from '../session';
import { tell } from '../tell';

/** `node`: a document in the view of the corpus. The pattern goes into the settings of the workspace. */
export async function excludeDocument(session: Session, node: unknown): Promise<void> {
  const uri = node instanceof TreeItem ? node.resourceUri : undefined;
  const corpus = uri && (await session.request<CorpusStatus>(corpusStatusRequest));
  const pattern = corpus && excludePattern(uri.fsPath, corpus.folders);
  if (uri === undefined || pattern === undefined) {
    return;
  }
  const before = patterns();
  if (!(await write([...before, pattern]))) {
    return;
  }
  const undo = l10n.t('Undo');
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const message = l10n.t('{0} is no longer a source. The file stays where it is.', name);
  if ((await tell.information(message, undo)) === undo) {
    await write(patterns().filter((each) => each !== pattern || before.includes(each)));
  }
}

function patterns(): string[] {
  return workspace.getConfiguration('zhibi').get<string[]>('corpus.exclude', []);
}

async function write(exclude: readonly string[]): Promise<boolean> {
  const target = workspace.workspaceFolders === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  try {
    await workspace.getConfiguration('zhibi').update('corpus.exclude', exclude, target);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void tell.error(l10n.t('The settings could not be written. {0}', reason));
    return false;
  }
}
