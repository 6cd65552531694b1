/** The extension installed from the VSIX completes and checks a draft with what the package brought along. */
import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { closeEditors, codeOf, completionsAt, extensionId, findings, openNewDraft, until } from '../workbench/support';

describe('installed VSIX', () => {
  afterEach(closeEditors);

  it('runs from the extensions folder, not from the checkout', () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, `${extensionId} is installed`);
    const installedIn = process.env.ZHIBI_EXTENSIONS_DIR;
    assert.ok(installedIn, 'ZHIBI_EXTENSIONS_DIR is set by the script that installed the VSIX');
    assert.equal(path.dirname(extension.extensionPath), installedIn);
  });

  it('completes a standard formulation', async () => {
    const { document } = await openNewDraft(
      'drafts/completion.md',
      '# 在全市科技工作会议上的讲话\n\n我们要加快培育新质',
    );
    const end = document.positionAt(document.getText().length);
    await until(
      async () => (await completionsAt(document.uri, end)).some((item) => textOf(item).includes('新质生产力')),
      'a completion with 新质生产力',
      60_000,
    );
  });

  it('finds an outdated target and links the page of the check inside the package', async () => {
    const { document } = await openNewDraft(
      'drafts/outdated.md',
      '---\ndate: 2026-03-01\n---\n\n# 在全市科技工作会议上的讲话\n\n我们的目标是到2020年进入创新型国家行列。\n',
    );
    const finding = await until(
      () => findings(document.uri).find((each) => codeOf(each) === 'target.outdated'),
      'a target.outdated finding',
      60_000,
    );
    assert.match(document.getText(finding.range), /2020年/);
    assert.ok(typeof finding.code === 'object', 'the code links to a page');
    await vscode.workspace.fs.stat(vscode.Uri.file(finding.code.target.fsPath));
  });
});

/** What accepting an item would leave in the text, as far as the item says. */
function textOf(item: vscode.CompletionItem): string {
  const inserted = typeof item.insertText === 'string' ? item.insertText : item.insertText?.value;
  return `${typeof item.label === 'string' ? item.label : item.label.label} ${inserted ?? ''}`;
}
