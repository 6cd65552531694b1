/** The main thread's end of the index worker. */
import { Worker } from 'node:worker_threads';
import type { LexiconPhrase } from '../index/phraseLexicon';
import type { Progress } from './corpusIndexer';
import type { FromIndexWorker, SourcesRequest, SourcesUpdate, ToIndexWorker, WorkerSetup } from './protocol';

export interface IndexThreadEvents {
  onProgress(progress: Progress): void;
  /** Mined phrases, some time after an update. */
  onPhrases(phrases: readonly LexiconPhrase[], segmenter: string): void;
}

/** Runs updates one at a time; a thread that dies is started again with the next update. */
export class IndexThread {
  #worker: Worker | undefined;
  #nextId = 1;
  #pending:
    | { id: number; resolve: (update: SourcesUpdate | undefined) => void; reject: (error: Error) => void }
    | undefined;

  constructor(
    readonly file: string,
    readonly setup: WorkerSetup,
    readonly events: IndexThreadEvents,
  ) {}

  /** Rejects when the worker failed; answers undefined when a newer request overtook this one. */
  update(request: SourcesRequest): Promise<SourcesUpdate | undefined> {
    const id = this.#nextId++;
    this.#pending?.resolve(undefined);
    return new Promise((resolve, reject) => {
      this.#pending = { id, resolve, reject };
      this.#send({ type: 'update', id, request });
    });
  }

  async dispose(): Promise<void> {
    this.#pending?.resolve(undefined);
    this.#pending = undefined;
    await this.#worker?.terminate();
  }

  #send(message: ToIndexWorker): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(message);
  }

  #start(): Worker {
    const worker = new Worker(this.file, { workerData: this.setup });
    worker.on('message', (message: FromIndexWorker) => this.#receive(message));
    worker.on('error', (error) => this.#fail(worker, error));
    worker.on('exit', () => this.#fail(worker, new Error('the index worker ended')));
    return worker;
  }

  #receive(message: FromIndexWorker): void {
    if (message.type === 'progress') {
      this.events.onProgress(message.progress);
    } else if (message.type === 'phrases') {
      if (message.id === this.#nextId - 1) this.events.onPhrases(message.phrases, message.segmenter);
    } else if (this.#pending?.id === message.id) {
      const { resolve, reject } = this.#pending;
      this.#pending = undefined;
      if (message.type === 'failed') reject(new Error(message.message));
      else resolve(message.update);
    }
  }

  #fail(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    this.#pending?.reject(error);
    this.#pending = undefined;
  }
}
