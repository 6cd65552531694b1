/** Adds a folder of source documents to the corpus, and switches Zhibi on where it was off. */
import { ConfigurationTarget, FileType, l10n, Uri, window, workspace } from 'vscode';
import { wayWithin } from '../paths';
import type { Session } from '../session';
import { tell } from '../tell';

/** Asks for folders and writes them into `zhibi.corpus.folders`: of the workspace, or of the user where none is open. */
export async function addCorpusFolder(session: Session): Promise<void> {
  const chosen = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: true,
    openLabel: l10n.t('Add to Corpus'),
    title: l10n.t('Folder with Source Documents'),
  });
  if (chosen === undefined || chosen.length === 0) {
    return;
  }
  const around = chosen.find(holdsTheWorkspace);
  if (around !== undefined && !(await wantsAllOf(around))) {
    return;
  }
  const configuration = workspace.getConfiguration('zhibi');
  const target = workspace.workspaceFolders === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  const folders = await foldersSoFar();
  const added = chosen.map(folderSetting).filter((path) => !folders.includes(path));
  await configuration.update('corpus.folders', [...folders, ...added], target);
  if (!configuration.get('enabled', true)) {
    await configuration.update('enabled', true, target);
  }
  await session.reconsider();
}

/** The folder that a dialog proposes is the workspace itself, where her drafts lie. */
function holdsTheWorkspace({ fsPath }: Uri): boolean {
  return (workspace.workspaceFolders ?? []).some(({ uri }) => wayWithin(fsPath, uri.fsPath) !== undefined);
}

async function wantsAllOf(folder: Uri): Promise<boolean> {
  const add = l10n.t('Add All the Same');
  const message = l10n.t(
    'Your drafts lie in {0} too: they would count as sources, and each would be found to repeat itself. Choose a folder that holds sources only.',
    folder.fsPath,
  );
  return (await tell.question(message, add)) === add;
}

/** Those she has set; the default ones only where they are there, or each start would complain that they are not. */
async function foldersSoFar(): Promise<string[]> {
  const configuration = workspace.getConfiguration('zhibi');
  const folders = configuration.get<string[]>('corpus.folders', []);
  const set = configuration.inspect<string[]>('corpus.folders');
  if (set?.globalValue !== undefined || set?.workspaceValue !== undefined) {
    return folders;
  }
  const roots = workspace.workspaceFolders ?? [];
  const there = await Promise.all(
    folders.map((name) => Promise.all(roots.map(({ uri }) => isFolder(Uri.joinPath(uri, name))))),
  );
  return folders.filter((_, i) => there[i]!.includes(true));
}

async function isFolder(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

/** Relative where the setting stays true on another machine: in a workspace of one folder, inside it. */
function folderSetting(uri: Uri): string {
  const [root, ...others] = workspace.workspaceFolders ?? [];
  const way = root !== undefined && others.length === 0 ? wayWithin(root.uri.fsPath, uri.fsPath) : undefined;
  return way || uri.fsPath;
}
