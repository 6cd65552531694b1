/** The main thread's end of the check worker. */
import { Worker } from 'node:worker_threads';
import type { Finding } from '../analysis/finding';
import type { CheckConfig } from '../checks/check';
import type { KnowledgeData } from '../knowledge/knowledge';
import type { CheckWorkerSetup, FromCheckWorker, ToCheckWorker } from './protocol';
import type { SharedSegment } from './sharedSegments';

/** A check that takes longer hangs: the thread is ended and started again. Milliseconds. */
const TIME_LIMIT = 30_000;

/** Megabytes for what is forgotten at once. */
const YOUNG_MEMORY = 8;

export interface CheckSources {
  readonly revision: number;
  readonly parts: readonly SharedSegment[];
  /** The writer's own knowledge. */
  readonly own: KnowledgeData;
}

interface Job {
  readonly id: number;
  readonly uri: string;
  readonly text: string;
  readonly config: CheckConfig;
  readonly isWanted: () => boolean;
  readonly resolve: (findings: readonly Finding[]) => void;
  readonly reject: (error: Error) => void;
}

/** Runs checks in a thread over the shared index, one at a time. A thread that dies or hangs is started again. */
export class CheckThread {
  #worker: Worker | undefined;
  #sources: CheckSources | undefined;
  #drafts: SharedSegment | undefined;
  #nextId = 1;
  readonly #waiting: Job[] = [];
  #running: { readonly job: Job; readonly timer: NodeJS.Timeout } | undefined;

  constructor(
    readonly file: string,
    readonly setup: CheckWorkerSetup,
    /** Megabytes of objects, index segments not counted: a check that makes more of them ends the thread, not the server. */
    readonly mostMemory = 1024,
  ) {}

  /** What checks from now on run over. */
  setSources(sources: CheckSources): void {
    const { own, ...news } = sources;
    const isKnown = own === this.#sources?.own;
    this.#sources = sources;
    this.#worker?.postMessage({ type: 'sources', ...news, ...(!isKnown && { own }) } satisfies ToCheckWorker);
  }

  /** The drafts of the workspace from now on. */
  setDrafts(drafts: SharedSegment | undefined): void {
    this.#drafts = drafts;
    this.#worker?.postMessage(draftsMessage(drafts));
  }

  /**
   * Rejects when the check failed, hung, or the thread died.
   * @param isWanted asked when its turn comes: a check that nobody waits for any more is left out and answers nothing
   */
  check(uri: string, text: string, config: CheckConfig, isWanted = () => true): Promise<readonly Finding[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ id: this.#nextId++, uri, text, config, isWanted, resolve, reject });
      this.#next();
    });
  }

  async dispose(): Promise<void> {
    this.#waiting.length = 0;
    clearTimeout(this.#running?.timer);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  /** The time of a check counts from here: on a busy machine many may wait. */
  #next(): void {
    while (!this.#running) {
      const job = this.#waiting.shift();
      if (!job) return;
      if (!job.isWanted()) {
        job.resolve([]);
        continue;
      }
      const timer = setTimeout(() => this.#fail(new Error('the checks took too long')), TIME_LIMIT);
      this.#running = { job, timer };
      const { id, uri, text, config } = job;
      this.#send({ type: 'check', id, uri, text, config });
    }
  }

  #send(message: ToCheckWorker): void {
    if (!this.#worker) {
      this.#worker = this.#start();
      if (this.#sources) this.#worker.postMessage({ type: 'sources', ...this.#sources } satisfies ToCheckWorker);
      if (this.#drafts) this.#worker.postMessage(draftsMessage(this.#drafts));
    }
    this.#worker.postMessage(message);
  }

  #start(): Worker {
    const worker = new Worker(this.file, {
      workerData: this.setup,
      resourceLimits: { maxOldGenerationSizeMb: this.mostMemory, maxYoungGenerationSizeMb: YOUNG_MEMORY },
    });
    const died = (error: Error) => {
      if (this.#worker === worker) this.#fail(error);
    };
    worker.on('message', (message: FromCheckWorker) => this.#receive(message));
    worker.on('error', died);
    worker.on('exit', () => died(new Error('the check worker ended')));
    return worker;
  }

  #receive(message: FromCheckWorker): void {
    if (this.#running?.job.id !== message.id) return;
    const { job, timer } = this.#running;
    clearTimeout(timer);
    this.#running = undefined;
    if (message.type === 'failed') job.reject(new Error(message.message));
    else job.resolve(message.findings);
    this.#next();
  }

  #fail(error: Error): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    clearTimeout(this.#running?.timer);
    this.#running?.job.reject(error);
    this.#running = undefined;
    this.#next();
  }
}

function draftsMessage(drafts: SharedSegment | undefined): ToCheckWorker {
  return { type: 'drafts', ...(drafts && { drafts }) };
}
