/** Where a draft comes from, in the real editor: the card of a sentence, the table of all sources. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  activeExtension,
  answering,
  closeEditors,
  codeOf,
  findings,
  openNewDraft,
  screenshot,
  until,
  workspaceFolder,
} from './support';

const SPEECH = `---
title: 在全县灌溉工作会上的讲话
date: 2025-03-12
---
# 在全县灌溉工作会上的讲话

老站长巡渠三十年，哪段堤爱渗水、哪道闸关不严，全在他的本子上记着。清淤先清上游，修闸先修险闸，一段一段地过，一处一处地销号。

水费账目每季公布一回，收多少、花在哪里，都贴在村口的墙上，请大家来看、来问、来算。
`;
const KEPT = '老站长巡渠三十年，哪段堤爱渗水、哪道闸关不严，全在他的本子上记着。';
const DRAFT = `---
date: 2026-03-12
---
# 在全县灌溉工作会上的讲话

${KEPT}今年再给老渠装上计量的水表，每户一张卡，用多少水缴多少钱。

水费账目每月公布一回，收多少、花在哪里，都贴在村口的墙上，请大家来看、来问、来算。

年底前把三个乡的管护员配齐，一人一段，责任上牌。
`;

const COMPARE = 'Compare with the source side by side';

function actionsAt(uri: vscode.Uri, range: vscode.Range): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
}

/** The tabs in all columns. */
function tabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs);
}

