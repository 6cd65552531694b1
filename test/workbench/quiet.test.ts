/** What a person is spared and what she is offered: findings after a pause, ways to answer each, the menu, the report. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import {
  activeExtension,
  closeEditors,
  codeOf,
  findings,
  openNewDraft,
  screenshot,
  typeText,
  until,
  workspaceFolder,
} from './support';

describe('quiet', () => {
  before(activeExtension);
  afterEach(closeEditors);

  it('holds a finding back from the line that is typed, and shows it after a pause', async () => {
    const editor = await openNewDraft('quiet/typed.gw', '# 讲话\n\n会后由环境保护部牵头。\n\n会上‸');
    const { uri } = editor.document;
    await until(() => findings(uri).length === 1, 'the finding that is there already', 60_000);
    await typeText('由环境保护部');
    const typed = performance.now();
    await until(() => findings(uri).length === 2, 'the finding of the typed line');
    const waited = performance.now() - typed;
    assert.ok(waited > 700, `shown ${Math.round(waited)} ms after the last key`);
    assert.ok(waited < 5000, `shown ${Math.round(waited)} ms after the last key`);
  });

  it('offers a repair, the source, and silence here or for good', async () => {
    const editor = await openNewDraft('quiet/actions.gw', '# 讲话\n\n会后由环境保护部牵头。\n');
    const [found] = await until(
      () => (findings(editor.document.uri).length > 0 ? findings(editor.document.uri) : undefined),
      'it',
      60_000,
    );
    assert.equal(codeOf(found!), 'institution.renamed');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      found!.range,
    );
    const titles = actions.map(({ title }) => title).join('\n');
    assert.ok(
      actions.some(({ isPreferred }) => isPreferred),
      titles,
    );
    assert.match(titles, /source|出处/);
    assert.match(titles, /for good|永久|不再/);
    assert.match(titles, /in this paragraph|本段/);
    const order = [/^(?:Write|写)/, /source|出处/, /for good|永久|不再/].map((title) =>
      actions.findIndex((action) => title.test(action.title)),
    );
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
      titles,
    );
    const source = actions.find(({ command }) => command?.command === 'zhibi.openLocation');
    assert.ok(source?.command);
    await vscode.commands.executeCommand(source.command.command, ...(source.command.arguments ?? []));
    await until(() => vscode.window.visibleTextEditors.length > 1, 'the source beside the draft');
  });

  it('opens its menu and the report of the draft', async () => {
    const editor = await openNewDraft('quiet/report.gw', '# 讲话\n\n会后由环境保护部牵头。\n');
    await until(() => findings(editor.document.uri).length > 0, 'the finding', 60_000);
    void vscode.commands.executeCommand('zhibi.showMenu');
    await screenshot('menu');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    const target = vscode.Uri.joinPath(workspaceFolder(), 'quiet', 'report.md');
    await vscode.commands.executeCommand('zhibi.saveReport', target);
    assert.match(readFileSync(target.fsPath, 'utf8'), /环境保护部/);
    await vscode.workspace.fs.delete(target);
    await vscode.commands.executeCommand('zhibi.showReport');
    const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await until(() => labels().some((label) => /Check Report|检查报告/.test(label)), 'the page');
    await screenshot('report');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
