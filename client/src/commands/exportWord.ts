/** Writes the draft at hand, saved or not, as a Word file in the official format. */
import { spawn } from 'node:child_process';
import { type CancellationToken, commands, env, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import { draftAtHand } from '../draftAtHand';
import { tell } from '../tell';
import { withoutLinks } from '../withoutLinks';

/** What the command line answered: what it simplified, a line each, or why there is no file. */
interface Answer {
  readonly exitCode: number | null;
  readonly notes: string;
}

/** `given`: where the file goes; without one she is asked, beside the draft by default. */
export async function exportWord(extension: Uri, given: unknown): Promise<void> {
  const document = draftAtHand();
  if (document === undefined) {
    void tell.information(l10n.t('Open the draft that is to become a Word file.'));
    return;
  }
  const target = given instanceof Uri ? given : await askWhere(document.uri);
  if (target === undefined) {
    return;
  }
  if (target.scheme !== 'file') {
    void tell.error(l10n.t('A Word file can be written to a folder on disk only.'));
    return;
  }
  const text = document.getText();
  const cli = Uri.joinPath(extension, 'dist', 'cli.js').fsPath;
  const title = withoutLinks(l10n.t('Writing {0}', target.fsPath));
  const answer = await window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (_, token) => runExport(cli, text, target.fsPath, token),
  );
  if (answer.exitCode === 0) {
    void tellResult(target, answer.notes);
  } else if (answer.exitCode !== null) {
    void tell.error(answer.notes);
  }
}

/** Beside the draft; for one that was never saved, in the first folder of the workspace. */
async function askWhere(draft: Uri): Promise<Uri | undefined> {
  const name = `${(draft.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '')}.docx`;
  const folder = draft.scheme === 'file' ? Uri.joinPath(draft, '..') : workspace.workspaceFolders?.[0]?.uri;
  return window.showSaveDialog({
    title: l10n.t('Export as Word File'),
    filters: { Word: ['docx'] },
    ...(folder !== undefined && { defaultUri: Uri.joinPath(folder, name) }),
  });
}

function runExport(cli: string, text: string, target: string, token: CancellationToken): Promise<Answer> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [cli, 'export', '-', '--out', target], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', LC_ALL: env.language },
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    let notes = '';
    child.stderr.setEncoding('utf8').on('data', (more: string) => {
      notes += more;
    });
    token.onCancellationRequested(() => child.kill());
    child.once('error', (error) => done({ exitCode: 1, notes: error.message }));
    child.once('close', (exitCode) => done({ exitCode, notes: notes.trim() }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(text);
  });
}

async function tellResult(target: Uri, notes: string): Promise<void> {
  const open = l10n.t('Open');
  const reveal = l10n.t('Show in Folder');
  const simplified = l10n.t('What Was Simplified');
  const choice = await tell.information(l10n.t('{0} was written.', target.fsPath), open, reveal, simplified);
  if (choice === open) {
    await env.openExternal(target);
  } else if (choice === reveal) {
    await commands.executeCommand('revealFileInOS', target);
  } else if (choice === simplified) {
    await tell.detail(l10n.t('What Was Simplified'), notes);
  }
}
