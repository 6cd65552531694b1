/** Where little is possible, what is possible works and the rest is said: untrusted, read-only, several folders, none. */
import assert from 'node:assert/strict';
import { cpus, loadavg } from 'node:os';
import * as vscode from 'vscode';
import { activeExtension, answering, closeEditors, extensionId, openNewDraft, until, workspaceFolder } from './support';

/** Answers `New Draft`, with properties of the API replaced for the while; gives what was said. */
async function newDraftWhere(
  replaced: readonly (readonly [object: object, name: string, value: unknown])[],
  folder?: vscode.WorkspaceFolder,
): Promise<string[]> {
  const said: string[] = [];
  const all: typeof replaced = [
    ...replaced,
    [vscode.window, 'showWorkspaceFolderPick', async () => folder],
    [vscode.window, 'showInformationMessage', async (message: string) => void said.push(message)],
  ];
  const before = all.map(([object, name]) => Object.getOwnPropertyDescriptor(object, name));
  for (const [object, name, value] of all)
    Object.defineProperty(object, name, { configurable: true, get: () => value });
  try {
    await answering(['any', 'any', '', '2026-03-05'], () => vscode.commands.executeCommand('zhibi.newDraft'));
  } finally {
    for (const [i, [object, name]] of all.entries()) Object.defineProperty(object, name, before[i]!);
  }
  return said;
}

const scheme = () => vscode.window.activeTextEditor?.document.uri.scheme;
const names = async () => (await vscode.workspace.fs.readDirectory(workspaceFolder())).map(([name]) => name).sort();

describe('places', () => {
  before(activeExtension);
  afterEach(closeEditors);

  it('write nothing in a workspace that is not trusted: the draft is untitled, and that is said', async () => {
    const before = await names();
    const said = await newDraftWhere([[vscode.workspace, 'isTrusted', false]]);
    assert.equal(scheme(), 'untitled');
    assert.match(said.join('\n'), /not trusted|受信任|信任/);
    assert.deepEqual(await names(), before);
  });

  it('keep the draft in the editor where the folder is read-only, and name the folder', async () => {
    const refuse = async () => {
      throw vscode.FileSystemError.NoPermissions();
    };
    const fs = { ...vscode.workspace.fs, readDirectory: vscode.workspace.fs.readDirectory, writeFile: refuse };
    const readFile = vscode.workspace.fs.readFile.bind(vscode.workspace.fs);
    const said = await newDraftWhere([[vscode.workspace, 'fs', { ...fs, readFile }]]);
    assert.equal(scheme(), 'untitled');
    assert.match(said.join('\n'), new RegExp(vscode.workspace.workspaceFolders![0]!.name));
  });

  it('ask which of two folders the draft belongs to, and leave no trace without an answer', async () => {
    const [folder] = vscode.workspace.workspaceFolders!;
    const two = [
      { ...folder!, name: '甲', index: 0 },
      { ...folder!, name: '乙', index: 1 },
    ];
    const before = await names();
    await newDraftWhere([[vscode.workspace, 'workspaceFolders', two]]);
    assert.equal(scheme(), undefined);
    assert.deepEqual(await names(), before);
    await newDraftWhere([[vscode.workspace, 'workspaceFolders', two]], two[1]);
    assert.equal(scheme(), 'file');
  });

  it('do without a folder: the draft is untitled', async () => {
    const said = await newDraftWhere([[vscode.workspace, 'workspaceFolders', undefined]]);
    assert.equal(scheme(), 'untitled');
    assert.equal(said.length, 1);
  });

  it('of a virtual file system are declared unsupported, those without trust limited, each with its reason', () => {
    const { capabilities } = vscode.extensions.getExtension(extensionId)!.packageJSON as {
      capabilities: Record<string, { supported: unknown; description: string }>;
    };
    assert.equal(capabilities.virtualWorkspaces?.supported, false);
    assert.equal(capabilities.untrustedWorkspaces?.supported, 'limited');
    for (const each of Object.values(capabilities)) assert.ok(each.description.length > 20);
  });

  it('activate within a tenth of a second, as VS Code measures it', async () => {
    await openNewDraft('drafts/startup.md', '# 讲话\n');
    await vscode.commands.executeCommand('perfview.show');
    const document = await until(
      () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf'),
      'the page of startup times',
    );
    const line = await until(
      () =>
        document
          .getText()
          .split('\n')
          .find((text) => text.includes(`| ${extensionId} `)),
      'the line of the extension',
    );
    const [load, call, finish] = line.split('|').slice(3, 6).map(Number);
    // It is time on the clock: on a machine with more to do than it has cores, everything takes as much longer.
    const busy = Math.max(1, loadavg()[0]! / cpus().length);
    assert.ok(load! + call! + finish! <= 100 * busy, `${line} on a machine ${busy} times as busy as it can be`);
  });
});
