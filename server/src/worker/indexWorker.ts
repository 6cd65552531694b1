/** The index worker: a thread that reads sources and answers with shared buffers, so that nothing waits for the index. */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import * as l10n from '@vscode/l10n';
import type { KnowledgeData } from '../knowledge/knowledge';
import { readCleaned } from './cleanedFile';
import { PhraseMiner } from './phraseMiner';
import type {
  FromIndexWorker,
  IndexWorkerSetup,
  SentUpdate,
  SourcesRequest,
  SourcesUpdate,
  ToIndexWorker,
} from './protocol';
import { collectGarbage } from './replacedMemory';
import { SiblingDrafts } from './siblingDrafts';
import { SourcesReader } from './sourcesReader';
import { standBehindTyping } from './threadPriority';

standBehindTyping();
const { l10n: contents, newest } = workerData as IndexWorkerSetup;
if (contents) l10n.config({ contents: { ...contents } });

/** Milliseconds: her first completion over a new index, and the next change of a series, come before mining. */
const MINING_DELAY = 2000;

const reader = new SourcesReader();
const miner = new PhraseMiner({
  worker: join(__dirname, 'miningWorker.js'),
  segmenterProcess: join(__dirname, 'segmenterProcess.js'),
});
const send = (message: FromIndexWorker) => parentPort!.postMessage(message);
let sent: KnowledgeData | undefined;
const drafts = new SiblingDrafts();
let readingDrafts: Promise<void> = Promise.resolve();
let last: Promise<void> = Promise.resolve();
let mining: Promise<void> = Promise.resolve();

parentPort!.on('message', (message: ToIndexWorker) => {
  if (message.type === 'clean') {
    void readCleaned(message.path).then((cleaned) => send({ type: 'cleaned', id: message.id, cleaned }));
    return;
  }
  if (message.type === 'drafts') {
    const { id, request } = message;
    readingDrafts = readingDrafts
      .then(() => drafts.read(request))
      .then((segment) => send({ type: 'drafts', id, drafts: segment }))
      .catch(() => send({ type: 'drafts', id, drafts: undefined }));
    return;
  }
  last = last.then(() => run(message.id, message.request));
});

function isNewest(id: number): boolean {
  return Atomics.load(newest, 0) === id;
}

async function run(id: number, request: SourcesRequest): Promise<void> {
  const isCancelled = () => !isNewest(id);
  try {
    if (isCancelled()) return send({ type: 'update', id, update: undefined });
    const update = await reader.update(
      request,
      (progress) => send({ type: 'progress', id, progress }),
      isCancelled,
      (opened) => send({ type: 'opened', id, update: withNews(opened) }),
    );
    send({ type: 'update', id, update: update && withNews(update) });
    if (update) mining = mining.then(() => mine(id, update, request.pinyin));
    // What was read is of no use any more, and the thread waits from here on.
    setImmediate(collectGarbage);
  } catch (error) {
    fail(id, error);
  }
}

/** Making the tables of the knowledge anew would hold up her typing at each change of a document. */
function withNews({ own, ...update }: SourcesUpdate): SentUpdate {
  const isKnown = own === sent;
  sent = own;
  return isKnown ? update : { ...update, own };
}

/** Mines beside the updates: the next one does not wait. */
async function mine(id: number, update: SourcesUpdate, pinyin: boolean): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, MINING_DELAY));
  if (!isNewest(id)) return;
  try {
    const mined = await miner.mine(update, pinyin);
    if (isNewest(id)) send({ type: 'phrases', id, ...mined });
    setImmediate(collectGarbage);
  } catch (error) {
    fail(id, error);
  }
}

function fail(id: number, error: unknown): void {
  send({ type: 'failed', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
