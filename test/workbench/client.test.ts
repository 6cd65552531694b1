/** The client in the real editor: its commands, its status bar item, its silence, and the list that opens by itself. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { closeEditors, extensionId, until } from './support';

const commandIds = [
  'zhibi.addCorpusFolder',
  'zhibi.importDocuments',
  'zhibi.openLocation',
  'zhibi.rebuildIndex',
  'zhibi.restartServer',
  'zhibi.searchCorpus',
  'zhibi.showCorpusStatus',
  'zhibi.showLog',
  'zhibi.showSource',
  'zhibi.toggleWorkspace',
  'zhibi.showMenu',
  'zhibi.showReport',
  'zhibi.saveReport',
  'zhibi.renumberDraft',
  'zhibi.findFormulations',
];

async function openDraft(language: string, content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  const editor = await vscode.window.showTextDocument(document);
  const end = document.lineAt(document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  return editor;
}

/** What completion answers at the cursor, as plain labels. */
async function suggestionsAt(editor: vscode.TextEditor): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    editor.selection.active,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** The process of the language server, a child of this extension host. */
function serverProcess(): number | undefined {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const server = lines.find((line) => {
    const [, parent] = line.trim().split(/\s+/);
    return Number(parent) === process.pid && /dist[\\/]server\.js/.test(line);
  });
  return server === undefined ? undefined : Number(server.trim().split(/\s+/)[0]);
}

async function serverAnswers(): Promise<void> {
  const editor = await openDraft('gongwen', '推动高质量');
  await until(async () => (await suggestionsAt(editor)).length > 0, 'the server to complete', 60_000);
}

describe('client', () => {
  before(async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, 'the extension is installed');
    await openDraft('gongwen', '');
    await until(() => extension.isActive, 'the extension to be active', 30_000);
  });

  afterEach(closeEditors);

  it('registers its commands', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      commandIds.filter((id) => !known.has(id)),
      [],
    );
  });

  it('gives gongwen drafts settings made for Chinese, and leaves Markdown alone', () => {
    const gongwen = vscode.workspace.getConfiguration('editor', { languageId: 'gongwen' });
    assert.equal(gongwen.get('wordWrap'), 'on');
    assert.equal(gongwen.get('acceptSuggestionOnEnter'), 'off');
    const markdown = vscode.workspace.getConfiguration('editor', { languageId: 'markdown' });
    assert.equal(markdown.get('acceptSuggestionOnEnter'), 'on');
  });

  for (const language of ['gongwen', 'markdown', 'plaintext']) {
    it(`opens the list by itself while Chinese is typed in ${language}`, async () => {
      await serverAnswers();
      const editor = await openDraft(language, '我们要推动高质');
      await until(
        async () => {
          await vscode.commands.executeCommand('type', { text: '量' });
          // Accepting does nothing while no list is open.
          const before = editor.document.getText();
          const grown = await until(
            async () => {
              await vscode.commands.executeCommand('acceptSelectedSuggestion');
              return editor.document.getText() !== before;
            },
            'a suggestion to accept',
            3000,
          ).then(
            () => true,
            () => false,
          );
          if (!grown) {
            await vscode.commands.executeCommand('deleteLeft');
          }
          return grown;
        },
        'the list to open',
        20_000,
      );
      assert.match(editor.document.getText(), /^我们要推动高质量./u);
    });
  }

  it('shows the corpus status as a page', async () => {
    await serverAnswers();
    await vscode.commands.executeCommand('zhibi.showCorpusStatus');
    await until(
      () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ label }) => /Corpus|语料库/.test(label)),
      'the status page',
      15_000,
    );
  });

  it('ignores a link that carries no place', async () => {
    await vscode.commands.executeCommand('zhibi.openLocation', { uri: 7 });
    await vscode.commands.executeCommand('zhibi.openLocation');
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  it('comes back when its server dies', async () => {
    await serverAnswers();
    const killed = serverProcess();
    assert.ok(killed);
    process.kill(killed, 'SIGKILL');
    await until(() => serverProcess() !== undefined && serverProcess() !== killed, 'another server', 20_000);
    await serverAnswers();
  });

  it('says that its server keeps dying, and starts it again when she asks', async function () {
    this.timeout(120_000);
    await serverAnswers();
    const told: { message: string; choices: unknown[] }[] = [];
    const { showErrorMessage } = vscode.window;
    Object.assign(vscode.window, {
      showErrorMessage: async (message: string, ...choices: unknown[]) => {
        told.push({ message, choices });
        return choices[1];
      },
    });
    try {
      await until(
        () => {
          const server = serverProcess();
          if (server !== undefined && told.length === 0) process.kill(server, 'SIGKILL');
          return told.length > 0;
        },
        'the message',
        60_000,
      );
    } finally {
      Object.assign(vscode.window, { showErrorMessage });
    }
    assert.match(told[0]!.message, /could not be started again|无法重新启动|再次启动/);
    assert.equal(told[0]!.choices.length, 2);
    await until(() => serverProcess() !== undefined, 'the server she asked for', 20_000);
    await serverAnswers();
  });

  it('comes back after a restart', async () => {
    await serverAnswers();
    await vscode.commands.executeCommand('zhibi.restartServer');
    await serverAnswers();
  });
});
