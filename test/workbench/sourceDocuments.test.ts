/** What she sees of cleaning in the real editor: the original beside the cleaned text, and documents imported clean. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeExtension, closeEditors, openDraft, until, workspaceFolder } from './support';

const PAGE =
  '首页 > 领导讲话 > 正文\n在春耕生产会议上的讲话\n上传时间：2024-03-02    浏览次数：31\n' +
  '抓好春耕生产，事关全年粮食丰收，各乡镇要把农资供应、农机检修、农技服务落实到村到户。\n第 1 页 共 1 页\n';
const SENTENCE = '抓好春耕生产，事关全年粮食丰收，各乡镇要把农资供应、农机检修、农技服务落实到村到户。';

async function writePage(folder: string, name: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), folder, name);
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(workspaceFolder(), folder));
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(PAGE));
  return uri;
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

describe('source documents', () => {
  const written: vscode.Uri[] = [];

  before(async () => {
    await openDraft('drafts/speech.md');
    await activeExtension();
  });

  afterEach(async () => {
    await closeEditors();
    for (const uri of written.splice(0)) await vscode.workspace.fs.delete(uri);
  });

  it('shows the original of a document beside its cleaned text', async () => {
    const page = await writePage('seeds', '春耕网页.txt');
    written.push(page);
    const diff = await until(async () => {
      await vscode.commands.executeCommand('zhibi.showCleaned', page);
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputTextDiff ? input : undefined;
    }, 'the two texts side by side');
    const original = await vscode.workspace.openTextDocument(diff.original);
    const cleaned = await vscode.workspace.openTextDocument(diff.modified);
    assert.equal(original.getText(), PAGE);
    assert.equal(cleaned.getText(), `在春耕生产会议上的讲话\n${SENTENCE}`);
    assert.match(vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '', /在春耕生产会议上的讲话/);
  });

  it('imports a document as clean Markdown into the corpus folder and opens the report', async () => {
    const page = await writePage('inbox', '春耕讲话.txt');
    await vscode.commands.executeCommand('zhibi.importDocuments', page, [page]);
    const imported = vscode.Uri.joinPath(workspaceFolder(), 'seeds', '春耕讲话.md');
    written.push(page, imported);
    const markdown = await textOf(imported);
    assert.ok(markdown.includes(SENTENCE));
    assert.ok(!markdown.includes('浏览次数') && !markdown.includes('首页'));
    assert.match(markdown, /title: .*在春耕生产会议上的讲话/);
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /春耕讲话\.md/);
  });
});
