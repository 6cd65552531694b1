/** The main thread's end of the index worker. */
import { Worker } from 'node:worker_threads';
import type { LexiconPhrase } from '../index/phraseLexicon';
import { emptyKnowledgeData } from '../knowledge/knowledge';
import type { CleanedFile } from './cleanedFile';
import type {
  FromIndexWorker,
  IndexWorkerSetup,
  SentUpdate,
  SourcesRequest,
  SourcesUpdate,
  ToIndexWorker,
  WorkerSetup,
} from './protocol';
import type { Progress } from './reading';
import { SegmentReceiver, type SharedSegment } from './sharedSegments';
import type { DraftsRequest } from './siblingDrafts';

export interface IndexThreadEvents {
  onProgress(progress: Progress): void;
  /** What the index of the last time holds: serves until the update comes. */
  onOpened(update: SourcesUpdate): void;
  /** Mined phrases, some time after an update. */
  onPhrases(phrases: readonly LexiconPhrase[], segmenter: string): void;
}

/** A file that is read for longer hangs the thread. Milliseconds. */
const LONGEST_READING = 120_000;
/** Megabytes for what is forgotten at once; more was measured to be no faster. */
const YOUNG_MEMORY = 8;
/** So many files that end the thread are left out; with more, something else is wrong. */
const MOST_SET_ASIDE = 20;

/**
 * Runs updates one at a time. A thread that dies or hangs while it reads a file is started again without that file,
 * until a rebuild is asked for; one that dies otherwise is started again with the next update.
 */
export class IndexThread {
  #worker: Worker | undefined;
  /** The id of the newest request, which the thread sees whatever it is at. */
  readonly #newest = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  #nextQuestion = 1;
  #pending:
    | {
        id: number;
        request: SourcesRequest;
        resolve: (update: SourcesUpdate | undefined) => void;
        reject: (error: Error) => void;
      }
    | undefined;
  #reading: { readonly path: string; readonly timer: NodeJS.Timeout } | undefined;
  readonly #setAside = new Set<string>();
  readonly #segments = new SegmentReceiver();
  #own = emptyKnowledgeData;

  /** Who waits for a cleaned file, by the id of the question. */
  readonly #cleaning = new Map<number, { resolve: (cleaned: CleanedFile) => void; reject: (error: Error) => void }>();

  /** Who waits for the drafts of the workspace, likewise. */
  readonly #readingDrafts = new Map<
    number,
    { resolve: (drafts: SharedSegment | undefined) => void; reject: (error: Error) => void }
  >();

  constructor(
    readonly file: string,
    readonly setup: WorkerSetup,
    readonly events: IndexThreadEvents,
    /** Megabytes of objects, index segments not counted: a file that makes more of them ends the thread, not the server. */
    readonly mostMemory = 2048,
  ) {}

  /** Starts the thread before it is needed: loading its code takes a while. */
  start(): void {
    this.#worker ??= this.#start();
  }

  /** Rejects when the worker failed; answers undefined when a newer request overtook this one. */
  update(request: SourcesRequest): Promise<SourcesUpdate | undefined> {
    const id = this.#nextId();
    this.#pending?.resolve(undefined);
    if (request.corpus.rebuild) this.#setAside.clear();
    return new Promise((resolve, reject) => {
      this.#pending = { id, request, resolve, reject };
      this.#sendUpdate(id, request);
    });
  }

  /** The drafts of the workspace, undefined where there are none. Rejects when the worker failed. */
  drafts(request: DraftsRequest): Promise<SharedSegment | undefined> {
    const id = this.#nextQuestion++;
    return new Promise((resolve, reject) => {
      this.#readingDrafts.set(id, { resolve, reject });
      this.#send({ type: 'drafts', id, request });
    });
  }

