/** A long index build in clients that show progress, and in those that do not. */
import assert from 'node:assert/strict';
import { LspClient, type ServerStatus } from '../support/lspClient';
import { TemporaryFolder } from '../support/temporaryFolder';

interface Progress {
  readonly token: string;
  readonly value: {
    readonly kind: string;
    readonly cancellable?: boolean;
    readonly message?: string;
    readonly percentage?: number;
  };
}

/** How many documents a slow machine reads in more time than the server waits before it shows progress. */
const FEW = 150;
const MOST = 32 * FEW;

describe('indexing many documents', function () {
  this.timeout(240_000);
  let folder: TemporaryFolder;
  let client: LspClient | undefined;
  let documents = 0;

  const writeDocuments = (count: number) => {
    for (let i = documents; i < count; i++) {
      const text = Array.from(
        { length: 1500 },
        (_, line) => `第${i}份材料第${line}件事，要抓好落实（见附件${line % 7}）。`,
      );
      folder.write(`corpus/${i}.md`, `# 材料${i}\n\n${text.join('\n\n')}\n`);
    }
    documents = count;
  };

  before(() => {
    folder = new TemporaryFolder();
    writeDocuments(FEW);
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
      cache: folder.at(`cache-${Object.keys(window).length}-${documents}`),
      capabilities: { workspace: { configuration: true }, textDocument: {}, window },
    });
  const isEarly = ({ value }: Progress) => value.kind === 'report' && (value.percentage ?? 0) <= 80;

  /** Starts servers over ever more documents until one shows how far it is while there is time to stop it. */
  const startUntilProgress = async (): Promise<Progress> => {
    client = await start({ workDoneProgress: true });
    const reported = client.next<Progress>('$/progress', isEarly, 120_000);
    const ready = client.ready().then(() => undefined);
    const progress = await Promise.race([reported, ready]);
    if (progress) {
      ready.catch(() => undefined);
      return progress;
    }
    reported.catch(() => undefined);
    await client.kill();
    assert.ok(documents < MOST, `${documents} documents were read without a word of progress`);
    writeDocuments(2 * documents);
    return startUntilProgress();
  };
  const progressOf = ({ notes }: LspClient) =>
    notes.filter(({ method }) => method === '$/progress').map(({ params }) => (params as Progress).value);

  it('is shown with the number of documents, and can be stopped; a rebuild takes it up again', async () => {
    const { token } = await startUntilProgress();
    assert.ok(client);
    const stopped = client.next<ServerStatus>('zhibi/status', ({ state }) => state === 'degraded');
    const ended = client.next<Progress>('$/progress', ({ value }) => value.kind === 'end');
    client.notify('window/workDoneProgress/cancel', { token });
    assert.match((await stopped).message, /stopped/);
    await ended;
    const [first, second] = progressOf(client);
    assert.equal(first?.cancellable, true);
    assert.match(second?.message ?? '', new RegExp(`^\\d+ of ${documents} documents$`));
    await client.request('zhibi/rebuildIndex', null, 60_000);
    assert.equal(client.last<ServerStatus>('zhibi/status')?.documents, documents);
  });

  it('goes without in a client that has no progress', async () => {
    client = await start({});
    assert.equal((await client.ready()).documents, documents);
    assert.deepEqual(progressOf(client), []);
    assert.ok(!client.asked.some(({ method }) => method.includes('workDoneProgress')));
  });
});
