/** Nothing leaves the machine and nothing in a document acts: system calls of server and command line, and what hostile names and texts become. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CorpusStatus } from '../../server/src/lsp/messages';
import { LspClient } from '../support/lspClient';
import { TestWorkspace } from './workspace';

const cli = resolve('dist', 'cli.js');
const hasTracer = spawnSync('strace', ['-f', '-e', 'trace=network', 'true']).status === 0;
const canIsolate = spawnSync('unshare', ['-rn', 'true']).status === 0;

/** System calls that reach beyond this machine, of the lines strace wrote. A name service may be asked through a local socket: not that either. */
function networkCalls(trace: string): string[] {
  return trace
    .split('\n')
    .filter((line) => /\b(?:AF_INET6?|AF_NETLINK|AF_PACKET)\b|nscd|systemd-resolve|resolv/.test(line));
}

describe('the network', () => {
  let workspace: TestWorkspace;
  before(() => {
    workspace = new TestWorkspace();
    workspace.folder.write(
      'workspace/seeds/网页.html',
      '<!doctype html><html><head><base href="http://127.0.0.1:9/"><link rel="stylesheet" href="http://127.0.0.1:9/a.css"><script src="http://127.0.0.1:9/a.js"></script></head><body><div class="article"><img src="http://127.0.0.1:9/a.png"><p>推动科技创新和产业创新深度融合，关键在企业。</p></div></body></html>',
    );
    workspace.folder.write(
      'workspace/.zhibi/terms.yaml',
      '- id: a\n  term: 云上工坊模式\n  definition: 本县做法。\n  sources: [{ title: 方案, issuer: 县政府, date: "2026", url: "http://127.0.0.1:9/" }]\n  verified: "2026-11-22"\n',
    );
  });
  after(() => workspace.dispose());

  async function session(client: LspClient): Promise<void> {
    await client.initialize();
    await client.ready();
    const items = await workspace.complete(client, '让企业出题、能人答题、‸');
    assert.ok(items.length > 0);
    await client.request('completionItem/resolve', items[0]);
    const { textDocument, position } = workspace.openDraft(client, '推广云上工坊‸模式，到2020年进入创新型国家行列。');
    await client.request('textDocument/hover', { textDocument, position });
    const { items: findings } = await client.request<{ items: unknown[] }>('textDocument/diagnostic', { textDocument });
    assert.ok(findings.length > 0);
    await client.request('zhibi/search', { text: '深度融合', limit: 5 });
    await client.request('zhibi/rebuildIndex', null);
    await client.stop();
  }

  const serve = (command: string, ...args: string[]) =>
    new LspClient(spawn(command, [...args, process.execPath, cli, 'lsp', '--stdio', '--cache', workspace.cache]), {
      workspaces: [workspace.path],
      pulls: true,
      settings: { draft: { date: '2026-11-22' } },
    });

  it('a whole session of the server: no call that reaches it', async function () {
    this.timeout(120_000);
    if (!hasTracer) this.skip();
    const trace = workspace.folder.at('session.trace');
    await session(serve('strace', '-f', '-e', 'trace=network', '-o', trace));
    const text = readFileSync(trace, 'utf8');
    assert.match(text, /exited with 0/, 'the trace was written');
    assert.deepEqual(networkCalls(text), []);
  });

  it('a whole session of the server without a network: works all the same', async function () {
    this.timeout(120_000);
    if (!canIsolate) this.skip();
    await session(serve('unshare', '-rn'));
  });

  for (const [name, args] of [
    ['check', ['drafts/a.md']],
    ['index', ['seeds']],
    ['search', ['深度融合', '--corpus', 'seeds']],
    ['complete', ['让企业出题、', '--corpus', 'seeds']],
    ['import', ['seeds', '--out', 'imported']],
    ['doctor', ['.']],
  ] as const) {
    it(`zhibi ${name}: no call that reaches it`, function () {
      this.timeout(60_000);
      if (!hasTracer) this.skip();
      workspace.folder.write('workspace/drafts/a.md', '到2020年进入创新型国家行列。\n');
      const trace = workspace.folder.at(`${name}.trace`);
      const cache = name === 'import' ? [] : ['--cache', workspace.cache];
      const { status } = spawnSync(
        'strace',
        ['-f', '-e', 'trace=network', '-o', trace, process.execPath, cli, name, ...args, ...cache],
        { cwd: workspace.path },
      );
      assert.ok(status === 0 || status === 1, `exit code ${status}`);
      assert.deepEqual(networkCalls(readFileSync(trace, 'utf8')), []);
    });
  }

  /** Why a bundle may name what could reach the network. None of it is called by us; the traces above show that. */
  const ALLOWED: Readonly<Record<string, readonly string[]>> = {
    // vscode-jsonrpc can talk over sockets and named pipes; an editor that starts the server with --stdio or IPC uses neither.
    'server.js': ['require net'],
    'client.js': ['require net'],
  };

  it('no bundle loads a network module but the protocol library’s sockets', () => {
    const found = readdirSync('dist')
      .filter((name) => name.endsWith('.js'))
      .flatMap((name) => {
        const text = readFileSync(join('dist', name), 'utf8');
        const modules =
          /(?:require|import)\(\s*["'](?:node:)?(https?|http2|net|tls|dgram|dns|undici|inspector)(?:\/\w+)?["']\s*\)/g;
        const named = new Set([...text.matchAll(modules)].map(([, module]) => `require ${module}`));
        return [...named].filter((what) => !ALLOWED[name]?.includes(what)).map((what) => `${name}: ${what}`);
      });
    assert.deepEqual(found, []);
  });
});

describe('documents that would act', () => {
  const TITLE = '<script>alert(1)</script>[点我](command:evil)';
  const BODY = '让企业出题、能人答题、市场阅卷\u001b[31m，创新才有源头活水\u009b2J。';
  let workspace: TestWorkspace;
  before(() => {
    workspace = new TestWorkspace({
      '恶意.md': `---\ntitle: "${TITLE}"\ndate: 2025-01-01\n---\n# ${TITLE}\n\n推广云上工坊模式。${BODY}\n`,
    });
    workspace.folder.write('outside/秘密.md', '# 秘密\n\n此件在工作区以外，不应被读取到索引里。\n');
    symlinkSync(workspace.folder.at('outside'), workspace.folder.at('workspace/seeds/链接'));
    symlinkSync(workspace.folder.at('outside/秘密.md'), workspace.folder.at('workspace/seeds/链接.md'));
    workspace.folder.write(
      'workspace/.zhibi/terms.yaml',
      `- id: a\n  term: 云上工坊模式\n  definition: '${TITLE} <img src=x onerror=alert(1)>'\n  sources: [{ title: '${TITLE}', issuer: '![x](http://127.0.0.1:9/a.png)', date: "2026", url: 'https://gov.cn/) [x](command:evil' }]\n  verified: "2026-11-22"\n`,
    );
  });
  after(() => workspace.dispose());

  /** Markdown in which anything but a link to a file or a web page, or any raw tag, is live. */
  function assertHarmless(markdown: string): void {
    const live = markdown.replace(/\\./g, '');
    for (const [, target] of live.matchAll(/\]\(([^)]*)\)/g)) assert.match(target!, /^(?:file|https?):\/\//, markdown);
    assert.doesNotMatch(live, /<|!\[/, markdown);
    assert.doesNotMatch(markdown, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  }

  it('hovers and completions show their names and texts as text', async () => {
    const client = await workspace.start();
    await client.ready();
    const { textDocument, position } = workspace.openDraft(client, '推广云上工坊‸模式');
    const hover = await client.request<{ contents: { value: string } }>('textDocument/hover', {
      textDocument,
      position,
    });
    assert.match(hover.contents.value, /script/);
    assertHarmless(hover.contents.value);
    for (const item of await workspace.complete(client, '让企业出题、能人答题、‸')) {
      const { documentation } = await client.request<{ documentation?: { value: string } }>(
        'completionItem/resolve',
        item,
      );
      if (documentation) assertHarmless(documentation.value);
      assert.doesNotMatch(item.textEdit?.newText ?? '', /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }
  });

  it('links out of the folder are not followed', async () => {
    const client = await workspace.start();
    const status = await client.ready();
    assert.equal(status.documents, 1);
    const { documents } = await client.request<CorpusStatus>('zhibi/corpusStatus', null);
    assert.ok(!documents.some(({ path }) => /秘密|链接/.test(path)));
    assert.deepEqual(await client.request('zhibi/search', { text: '此件在工作区以外', limit: 5, fuzzy: false }), []);
  });

  it('an address that is no web page is refused', async () => {
    workspace.folder.write(
      'workspace/.zhibi/terms.yaml',
      '- id: b\n  term: 云上工坊模式\n  definition: 本县做法。\n  sources: [{ title: 方案, issuer: 县政府, date: "2026", url: "command:evil" }]\n  verified: "2026-11-22"\n',
    );
    const client = await workspace.start();
    await client.ready();
    const { problems } = await client.request<CorpusStatus>('zhibi/corpusStatus', null);
    assert.equal(problems.length, 1);
    assert.match(problems[0]!.path, /terms\.yaml$/);
  });

  for (const format of ['text', 'json'] as const) {
    it(`the command line prints no control characters (${format})`, () => {
      const { stdout, stderr } = spawnSync(
        process.execPath,
        [
          cli,
          'search',
          '市场阅卷',
          '--corpus',
          join(workspace.path, 'seeds'),
          '--format',
          format,
          '--cache',
          workspace.cache,
        ],
        { encoding: 'utf8' },
      );
      assert.match(stdout, /市场阅卷/);
      assert.doesNotMatch(stdout + stderr, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    });
  }
});

describe('a workspace that is not trusted', () => {
  it('cannot name folders', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
      capabilities: { untrustedWorkspaces: { supported: unknown; restrictedConfigurations: string[] } };
      contributes: { configuration: { properties: Record<string, { items?: { type?: string } }> }[] };
    };
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    assert.equal(supported, 'limited');
    const settings = manifest.contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
    const folders = settings.filter((name) => /folder|path|file|dir|cache/i.test(name));
    assert.ok(folders.length >= 2);
    assert.deepEqual(
      folders.filter((name) => !restrictedConfigurations.includes(name)),
      [],
    );
    assert.ok(existsSync('SECURITY.md'));
  });
});