  /** Ends the update that runs: it answers undefined, and the thread stops reading or sorting a moment later. */
  stop(): void {
    if (!this.#pending) return;
    const { resolve } = this.#pending;
    this.#pending = undefined;
    this.#nextId();
    resolve(undefined);
  }

  /** A document before and after cleaning. Rejects when the worker failed. */
  cleaned(path: string): Promise<CleanedFile> {
    const id = this.#nextQuestion++;
    return new Promise((resolve, reject) => {
      this.#cleaning.set(id, { resolve, reject });
      this.#send({ type: 'clean', id, path });
    });
  }

  async dispose(): Promise<void> {
    this.#pending?.resolve(undefined);
    this.#pending = undefined;
    this.#nowReading(undefined);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #nextId(): number {
    return Atomics.add(this.#newest, 0, 1) + 1;
  }

  #sendUpdate(id: number, request: SourcesRequest): void {
    const corpus = { ...request.corpus, setAside: [...this.#setAside] };
    this.#send({ type: 'update', id, request: { ...request, corpus } });
  }

  /** Watches over the reading of a file; it ends with the next one. */
  #nowReading(path: string | undefined): void {
    clearTimeout(this.#reading?.timer);
    this.#reading = undefined;
    const worker = this.#worker;
    if (path === undefined || !worker) return;
    const timer = setTimeout(() => {
      this.#fail(worker, new Error(`reading ${path} took too long`));
      void worker.terminate();
    }, LONGEST_READING);
    this.#reading = { path, timer };
  }

  #send(message: ToIndexWorker): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(message);
  }

  #start(): Worker {
    const worker = new Worker(this.file, {
      workerData: { ...this.setup, newest: this.#newest } satisfies IndexWorkerSetup,
      resourceLimits: { maxOldGenerationSizeMb: this.mostMemory, maxYoungGenerationSizeMb: YOUNG_MEMORY },
    });
    worker.on('message', (message: FromIndexWorker) => this.#receive(message));
    let reason = new Error('the index worker ended');
    worker.on('error', (error: Error) => {
      reason = error;
    });
    // Not before the end: only then has every message of the thread come in, and with them the file it was reading.
    worker.on('exit', () => this.#fail(worker, reason));
    return worker;
  }

  #receive(message: FromIndexWorker): void {
    if (message.type === 'progress') {
      this.#nowReading(message.progress.path);
      if (this.#pending?.id === message.id) this.events.onProgress(message.progress);
    } else if (message.type === 'opened') {
      const update = this.#completed(message.update);
      if (this.#pending?.id === message.id) this.events.onOpened(update);
    } else if (message.type === 'phrases') {
      if (message.id === Atomics.load(this.#newest, 0)) this.events.onPhrases(message.phrases, message.segmenter);
    } else if (message.type === 'drafts') {
      this.#readingDrafts.get(message.id)?.resolve(message.drafts);
      this.#readingDrafts.delete(message.id);
    } else if (message.type === 'cleaned') {
      this.#cleaning.get(message.id)?.resolve(message.cleaned);
      this.#cleaning.delete(message.id);
    } else {
      // What an overtaken update brings is kept too: the next one does not bring it again.
      const update = message.type === 'update' && message.update ? this.#completed(message.update) : undefined;
      if (this.#pending?.id !== message.id) return;
      const { resolve, reject } = this.#pending;
      this.#pending = undefined;
      this.#nowReading(undefined);
      if (message.type === 'failed') reject(new Error(message.message));
      else resolve(update);
    }
  }

  #completed(update: SentUpdate): SourcesUpdate {
    this.#own = update.own ?? this.#own;
    const corpus = { ...update.corpus, parts: this.#segments.received(update.corpus.parts) };
    return { ...update, corpus, own: this.#own };
  }

  #fail(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    const culprit = this.#reading?.path;
    this.#nowReading(undefined);
    for (const { reject } of [...this.#cleaning.values(), ...this.#readingDrafts.values()]) reject(error);
    this.#cleaning.clear();
    this.#readingDrafts.clear();
    if (culprit !== undefined && this.#setAside.size < MOST_SET_ASIDE) {
      this.#setAside.add(culprit);
      if (this.#pending) this.#sendUpdate(this.#pending.id, this.#pending.request);
    } else {
      this.#pending?.reject(error);
      this.#pending = undefined;
    }
  }
}
