/** What runs beside her typing stands behind it, where the system gives threads priorities of their own. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { TestWorkspace } from './workspace';

/** The niceness of every thread of a process, by its number. Field 19 of `stat`, which counts from behind the name. */
function nicenessOf(pid: number): Map<number, number> {
  const threads = readdirSync(`/proc/${pid}/task`).map(Number);
  return new Map(
    threads.map((thread) => {
      const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8');
      return [thread, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16])];
    }),
  );
}

describe('the threads of the server', () => {
  it('that index and check stand behind the one that answers', async function () {
    if (process.platform !== 'linux') this.skip();
    const workspace = new TestWorkspace();
    try {
      const client = await workspace.start({ pulls: true });
      await client.ready();
      const { textDocument } = workspace.openDraft(client, '到2020年进入创新型国家行列。‸');
      await client.request('textDocument/diagnostic', { textDocument });
      const niceness = nicenessOf(client.process.pid!);
      const own = niceness.get(client.process.pid!)!;
      const behind = [...niceness.values()].filter((each) => each > own).length;
      assert.ok(own === 19 || behind >= 2, `${behind} threads of ${niceness.size}`);
    } finally {
      await workspace.dispose();
    }
  });
});
