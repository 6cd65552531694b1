/** The built server over a stretch of writing as a person does it: `npm run load` replays hours of the same. */
import assert from 'node:assert/strict';
import { Latencies } from '../load/latencies';
import { Writer } from '../load/writer';
import { DOCUMENTS, TestWorkspace } from './workspace';

describe('writing', () => {
  let workspace: TestWorkspace;
  before(() => {
    workspace = new TestWorkspace();
  });
  after(() => workspace.dispose());

  it('fifty open drafts, typed, picked, undone and checked while sources change: every answer comes', async function () {
    this.timeout(120_000);
    const client = await workspace.start({ pulls: true, watches: true });
    await client.ready();
    const writer = new Writer({
      client,
      uriOf: (n) => workspace.uri(`drafts/写-${n}.md`),
      paragraphs: Object.values(DOCUMENTS)
        .filter((text): text is string => typeof text === 'string')
        .flatMap((text) => text.split('\n').filter((line) => line.length > 20)),
      drafts: 50,
      seed: 7,
      latencies: new Latencies(),
      meanwhile: () => undefined,
    });
    for (let changes = 1; writer.edits < 800; ) {
      await writer.act();
      if (writer.edits < changes * 200) continue;
      workspace.folder.write('workspace/seeds/来源.md', `# 第${changes++}号通报\n\n重点项目已全部开工。\n`);
      client.notify('workspace/didChangeWatchedFiles', { changes: [] });
    }
    await writer.settled();
    await writer.checkAll();
    const logged = client.notes.filter(
      ({ method, params }) => method === 'window/logMessage' && (params as { type: number }).type === 1,
    );
    assert.deepEqual([...writer.failures, ...logged], []);
  });
});
