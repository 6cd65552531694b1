/** The built server over stdio with bad input: one clear message each, everything else works. */
import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { CorpusStatus } from '../../server/src/lsp/messages';
import type { LspClient } from '../support/lspClient';
import { TestWorkspace } from './workspace';

const WORKS = '让企业出题、能人答题、‸';

async function problemsOf(client: LspClient): Promise<string[]> {
  const { problems } = await client.request<CorpusStatus>('zhibi/corpusStatus', null);
  return problems.map(({ path, line, message }) => `${basename(path)}${line ? `:${line}` : ''}: ${message}`);
}

describe('bad input', () => {
  let workspace: TestWorkspace;
  beforeEach(() => {
    workspace = new TestWorkspace();
  });
  afterEach(() => workspace.dispose());

  const works = async (client: LspClient) => {
    const items = await workspace.complete(client, WORKS);
    assert.ok(items.some(({ label }) => label.includes('市场')));
  };

  it('a broken YAML: its line and what to do', async () => {
    workspace.folder.write('workspace/.zhibi/terms.yaml', '- id: a\n  term: "没有写完\n');
    const client = await workspace.start();
    assert.equal((await client.ready()).problems, 1);
    const [problem, ...others] = await problemsOf(client);
    assert.deepEqual(others, []);
    assert.match(problem!, /^terms\.yaml:\d+: This is not valid YAML.*check indentation/);
    await works(client);
  });

  it('a broken YAML that is mended while the server runs', async () => {
    const name = 'workspace/.zhibi/terms.yaml';
    workspace.folder.write(name, '- id: a\n  term: [');
    const client = await workspace.start();
    await client.ready();
    workspace.folder.write(
      name,
      '- id: a\n  term: 云上工坊模式\n  definition: 本县做法。\n  sources: [{ title: 方案, issuer: 县政府, date: "2026" }]\n  verified: "2026-11-22"\n',
    );
    const ready = client.next<{ state: string; problems: number }>('zhibi/status', ({ state }) => state === 'ready');
    client.notify('workspace/didChangeWatchedFiles', { changes: [] });
    assert.equal((await ready).problems, 0);
    assert.ok((await workspace.complete(client, '推广ysgf‸')).some(({ label }) => label === '云上工坊模式'));
  });

  it('a folder that does not exist', async () => {
    const client = await workspace.start({ settings: { corpus: { folders: ['seeds', 'nowhere'] } } });
    await client.ready();
    assert.deepEqual(await problemsOf(client), ['nowhere: There is no such file or folder. Check the path.']);
    await works(client);
  });

  it('a file that is no text', async () => {
    workspace.folder.write('workspace/seeds/坏.md', Buffer.from([0, 1, 2, 0, 255, 254, 3, 0, 0, 9]));
    workspace.folder.write('workspace/seeds/坏.pdf', '%PDF-1.7 cut short');
    workspace.folder.write('workspace/seeds/坏.docx', 'PK no archive');
    const client = await workspace.start();
    assert.equal((await client.ready()).documents, 5);
    const problems = await problemsOf(client);
    assert.deepEqual(problems.map((problem) => problem.split(':')[0]).sort(), ['坏.docx', '坏.md', '坏.pdf'].sort());
    await works(client);
  });

  it('a file that may not be read', async function () {
    if (process.getuid?.() === 0) this.skip();
    chmodSync(workspace.folder.write('workspace/seeds/锁.md', '正文'), 0);
    const client = await workspace.start();
    await client.ready();
    assert.deepEqual(await problemsOf(client), ['锁.md: It may not be read. Check its permissions.']);
    await works(client);
  });

  for (const [what, damage] of [
    ['cut in half', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    [
      'of another version',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 7), Buffer.from([99]), bytes.subarray(8)]),
    ],
    ['full of noise', (bytes: Buffer) => Buffer.from(bytes.map((byte, i) => (i > 40 ? byte ^ 0x5a : byte)))],
    ['empty', () => Buffer.alloc(0)],
  ] as const) {
    it(`a cache ${what}: built anew, silently`, async () => {
      const first = await workspace.start();
      await first.ready();
      await first.stop();
      const files = readdirSync(workspace.cache).filter((name) => name.endsWith('.zbi'));
      // Her documents, and the examples that come with the extension.
      assert.equal(files.length, 2);
      for (const name of files) {
        const path = workspace.folder.at(`cache/${name}`);
        writeFileSync(path, damage(readFileSync(path)));
      }
      const client = await workspace.start();
      const status = await client.ready();
      assert.deepEqual([status.documents, status.problems], [5, 0]);
      await works(client);
    });
  }

  it('a cache folder that cannot be made', async () => {
    workspace.folder.write('file', 'in the way');
    const client = await workspace.start({ cache: workspace.folder.at('file/cache') });
    await client.ready();
    assert.match((await problemsOf(client)).join(), /could not be kept/);
    await works(client);
  });

  it('a workspace without a folder', async () => {
    const client = await workspace.start({ workspaces: [] });
    assert.equal((await client.ready()).documents, 0);
    client.open('untitled:Untitled-1', '到2020年进入创新型国家行列。');
    const hover = await client.request('textDocument/hover', {
      textDocument: { uri: 'untitled:Untitled-1' },
      position: { line: 0, character: 9 },
    });
    assert.ok(hover);
  });

  it('drafts of garbage: the server lives and answers', async () => {
    const client = await workspace.start({ pulls: true });
    await client.ready();
    const garbage = [
      '',
      '\u0000'.repeat(100),
      '\ud800'.repeat(50),
      `${'（'.repeat(2000)}${'“'.repeat(2000)}${'《'.repeat(2000)}`,
      '<!--'.repeat(2000),
      '---\n'.repeat(500),
      '```\n~~~\n'.repeat(500),
      `${'一、'.repeat(3000)}`,
      '到2020年'.repeat(2000),
      `${'9'.repeat(5000)}年${'%'.repeat(100)}`,
      '科技创新'.repeat(5000),
      '\r\r\n\n\r',
      '|'.repeat(5000),
      Array.from({ length: 3000 }, (_, i) => String.fromCharCode((i * 7919) % 0xffff)).join(''),
    ];
    for (const text of garbage) {
      const { uri, textDocument } = workspace.openDraft(client, '');
      client.change(uri, 2, text);
      const last = text.split(/\r\n|\r|\n/).length - 1;
      for (const position of [
        { line: 0, character: 0 },
        { line: last, character: 3 },
        { line: 99_999, character: 99_999 },
      ]) {
        const at = { textDocument, position };
        await client.request('textDocument/completion', at);
        await client.request('textDocument/inlineCompletion', { ...at, context: { triggerKind: 1 } });
        await client.request('textDocument/hover', at);
        await client.request('textDocument/definition', at);
        await client.request('textDocument/references', { ...at, context: { includeDeclaration: true } });
        await client.request('zhibi/sources', { uri, position });
      }
      await client.request('textDocument/documentSymbol', { textDocument });
      await client.request('textDocument/foldingRange', { textDocument });
      await client.request('textDocument/diagnostic', { textDocument });
      client.close(uri);
    }
    const errors = client.notes.filter(
      ({ method, params }) => method === 'window/logMessage' && (params as { type: number }).type === 1,
    );
    assert.deepEqual(errors, []);
    await works(client);
    assert.equal(await client.stop(), 0);
  });

  it('requests with nonsense in them', async () => {
    const client = await workspace.start();
    await client.ready();
    const refused = (method: string, params: unknown) =>
      client.request(method, params).then(
        () => {},
        () => {},
      );
    await refused('zhibi/search', { text: 7 });
    await refused('zhibi/search', null);
    await refused('zhibi/sources', {});
    await refused('completionItem/resolve', { label: 'x', data: 'y' });
    await refused('completionItem/resolve', { label: 'x', data: { key: 7, entry: 3 } });
    await refused('workspace/executeCommand', { command: 'zhibi.ignoreFinding', arguments: [] });
    await refused('workspace/executeCommand', { command: 'rm', arguments: ['-rf'] });
    await refused('workspace/symbol', {});
    await refused('textDocument/nonsense', {});
    await works(client);
  });
});
