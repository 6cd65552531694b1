/** Adds a folder of source documents to the corpus, and switches Zhibi on where it was off. */
import { ConfigurationTarget, FileType, l10n, Uri, window, workspace } from 'vscode';
import type { Session } from '../session';

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
  if (root !== undefined && others.length === 0 && uri.path.startsWith(`${root.uri.path}/`)) {
    return uri.path.slice(root.uri.path.length + 1);
  }
  return Uri.file(uri.fsPath).fsPath;
}
