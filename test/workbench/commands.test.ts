/** The commands that no other test runs: from a finding, to a source, the corpus, the log, the switch. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import {
  activeExtension,
  askWindow,
  closeEditors,
  completionsAt,
  findings,
  openNewDraft,
  screenshot,
  until,
  windowCanBeAsked,
  workspaceFolder,
} from './support';

const settings = () => vscode.workspace.getConfiguration('zhibi');

/** Replaces functions of `vscode.window` while `run` runs; gives what was said in messages. */
async function answeringWith(replaced: Partial<typeof vscode.window>, run: () => Thenable<unknown>): Promise<string[]> {
  const said: string[] = [];
  const say = async (message: string) => void said.push(message);
  const all = { showInformationMessage: say, showWarningMessage: say, ...replaced };
  const before = Object.fromEntries(
    Object.keys(all).map((name) => [name, vscode.window[name as keyof typeof vscode.window]]),
  );
  Object.assign(vscode.window, all);
  try {
    await run();
  } finally {
    Object.assign(vscode.window, before);
  }
  return said;
}

/** Whether a server of this extension host runs. */
function serverRuns(): boolean {
  const lines = execFileSync('ps', ['-eo', 'ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.some((line) => Number(line.trim().split(/\s+/)[0]) === process.pid && /dist[\\/]server\.js/.test(line));
}

async function completes(): Promise<void> {
  const { document, selection } = await openNewDraft('命令/补全.gw', '推动高质量‸');
  await until(async () => (await completionsAt(document.uri, selection.active)).length > 0, 'completion', 60_000);
}

describe('commands', () => {
  before(activeExtension);
  afterEach(closeEditors);

  it('lead from a finding in the view to its choices', async () => {
    const { document } = await openNewDraft('命令/问题.gw', '# 讲话\n\n会后由环境保护部牵头。\n');
    const [finding] = await until(
      () => (findings(document.uri).length > 0 ? findings(document.uri) : undefined),
      'it',
      60_000,
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.commands.executeCommand('zhibi.fixFinding', { uri: document.uri, finding });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), document.uri.toString());
    assert.ok(editor.selection.isEqual(finding!.range));
    await screenshot('finding-choices');
    await vscode.commands.executeCommand('hideCodeActionWidget');
    await vscode.commands.executeCommand('zhibi.fixFinding', 7);
  });

  it('lead from words to their source beside the draft', async () => {
    await completes();
    const sentence = '在早开工、早投产、早见效上下功夫';
    const editor = await openNewDraft('命令/出处.gw', `# 讲话\n\n来年要继续${sentence}‸。\n`);
    await until(async () => {
      await vscode.commands.executeCommand('zhibi.showSource');
      return vscode.window.visibleTextEditors.some(
        ({ document, selection }) =>
          document.uri.toString() !== editor.document.uri.toString() && document.getText(selection).includes('早投产'),
      );
    }, 'the source, with the passage selected');
  });

  it('add a corpus folder to the settings of the workspace, and warn of one that holds the drafts too', async () => {
    const folder = vscode.Uri.joinPath(workspaceFolder(), '另一处材料');
    await vscode.workspace.fs.createDirectory(folder);
    const before = settings().get<string[]>('corpus.folders');
    try {
      const add = () => vscode.commands.executeCommand('zhibi.addCorpusFolder');
      await answeringWith({ showOpenDialog: async () => [folder] }, add);
      assert.deepEqual(settings().get('corpus.folders'), [...(before ?? []), '另一处材料']);
      const said = await answeringWith({ showOpenDialog: async () => [workspaceFolder()] }, add);
      assert.match(said.join('\n'), /drafts lie in|文稿也在/);
      assert.deepEqual(settings().get('corpus.folders'), [...(before ?? []), '另一处材料']);
    } finally {
      await settings().update('corpus.folders', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('take a document out of the corpus, and back with Undo', async () => {
    await completes();
    const file = vscode.Uri.joinPath(workspaceFolder(), 'seeds', '（试）排除.md');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('# 试\n\n渠清水自来。\n'));
    const node = new vscode.TreeItem('试');
    node.resourceUri = file;
    try {
      await answeringWith({}, () => vscode.commands.executeCommand('zhibi.excludeDocument', node));
      assert.deepEqual(settings().get('corpus.exclude'), ['（试）排除.md']);
      await settings().update('corpus.exclude', undefined, vscode.ConfigurationTarget.Workspace);
      const undo = { showInformationMessage: async (_: string, choice: unknown) => choice };
      await answeringWith(undo as object, () => vscode.commands.executeCommand('zhibi.excludeDocument', node));
      assert.deepEqual(settings().get('corpus.exclude'), []);
    } finally {
      await settings().update('corpus.exclude', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.workspace.fs.delete(file);
    }
  });

  it('build the index anew, after which it serves', async () => {
    await completes();
    await vscode.commands.executeCommand('zhibi.rebuildIndex');
    await completes();
  });

  it('show the log', async () => {
    await vscode.commands.executeCommand('zhibi.showLog');
    await until(
      () => vscode.window.visibleTextEditors.some(({ document }) => document.uri.scheme === 'output'),
      'the log',
    );
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('switch Zhibi off in the workspace and on again', async () => {
    await completes();
    try {
      await vscode.commands.executeCommand('zhibi.toggleWorkspace');
      await until(() => !serverRuns(), 'the server to end');
      assert.equal(settings().get('enabled'), false);
      if (windowCanBeAsked) {
        await until(async () => !(await askWindow()).bars.some((label) => /^Zhibi/.test(label)), 'the views to go');
      }
      await vscode.commands.executeCommand('zhibi.toggleWorkspace');
      await until(serverRuns, 'the server to come back');
      await completes();
    } finally {
      await settings().update('enabled', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
