/** Starts a draft from a skeleton: asks what it is for, and writes what it learnt into the front matter. */
import {
  type ExtensionContext,
  l10n,
  SnippetString,
  type TextDocument,
  type TextEditor,
  Uri,
  type WorkspaceFolder,
  window,
  workspace,
} from 'vscode';

/** An entry of the skeletons file; those that make a whole document begin with a heading. */
interface Skeleton {
  readonly description?: string;
  readonly body: readonly string[];
}

/**
 * Asks for the kind, level, audience and day, and opens the draft with the cursor at the first stop. The file is made
 * in a workspace folder; where nothing can be written there, the draft is untitled and a message says why. A question
 * left with Escape ends the command without a trace; a walkthrough or a look at another window that takes the focus does not.
 */
export async function newDraft(context: ExtensionContext): Promise<void> {
  const title = l10n.t('New Draft');
  const skeletons = await readSkeletons(context.extensionUri);
  const kind = await window.showQuickPick(
    skeletons.map(([label, { description }]) => ({ label, detail: description ?? '' })),
    { title, placeHolder: l10n.t('What for?'), matchOnDetail: true, ignoreFocusOut: true },
  );
  const skeleton = skeletons.find(([name]) => name === kind?.label)?.[1];
  if (kind === undefined || skeleton === undefined) {
    return;
  }
  const level = await window.showQuickPick(
    [l10n.t('Central'), l10n.t('Provincial'), l10n.t('Municipal'), l10n.t('County or unit')],
    { title, placeHolder: l10n.t('At which level?'), ignoreFocusOut: true },
  );
  if (level === undefined) {
    return;
  }
  const prompt = l10n.t('Who listens or reads? May stay empty.');
  const audience = await window.showInputBox({ title, prompt, ignoreFocusOut: true });
  if (audience === undefined) {
    return;
  }
  const date = await window.showInputBox({
    title,
    ignoreFocusOut: true,
    prompt: l10n.t('The day of the draft, YYYY-MM-DD: findings are judged as of this day.'),
    value: today(),
    validateInput: (value) => (isDate(value) ? undefined : l10n.t('Write the date as YYYY-MM-DD.')),
  });
  if (date === undefined) {
    return;
  }
  const facts = { kind: kind.label, level, audience: audience.trim(), date };
  const editor = await openDraft(frontMatter(facts), `${kind.label} ${date}`);
  if (editor !== undefined) {
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.insertSnippet(new SnippetString(dated(skeleton.body.join('\n'), date)), end);
  }
}

async function readSkeletons(extension: Uri): Promise<[string, Skeleton][]> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'snippets', 'gongwen.code-snippets'));
  const entries = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, Skeleton>;
  return Object.entries(entries).filter(([, { body }]) => body[0]?.startsWith('# '));
}

/** Values are quoted as JSON, which YAML reads: an audience may hold any character. */
function frontMatter(facts: Readonly<Record<string, string>>): string {
  const lines = Object.entries(facts)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${name === 'date' ? value : JSON.stringify(value)}`);
  return ['---', ...lines, '---', '', ''].join('\n');
}

/** Puts the day where the skeleton asks for one. */
function dated(body: string, date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return body.replaceAll('××××年×月×日', `${year}年${month}月${day}日`);
}

function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function isDate(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

async function openDraft(content: string, name: string): Promise<TextEditor | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  const folder = folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0];
  if (folders.length > 1 && folder === undefined) {
    return undefined;
  }
  return window.showTextDocument(await createFile(folder, content, name));
}

async function createFile(folder: WorkspaceFolder | undefined, content: string, name: string): Promise<TextDocument> {
  let reason = l10n.t('No folder is open: the draft is kept in the editor until you save it.');
  if (folder !== undefined && !workspace.isTrusted) {
    reason = l10n.t('This workspace is not trusted: the draft is kept in the editor until you save it.');
  } else if (folder !== undefined) {
    try {
      const uri = await freeName(folder.uri, name);
      await workspace.fs.writeFile(uri, new TextEncoder().encode(content));
      return await workspace.openTextDocument(uri);
    } catch {
      reason = l10n.t(
        'Nothing can be written into {0}: the draft is kept in the editor until you save it elsewhere.',
        folder.name,
      );
    }
  }
  void window.showInformationMessage(reason);
  return workspace.openTextDocument({ language: 'gongwen', content });
}

/** A name no file has: `name.gw`, `name 2.gw` … */
async function freeName(folder: Uri, name: string): Promise<Uri> {
  const entries = await workspace.fs.readDirectory(folder);
  const taken = new Set(entries.map(([entry]) => entry.toLowerCase()));
  let file = `${name}.gw`;
  for (let number = 2; taken.has(file.toLowerCase()); number++) {
    file = `${name} ${number}.gw`;
  }
  return Uri.joinPath(folder, file);
}
