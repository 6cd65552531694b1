/** Adding a phrase to her own knowledge in the real editor. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeExtension, answering, closeEditors, openNewDraft, screenshot, until, workspaceFolder } from './support';

describe('her own knowledge', () => {
  before(activeExtension);
  afterEach(closeEditors);
  after(() => vscode.workspace.fs.delete(vscode.Uri.joinPath(workspaceFolder(), '.zhibi'), { recursive: true }));

  it('the selected phrase becomes a term, its entry opens, and hover explains it', async () => {
    const editor = await openNewDraft('自己的知识.gw', '建设云岭智谷，推行链长包抓。\n');
    const { uri } = editor.document;
    editor.selection = new vscode.Selection(0, 2, 0, 6);
    await answering(['Term', '市里的创新园区。'], () => vscode.commands.executeCommand('zhibi.addKnowledge'));
    const opened = vscode.window.activeTextEditor!.document;
    assert.ok(opened.uri.path.endsWith('/.zhibi/terms.yaml'), opened.uri.path);
    assert.match(opened.getText(), /term: 云岭智谷\n {2}definition: 市里的创新园区。/);
    await screenshot('own-knowledge');
    await until(async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        new vscode.Position(0, 3),
      );
      return hovers.some(({ contents }) =>
        contents.some((part) => (part as vscode.MarkdownString).value.includes('市里的创新园区')),
      );
    }, 'the hover explains the new term');
  });

  it('a slip in her own file is marked at its line', async () => {
    const file = vscode.Uri.joinPath(workspaceFolder(), '.zhibi', 'formulations.yaml');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('# 市里的提法\n- id: own.1\n  txt: 链长包抓\n'));
    const found = await until(
      () => vscode.languages.getDiagnostics(file).filter(({ source }) => source === 'zhibi')[0],
      'the entry is marked',
    );
    assert.equal(found.range.start.line, 1);
  });
});
