/** Exporting in the real editor: the draft as it is in the window, saved or not, becomes a Word file. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeEditors, extensionId, until, workspaceFolder } from './support';

describe('exporting', () => {
  before(async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    await extension?.activate();
  });
  afterEach(closeEditors);

  it('writes an untitled draft as a Word file where it is told to', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '# 清渠方案\n\n渠已修好。\n',
    });
    await vscode.window.showTextDocument(document);
    const target = vscode.Uri.joinPath(workspaceFolder(), 'exported.docx');
    await vscode.commands.executeCommand('zhibi.exportWord', target);
    await until(() => readFileSync(target.fsPath).subarray(0, 2).toString() === 'PK', 'the Word file', 20_000);
    assert.ok(readFileSync(target.fsPath).length > 3000);
    await vscode.workspace.fs.delete(target);
  });

  it('says why a file cannot be written, and lives on', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '渠已修好。' });
    await vscode.window.showTextDocument(document);
    const target = vscode.Uri.joinPath(workspaceFolder(), 'no such folder', 'exported.docx');
    await vscode.commands.executeCommand('zhibi.exportWord', target);
    await assert.rejects(async () => vscode.workspace.fs.stat(target));
  });
});
