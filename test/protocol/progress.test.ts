/** A long index build in clients that show progress, and in those that do not. */
import assert from 'node:assert/strict';
import { LspClient, type ServerStatus } from '../support/lspClient';
import { TemporaryFolder } from '../support/temporaryFolder';

interface Progress {
  readonly token: string;
  readonly value: { readonly kind: string; readonly cancellable?: boolean; readonly message?: string };
}

/** Reading these takes some seconds. */
const DOCUMENTS = 150;

describe('indexing many documents', function () {
  this.timeout(120_000);
  let folder: TemporaryFolder;
  let client: LspClient | undefined;

  before(() => {
    folder = new TemporaryFolder();
    for (let i = 0; i < DOCUMENTS; i++) {
      const text = Array.from(
        { length: 1500 },
        (_, line) => `第${i}份材料第${line}件事，要抓好落实（见附件${line % 7}）。`,
      );
      folder.write(`corpus/${i}.md`, `# 材料${i}\n\n${text.join('\n\n')}\n`);
    }
  });
  afterEach(async () => {
    await client?.kill();
    client = undefined;
  });
  after(() => folder.dispose());

  const start = (window: object) =>
    LspClient.start({
      workspaces: [folder.path],
      settings: { corpus: { folders: ['corpus'], builtIn: false } },
      cache: folder.at(`cache-${Object.keys(window).length}`),
      capabilities: { workspace: { configuration: true }, textDocument: {}, window },
    });
  const progressOf = ({ notes }: LspClient) =>
    notes.filter(({ method }) => method === '$/progress').map(({ params }) => (params as Progress).value);

  it('is shown with the number of documents, and can be stopped; a rebuild takes it up again', async () => {
    client = await start({ workDoneProgress: true });
    const { token } = await client.next<Progress>('$/progress', ({ value }) => value.kind === 'report');
    const stopped = client.next<ServerStatus>('zhibi/status', ({ state }) => state === 'degraded');
    const ended = client.next<Progress>('$/progress', ({ value }) => value.kind === 'end');
    client.notify('window/workDoneProgress/cancel', { token });
    assert.match((await stopped).message, /stopped/);
    await ended;
    const [first, second] = progressOf(client);
    assert.equal(first?.cancellable, true);
    assert.match(second?.message ?? '', new RegExp(`^\\d+ of ${DOCUMENTS} documents$`));
    await client.request('zhibi/rebuildIndex', null, 60_000);
    assert.equal(client.last<ServerStatus>('zhibi/status')?.documents, DOCUMENTS);
  });

  it('goes without in a client that has no progress', async () => {
    client = await start({});
    assert.equal((await client.ready()).documents, DOCUMENTS);
    assert.deepEqual(progressOf(client), []);
    assert.ok(!client.asked.some(({ method }) => method.includes('workDoneProgress')));
  });
});
