/** In a folder without drafts, some program's, nothing of Zhibi runs, is written or is shown. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import {
  askWindow,
  closeEditors,
  extensionId,
  openDraft,
  screenshot,
  until,
  windowCanBeAsked,
  workspaceFolder,
} from '../workbench/support';

/** Longer than the client waits for files that appear in crowds before it looks for drafts. */
const lookMs = 2000;

const isActive = () => vscode.extensions.getExtension(extensionId)?.isActive === true;

/** Command lines of the processes that this extension host started. */
function children(): string[] {
  const lines = execFileSync('ps', ['-eo', 'ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.filter((line) => Number(line.trim().split(/\s+/)[0]) === process.pid);
}

const servers = () => children().filter((line) => /dist[\\/]server\.js/.test(line));

function filesBelow(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[]).sort();
}

/** What the profile of the editor holds of us, logs apart: VS Code itself makes the folder of a log. */
function ownFiles(): string[] {
  const profile = path.join(process.env.ZHIBI_TEMPORARY ?? '', 'user-data');
  assert.ok(existsSync(profile));
  return filesBelow(profile).filter((file) => /zhibi/i.test(file) && !/(?:^|[\\/])logs[\\/]/.test(file));
}

async function looked(): Promise<void> {
  const end = performance.now() + lookMs;
  await until(() => performance.now() > end, 'the client to have looked for drafts');
}

describe('a folder without drafts', () => {
  const before = filesBelow(workspaceFolder().fsPath);
  afterEach(closeEditors);

  it('does not even load the extension while program code is edited', async () => {
    await openDraft('package.json');
    await until(
      () => vscode.extensions.getExtension('vscode.json-language-features')?.isActive,
      'the editor to have started what the file needs',
    );
    await looked();
    assert.equal(isActive(), false);
  });

  it('starts no server, writes no file and shows nothing beside the README of a program', async () => {
    await openDraft('README.md');
    await until(isActive, 'the extension to have looked at the Markdown file');
    await looked();
    assert.deepEqual(servers(), []);
    assert.deepEqual(ownFiles(), []);
    assert.deepEqual(filesBelow(workspaceFolder().fsPath), before);
    await screenshot('bare');
    if (!windowCanBeAsked) return;
    const { bars } = await askWindow();
    assert.ok(bars.length > 5, 'the bars were found');
    assert.deepEqual(
      bars.filter((label) => /zhibi|执笔|gongwen|公文/i.test(label)),
      [],
    );
  });

  it('says why a command has nothing to do, and still starts nothing', async () => {
    const said: string[] = [];
    const { showInformationMessage } = vscode.window;
    Object.assign(vscode.window, { showInformationMessage: async (message: string) => void said.push(message) });
    try {
      await vscode.commands.executeCommand('zhibi.searchCorpus');
    } finally {
      Object.assign(vscode.window, { showInformationMessage });
    }
    assert.match(said.join('\n'), /not active here|未启用/);
    assert.deepEqual(servers(), []);
  });

  it('stays so when it gets a folder called seeds that holds a program’s data', async () => {
    const rows = new TextEncoder().encode('INSERT INTO orders VALUES (1);\n');
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(workspaceFolder(), 'seeds', 'orders.sql'), rows);
    await looked();
    assert.deepEqual(servers(), []);
  });

  it('is served from the moment it holds a document', async () => {
    const folder = vscode.Uri.joinPath(workspaceFolder(), 'seeds');
    const speech = new TextEncoder().encode('# 在清渠会上的讲话\n\n渠要清，水要活。\n');
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, '讲话.md'), speech);
    await until(() => servers().length === 1, 'the server');
    await until(() => ownFiles().length > 0, 'its cache, which tells that the tests above look in the right place');
    if (!windowCanBeAsked) return;
    await until(async () => (await askWindow()).bars.some((label) => /Zhibi/.test(label)), 'the view container');
  });
});
