/** Helpers of the workbench tests: they wait for conditions, never for a length of time. */
import * as assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';

/** Identifier of the extension under test, as package.json's publisher and name make it. */
export const extensionId = 'zhibi.zhibi';

const pollMs = 25;
const defaultLimitMs = 20_000;

/**
 * Polls until a condition holds.
 * @param condition returns something truthy once it holds; an exception counts as not yet
 * @param what names the condition in the error
 * @param limitMs how long to try
 * @returns what the condition returned
 * @throws {Error} after the limit, with the last value or exception
 */
export async function until<T>(
  condition: () => T | Thenable<T>,
  what: string,
  limitMs = defaultLimitMs,
): Promise<NonNullable<T>> {
  const end = Date.now() + limitMs;
  let last: unknown;
  for (;;) {
    try {
      const value = await condition();
      if (value) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`not within ${limitMs} ms: ${what} (last: ${String(last)})`);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

/** @returns the folder the window has open */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the window has a folder open');
  return folder.uri;
}

/**
 * Waits until the extension under test is active.
 * @returns the extension
 */
export async function activeExtension(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension(extensionId);
  assert.ok(extension, `${extensionId} is installed`);
  await extension.activate();
  return extension;
}

/**
 * Opens a file of the workspace in an editor.
 * @param relativePath with `/` between its parts
 */
export async function openDraft(relativePath: string): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), ...relativePath.split('/'));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/**
 * Writes a file into the workspace and opens it.
 * @param relativePath with `/` between its parts
 * @param text may hold one `‸`: the cursor
 */
export async function openNewDraft(relativePath: string, text: string): Promise<vscode.TextEditor> {
  const cursor = text.indexOf('‸');
  const content = text.replace('‸', '');
  const uri = vscode.Uri.joinPath(workspaceFolder(), ...relativePath.split('/'));
  await vscode.workspace.fs.createDirectory(vscode.Uri.file(path.dirname(uri.fsPath)));
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  const editor = await openDraft(relativePath);
  if (cursor >= 0) putCursor(editor, cursor);
  return editor;
}

/**
 * @param editor
 * @param offset UTF-16 code units from the start of the document
 */
export function putCursor(editor: vscode.TextEditor, offset: number): void {
  const position = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(position, position);
}

/**
 * Types text as a person would: one character (code point) after the other, through VS Code's own `type` command, so
 * that everything that listens to typing sees it.
 */
export async function typeText(text: string): Promise<void> {
  for (const character of text) await vscode.commands.executeCommand('type', { text: character });
}

/** Asks for the completion list at a position, as Ctrl+Space does. */
export async function completionsAt(
  uri: vscode.Uri,
  position: vscode.Position,
  triggerCharacter?: string,
): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
    triggerCharacter,
  );
  return list?.items ?? [];
}

/** @returns Zhibi's findings in a document, in document order */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((diagnostic) => diagnostic.source === 'zhibi')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** @returns the code of a finding as plain text, whether or not it links to its page */
export function codeOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

/**
 * Keeps a picture of the window in ZHIBI_SHOT_DIR, for a person to look at; does nothing when that is not set or the
 * editor is a desktop one.
 * @param name letters, digits, `-` and `_`
 */
export async function screenshot(name: string): Promise<void> {
  const folder = process.env.ZHIBI_SHOT_DIR;
  if (!folder || !process.env.ZHIBI_HOSTED) return;
  const file = path.join(folder, `${name}.png`);
  rmSync(file, { force: true });
  console.log(`zhibi-screenshot: ${name}`);
  await until(() => existsSync(file), `${name}.png is written`);
}

/** Closes every editor without asking whether to save. */
export async function closeEditors(): Promise<void> {
  while (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** Answers the questions of a command instead of the writer; a string is picked by its label or typed. */
export async function answering(answers: readonly (string | undefined)[], run: () => Thenable<unknown>): Promise<void> {
  const left = [...answers];
  const { showQuickPick, showInputBox, createQuickPick, createInputBox } = vscode.window;
  Object.assign(vscode.window, {
    showQuickPick: async (items: readonly (string | vscode.QuickPickItem)[]) => {
      const answer = left.shift();
      return answer === undefined
        ? undefined
        : (items.find((item) => typeof item !== 'string' && item.label === answer) ?? items[0]);
    },
    showInputBox: async () => left.shift(),
    createQuickPick: () => answeredBox(left),
    createInputBox: () => answeredBox(left),
  });
  try {
    await run();
  } finally {
    Object.assign(vscode.window, { showQuickPick, showInputBox, createQuickPick, createInputBox });
  }
  assert.deepEqual(left, [], 'every question was asked');
}

/** A box that is answered with the next of `left` once it is shown, and closed where that is undefined. */
function answeredBox(left: (string | undefined)[]): object {
  const listeners: Record<'accept' | 'hide', (() => void)[]> = { accept: [], hide: [] };
  const box = {
    value: '',
    items: [] as readonly vscode.QuickPickItem[],
    activeItems: [] as readonly vscode.QuickPickItem[],
    onDidAccept: (listener: () => void) => listeners.accept.push(listener),
    onDidHide: (listener: () => void) => listeners.hide.push(listener),
    onDidTriggerButton: () => undefined,
    onDidChangeValue: () => undefined,
    dispose: () => undefined,
    show: () => {
      const answer = left.shift();
      box.value = answer ?? '';
      const found = box.items.find(({ label }) => label === answer) ?? box.items[0];
      box.activeItems = found === undefined ? [] : [found];
      for (const listener of listeners[answer === undefined ? 'hide' : 'accept']) listener();
    },
  };
  return box;
}

/** What a person sees, or has read to her. */
export interface WindowState {
  /** At the cursor: the labels of the open list, and the grey text. */
  readonly list: readonly string[];
  readonly ghost: string;
  /** The rows of the views in the side bar, as spoken and as written. */
  readonly rows: readonly string[];
  readonly shownRows: readonly string[];
  /** The items of the activity bar and the status bar, as spoken. */
  readonly bars: readonly string[];
}

/** Whether the window can be asked: the editor runs in a browser of ours. */
export const windowCanBeAsked = Boolean(process.env.ZHIBI_HOSTED && process.env.ZHIBI_TEMPORARY);

let requests = 0;

/**
 * Types as an input method does, and answers what is shown then. Only where {@link windowCanBeAsked}.
 * @param request `compose`: the letters under composition from now on; `commit`: what takes their place;
 *   `click`: the button to press, as spoken; none of them: only looks
 */
export async function askWindow(
  request: { compose?: string; commit?: string; click?: string } = {},
): Promise<WindowState> {
  const id = ++requests;
  const file = path.join(process.env.ZHIBI_TEMPORARY ?? '', `window-${id}.json`);
  console.log(`zhibi-window: ${JSON.stringify({ id, ...request })}`);
  await until(() => existsSync(file), `the window's answer ${id}`);
  return JSON.parse(readFileSync(file, 'utf8')) as WindowState;
}
