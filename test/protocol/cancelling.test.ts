/** Requests that come faster than answers: what is cancelled says so at once, what is wanted is right. */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { resourcesIn } from '../../server/src/analysis/resources';
import { IndexThread } from '../../server/src/worker/indexThread';
import type { SourcesRequest } from '../../server/src/worker/protocol';
import { inTemporaryFolder, type TemporaryFolder } from '../support/temporaryFolder';
import { type CompletionEntry, TestWorkspace } from './workspace';

type Range = NonNullable<CompletionEntry['textEdit']>['range'];

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

  const typed = '同志们，要推动科技创新和产业创新深度融合，让企业出题、能人答题、市场阅卷';

  it('every answer is for the text it was asked at, though keys come faster', async () => {
    const client = await workspace.start();
    await client.ready();
    const { uri, textDocument } = workspace.openDraft(client, '‸');
    const answers = Array.from(typed, (_, i) => {
      client.change(uri, i + 2, typed.slice(0, i + 1));
      const params = { textDocument, position: { line: 0, character: i + 1 }, context: { triggerKind: 1 } };
      return Promise.all([
        client.request<{ items: CompletionEntry[] }>('textDocument/completion', params),
        client.request<{ insertText: string; range: Range }[]>('textDocument/inlineCompletion', params),
      ]);
    });
    let shown = 0;
    for (const [i, answer] of answers.entries()) {
      const before = typed.slice(0, i + 1);
      const [{ items }, ghosts] = await answer;
      for (const { textEdit, filterText } of items) {
        assert.equal(textEdit!.range.end.character, before.length);
        assert.ok(filterText!.startsWith(before.slice(textEdit!.range.start.character)), filterText);
        shown++;
      }
      for (const { range } of ghosts) assert.equal(range.end.character, before.length);
    }
    assert.ok(shown > 0);
  });

  it('of keys cancelled by the next one only the last is answered, and rightly', async () => {
    const client = await workspace.start();
    await client.ready();
    const { uri, textDocument } = workspace.openDraft(client, '‸');
    const text = '要推动科技创新和';
    const answers: Promise<unknown>[] = [];
    let asked: number[] = [];
    for (let i = 1; i <= text.length; i++) {
      for (const id of asked) client.notify('$/cancelRequest', { id });
      client.change(uri, i + 1, text.slice(0, i));
      const params = { textDocument, position: { line: 0, character: i }, context: { triggerKind: 1 } };
      asked = [];
      for (const method of ['textDocument/completion', 'textDocument/inlineCompletion']) {
        answers.push(client.request(method, params).catch((error: { code?: number }) => error.code));
        asked.push(client.lastId);
      }
    }
    const [list, ghost] = (await Promise.all(answers)).slice(-2) as [{ items: CompletionEntry[] }, unknown[]];
    assert.match(list.items[0]!.label, /产业创新深度融合/);
    assert.ok(Array.isArray(ghost));
    for (const answer of (await Promise.all(answers)).slice(0, -2)) assert.equal(answer, CANCELLED);
  });
});

/** UTF-16 code units of a document whose suffixes take about a second to sort. */
const LONG = 4_000_000;

/** Han characters in no order, always the same. */
function longText(): string {
  let state = 1;
  const lines = Array.from({ length: LONG / 40 }, () => {
    const units = Array.from({ length: 39 }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return 0x4e00 + ((state >>> 8) % 3000);
    });
    return `${String.fromCharCode(...units)}\n`;
  });
  return lines.join('');
}

describe('a build that nobody waits for any more', () => {
  /** A thread that tells when all documents were read: what follows is sorting. */
  function startThread(): { thread: IndexThread; sorting: () => Promise<void> } {
    const { indexWorker } = resourcesIn(resolve('.'));
    let tell = () => {};
    const thread = new IndexThread(
      indexWorker,
      {},
      {
        onProgress: ({ path }) => {
          if (path === undefined) tell();
        },
        onOpened: () => {},
        onPhrases: () => {},
      },
    );
    return {
      thread,
      sorting: () =>
        new Promise((told) => {
          tell = told;
        }),
    };
  }

  const request = (folder: TemporaryFolder, name: string): SourcesRequest => {
    return {
      corpus: { folders: [folder.at(name)], exclude: [], maxCharacters: 1e9 },
      knowledge: { ...resourcesIn(resolve('.')), folders: [] },
      pinyin: false,
    };
  };

  const since = (start: number) => performance.now() - start;

  it('stops sorting: another is answered in less than half the time that sorting takes', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('long/甲.md', longText());
      folder.write('short/乙.md', '要推动科技创新。');
      const { thread, sorting } = startThread();
      try {
        let isSorting = sorting();
        const whole = thread.update(request(folder, 'long'));
        await isSorting;
        const start = performance.now();
        assert.equal((await whole)?.corpus.parts.length, 1);
        const timeToSort = since(start);

        for (const leave of ['stopped', 'overtaken']) {
          isSorting = sorting();
          const unwanted = thread.update({
            ...request(folder, 'long'),
            corpus: { ...request(folder, 'long').corpus, rebuild: true },
          });
          await isSorting;
          const left = performance.now();
          if (leave === 'stopped') thread.stop();
          const short = thread.update(request(folder, 'short'));
          assert.equal(await unwanted, undefined);
          assert.equal((await short)?.corpus.parts.length, 1);
          assert.ok(since(left) < timeToSort / 2, `${leave}: ${since(left)} of ${timeToSort} ms`);
        }
      } finally {
        await thread.dispose();
      }
    })).timeout(180_000);
});
