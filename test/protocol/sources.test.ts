/** The built server over stdio: sources, completion, hover, search. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CorpusStatus, SearchHit } from '../../server/src/lsp/messages';
import type { LspClient } from '../support/lspClient';
import { startServerProcess } from '../support/lspClient';
import { type CompletionEntry, DOCUMENTS, TestWorkspace } from './workspace';

describe('the server at its start', () => {
  let workspace: TestWorkspace;
  before(() => {
    workspace = new TestWorkspace();
  });
  after(() => workspace.dispose());

  it('answers initialize soon, with what it can do', async () => {
    let fastest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 3; i++) {
      const client = startServerProcess({ workspaces: [workspace.path], cache: workspace.cache });
      const start = performance.now();
      await client.initialize();
      fastest = Math.min(fastest, performance.now() - start);
      const { capabilities, serverInfo } = client.initializeResult;
      assert.equal(serverInfo?.name, 'zhibi');
      assert.equal(capabilities.positionEncoding, 'utf-16');
      for (const provider of [
        'completion',
        'inlineCompletion',
        'hover',
        'definition',
        'references',
        'documentSymbol',
      ]) {
        assert.ok(capabilities[`${provider}Provider`], provider);
      }
      for (const provider of ['foldingRange', 'workspaceSymbol', 'codeAction', 'executeCommand']) {
        assert.ok(capabilities[`${provider}Provider`], provider);
      }
      assert.equal(capabilities.diagnosticProvider, undefined, 'no pull for a client that cannot');
      assert.equal(await client.stop(), 0);
    }
    // 300 ms on a quiet machine, with the start of the process; tests may run beside others.
    assert.ok(fastest < 1000, `${fastest} ms`);
  });

  it('offers to be pulled to a client that can', async () => {
    const client = await workspace.start({ pulls: true });
    assert.ok(client.initializeResult.capabilities.diagnosticProvider);
    assert.equal(await client.stop(), 0);
  });

  it('ends with 0 also while it is indexing', async () => {
    const client = await workspace.start();
    assert.equal(await client.stop(), 0);
  });

  it('ends when its editor is gone', async () => {
    const client = await workspace.start();
    await client.ready();
    client.process.stdin.end();
    const deadline = Date.now() + 10_000;
    while (!client.exit && Date.now() < deadline) await new Promise((wait) => setTimeout(wait, 50));
    assert.ok(client.exit);
  });
});

describe('a workspace with five documents', () => {
  let workspace: TestWorkspace;
  let client: LspClient;
  before(async () => {
    workspace = new TestWorkspace();
    client = await workspace.start();
    await client.ready();
  });
  after(() => workspace.dispose());

  it('is indexed whole, GB18030 included, and says so', async () => {
    const status = await client.ready();
    assert.equal(status.documents, 5);
    assert.equal(status.problems, 0);
    const corpus = await client.request<CorpusStatus>('zhibi/corpusStatus', null);
    const own = corpus.documents.filter(({ builtIn }) => !builtIn);
    assert.deepEqual(own.map(({ path }) => basename(path)).sort(), Object.keys(DOCUMENTS).sort());
    assert.deepEqual(corpus.folders, [workspace.folder.at('workspace/seeds')]);
    const plan = own.find(({ path }) => path.includes('方案'));
    assert.deepEqual([plan?.title, plan?.date, plan?.kind], ['产业集群培育方案', '2023-03-19', 'plan']);
  });

  it('says that it is indexing before it is ready', () => {
    const states = client.notes
      .filter(({ method }) => method === 'zhibi/status')
      .map(({ params }) => (params as { state: string }).state);
    assert.ok(states.indexOf('indexing') >= 0 && states.indexOf('indexing') < states.indexOf('ready'));
  });

  for (const [typed, addition, title] of [
    ['各级各部门要扛起责任，以钉钉子精神‸', '抓好落实', '在全市科技创新大会上的讲话'],
    ['让企业出题、能人答题、‸', '市场阅卷', '向融合要动能'],
    ['打造自主可控的产业链‸', '供应链', '向产业链要韧性'],
    ['各支部要带头学习，在破解难题中‸', '检验成效', '以融合促发展专题党课'],
    ['做强龙头、做优配套、‸', '做实平台', '产业集群培育方案'],
  ] as const) {
    it(`completes 《${title}》 and names it`, async () => {
      const items = await workspace.complete(client, typed);
      // A sentence of hers may be offered to its end.
      const item = items.find(({ label }) => label.replace(/。$/, '').endsWith(addition));
      assert.ok(item, `${items.map(({ label }) => label).join(' / ')}`);
      assert.ok(item.labelDetails?.description?.startsWith(title), item.labelDetails?.description);
      const resolved = await client.request<CompletionEntry>('completionItem/resolve', item);
      assert.match(resolved.documentation?.value ?? '', /\(file:\/\/[^)]*seeds[^)]*#L\d+,\d+\)/);
    });
  }

  it('tells where a sentence and a whole draft come from', async () => {
    const text =
      '# 讲话\n\n各级各部门要扛起‸责任，拿出钉钉子精神抓好落实。\n\n给每个小厂派一名懂行的联络员，一月一访。';
    const draft = workspace.openDraft(client, text);
    const card = await client.request<{ contents: { value: string }; range: { end: unknown } }>(
      'textDocument/hover',
      draft,
    );
    assert.match(card.contents.value, /在全市科技创新大会上的讲话\]\(file:[^)]+\) 2025-03-20 · \d\d % of the words/);
    const { textDocument } = draft;
    const page = await client.request<string>('zhibi/draftSources', { uri: textDocument.uri, format: 'md' });
    assert.match(
      page,
      /\| \[3\]\(file:[^)]+\) \| 各级[^|]+\| \d+ % \| \[在全市科技创新大会上的讲话, 2025\\-03\\-20\]\(file:[^)]+\)/,
    );
    assert.match(page, /\| \[5\]\(file:[^)]+\) \| 给每个小厂[^|]+\| 100 % \| — \|/);
    assert.equal(await client.request('zhibi/draftSources', { uri: 'file:///none.md', format: 'md' }), null);
    const path = workspace.folder.at('workspace/seeds/讲话-在全市科技创新大会上的讲话.md');
    const compared = await client.request<string>('zhibi/comparison', { uri: textDocument.uri, path, format: 'md' });
    assert.match(compared, /^# 讲话 compared with 在全市科技创新大会上的讲话, 2025\\-03\\-20\n/);
    assert.match(
      compared,
      /\| \[3\]\(file:[^)]+\) \| 各级各部门要扛起责任，.*\*\*拿出\*\*.* \| \[9\]\(file:[^)]+\) \|/,
    );
    assert.equal(
      await client.request('zhibi/comparison', { uri: textDocument.uri, path: '/none', format: 'md' }),
      null,
    );
  });

  it('answers inline completion, hover, symbols, folding for a draft', async () => {
    const draft = workspace.openDraft(client, '# 讲话\n\n一、提高站位\n大力培育新质‸生产力。\n二、抓好落实\n正文。');
    const inline = await client.request<unknown[]>('textDocument/inlineCompletion', {
      ...draft,
      context: { triggerKind: 1 },
    });
    assert.ok(Array.isArray(inline));
    const hover = await client.request<{ contents: { value: string }; range: unknown }>('textDocument/hover', draft);
    assert.match(hover.contents.value, /\*\*新质生产力\*\*/);
    assert.deepEqual(hover.range, { start: { line: 3, character: 4 }, end: { line: 3, character: 9 } });
    const symbols = await client.request<{ name: string; children: { name: string }[] }[]>(
      'textDocument/documentSymbol',
      draft,
    );
    assert.deepEqual(
      symbols.map(({ name, children }) => [name, children.map((child) => child.name)]),
      [['讲话', ['一、提高站位', '二、抓好落实']]],
    );
    const folds = await client.request<unknown[]>('textDocument/foldingRange', draft);
    assert.equal(folds.length, 3);
    const terms = await client.request<{ name: string }[]>('workspace/symbol', { query: '新质生产' });
    assert.ok(terms.some(({ name }) => name === '新质生产力'));
  });

  it('takes a place beyond the end of a line for that end, not for the next line', async () => {
    const { textDocument } = workspace.openDraft(client, '正文。\n新质生产力');
    const at = (line: number, character: number) =>
      client.request('textDocument/hover', { textDocument, position: { line, character } });
    assert.equal(await at(0, 999), null);
    assert.notEqual(await at(1, 999), null);
    assert.notEqual(await at(99, 0), null);
  });

  it('leads from a phrase to its passages', async () => {
    const draft = workspace.openDraft(client, '要推动科技创新和产业‸创新深度融合。');
    const references = await client.request<{ uri: string }[]>('textDocument/references', {
      ...draft,
      context: { includeDeclaration: true },
    });
    assert.equal(references.length, 3);
    const definitions = await client.request<{ uri: string; range: unknown }[]>('textDocument/definition', draft);
    assert.ok(definitions.some(({ uri }) => fileURLToPath(uri).includes('seeds')));
  });

  it('searches, and finds what a sentence comes from', async () => {
    const [hit] = await client.request<SearchHit[]>('zhibi/search', { text: '自主可控的产业链', limit: 5 });
    assert.ok(hit);
    assert.ok(hit.path.endsWith('文章-向产业链要韧性.txt'));
    assert.match(hit.text, /^补齐短板/);
    assert.equal(fileURLToPath(hit.uri), hit.path);
    assert.equal(hit.range.start.line, 2);
    assert.ok(hit.end > hit.start && hit.score === 1);
    const draft = workspace.openDraft(client, '我们要让企业出题、能人‸答题、市场阅卷。');
    const [source] = await client.request<SearchHit[]>('zhibi/sources', { uri: draft.uri, position: draft.position });
    assert.ok(source?.path.endsWith('评论-向融合要动能.txt'));
    assert.deepEqual(await client.request('zhibi/search', { text: '' }), []);
  });

  it('answers nothing for a document that was never opened', async () => {
    const textDocument = { uri: workspace.uri('drafts/never.md') };
    const at = { textDocument, position: { line: 0, character: 0 } };
    assert.deepEqual(await client.request<CompletionEntry>('textDocument/completion', at), {
      isIncomplete: true,
      items: [],
    });
    assert.deepEqual(await client.request('textDocument/inlineCompletion', { ...at, context: { triggerKind: 1 } }), []);
    assert.equal(await client.request('textDocument/hover', at), null);
    assert.equal(await client.request('textDocument/definition', at), null);
    for (const method of ['documentSymbol', 'foldingRange']) {
      assert.deepEqual(await client.request(`textDocument/${method}`, { textDocument }), []);
    }
    assert.deepEqual(
      await client.request('textDocument/references', { ...at, context: { includeDeclaration: true } }),
      [],
    );
    assert.deepEqual(await client.request('zhibi/sources', { uri: textDocument.uri, position: at.position }), []);
  });

  it('leaves documents of other languages alone', async () => {
    const draft = workspace.openDraft(client, '让企业出题、能人答题、‸', 'yaml');
    const { items } = await client.request<{ items: unknown[] }>('textDocument/completion', draft);
    assert.deepEqual(items, []);
  });

  it('reads everything again when asked to', async () => {
    const rebuilt = client.next<{ state: string; documents: number }>('zhibi/status', ({ state }) => state === 'ready');
    assert.equal(await client.request('zhibi/rebuildIndex', null), null);
    assert.equal((await rebuilt).documents, 5);
  });

  it('shows a changed file within a second', async () => {
    const path = 'workspace/seeds/新增.md';
    workspace.folder.write(path, '要打造“云上山海”样板工程。');
    const start = performance.now();
    const ready = client.next<{ state: string; documents: number }>(
      'zhibi/status',
      ({ state, documents }) => state === 'ready' && documents === 6,
    );
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: workspace.uri('seeds/新增.md'), type: 1 }] });
    await ready;
    assert.ok(performance.now() - start < 1500, `${performance.now() - start} ms`);
    const items = await workspace.complete(client, '要打造“云上‸');
    assert.ok(items.some(({ label }) => label.includes('山海')));
    workspace.folder.remove(path);
    const gone = client.next<{ documents: number; state: string }>(
      'zhibi/status',
      ({ state, documents }) => state === 'ready' && documents === 5,
    );
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: workspace.uri('seeds/新增.md'), type: 3 }] });
    await gone;
    assert.ok(!(await workspace.complete(client, '要打造“云上‸')).some(({ label }) => label.includes('山海')));
  });

  it('answers from the last snapshot while a new one is built', async () => {
    const big = Array.from({ length: 3000 }, (_, i) => `第${i}项任务要明确责任单位和完成时限，逐项销号管理。`).join(
      '\n',
    );
    for (let i = 0; i < 8; i++) workspace.folder.write(`workspace/seeds/大-${i}.md`, `${i}\n${big}`);
    let isReady = false;
    const ready = client
      .next<{ state: string; documents: number }>(
        'zhibi/status',
        ({ state, documents }) => state === 'ready' && documents === 13,
      )
      .then(() => {
        isReady = true;
      });
    const indexing = client.next<{ state: string }>('zhibi/status', ({ state }) => state === 'indexing');
    client.notify('workspace/didChangeWatchedFiles', { changes: [] });
    await indexing;
    const items = await workspace.complete(client, '让企业出题、能人答题、‸');
    assert.ok(items.some(({ label }) => label.endsWith('市场阅卷')));
    assert.equal(isReady, false, 'the new index was there too soon for this to show anything');
    await ready;
    for (let i = 0; i < 8; i++) workspace.folder.remove(`workspace/seeds/大-${i}.md`);
    const back = client.next<{ state: string; documents: number }>(
      'zhibi/status',
      ({ state, documents }) => state === 'ready' && documents === 5,
    );
    client.notify('workspace/didChangeWatchedFiles', { changes: [] });
    await back;
  });
});

