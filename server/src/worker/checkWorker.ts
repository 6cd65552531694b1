/** The check worker: a thread that runs the checks over the shared index, so that no completion waits for a whole-draft check. */
import { parentPort, workerData } from 'node:worker_threads';
import * as l10n from '@vscode/l10n';
import type { Snapshot } from '../analysis/snapshot';
import { runChecks } from '../checks/runChecks';
import { parseDraft } from '../draft/parseDraft';
import { Corpus } from '../index/corpus';
import { PhraseLexicon } from '../index/phraseLexicon';
import { emptyKnowledgeData, Knowledge, withOwn } from '../knowledge/knowledge';
import { lazyBuiltInKnowledge } from './builtInKnowledge';
import { openCorpus } from './openCorpus';
import type { CheckWorkerSetup, FromCheckWorker, ToCheckWorker } from './protocol';
import { collectGarbage, isMuchReplaced } from './replacedMemory';
import { SegmentReceiver } from './sharedSegments';
import { standBehindTyping } from './threadPriority';

standBehindTyping();
const { l10n: contents, builtIn: builtInFiles } = workerData as CheckWorkerSetup;
if (contents) l10n.config({ contents: { ...contents } });

let snapshot: Snapshot = {
  revision: 0,
  corpus: Corpus.empty,
  knowledge: new Knowledge(emptyKnowledgeData),
  lexicon: PhraseLexicon.empty,
  skeletons: [],
};
const segments = new SegmentReceiver();
const builtIn = lazyBuiltInKnowledge(builtInFiles);
const send = (message: FromCheckWorker) => parentPort!.postMessage(message);

parentPort!.on('message', (message: ToCheckWorker) => {
  if (message.type === 'sources') {
    const before = snapshot.corpus;
    snapshot = {
      ...snapshot,
      revision: message.revision,
      corpus: openCorpus(segments.received(message.parts)),
      knowledge: message.own ? new Knowledge(withOwn(builtIn(), message.own)) : snapshot.knowledge,
      lexicon: PhraseLexicon.empty,
      skeletons: [],
    };
    if (isMuchReplaced(before, snapshot.corpus)) setImmediate(collectGarbage);
    return;
  }
  if (message.type === 'drafts') {
    snapshot = { ...snapshot, drafts: openCorpus(message.drafts ? [message.drafts] : []) };
    return;
  }
  const { id } = message;
  try {
    const findings = runChecks(snapshot, parseDraft(message.uri, message.text), message.config);
    send({ type: 'findings', id, revision: snapshot.revision, findings });
  } catch (error) {
    send({ type: 'failed', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
