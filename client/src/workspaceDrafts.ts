/** Decides whether this workspace is one Zhibi should serve, with a few directory look-ups and nothing else. */
import {
  type Disposable,
  FileType,
  RelativePattern,
  Uri,
  type WorkspaceConfiguration,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import { isAbsolutePath } from './paths';

/** The formats the server reads. Anything else in a folder called `seeds` is some program's data. */
const sourceFile = /\.(?:txt|md|markdown|html?|docx?|pdf|gw|gongwen)$/i;
const readmeFile = /^(?:readme|license|changelog|contributing)\b/i;

/** How deep and how far the look into a default corpus folder goes. */
const maxDepth = 2;
const maxEntries = 200;

/**
 * True when the workspace has drafts or sources: switched on by hand, an open gongwen document, a `.zhibi` folder, a
 * corpus folder of the settings, or a default corpus folder that holds at least one document.
 */
export async function hasDrafts(): Promise<boolean> {
  if (switchedOnHere() || workspace.textDocuments.some((document) => document.languageId === 'gongwen')) {
    return true;
  }
  const folders = workspace.workspaceFolders ?? [];
  const answers = await Promise.all([...folders.map(folderHasDrafts), configuredAbsoluteFolderExists()]);
  return answers.includes(true);
}

/** Calls back when a file or folder appears that could make this workspace one with drafts. */
export function watchForDrafts(callback: () => void): Disposable {
  const watchers = (workspace.workspaceFolders ?? []).map((folder) => {
    const names = relativeCorpusFolders(folder).map(escapeGlob);
    const pattern = `{${['.zhibi', '.zhibi/**', ...names, ...names.map((name) => `${name}/**`)].join(',')}}`;
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, pattern), false, true, true);
    watcher.onDidCreate(callback);
    return watcher;
  });
  return { dispose: () => watchers.forEach((watcher) => void watcher.dispose()) };
}

function switchedOnHere(): boolean {
  return workspace.getConfiguration('zhibi').inspect<boolean>('enabled')?.workspaceValue === true;
}

async function folderHasDrafts(folder: WorkspaceFolder): Promise<boolean> {
  if (await isDirectory(Uri.joinPath(folder.uri, '.zhibi'))) {
    return true;
  }
  const configured = foldersAreConfigured(workspace.getConfiguration('zhibi', folder));
  for (const name of relativeCorpusFolders(folder)) {
    const uri = Uri.joinPath(folder.uri, name);
    // Asked first: to list a folder that is not there leaves a trace in the editor's log for each window.
    if (!(await isDirectory(uri))) {
      continue;
    }
    // A name she wrote into the settings counts as it is; the default name may be another program's folder.
    if (configured || (await holdsDocument(uri, maxDepth, { left: maxEntries }))) {
      return true;
    }
  }
  return false;
}

async function configuredAbsoluteFolderExists(): Promise<boolean> {
  const folders = corpusFolders(workspace.getConfiguration('zhibi')).filter(isAbsolutePath);
  const answers = await Promise.all(folders.map((path) => isDirectory(Uri.file(path))));
  return answers.includes(true);
}

function foldersAreConfigured(configuration: WorkspaceConfiguration): boolean {
  const values = configuration.inspect<string[]>('corpus.folders');
  return [values?.globalValue, values?.workspaceValue, values?.workspaceFolderValue].some(
    (value) => value !== undefined,
  );
}

function corpusFolders(configuration: WorkspaceConfiguration): string[] {
  const folders: unknown = configuration.get('corpus.folders');
  return Array.isArray(folders)
    ? folders.filter((name): name is string => typeof name === 'string' && name !== '')
    : [];
}

function relativeCorpusFolders(folder: WorkspaceFolder): string[] {
  return corpusFolders(workspace.getConfiguration('zhibi', folder)).filter((name) => !isAbsolutePath(name));
}

function escapeGlob(name: string): string {
  return name.replace(/^\.\//, '').replace(/[*?[\]{},!]/g, '[$&]');
}

async function isDirectory(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

async function holdsDocument(uri: Uri, depth: number, budget: { left: number }): Promise<boolean> {
  let entries: [string, FileType][];
  try {
    entries = await workspace.fs.readDirectory(uri);
  } catch {
    return false;
  }
  const names = entries.slice(0, Math.max(0, budget.left));
  budget.left -= names.length;
  if (names.some(([name, type]) => (type & FileType.File) !== 0 && sourceFile.test(name) && !readmeFile.test(name))) {
    return true;
  }
  for (const [name, type] of names) {
    const isFolder = (type & FileType.Directory) !== 0 && (type & FileType.SymbolicLink) === 0;
    if (depth > 1 && isFolder && (await holdsDocument(Uri.joinPath(uri, name), depth - 1, budget))) {
      return true;
    }
  }
  return false;
}
