/** The main thread's end of the check worker. */
import { Worker } from 'node:worker_threads';
import type { Finding } from '../analysis/finding';
import type { CheckConfig } from '../checks/check';
import type { KnowledgeData } from '../knowledge/knowledge';
import type { FromCheckWorker, ToCheckWorker, WorkerSetup } from './protocol';
import type { SharedSegment } from './sharedSegments';

/** A check that takes longer hangs: the thread is ended and started again. Milliseconds. */
const TIME_LIMIT = 30_000;

export interface CheckSources {
  readonly revision: number;
  readonly parts: readonly SharedSegment[];
  readonly knowledge: KnowledgeData;
}

interface Pending {
  readonly resolve: (findings: readonly Finding[]) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** Runs checks in a thread over the shared index. A thread that dies or hangs is started again. */
export class CheckThread {
  #worker: Worker | undefined;
  #sources: CheckSources | undefined;
  #nextId = 1;
  readonly #pending = new Map<number, Pending>();

  constructor(
    readonly file: string,
    readonly setup: WorkerSetup,
    /** Megabytes of objects, index segments not counted: a check that makes more of them ends the thread, not the server. */
    readonly mostMemory = 1024,
  ) {}

  /** What checks from now on run over. */
  setSources(sources: CheckSources): void {
    const { knowledge, ...news } = sources;
    const isKnown = knowledge === this.#sources?.knowledge;
    this.#sources = sources;
    this.#worker?.postMessage({ type: 'sources', ...news, ...(!isKnown && { knowledge }) } satisfies ToCheckWorker);
  }

  /** Rejects when the check failed, hung, or the thread died. */
  check(uri: string, text: string, config: CheckConfig): Promise<readonly Finding[]> {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#fail(new Error('the checks took too long')), TIME_LIMIT);
      this.#pending.set(id, { resolve, reject, timer });
      this.#send({ type: 'check', id, uri, text, config });
    });
  }

  async dispose(): Promise<void> {
    for (const { timer } of this.#pending.values()) clearTimeout(timer);
    this.#pending.clear();
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #send(message: ToCheckWorker): void {
    if (!this.#worker) {
      this.#worker = this.#start();
      if (this.#sources) this.#worker.postMessage({ type: 'sources', ...this.#sources } satisfies ToCheckWorker);
    }
    this.#worker.postMessage(message);
  }

  #start(): Worker {
    const worker = new Worker(this.file, {
      workerData: this.setup,
      resourceLimits: { maxOldGenerationSizeMb: this.mostMemory },
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
    const pending = this.#pending.get(message.id);
    if (!pending) return;
    this.#pending.delete(message.id);
    clearTimeout(pending.timer);
    if (message.type === 'failed') pending.reject(new Error(message.message));
    else pending.resolve(message.findings);
  }

  #fail(error: Error): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    const waiting = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject, timer } of waiting) {
      clearTimeout(timer);
      reject(error);
    }
  }
}
