/** Her own knowledge while she edits it: problems at their lines, entries in force once saved, phrases added by request. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { AddedKnowledge } from '../../server/src/lsp/messages';
import { pushed, TestWorkspace } from './workspace';

const SOURCES = 'sources: [{ title: 通知, issuer: 市政府, date: "2026-03-02" }]\n  verified: "2026-03-10"\n';

describe('her own knowledge', () => {
  let workspace: TestWorkspace;
  beforeEach(() => {
    workspace = new TestWorkspace();
  });
  afterEach(() => workspace.dispose());

  const terms = () => workspace.uri('.zhibi/terms.yaml');
  const save = (client: Awaited<ReturnType<TestWorkspace['start']>>, text: string) => {
    workspace.folder.write('workspace/.zhibi/terms.yaml', text);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: terms(), type: 2 }] });
  };

  it('shows what is wrong at its line, and clears it once mended', async () => {
    workspace.folder.write(
      'workspace/.zhibi/terms.yaml',
      `- id: own.1\n  term: 云岭智谷\n  definition: 园区。\n  colour: red\n  ${SOURCES}- id: own.2\n  term: 新质生产力\n  definition: 另说。\n  ${SOURCES}`,
    );
    const client = await workspace.start();
    const shown = await pushed(client, terms(), ({ length }) => length === 2);
    assert.deepEqual(
      shown.map(({ range, source, severity }) => [range.start.line, source, severity]),
      [
        [0, 'zhibi', 2],
        [6, 'zhibi', 2],
      ],
    );
    assert.match(shown[0]!.message, /colour/);
    assert.match(shown[1]!.message, /built-in entry/);
    save(client, `- id: own.1\n  term: 云岭智谷\n  definition: 园区。\n  ${SOURCES}`);
    assert.deepEqual(await pushed(client, terms(), ({ length }) => length === 0), []);
  });

  it('a saved entry is explained on hover', async () => {
    const client = await workspace.start();
    const { textDocument, position } = workspace.openDraft(client, '建设云‸岭智谷。');
    const hover = () =>
      client.request<{ contents: { value: string } } | null>('textDocument/hover', { textDocument, position });
    assert.doesNotMatch((await hover())?.contents.value ?? '', /市里的园区/);
    const ready = client.next('zhibi/status', (status: { state: string }) => status.state === 'ready', 15_000);
    save(client, `- id: own.1\n  term: 云岭智谷\n  definition: 市里的园区。\n  ${SOURCES}`);
    await ready;
    assert.match((await hover())!.contents.value, /市里的园区/);
  });

  it('a phrase is added after what is there, with its source, and serves at once', async () => {
    workspace.folder.write('workspace/.zhibi/terms.yaml', '# 市里的说法');
    const client = await workspace.start();
    const { uri, textDocument, position } = workspace.openDraft(client, '擦亮云岭‸智谷品牌。');
    const params = { uri, kind: 'terms', text: '云岭智谷', definition: '市里的园区。' };
    const added = await client.request<AddedKnowledge>('zhibi/addKnowledge', params);
    assert.deepEqual(added, { uri: terms(), line: 1, isNew: true, sourced: true });
    const written = readFileSync(workspace.folder.at('workspace/.zhibi/terms.yaml'), 'utf8');
    assert.match(written, /^# 市里的说法\n- id: own\.1\n {2}term: 云岭智谷\n/);
    assert.match(written, /title: 在全市科技创新大会上的讲话/);
    const card = await client.request<{ contents: { value: string } }>('textDocument/hover', {
      textDocument,
      position,
    });
    assert.match(card.contents.value, /市里的园区/);
    const again = await client.request<AddedKnowledge>('zhibi/addKnowledge', params);
    assert.deepEqual(again, { uri: terms(), line: 1, isNew: false, sourced: true });
  });
});
