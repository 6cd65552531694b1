/** The views and the new-draft command in the real editor. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  activeExtension,
  answering,
  askWindow,
  closeEditors,
  codeOf,
  findings,
  openNewDraft,
  screenshot,
  until,
  windowCanBeAsked,
  workspaceFolder,
} from './support';

async function symbolsOf(uri: vscode.Uri): Promise<unknown[]> {
  return (await vscode.commands.executeCommand<unknown[]>('vscode.executeDocumentSymbolProvider', uri)) ?? [];
}

describe('views and new drafts', () => {
  before(activeExtension);
  afterEach(closeEditors);

  it('opens each view of the container', async () => {
    const editor = await openNewDraft(
      '视图.gw',
      '---\ndate: 2026-05-01\n---\n# 在全市科技创新大会上的讲话\n\n一、提高认识\n\n到2020年进入创新型国家行列，是我们的奋斗目标。\n\n二、狠抓落实\n\n加快培育新质生产力，推动科技创新和产业创新深度融合。\n',
    );
    await until(() => findings(editor.document.uri).length > 0, 'a finding', 60_000);
    await vscode.commands.executeCommand('zhibi.findings.focus');
    await vscode.commands.executeCommand('zhibi.outline.focus');
    await vscode.commands.executeCommand('zhibi.corpus.focus');
    await until(async () => (await symbolsOf(editor.document.uri)).length > 0, 'the outline');
    await screenshot('container');
    if (!windowCanBeAsked) return;
    // A row is cut off at its end in a narrow side bar: the count stands in front.
    await until(
      async () => (await askWindow()).shownRows.some((row) => /^\d+\s+一、提高认识/.test(row)),
      'the lengths',
    );
    const { rows, shownRows } = await askWindow();
    assert.ok(
      shownRows.some((row) => /^1\s+A target/.test(row)),
      shownRows.join('\n'),
    );
    assert.ok(
      rows.some((row) => /^一、提高认识, \d+ characters, .*min$/.test(row)),
      rows.join('\n'),
    );
  });

  it('repairs everything that is certain from the view of findings', async () => {
    const editor = await openNewDraft('修改.gw', '# 讲话\n\n加快推进改革,切实抓好落实,确保取得实效。\n');
    const { document } = editor;
    await until(() => findings(document.uri).some((one) => codeOf(one) === 'text.punctuation'), 'the finding', 60_000);
    await vscode.commands.executeCommand('zhibi.findings.focus');
    await vscode.commands.executeCommand('zhibi.fixAllFindings');
    await until(() => document.getText().includes('加快推进改革，切实抓好落实，确保取得实效。'), 'the repair');
    await until(() => findings(document.uri).every((one) => codeOf(one) !== 'text.punctuation'), 'it to be gone');
  });

  it('makes a draft from a skeleton with what it was told in the front matter', async () => {
    await answering(['动员讲话', 'any', '全体干部：“全员”', '2026-03-05'], () =>
      vscode.commands.executeCommand('zhibi.newDraft'),
    );
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    assert.equal(editor.document.uri.scheme, 'file');
    assert.ok(editor.document.uri.path.startsWith(`${workspaceFolder().path}/`), 'inside the workspace');
    assert.equal(editor.document.languageId, 'gongwen');
    const text = editor.document.getText();
    assert.match(
      text,
      /^---\nkind: "动员讲话"\nlevel: ".+"\naudience: "全体干部：“全员”"\ndate: 2026-03-05\n---\n\n# /u,
    );
    assert.match(text, /2026年3月5日/u);
    assert.doesNotMatch(text, /\$\{/u);
    await screenshot('new-draft');
  });

  it('asks in one box, where Enter takes what is proposed', async () => {
    const asked = vscode.commands.executeCommand('zhibi.newDraft');
    await until(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor?.document.getText().includes('level: "中央"');
    }, 'a draft of the first kind and level, of today');
    await asked;
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /^kind: "讲话稿"\nlevel: .*\ndate: /m);
  });

  it('writes salutation and bodies for the level and the audience', async () => {
    await answering(['座谈会讲话', 'County', '民营企业家和专家', '2026-03-05'], () =>
      vscode.commands.executeCommand('zhibi.newDraft'),
    );
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^level: "县级"$/m);
    assert.match(text, /^各位企业家，各位专家：$/m);
    assert.match(text, /县委、县政府将/);
    assert.match(text, /^各位企业家，各位专家，一句勉励的话。/m);
    assert.doesNotMatch(text, /[省市]委|全市/);
  });

  it('never writes over a draft', async () => {
    const ask = () =>
      answering(['党课', 'any', '', '2026-07-01'], () => vscode.commands.executeCommand('zhibi.newDraft'));
    await ask();
    const first = vscode.window.activeTextEditor?.document.uri.path;
    await ask();
    const second = vscode.window.activeTextEditor?.document.uri.path;
    assert.ok(first !== undefined && second !== undefined);
    assert.notEqual(first, second);
  });

  it('leaves no trace when a question is not answered', async () => {
    const before = await vscode.workspace.fs.readDirectory(workspaceFolder());
    await answering(['主持词', undefined], () => vscode.commands.executeCommand('zhibi.newDraft'));
    assert.deepEqual(await vscode.workspace.fs.readDirectory(workspaceFolder()), before);
  });

  // A request of the protocol's own was refused because it came with an undefined token as a second parameter.
  it('accepts the next phrase of the grey text', async () => {
    const text = '坚持以习近平新时代中国特色社会主义思想为';
    const editor = await openNewDraft('短语.gw', `${text}‸`);
    await until(
      async () => {
        await vscode.commands.executeCommand('zhibi.acceptNextPhrase');
        return editor.document.getText().startsWith(`${text}指导`);
      },
      'the phrase',
      40_000,
    );
  });
});
