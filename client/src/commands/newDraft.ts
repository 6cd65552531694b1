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
import { type DraftLevel, draftLevels, fitSkeleton } from '../../../server/src/knowledge/skeletonFit';
import { askAll } from '../questions';
import { tell } from '../tell';

const hintMilliseconds = 20_000;

/** An entry of the skeletons file; those that make a whole document begin with a heading. */
interface Skeleton {
  readonly description?: string;
  readonly body: readonly string[];
  readonly stops?: Readonly<Record<string, string>>;
}

/**
 * Asks for the occasion, level, audience and day, and opens the draft with the cursor at the first stop; its stops offer
 * what fits the level and the audience. The file is made in a workspace folder; where nothing can be written there, the
 * draft is untitled and a message says why. A question left with Escape ends the command without a trace; a walkthrough
 * or a look at another window that takes the focus does not.
 */
export async function newDraft(context: ExtensionContext): Promise<void> {
  const skeletons = await readSkeletons(context.extensionUri);
  const levels = levelChoices();
  const answers = await askAll(l10n.t('New Draft'), [
    {
      placeholder: l10n.t('What for?'),
      choices: skeletons.map(([label, { description }]) => ({ label, detail: description ?? '' })),
    },
    { placeholder: l10n.t('At which level?'), choices: levels },
    {
      prompt: l10n.t('Who listens or reads? The salutation follows it. May stay empty.'),
      placeholder: l10n.t('Such as 全市干部, 人大代表, 企业家和专家'),
    },
    {
      prompt: l10n.t('The day of the draft, YYYY-MM-DD: findings are judged as of this day.'),
      value: today(),
      problem: (value) => (isDate(value) ? undefined : l10n.t('Write the date as YYYY-MM-DD.')),
    },
  ]);
  const [kind = '', levelName, audience = '', date = ''] = answers ?? [];
  const skeleton = skeletons.find(([name]) => name === kind)?.[1];
  const level = levels.find(({ label }) => label === levelName)?.level;
  if (skeleton === undefined || level === undefined) {
    return;
  }
  // In Chinese whatever the editor speaks: the draft is, and its readers are.
  const facts = { kind, level: draftLevels[level], audience: audience.trim(), date };
  const editor = await openDraft(frontMatter(facts), `${kind} ${date}`);
  if (editor !== undefined) {
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    const body = fitSkeleton({ ...skeleton, body: skeleton.body.join('\n') }, { level, audience });
    await editor.insertSnippet(new SnippetString(dated(body, date)), end);
    const hint = l10n.t('Tab takes a suggestion or goes to the next field; Ctrl+Enter goes on without one.');
    window.setStatusBarMessage(hint, hintMilliseconds);
  }
}

function levelChoices(): { readonly label: string; readonly level: DraftLevel }[] {
  const labels: Readonly<Record<DraftLevel, string>> = {
    central: l10n.t('Central'),
    provincial: l10n.t('Provincial'),
    municipal: l10n.t('Municipal'),
    county: l10n.t('County'),
    township: l10n.t('Township or subdistrict'),
    unit: l10n.t('Department or unit'),
  };
  return Object.entries(labels).map(([level, label]) => ({ label, level: level as DraftLevel }));
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
  void tell.information(reason);
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
