/** `zhibi doctor`: what it says of a healthy workspace and of a broken one, and what it never says. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { TestWorkspace } from './workspace';

const SECRET = '此处是尚未公开的讲话稿内容';

describe('zhibi doctor', () => {
  let workspace: TestWorkspace;
  beforeEach(() => {
    workspace = new TestWorkspace();
    workspace.folder.write('workspace/.zhibi/.keep', '');
    workspace.folder.write('workspace/drafts/讲话稿.md', `${SECRET}。\n`);
  });
  afterEach(() => workspace.dispose());

  function doctor(...args: string[]) {
    const cli = resolve('dist', 'cli.js');
    const command = [cli, 'doctor', '--cache', workspace.cache, ...args];
    const env = { ...process.env, LC_ALL: 'C' };
    return spawnSync(process.execPath, command, { cwd: workspace.path, encoding: 'utf8', env });
  }

  it('says that all is well', () => {
    const { stdout, status } = doctor();
    assert.equal(status, 0, stdout);
    assert.match(stdout, /^Zhibi \d+\.\d+\.\d+ · Node\.js v/);
    assert.match(stdout, /Corpus: 5 documents, \d+ characters in .*seeds/);
    assert.match(stdout, /Knowledge: [1-9]\d* built-in entries, last checked on 20\d\d-\d\d-\d\d, and 0 of your own/);
    assert.match(stdout, /Index: [\d.]+ MB, whole, in /);
    assert.match(stdout, /Words: cut by /);
    assert.match(stdout, /No problems/);
    assert.ok(!stdout.includes(SECRET));
  });

  it('names what is wrong, with exit code 1', () => {
    workspace.folder.write('workspace/.zhibi/terms.yaml', `- id: a\n  term: "${SECRET}\n`);
    workspace.folder.write('workspace/seeds/坏.pdf', `%PDF-1.7 ${SECRET}`);
    const { stdout, status } = doctor();
    assert.equal(status, 1);
    assert.match(stdout, /2 problems:/);
    assert.match(stdout, /terms\.yaml:\d+: /);
    assert.match(stdout, /坏\.pdf: /);
    assert.ok(!stdout.includes(SECRET));
  });

  it('says so when the index cannot be kept', () => {
    workspace.folder.write('cache', 'in the way');
    const { stdout, status } = doctor();
    assert.equal(status, 1);
    assert.match(stdout, /Index: not kept in/);
  });

  it('speaks JSON', () => {
    const { stdout } = doctor('--format', 'json');
    const report = JSON.parse(stdout) as { documents: number; cache: { opens: boolean }; problems: unknown[] };
    assert.deepEqual([report.documents, report.cache.opens, report.problems], [5, true, []]);
  });

  it('works outside a workspace', () => {
    const command = [resolve('dist', 'cli.js'), 'doctor', workspace.folder.path, '--cache', workspace.cache];
    const { stdout, status } = spawnSync(process.execPath, command, {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    assert.equal(status, 0, stdout);
    assert.match(stdout, /Corpus: no folder/);
  });
});
