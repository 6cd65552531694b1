/** Changing a draft as a whole, looking formulations up and searching by pinyin, over the protocol any editor speaks. */
import assert from 'node:assert/strict';
import type { FormulationSummary, SearchHit, WordingUsage } from '../../server/src/lsp/messages';
import { TestWorkspace } from './workspace';

interface Edit {
  readonly range: {
    readonly start: { line: number; character: number };
    readonly end: { line: number; character: number };
  };
  readonly newText: string;
}

describe('drafting', () => {
  let workspace: TestWorkspace;
  before(() => {
    workspace = new TestWorkspace();
  });
  after(() => workspace.dispose());

  it('formats, numbers anew and renames, without asking a client that cannot ask', async () => {
    const client = await workspace.start();
    await client.ready();
    const { textDocument, position } = workspace.openDraft(
      client,
      '一、甲\n\n推进清渠‸行动,清渠行动要快。\n\n三、乙\n\n《关于清渠行动的通知》已印发。\n',
    );
    const formatted = await client.request<Edit[]>('textDocument/formatting', {
      textDocument,
      options: { tabSize: 2, insertSpaces: true },
    });
    assert.deepEqual(
      formatted.map(({ range, newText }) => [range.start.line, newText]),
      [[2, '，']],
    );
    const actions = await client.request<{ kind: string; edit: { changes: Record<string, Edit[]> } }[]>(
      'textDocument/codeAction',
      {
        textDocument,
        range: { start: position, end: position },
        context: { diagnostics: [], only: ['source.renumber.zhibi'] },
      },
    );
    assert.deepEqual(
      actions.map(({ kind, edit }) => [kind, edit.changes[textDocument.uri]?.map(({ newText }) => newText)]),
      [['source.renumber.zhibi', ['二']]],
    );
    const prepared = await client.request<{ placeholder: string }>('textDocument/prepareRename', {
      textDocument,
      position,
    });
    assert.equal(prepared.placeholder, '清渠行动');
    const renamed = await client.request<{ changes: Record<string, Edit[]> }>('textDocument/rename', {
      textDocument,
      position,
      newName: '护渠行动',
    });
    assert.deepEqual(
      renamed.changes[textDocument.uri]?.map(({ range }) => range.start.line),
      [2, 2],
    );
  });

  it('lists formulations by pinyin, counts their uses, and searches by pinyin', async () => {
    const client = await workspace.start();
    await client.ready();
    const [first] = await client.request<FormulationSummary[]>('zhibi/formulations', { query: 'xinfazhanlinian' });
    assert.equal(first?.text, '新发展理念');
    assert.equal(first.members.length, 5);
    assert.ok((await client.request<FormulationSummary[]>('zhibi/formulations', { query: '' })).length > 300);
    const usage = await client.request<WordingUsage>('zhibi/usage', { text: '不会有人写的提法' });
    assert.deepEqual(usage, { years: [], passages: [] });
    for (const { text, matches } of await client.request<SearchHit[]>('zhibi/search', { text: 'xzscl', limit: 5 })) {
      assert.deepEqual(
        matches.map(({ start, end }) => text.slice(start, end)),
        ['新质生产力'],
      );
    }
  });
});
