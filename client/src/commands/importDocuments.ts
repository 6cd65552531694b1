/** Turns documents she chooses into clean Markdown in the corpus folder, with the command line's `import`. */
import { execFile } from 'node:child_process';
import { env, l10n, Uri, window, workspace } from 'vscode';
import { isAbsolutePath } from '../paths';
import type { Session } from '../session';
import { tell } from '../tell';

const extensions = ['txt', 'md', 'html', 'htm', 'mhtml', 'docx', 'doc', 'pdf'];
/** Bytes of the report and of the problems, each. */
const longestReport = 4 * 1024 * 1024;

/** Where documents are imported from and to. */
export interface ImportPlace {
  readonly session: Session;
  /** The folder of the extension. */
  readonly extension: Uri;
}

/** What the command line printed. */
interface ImportResult {
  readonly report: string;
  readonly problems: string;
}

/**
 * @param place where the command line lies, and whose corpus grows
 * @param resource the document chosen in the explorer; without one she picks documents
 * @param selected all documents chosen there
 */
export async function importDocuments(place: ImportPlace, resource: unknown, selected: unknown): Promise<void> {
  const folder = await targetFolder();
  const documents = folder === undefined ? [] : await chosenDocuments(resource, selected);
  if (folder === undefined || documents.length === 0) {
    return;
  }
  const paths = documents.map(({ fsPath }) => fsPath);
  const { report, problems } = await runImport(place.extension, paths, folder);
  const content = [report, problems].filter((part) => part !== '').join('\n');
  await window.showTextDocument(await workspace.openTextDocument({ content, language: 'plaintext' }));
  if (problems !== '') {
    void tell.warning(l10n.t('Some documents were not imported. The report says which and why.'));
  }
  await place.session.reconsider();
}

/** The first corpus folder of the first workspace folder, or one she chooses. */
async function targetFolder(): Promise<string | undefined> {
  const root = workspace.workspaceFolders?.[0]?.uri;
  const [first] = workspace.getConfiguration('zhibi', root).get<string[]>('corpus.folders', []);
  if (root !== undefined && first !== undefined) {
    return isAbsolutePath(first) ? Uri.file(first).fsPath : Uri.joinPath(root, first).fsPath;
  }
  const chosen = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    title: l10n.t('Folder with Source Documents'),
  });
  return chosen?.[0]?.fsPath;
}

async function chosenDocuments(resource: unknown, selected: unknown): Promise<readonly Uri[]> {
  if (Array.isArray(selected) && selected.length > 0) {
    return selected.filter((each): each is Uri => each instanceof Uri);
  }
  if (resource instanceof Uri) {
    return [resource];
  }
  const chosen = await window.showOpenDialog({
    canSelectMany: true,
    filters: { [l10n.t('Documents')]: extensions },
    title: l10n.t('Documents to Import'),
  });
  return chosen ?? [];
}

/** Never rejects: what went wrong is among the problems. */
function runImport(extension: Uri, paths: readonly string[], folder: string): Promise<ImportResult> {
  const script = Uri.joinPath(extension, 'dist', 'cli.js').fsPath;
  const options = {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', LC_ALL: env.language.replace('-', '_') },
    maxBuffer: longestReport,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, 'import', ...paths, '--out', folder], options, (error, stdout, stderr) => {
      resolve({ report: stdout, problems: stderr === '' && error !== null ? error.message : stderr });
    });
  });
}
