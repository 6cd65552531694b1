/** A writer's draft in the real editor: list, ghost text, hover, findings with quick fixes, and where each comes from. */
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import {
  closeEditors,
  codeOf,
  completionsAt,
  findings,
  openDraft,
  openNewDraft,
  putCursor,
  screenshot,
  typeText,
  until,
  workspaceFolder,
} from './support';

/** Real source documents, kept outside the repository; the test that wants them says so where they are missing. */
const realSeeds = path.resolve(__dirname, '../../../../shared/seeds');

const DRAFT = [
  '---',
  'date: 2026-11-22',
  '---',
  '# 在全市科技工作会议上的讲话',
  '',
  '同志们：要因地制宜发展新质生产力。',
  '',
  '下一步，我们要深化改革，到2020年进入创新型国家行列。',
  '',
  '2020年，我国如期进入创新型国家行列。',
  '',
  '会后由环境保护部牵头抓好落实。',
  '',
  '',
].join('\n');

/** What a label shows, with its source. */
function shown(item: vscode.CompletionItem): string {
  if (typeof item.label === 'string') return item.label;
  return `${item.label.label} ← ${item.label.description ?? ''}`;
}

describe('drafting', () => {
  afterEach(closeEditors);

  it('finds the outdated target and the renamed body, leaves history alone, and repairs on request', async () => {
    const editor = await openNewDraft('drafts/findings.md', DRAFT);
    const { uri } = editor.document;
    const found = await until(() => (findings(uri).length > 0 ? findings(uri) : undefined), 'findings', 60_000);
    assert.deepEqual(
      found.map((diagnostic) => [codeOf(diagnostic), diagnostic.range.start.line]),
      [
        ['target.outdated', 7],
        ['institution.renamed', 11],
      ],
    );
    const [target, body] = found;
    assert.ok(target?.relatedInformation?.length, 'the finding shows its source');
    assert.ok(typeof target.code === 'object' && target.code.target.path.endsWith('docs/checks/target.outdated.md'));
    await screenshot('findings');

    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      body?.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find((action) => action.isPreferred);
    assert.ok(fix?.edit, `a certain fix among: ${actions.map(({ title }) => title).join(' | ')}`);
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(editor.document.getText(), /会后由生态环境部牵头/);
    await until(() => findings(uri).length === 1, 'the finding to go with its fix');
  });

  it('shows list and ghost text while Chinese is typed, and names the source', async () => {
    const editor = await openNewDraft('drafts/typing.md', '# 讲话\n\n来年要继续在早开工、早投‸');
    const { uri } = editor.document;
    await until(async () => (await completionsAt(uri, editor.selection.active)).length > 0, 'the index', 60_000);
    await typeText('产、早');
    await until(async () => {
      const items = await completionsAt(uri, editor.selection.active);
      return items.some((item) => shown(item).includes('见效') && shown(item).includes('项目办公室年度工作总结'));
    }, 'an item that goes on as the report does and names it');
    await screenshot('list-and-ghost-text');
    await vscode.commands.executeCommand('hideSuggestWidget');
    await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
    await until(async () => {
      await vscode.commands.executeCommand('editor.action.inlineSuggest.commit');
      return editor.document.getText().includes('早投产、早见效上下功夫');
    }, 'ghost text to be accepted');
  });

  it('accepts ghost text phrase by phrase, each with one command', async () => {
    const editor = await openNewDraft('drafts/phrases.md', '# 讲话\n\n来年要继续在早开工、早投‸');
    const { uri } = editor.document;
    await until(async () => (await completionsAt(uri, editor.selection.active)).length > 0, 'the index', 60_000);
    await typeText('产、早');
    await vscode.commands.executeCommand('hideSuggestWidget');
    const line = () => editor.document.lineAt(editor.selection.active.line).text;
    await vscode.commands.executeCommand('zhibi.acceptNextPhrase');
    const first = await until(
      () => (line().includes('早见效') ? line() : undefined),
      'the first phrase to be accepted',
    );
    assert.doesNotMatch(first, /下功夫/, 'no more than a phrase is taken');
    await screenshot('next-phrase');
    await vscode.commands.executeCommand('zhibi.acceptNextPhrase');
    await until(() => line().endsWith('早见效上下功夫'), 'the rest to be accepted');
  });

  it('opens a term by its pinyin initials', async () => {
    const editor = await openNewDraft('drafts/pinyin.md', '# 讲话\n\n加快培育‸');
    await typeText('xzscl');
    const items = await until(async () => {
      const list = await completionsAt(editor.document.uri, editor.selection.active);
      return list.length > 0 ? list : undefined;
    }, 'items for xzscl');
    assert.match(shown(items[0]!), /^新质生产力/);
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await screenshot('pinyin');
  });

  it('defines a term on hover, for the range of the term alone', async () => {
    const editor = await openNewDraft('drafts/hover.md', DRAFT);
    const offset = editor.document.getText().indexOf('质生产力');
    const position = editor.document.positionAt(offset);
    const hovers = await until(async () => {
      const list = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        editor.document.uri,
        position,
      );
      return list.length > 0 ? list : undefined;
    }, 'a hover');
    const card = hovers
      .map((hover) => hover.contents.map((part) => (part as vscode.MarkdownString).value).join())
      .join();
    assert.match(card, /新质生产力/);
    assert.equal(editor.document.getText(hovers[0]!.range), '新质生产力');
    putCursor(editor, offset);
    await vscode.commands.executeCommand('editor.action.showHover');
    await screenshot('hover');
  });

  it('outlines a draft by 一、 and （一）', async () => {
    const editor = await openDraft('drafts/speech.md');
    const symbols = await until(async () => {
      const list = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        editor.document.uri,
      );
      return list?.some(({ name }) => name.includes('讲话')) ? list : undefined;
    }, 'symbols');
    const names = (list: readonly vscode.DocumentSymbol[]): string[] =>
      list.flatMap(({ name, children }) => [name, ...names(children)]);
    assert.ok(names(symbols).some((name) => name.startsWith('一、')));
  });

  it('completes from the real source documents once they lie in seeds/', async function () {
    if (!existsSync(realSeeds)) {
      console.log(`      no documents in ${realSeeds}: skipped`);
      this.skip();
    }
    const seeds = vscode.Uri.joinPath(workspaceFolder(), 'seeds').fsPath;
    mkdirSync(seeds, { recursive: true });
    for (const name of readdirSync(realSeeds)) copyFileSync(path.join(realSeeds, name), path.join(seeds, name));
    const editor = await openNewDraft('drafts/real.md', '# 讲话\n\n我们要推动科技创新和‸');
    const first = await until(
      async () => {
        const [item] = await completionsAt(editor.document.uri, editor.selection.active);
        return item && /产业创新深度融合 ← .*(学习贯彻|专题党课|在全市科技创新工作会议上)/.test(shown(item))
          ? item
          : undefined;
      },
      '产业创新深度融合 in the first place, with one of the documents as its source',
      60_000,
    );
    assert.match(shown(first), /3/, 'all the documents that use it are counted');
    await typeText('产');
    await until(async () => (await completionsAt(editor.document.uri, editor.selection.active)).length > 0, 'the list');
    await screenshot('real-documents');
  });
});
