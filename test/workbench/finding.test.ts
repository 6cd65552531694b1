/** Looking things up while writing: formulations and found passages, as views beside the draft. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  activeExtension,
  askWindow,
  closeEditors,
  completionsAt,
  openNewDraft,
  screenshot,
  typeText,
  until,
  windowCanBeAsked,
} from './support';

/** What a search brings, as the client's views get it. */
const hit = {
  path: '/材料/报告.md',
  title: '项目办公室年度工作总结',
  date: '2025-12-30',
  kind: 'other',
  text: '在早开工、早投产、早见效上下功夫。',
};

describe('looking things up', () => {
  before(activeExtension);
  afterEach(closeEditors);

  it('shows formulations by field, finds one by pinyin, and inserts it at the cursor', async () => {
    const editor = await openNewDraft('查提法.gw', '# 讲话\n\n推动高质量‸\n');
    await until(
      async () => (await completionsAt(editor.document.uri, editor.selection.active)).length > 0,
      'the index',
      60_000,
    );
    await vscode.commands.executeCommand('zhibi.formulations.focus');
    await screenshot('formulations');
    await vscode.commands.executeCommand('zhibi.findFormulations', 'xfzln');
    await vscode.commands.executeCommand('list.focusFirst');
    await vscode.commands.executeCommand('list.expand');
    await screenshot('formulations-found');
    await vscode.commands.executeCommand('zhibi.insertFormulation', { text: '新发展理念' });
    assert.match(editor.document.getText(), /推动高质量新发展理念\n/);
    await vscode.commands.executeCommand('zhibi.findFormulations', '');
  });

  it('searches the corpus by words and keeps the passages beside the draft', async () => {
    const editor = await openNewDraft('检索.gw', '# 讲话\n\n‸\n');
    void vscode.commands.executeCommand('zhibi.searchCorpus', '早投产');
    await until(async () => {
      await screenshot('search-box');
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.visibleTextEditors.length > 1;
    }, 'the passage to be opened beside the draft');
    await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn });
    await vscode.commands.executeCommand('zhibi.insertPassage', { hit });
    await vscode.commands.executeCommand('zhibi.quotePassage', { hit });
    assert.match(
      editor.document.getText(),
      /在早开工、早投产、早见效上下功夫。“在早开工、早投产、早见效上下功夫。”（《项目办公室年度工作总结》，2025年12月30日）/,
    );
    await vscode.commands.executeCommand('zhibi.copyCitation', { hit });
    assert.equal(await vscode.env.clipboard.readText(), '《项目办公室年度工作总结》，2025年12月30日');
  });

  it('keeps found passages in a view, read out with their places', async function () {
    if (!windowCanBeAsked) this.skip();
    await openNewDraft('检索视图.gw', '# 讲话\n\n‸\n');
    await vscode.commands.executeCommand('zhibi.search.focus');
    const isPassage = (row: string) => /早投产.*, .*\d{4}-\d{2}-\d{2}/.test(row);
    assert.ok(!(await askWindow()).rows.some(isPassage), 'nothing is kept yet');
    await until(
      async () => {
        void vscode.commands.executeCommand('zhibi.searchCorpus', '早投产');
        await askWindow({ click: 'Keep the passages in the side bar' });
        return (await askWindow()).rows.some(isPassage);
      },
      'the passages',
      40_000,
    );
    await screenshot('kept-passages');
  });

  it('never quotes an example', async () => {
    const editor = await openNewDraft('示例.gw', '# 讲话\n\n‸\n');
    const before = editor.document.getText();
    await vscode.commands.executeCommand('zhibi.quotePassage', { hit: { ...hit, kind: 'sample' } });
    await vscode.commands.executeCommand('zhibi.quotePassage', { hit: 7 });
    assert.equal(editor.document.getText(), before);
    await typeText('好');
  });
});
