/** The built server over stdio: findings, how they are repaired and silenced, and settings. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type LspClient, type Position, withEdits } from '../support/lspClient';
import { type Diagnostic, pushed, TestWorkspace } from './workspace';

const DRAFT = `---
date: 2026-11-22
---
# 讲话稿

到2020年进入创新型国家行列。

由国土资源部负责牵头。
`;
const HISTORY = '---\ndate: 2026-11-22\n---\n# 讲话稿\n\n2020年，我国如期进入创新型国家行列。\n';

interface Edit {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly newText: string;
}

interface CodeAction {
  readonly title: string;
  readonly kind: string;
  readonly isPreferred?: boolean;
  readonly edit?: { readonly changes: Readonly<Record<string, readonly Edit[]>> };
  readonly command?: { readonly command: string; readonly arguments: unknown[] };
}

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const has = (code: string) => (diagnostics: readonly Diagnostic[]) => codes(diagnostics).includes(code);
const lacks = (code: string) => (diagnostics: readonly Diagnostic[]) => !codes(diagnostics).includes(code);

describe('findings', () => {
  let workspace: TestWorkspace;
  beforeEach(() => {
    workspace = new TestWorkspace();
  });
  afterEach(() => workspace.dispose());

  const actionsFor = (client: LspClient, uri: string, diagnostics: readonly Diagnostic[], only?: string[]) =>
    client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics, ...(only && { only }) },
    });

  const pull = async (client: LspClient, uri: string) =>
    (await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } })).items;

  it('are pushed to a client that cannot pull, with page, place and source', async () => {
    const client = await workspace.start();
    await client.ready();
    const { uri } = workspace.openDraft(client, DRAFT);
    const found = await pushed(client, uri, has('target.outdated'));
    const finding = found.find(({ code }) => code === 'target.outdated')!;
    assert.equal(finding.source, 'zhibi');
    assert.equal(finding.severity, 2);
    assert.equal(finding.range.start.line, 5);
    const page = fileURLToPath(finding.codeDescription!.href);
    assert.match(page, /docs\/checks\/target\.outdated\.md$/);
    assert.ok(existsSync(page), page);
    const [related] = finding.relatedInformation ?? [];
    assert.ok(existsSync(fileURLToPath(related!.location.uri)), related?.location.uri);
  });

  it('are pulled by a client that can, and then not pushed', async () => {
    const client = await workspace.start({ pulls: true });
    await client.ready();
    const { uri } = workspace.openDraft(client, DRAFT);
    assert.deepEqual(codes(await pull(client, uri)), ['target.outdated', 'institution.renamed']);
    assert.equal(client.last('textDocument/publishDiagnostics'), undefined);
    assert.deepEqual(await pull(client, workspace.uri('drafts/never.md')), []);
  });

  it('offer a look side by side to a client that has one, and to no other', async () => {
    const text = '做强龙头、做优配套、做实平台，形成梯次发展格局；实施集群培育工程，每个集群都要有人盯。';
    workspace.folder.write('workspace/seeds/集群.md', `---\ntitle: 集群\ndate: 2024-05-01\n---\n${text}\n`);
    const words = `${text.replace('梯次', '阶梯')}\n`;
    for (const compares of [true, false]) {
      const capabilities = {
        textDocument: { diagnostic: {} },
        ...(compares && { experimental: { commands: ['zhibi.compareWithSource'] } }),
      };
      const client = await workspace.start({ capabilities, pulls: true, configures: false });
      await client.ready();
      const { uri } = workspace.openDraft(client, words);
      const [finding] = (await pull(client, uri)).filter(({ code }) => code === 'passage.duplicate');
      const actions = await actionsFor(client, uri, [finding!]);
      const compare = actions.find(({ command }) => command?.command === 'zhibi.compareWithSource');
      assert.equal(compare !== undefined, compares);
      if (!compare) continue;
      const [compared] = compare.command!.arguments as { uri: string; source: Record<string, unknown> }[];
      assert.equal(compared!.uri, uri);
      assert.deepEqual(
        [compared!.source.title, compared!.source.date, compared!.source.text],
        ['集群', '2024-05-01', text.slice(0, -1)],
      );
      assert.match(String(compared!.source.uri), /^file:/);
      const other = await client.request<{ range: { end: { character: number } } }>('zhibi/compared', {
        uri,
        position: { line: 0, character: 3 },
      });
      assert.equal(other.range.end.character, text.length - 1, 'from letter to letter');
    }
  });

  it('tell of a passage that another draft of the workspace has, once that is saved', async () => {
    const shared =
      '村口的老槐树下新修了阅览亭，放学的孩子先来这里写完作业再回家，农闲的大伯也来翻一翻养蜂的书，亭子不大却装得下一个村子的书声。';
    workspace.folder.write('workspace/drafts/三月.md', `植树动员\n\n${shared}\n`);
    const client = await workspace.start();
    await client.ready();
    const { uri } = workspace.openDraft(client, `会后请各组把任务领回去。\n\n${shared}\n`);
    const found = await pushed(client, uri, has('passage.repeated'));
    const finding = found.find(({ code }) => code === 'passage.repeated')!;
    assert.match(finding.message, /line 3 of another draft, 三月\.md/);
    assert.match(finding.relatedInformation![0]!.location.uri, /drafts\/.*\.md$/);
    workspace.folder.write('workspace/drafts/三月.md', '植树动员\n\n树苗到了就分到户，谁种谁管。\n');
    client.notify('textDocument/didSave', { textDocument: { uri } });
    await pushed(client, uri, lacks('passage.repeated'));
  });

  it('are none for history', async () => {
    const client = await workspace.start({ pulls: true });
    await client.ready();
    const { uri } = workspace.openDraft(client, HISTORY);
    assert.deepEqual(await pull(client, uri), []);
  });

  it('come for a draft that was open before the index was there', async () => {
    const client = await workspace.start();
    const { uri } = workspace.openDraft(client, DRAFT);
    await pushed(client, uri, has('target.outdated'));
  });

  it('follow what is typed and go with the file', async () => {
    const client = await workspace.start();
    await client.ready();
    const { uri } = workspace.openDraft(client, HISTORY);
    client.change(uri, 2, DRAFT);
    await pushed(client, uri, has('target.outdated'));
    client.change(uri, 3, HISTORY);
    await pushed(client, uri, lacks('target.outdated'));
    client.change(uri, 4, DRAFT);
    await pushed(client, uri, has('target.outdated'));
    client.close(uri);
    await pushed(client, uri, (diagnostics) => diagnostics.length === 0);
  });

  it('are none in a document of the corpus', async () => {
    workspace.folder.write('workspace/seeds/旧.md', DRAFT);
    const client = await workspace.start({ pulls: true });
    await client.ready();
    const uri = workspace.uri('seeds/旧.md');
    client.open(uri, DRAFT);
    assert.deepEqual(await pull(client, uri), []);
  });

  it('are repaired by a quick fix, which removes them', async () => {
    const client = await workspace.start({ pulls: true });
    await client.ready();
    const { uri } = workspace.openDraft(client, DRAFT);
    const finding = (await pull(client, uri)).find(({ code }) => code === 'institution.renamed')!;
    const fix = (await actionsFor(client, uri, [finding])).find(({ isPreferred }) => isPreferred);
    assert.equal(fix?.kind, 'quickfix');
    const edited = withEdits(DRAFT, fix!.edit!.changes[uri]!);
    assert.match(edited, /由自然资源部负责牵头/);
    client.change(uri, 2, edited);
    assert.ok(lacks('institution.renamed')(await pull(client, uri)));
  });

  it('are all repaired where that is certain, on demand only', async () => {
    const client = await workspace.start({ pulls: true });
    await client.ready();
    const { uri } = workspace.openDraft(client, `${DRAFT}\n请国土资源部配合。\n`);
    const bulb = await actionsFor(client, uri, []);
    assert.ok(!bulb.some(({ kind }) => kind.startsWith('source.fixAll')));
    const [all, ...others] = await actionsFor(client, uri, [], ['source.fixAll']);
    assert.deepEqual(others, []);
    assert.equal(all?.kind, 'source.fixAll.zhibi');
    const edited = withEdits(`${DRAFT}\n请国土资源部配合。\n`, all!.edit!.changes[uri]!);
    assert.doesNotMatch(edited, /国土资源部/);
  });

  it('are silenced by a comment', async () => {
    const client = await workspace.start({ pulls: true });
    await client.ready();
    const { uri } = workspace.openDraft(client, DRAFT);
    const finding = (await pull(client, uri)).find(({ code }) => code === 'target.outdated')!;
    const action = (await actionsFor(client, uri, [finding])).find(({ edit }) =>
      edit?.changes[uri]?.some(({ newText }) => newText.includes('<!--')),
    );
    client.change(uri, 2, withEdits(DRAFT, action!.edit!.changes[uri]!));
    assert.deepEqual(codes(await pull(client, uri)), ['institution.renamed']);
  });

  it('are silenced for good, also where a file without a last line break stands there', async () => {
    const client = await workspace.start({ pulls: true });
    await client.ready();
    workspace.folder.write(
      'workspace/.zhibi/ignored.yaml',
      '- code: quote.mismatch\n  fingerprint: 0123456789abcdef\n  text: 甲',
    );
    const { uri } = workspace.openDraft(client, DRAFT);
    for (const code of ['target.outdated', 'institution.renamed']) {
      const finding = (await pull(client, uri)).find((diagnostic) => diagnostic.code === code)!;
      const action = (await actionsFor(client, uri, [finding])).find(({ command }) => command)!;
      await client.request('workspace/executeCommand', {
        command: action.command!.command,
        arguments: action.command!.arguments,
      });
      assert.ok(lacks(code)(await pull(client, uri)), code);
    }
    const kept = readFileSync(workspace.folder.at('workspace/.zhibi/ignored.yaml'), 'utf8');
    assert.equal(kept.match(/^- code:/gm)?.length, 3);
    await client.stop();
    const later = await workspace.start({ pulls: true });
    assert.equal((await later.ready()).problems, 0);
    later.open(uri, DRAFT);
    assert.deepEqual(await pull(later, uri), []);
  });

  it('are not offered to be silenced twice for another tool’s diagnostic', async () => {
    const client = await workspace.start({ pulls: true });
    await client.ready();
    const { uri } = workspace.openDraft(client, DRAFT);
    const [finding] = await pull(client, uri);
    assert.deepEqual(await actionsFor(client, uri, [{ ...finding!, source: 'other' }]), []);
  });
});

describe('settings', () => {
  let workspace: TestWorkspace;
  beforeEach(() => {
    workspace = new TestWorkspace();
  });
  afterEach(() => workspace.dispose());

  for (const configures of [true, false]) {
    describe(configures ? 'asked for' : 'given as options', () => {
      it('switch a check off and on, and set its severity', async () => {
        const client = await workspace.start({ configures });
        await client.ready();
        const { uri } = workspace.openDraft(client, DRAFT);
        await pushed(client, uri, has('target.outdated'));
        client.configure({ diagnostics: { severity: { 'target.outdated': 'off' } } });
        await pushed(client, uri, lacks('target.outdated'));
        client.configure({ diagnostics: { severity: { 'target.outdated': 'error' } } });
        const found = await pushed(client, uri, has('target.outdated'));
        assert.equal(found.find(({ code }) => code === 'target.outdated')?.severity, 1);
      });

      it('switch completion off', async () => {
        const client = await workspace.start({ configures });
        await client.ready();
        assert.ok((await workspace.complete(client, '让企业出题、能人答题、‸')).length > 0);
        const ready = client.next<{ state: string }>('zhibi/status', ({ state }) => state === 'ready');
        client.configure({ completion: { enabled: false }, inlineCompletion: { enabled: false } });
        await ready;
        assert.deepEqual(await workspace.complete(client, '让企业出题、能人答题、‸'), []);
        const draft = workspace.openDraft(client, '让企业出题、能人答题、‸');
        assert.deepEqual(
          await client.request('textDocument/inlineCompletion', { ...draft, context: { triggerKind: 1 } }),
          [],
        );
      });

      it('change the folders', async () => {
        workspace.folder.write('workspace/material/乙.md', '要擦亮“青山工匠”劳务品牌。');
        const client = await workspace.start({ configures });
        assert.equal((await client.ready()).documents, 5);
        const ready = client.next<{ state: string; documents: number }>(
          'zhibi/status',
          ({ state }) => state === 'ready',
        );
        client.configure({ corpus: { folders: ['material'] } });
        assert.equal((await ready).documents, 1);
        const items = await workspace.complete(client, '要擦亮“青山‸');
        assert.ok(items.some(({ label }) => label.includes('工匠')));
      });
    });
  }

  it('switch everything off in a workspace', async () => {
    const client = await workspace.start({ pulls: true, settings: { enabled: false } });
    await client.ready();
    assert.deepEqual(await workspace.complete(client, '让企业出题、能人答题、‸'), []);
    const { uri } = workspace.openDraft(client, DRAFT);
    const { items } = await client.request<{ items: unknown[] }>('textDocument/diagnostic', { textDocument: { uri } });
    assert.deepEqual(items, []);
  });

  it('date a draft that says nothing of itself', async () => {
    const client = await workspace.start({ pulls: true, settings: { draft: { date: '2016-01-01' } } });
    await client.ready();
    const { uri } = workspace.openDraft(client, '到2020年进入创新型国家行列。');
    const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    assert.ok(lacks('target.outdated')(items));
  });

  it('that are wrong count as not set', async () => {
    const client = await workspace.start({
      settings: {
        corpus: { folders: 'seeds', maxCharacters: -1, exclude: [7] },
        completion: { maxItems: 'many' },
        diagnostics: { severity: { 'target.outdated': 'loud', nonsense: 'off' } },
        draft: null,
      },
    });
    assert.equal((await client.ready()).documents, 5);
    assert.ok((await workspace.complete(client, '让企业出题、能人答题、‸')).length > 0);
  });

  it('are followed when a workspace folder comes and goes', async () => {
    const other = new TestWorkspace({ '丙.md': '要叫响“海上丝路驿站”文旅名片。' });
    try {
      const client = await workspace.start();
      await client.ready();
      const folder = { uri: other.uri(''), name: 'other' };
      const more = client.next<{ state: string; documents: number }>('zhibi/status', ({ state }) => state === 'ready');
      client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [folder], removed: [] } });
      assert.equal((await more).documents, 6);
      const fewer = client.next<{ state: string; documents: number }>('zhibi/status', ({ state }) => state === 'ready');
      client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [folder] } });
      assert.equal((await fewer).documents, 5);
    } finally {
      await other.dispose();
    }
  });
});