describe('where a draft comes from', () => {
  before(async () => {
    await activeExtension();
    const uri = vscode.Uri.joinPath(workspaceFolder(), 'seeds', '灌溉.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(SPEECH));
  });
  afterEach(async () => {
    await vscode.window.tabGroups.close(tabs());
    await closeEditors();
  });

  async function hoverAt(editor: vscode.TextEditor, words: string): Promise<string> {
    const position = editor.document.positionAt(editor.document.getText().indexOf(words));
    const cards = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      position,
    );
    return cards.flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value)).join();
  }

  it('is on the card of a sentence', async () => {
    const editor = await openNewDraft('灌溉.gw', DRAFT);
    const card = await until(async () => (await hoverAt(editor, '哪段堤')) || undefined, 'the card', 60_000);
    assert.match(card, /在全县灌溉工作会上的讲话\]\(file:[^)]+\) 2025-03-12/u);
    editor.selection = new vscode.Selection(
      editor.document.positionAt(DRAFT.indexOf('哪段堤')),
      editor.document.positionAt(DRAFT.indexOf('哪段堤')),
    );
    await vscode.commands.executeCommand('editor.action.showHover');
    await until(async () => !!(await hoverAt(editor, '每月公布')), 'the card of a changed sentence');
    await screenshot('sentence-source');
    assert.equal(await hoverAt(editor, '今年再给'), '', 'new words have none');
  });

  it('is shown side by side with what was changed, and one key leads back', async () => {
    const editor = await openNewDraft('比较.gw', DRAFT);
    const { uri } = editor.document;
    const found = await until(
      () => findings(uri).find((one) => codeOf(one) === 'passage.duplicate'),
      'the finding',
      60_000,
    );
    const action = (await actionsAt(uri, found.range)).find(({ title }) => title === COMPARE);
    assert.ok(action?.command, 'the action');
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    const input = await until(() => {
      const { activeTab } = vscode.window.tabGroups.activeTabGroup;
      return activeTab?.input instanceof vscode.TabInputTextDiff ? activeTab.input : undefined;
    }, 'the comparison');
    assert.equal(input.modified.toString(), uri.toString());
    const left = (await vscode.workspace.openTextDocument(input.original)).getText();
    assert.notEqual(left, DRAFT);
    assert.ok(left.includes('水费账目每季公布一回'), 'the words of the source');
    assert.equal(left.slice(0, 20), DRAFT.slice(0, 20), 'in the draft');
    assert.ok(left.endsWith('年底前把三个乡的管护员配齐，一人一段，责任上牌。\n'));
    await screenshot('compared');
    await vscode.commands.executeCommand('zhibi.backToDraft');
    await until(() => tabs().every(({ input: one }) => !(one instanceof vscode.TabInputTextDiff)), 'no comparison');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
  });

  it('shows the words of a misquoted saying beside those of its source, and takes them over', async () => {
    const words = '清淤先清上游，修闸先修险闸，一段一段地过，一处一处地销号';
    const wrong = words.replace('险闸', '新闸');
    const editor = await openNewDraft('引文.gw', `《在全县灌溉工作会上的讲话》强调：“${wrong}。”\n`);
    const { document } = editor;
    const found = await until(
      () => findings(document.uri).find((one) => codeOf(one) === 'quote.mismatch'),
      'the finding',
      60_000,
    );
    const action = (await actionsAt(document.uri, found.range)).find(({ title }) => title === COMPARE);
    await vscode.commands.executeCommand(action!.command!.command, ...(action!.command!.arguments ?? []));
    const input = await until(() => {
      const { activeTab } = vscode.window.tabGroups.activeTabGroup;
      return activeTab?.input instanceof vscode.TabInputTextDiff ? activeTab.input : undefined;
    }, 'the comparison');
    const left = (await vscode.workspace.openTextDocument(input.original)).getText();
    assert.equal(left, document.getText().replace('新闸', '险闸'));
    await screenshot('compared-quotation');
    const fix = (await actionsAt(document.uri, found.range)).find(({ isPreferred }) => isPreferred);
    assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
    assert.equal(document.getText(), left);
  });

  it('is shown side by side for the sentence at the cursor', async () => {
    const editor = await openNewDraft('单句.gw', DRAFT.replace('‸', '').replace('水费账目每月', '水费账目‸每月'));
    await until(() => hoverAt(editor, '每月公布'), 'the index', 60_000);
    await vscode.commands.executeCommand('zhibi.compareWithSource');
    await until(
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff,
      'the comparison',
    );
    await screenshot('compared-sentence');
  });

  it('is a table beside the draft', async () => {
    const editor = await openNewDraft('全文.gw', DRAFT);
    await until(() => hoverAt(editor, '哪段堤'), 'the index', 60_000);
    await vscode.commands.executeCommand('zhibi.showDraftSources');
    const tab = await until(() => tabs().find(({ label }) => label === 'Sources of 全文.gw'), 'the page');
    assert.ok(tab.input instanceof vscode.TabInputWebview);
    assert.notEqual(tab.group.viewColumn, editor.viewColumn, 'beside the draft');
    await screenshot('draft-sources');
    const line = editor.document.positionAt(DRAFT.indexOf('年底前')).line;
    await vscode.commands.executeCommand('zhibi.openFromPage', {
      uri: editor.document.uri.toString(),
      line,
      character: 0,
    });
    await until(() => vscode.window.activeTextEditor?.selection.active.line === line, 'the line of the draft');
    assert.equal(vscode.window.activeTextEditor?.viewColumn, editor.viewColumn, 'where it was');
  });

  it('is compared with a document she picks', async () => {
    const editor = await openNewDraft('今年.gw', DRAFT);
    await until(() => hoverAt(editor, '哪段堤'), 'the index', 60_000);
    await answering(['在全县灌溉工作会上的讲话'], () => vscode.commands.executeCommand('zhibi.compareWithDocument'));
    const tab = await until(() => tabs().find(({ label }) => label === '今年.gw compared with 灌溉.md'), 'the page');
    assert.ok(tab.input instanceof vscode.TabInputWebview);
    await screenshot('compared-document');
  });

  it('stands beside the formulations of two years', async () => {
    const older = vscode.Uri.joinPath(workspaceFolder(), 'seeds', '往年.md');
    const text = '---\ntitle: 往年的讲话\ndate: 2021-03-01\n---\n贯彻新发展理念。\n';
    await vscode.workspace.fs.writeFile(older, new TextEncoder().encode(text));
    const editor = await openNewDraft('年份.gw', '贯彻新发展理念，‸一步一步来。\n');
    await until(() => hoverAt(editor, '新发展理念'), 'the index', 60_000);
    await until(async () => {
      await answering(['2025', '2021'], () => vscode.commands.executeCommand('zhibi.compareYears'));
      return tabs().some(({ label }) => label === 'Formulations of 2025 compared with 2021');
    }, 'the page');
  });
});