describe('the watcher of a client that watches files', () => {
  it('is asked for the folders of the corpus and of the knowledge', async () => {
    const workspace = new TestWorkspace();
    try {
      const client = await workspace.start({ watches: true });
      await client.ready();
      const asked = JSON.stringify(client.asked.filter(({ method }) => method === 'client/registerCapability'));
      assert.match(asked, /workspace\/didChangeWatchedFiles/);
      assert.ok(asked.includes(workspace.uri('seeds')) && asked.includes(workspace.uri('.zhibi')));
    } finally {
      await workspace.dispose();
    }
  });
});

describe('the five documents beside the repository', () => {
  const folder = resolve('..', 'shared', 'seeds');
  let workspace: TestWorkspace;
  let client: LspClient;
  before(async function () {
    if (!existsSync(folder)) {
      console.log(`      ${folder} is not there: nothing to test`);
      this.skip();
    }
    workspace = new TestWorkspace({});
    client = await workspace.start({ settings: { corpus: { folders: [folder], builtIn: false } } });
    await client.ready();
  });
  after(() => workspace?.dispose());

  it('are indexed', async () => {
    const { documents, problems } = await client.request<CorpusStatus>('zhibi/corpusStatus', null);
    assert.equal(documents.length, readdirSync(folder).length);
    assert.deepEqual(problems, []);
  });

  for (const [typed, addition] of [
    ['推动科技创新和产业‸', '创新深度融合'],
    ['加快培育新质‸', '生产力'],
    ['战略性新兴‸', '产业'],
  ] as const) {
    it(`give ${typed} its ${addition}, and are named as its source`, async () => {
      const items = await workspace.complete(client, typed);
      const item = items.find(({ label }) => label.includes(addition));
      assert.ok(item, items.map(({ label }) => label).join(' / '));
      const { documentation } = await client.request<CompletionEntry>('completionItem/resolve', item);
      assert.match(documentation?.value ?? '', /shared\/seeds\/\d+_/);
    });
  }
});
