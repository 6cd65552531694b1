/** Requests that come faster than answers: what is cancelled says so at once, what is wanted is right. */
import assert from 'node:assert/strict';
import { type CompletionEntry, TestWorkspace } from './workspace';

/** LSP `RequestCancelled`. */
const CANCELLED = -32800;

describe('requests faster than answers', () => {
  let workspace: TestWorkspace;
  before(() => {
    workspace = new TestWorkspace();
  });
  after(() => workspace.dispose());

  it('a cancelled completion is answered as cancelled, the last one is right', async () => {
    const client = await workspace.start();
    await client.ready();
    const { textDocument, position } = workspace.openDraft(client, '要推动科技创新和‸');
    const params = { textDocument, position, context: { triggerKind: 1 } };
    const early = Array.from({ length: 50 }, () => {
      const answer = client.request('textDocument/completion', params);
      client.notify('$/cancelRequest', { id: client.lastId });
      return answer.then(
        () => 'answered',
        (error: { code?: number }) => error.code,
      );
    });
    const last = await client.request<{ items: CompletionEntry[] }>('textDocument/completion', params);
    assert.match(last.items[0]!.label, /产业创新深度融合/);
    assert.deepEqual(new Set(await Promise.all(early)), new Set([CANCELLED]));
  });
});
