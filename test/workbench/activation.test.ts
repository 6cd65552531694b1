/** The extension is there, knows its language and starts with a draft. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeExtension, closeEditors, extensionId, openDraft, openNewDraft, until } from './support';

describe('activation', () => {
  afterEach(closeEditors);

  it('is installed under its own name', () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension);
    assert.equal(extension.packageJSON.name, 'zhibi');
  });

  it('opens a draft of its own language as gongwen', async () => {
    const editor = await openNewDraft('drafts/new.gw', '关于本周工作的几点意见\n');
    assert.equal(editor.document.languageId, 'gongwen');
    assert.ok((await vscode.languages.getLanguages()).includes('gongwen'));
  });

  it('becomes active when a Markdown draft is opened', async () => {
    const editor = await openDraft('drafts/speech.md');
    assert.equal(editor.document.languageId, 'markdown');
    await until(() => vscode.extensions.getExtension(extensionId)?.isActive, 'the extension is active');
    await activeExtension();
  });
});
