/** The draft as a structure in the real editor: format, number anew, rename, fold, expand the selection. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activeExtension, closeEditors, openNewDraft, until } from './support';

const DRAFT =
  '---\ndate: 2026-05-01\n---\n# 讲话\n\n一、修渠\n\n（一）清淤\n\n推进清渠行动,再下游。天冷不停工。\n\n（三）护岸\n\n清渠行动要快。\n\n三、铺路\n\n垫土。\n';

async function openStructured(name: string): Promise<vscode.TextEditor> {
  const editor = await openNewDraft(name, DRAFT);
  await until(async () => (await symbols(editor.document.uri)).length > 0, 'the outline', 60_000);
  return editor;
}

async function symbols(uri: vscode.Uri): Promise<vscode.DocumentSymbol[]> {
  return (
    (await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri)) ?? []
  );
}

describe('structure', () => {
  before(activeExtension);
  afterEach(closeEditors);

  it('formats the document with the editor’s own command', async () => {
    const { document } = await openStructured('structure/format.gw');
    await vscode.commands.executeCommand('editor.action.formatDocument');
    await until(() => document.getText().includes('推进清渠行动，再下游。'), 'the mark to be full-width');
    assert.ok(document.getText().startsWith('---\ndate: 2026-05-01\n---\n'));
  });

  it('formats a selection and nothing else', async () => {
    const editor = await openNewDraft('structure/selection.gw', '# 讲话\n\n甲,乙。\n\n丙,丁。\n');
    await until(async () => (await symbols(editor.document.uri)).length > 0, 'the outline', 60_000);
    editor.selection = new vscode.Selection(4, 0, 4, 3);
    await vscode.commands.executeCommand('editor.action.formatSelection');
    await until(() => editor.document.getText().includes('丙，丁。'), 'the selection to be formatted');
    assert.ok(editor.document.getText().includes('甲,乙。'));
  });

  it('numbers all levels anew, and one undo takes it back', async () => {
    const { document } = await openStructured('structure/number.gw');
    await vscode.commands.executeCommand('zhibi.renumberDraft');
    await until(() => /（二）护岸[\s\S]*二、铺路/.test(document.getText()), 'the numbers');
    await vscode.commands.executeCommand('undo');
    await until(() => document.getText() === DRAFT, 'the draft as it was');
  });

  it('renames a term throughout the draft', async () => {
    const { document } = await openStructured('structure/rename.gw');
    const at = document.positionAt(DRAFT.indexOf('清渠行动') + 1);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at,
      '护渠行动',
    );
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.getText().split('护渠行动').length - 1, 2);
    assert.ok(!document.getText().includes('清渠行动'));
  });

  it('folds by level, and shows the levels as breadcrumbs', async () => {
    const { document } = await openStructured('structure/fold.gw');
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const lines = folds.map(({ start, end }) => [start, end]);
    for (const range of [
      [0, 2],
      [3, 17],
      [5, 13],
      [7, 9],
      [11, 13],
      [15, 17],
    ]) {
      assert.ok(
        lines.some(([start, end]) => start === range[0] && end === range[1]),
        `${range} among ${lines.join(' | ')}`,
      );
    }
    const [title] = await symbols(document.uri);
    assert.deepEqual(
      title?.children.map(({ name, children }) => [name, children.map((child) => child.name)]),
      [
        ['一、修渠', ['（一）清淤', '（三）护岸']],
        ['三、铺路', []],
      ],
    );
  });

  it('expands the selection from clause to sentence, paragraph, each section and the draft', async () => {
    const editor = await openStructured('structure/expand.gw');
    const { document } = editor;
    const start = document.positionAt(DRAFT.indexOf('再下游') + 1);
    const [range] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [start],
    );
    const texts: string[] = [];
    for (let at: vscode.SelectionRange | undefined = range; at; at = at.parent) texts.push(document.getText(at.range));
    for (const wanted of ['再下游', '推进清渠行动,再下游。', '推进清渠行动,再下游。天冷不停工。']) {
      assert.ok(texts.includes(wanted), `${wanted} among ${texts.join(' | ')}`);
    }
    assert.ok(texts.some((text) => text.startsWith('（一）清淤') && text.endsWith('天冷不停工。')));
    assert.ok(texts.some((text) => text.startsWith('一、修渠') && text.endsWith('要快。')));
    assert.equal(texts.at(-1), DRAFT);
  });
});
