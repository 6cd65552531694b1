/** Holds the current snapshot and replaces it when sources change: one build runs, one waits, the newest request wins. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { CheckConfig } from '../checks/check';
import { Corpus } from '../index/corpus';
import { NextText } from '../index/nextText';
import { type LexiconPhrase, PhraseLexicon } from '../index/phraseLexicon';
import { IGNORED_FILE, type IgnoredFinding, ignoredEntry } from '../knowledge/ignoredFindings';
import { emptyKnowledgeData, Knowledge, type KnowledgeData, withOwn } from '../knowledge/knowledge';
import type { KnowledgeKind } from '../knowledge/schemas';
import { loadSkeletons, type Skeleton } from '../knowledge/skeletons';
import { inSteps } from '../util/inSteps';
import type { Problem } from '../util/problem';
import { whenIdle } from '../util/whenIdle';
import { appendToFile } from '../worker/appendToFile';
import { lazyBuiltInKnowledge } from '../worker/builtInKnowledge';
import { CheckThread } from '../worker/checkThread';
import type { CleanedFile } from '../worker/cleanedFile';
import { IndexThread } from '../worker/indexThread';
import { openCorpus } from '../worker/openCorpus';
import type { SourcesUpdate, WorkerSetup } from '../worker/protocol';
import type { Progress } from '../worker/reading';
import { collectGarbage, isMuchReplaced } from '../worker/replacedMemory';
import { CompletionPreparation } from './completionPreparation';
import type { Finding } from './finding';
import { corpusOf, draftsRequest, type HostConfig, request } from './hostConfig';
import type { Resources } from './resources';
import type { Snapshot } from './snapshot';

export interface HostStatus {
  readonly state: 'indexing' | 'ready' | 'degraded';
  readonly documents: number;
  readonly characters: number;
  readonly problems: readonly Problem[];
  readonly message: string;
}

export type LogLevel = 'error' | 'info' | 'debug';

export interface HostEvents {
  onStatus(status: HostStatus): void;
  /** A new snapshot serves from now on. */
  onSnapshot(snapshot: Snapshot): void;
  /** How far the reading of documents is, ten times a second; undefined when it has ended. */
  onReading(read: Progress | undefined): void;
  /** For the log, not for her; never the text of a draft. */
  onLog(level: LogLevel, message: string): void;
}

/** Milliseconds between two reports of progress. */
const PROGRESS_INTERVAL = 100;

export class AnalysisHost {
  #snapshot: Snapshot = Object.freeze({
    revision: 0,
    corpus: Corpus.empty,
    knowledge: new Knowledge(emptyKnowledgeData),
    lexicon: PhraseLexicon.empty,
    skeletons: [],
  });
  #status: HostStatus = { state: 'indexing', documents: 0, characters: 0, problems: [], message: '' };
  #config: HostConfig | undefined;
  #ignored: readonly string[] = [];
  #mined: readonly LexiconPhrase[] = [];
  #skeletons: readonly Skeleton[] | undefined;
  #skeletonProblems: readonly Problem[] = [];
  /** The name of the segment with the drafts of the workspace. */
  #drafts: string | undefined;
  #running: Promise<void> | undefined;
  #waiting: { rebuild: boolean } | undefined;
  #lastProgress = 0;
  #isStopped = false;
  /** The work on what was opened before the update. */
  #opening: Promise<void> = Promise.resolve();
  /** What the status was before a check failed. */
  #failedFrom: Pick<HostStatus, 'state' | 'message'> | undefined;
  #announceFirst: () => void = () => {};
  /** What completion needs for the drafts at hand. */
  readonly completion = new CompletionPreparation(
    () => this.#snapshot.corpus,
    (error) => this.events.onLog('error', String(error)),
  );
  /** Resolves when the first snapshot serves, or none could be made. */
  readonly firstSnapshot = new Promise<void>((resolve) => {
    this.#announceFirst = resolve;
  });
  /** Not between two of her keys. */
  readonly #collecting = whenIdle(collectGarbage);
  readonly #builtIn: () => KnowledgeData;
  /** The knowledge that serves, and what of it is the writer's own. */
  #knowledge: { readonly own: KnowledgeData; readonly knowledge: Knowledge } | undefined;
  readonly #index: IndexThread;
  readonly #checks: CheckThread;

  constructor(
    readonly resources: Resources,
    setup: WorkerSetup,
    readonly events: HostEvents,
  ) {
    this.#index = new IndexThread(resources.indexWorker, setup, {
      onProgress: (progress) => this.#tellProgress(progress),
      onOpened: (update) => {
        this.#opening = this.#open(update).catch((error: unknown) => this.events.onLog('error', String(error)));
      },
      onPhrases: (phrases, segmenter) => this.#addPhrases(phrases, segmenter),
    });
    this.#builtIn = lazyBuiltInKnowledge(resources);
    this.#checks = new CheckThread(resources.checkWorker, { ...setup, builtIn: resources });
    this.#index.start();
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  get status(): HostStatus {
    return this.#status;
  }

  get config(): HostConfig | undefined {
    return this.#config;
  }

  /** What checks leave out because she silenced it for good. */
  get ignored(): readonly string[] {
    return this.#ignored;
  }

  /** Changes what is indexed; answers when the snapshot for it serves. */
  configure(config: HostConfig): Promise<void> {
    // What is being read and sorted for other folders is not wanted any more.
    if (this.#running && this.#config && corpusOf(config) !== corpusOf(this.#config)) this.#index.stop();
    this.#config = config;
    return this.refresh().then(() => this.refreshDrafts());
  }

  /** Reads what changed (with `rebuild`: everything) and answers when the snapshot for it serves. */
  refresh(rebuild = false): Promise<void> {
    this.#waiting = { rebuild: rebuild || (this.#waiting?.rebuild ?? false) };
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Looks for drafts that changed on disk, which checks hold against each other. Never throws. */
  async refreshDrafts(): Promise<void> {
    if (!this.#config) return;
    try {
      const drafts = await this.#index.drafts(draftsRequest(this.#config));
      if (drafts?.name === this.#drafts) return;
      this.#drafts = drafts?.name;
      this.#checks.setDrafts(drafts);
      this.events.onSnapshot(this.#snapshot);
    } catch (error) {
      this.events.onLog('error', error instanceof Error ? error.message : String(error));
    }
  }

  /** Ends the build that runs; what served before goes on. The next change begins it again. */
  stop(): void {
    this.#isStopped = true;
    this.#index.stop();
  }

  /** The findings of a draft, from the check worker. Rejects when it failed; the next call starts afresh. */
  async check(uri: string, text: string, config: CheckConfig, isWanted?: () => boolean): Promise<readonly Finding[]> {
    try {
      const findings = await this.#checks.check(uri, text, { ...config, ignored: this.#ignored }, isWanted);
      if (this.#failedFrom) this.#setStatus(this.#failedFrom);
      this.#failedFrom = undefined;
      return findings;
    } catch (error) {
      // A draft without findings must not look like one that was checked.
      const { state, message } = this.#status;
      this.#failedFrom ??= { state, message };
      this.#setStatus({
        state: 'degraded',
        message: l10n.t('The checks of a draft failed, so findings may be missing. See the log.'),
      });
      throw error;
    }
  }

  /** A document before and after cleaning, read afresh. */
  cleaned(path: string): Promise<CleanedFile> {
    return this.#index.cleaned(path);
  }

  /** Silences a finding for good, in the first knowledge folder. Throws, in words for her, where that cannot be written. */
  async ignore(finding: IgnoredFinding, folder: string): Promise<void> {
    await appendToFile(join(folder, IGNORED_FILE), ignoredEntry(finding));
    this.#ignored = [...this.#ignored, finding.fingerprint];
  }

  /**
   * Adds an entry to her own knowledge and reads it. Answers where it stands, the line 1-based. Throws, in words for
   * her, where it cannot be written.
   */
  async addEntry(kind: KnowledgeKind, yaml: string, folder: string): Promise<{ path: string; line: number }> {
    const path = join(folder, `${kind}.yaml`);
    const line = await appendToFile(path, yaml);
    await this.refresh();
    return { path, line };
  }

  async dispose(): Promise<void> {
    this.#waiting = undefined;
    this.#collecting.dispose();
    await Promise.all([this.#index.dispose(), this.#checks.dispose()]);
  }

  async #run(): Promise<void> {
    while (this.#waiting && this.#config) {
      const { rebuild } = this.#waiting;
      const start = performance.now();
      this.#waiting = undefined;
      this.#isStopped = false;
      this.#failedFrom = undefined;
      this.#setStatus({ state: 'indexing', message: l10n.t('Indexing your documents') });
      try {
        await this.#loadSkeletons();
        const [update] = await Promise.all([
          this.#index.update(request(this.resources, this.#config, rebuild)),
          // While the worker reads: most writers have no knowledge of their own, and it is ready when the corpus is.
          Promise.resolve().then(() => this.#knowledge ?? this.#knowledgeWith(emptyKnowledgeData)),
        ]);
        if (!update) {
          if (this.#isStopped && !this.#waiting) this.#tellStopped();
          continue;
        }
        await this.#apply(update);
        const { documents, characters, problems } = this.#status;
        this.events.onLog(
          'debug',
          `snapshot ${this.#snapshot.revision} after ${Math.round(performance.now() - start)} ms: ` +
            `${documents} documents, ${characters} characters, ${problems.length} problems`,
        );
      } catch (error) {
        this.events.onLog('error', error instanceof Error ? (error.stack ?? error.message) : String(error));
        this.#setStatus({
          state: 'degraded',
          message: l10n.t('The index could not be built; the last good one serves. See the log.'),
        });
        this.#announceFirst();
      } finally {
        this.events.onReading(undefined);
      }
    }
  }

  /** Serves what the index of the last time holds. The status stays: changes are still looked for. */
  async #open(update: SourcesUpdate): Promise<void> {
    await this.#serve(update);
    this.#setStatus({ ...sizeOf(this.#snapshot.corpus), message: l10n.t('Looking for changed documents') });
  }

  async #apply(update: SourcesUpdate): Promise<void> {
    await this.#opening;
    await this.#serve(update);
    this.#checks.setSources({
      revision: this.#snapshot.revision,
      parts: update.corpus.parts,
      own: update.own,
    });
    this.#failedFrom = undefined;
    const size = sizeOf(this.#snapshot.corpus);
    this.#setStatus({
      state: 'ready',
      ...size,
      problems: [...update.problems, ...this.#skeletonProblems],
      message: l10n.t('{0} documents, {1} characters', size.documents, size.characters),
    });
    this.#announceFirst();
    this.events.onSnapshot(this.#snapshot);
  }

  /** Makes the snapshot of an update the one that serves. */
  async #serve(update: SourcesUpdate): Promise<void> {
    const corpus = openCorpus(update.corpus.parts);
    // The first corpus serves at once; a later one when it is ready for what the one before it was.
    const isFirst = this.#snapshot.corpus.documents.length === 0;
    if (!isFirst) await inSteps(NextText.prepare(corpus, this.#snapshot.corpus));
    this.#ignored = update.ignored;
    if (isMuchReplaced(this.#snapshot.corpus, corpus)) this.#collecting.ask();
    this.#setSnapshot({
      corpus,
      knowledge: this.#knowledgeWith(update.own),
      // Mining takes a while: until it ends, what it found last time still serves.
      lexicon: lexiconOf(update.phrases, this.#mined),
      skeletons: this.#skeletons ?? [],
    });
    if (isFirst) this.completion.again();
  }

  #knowledgeWith(own: KnowledgeData): Knowledge {
    const data = withOwn(this.#builtIn(), own);
    const known = this.#knowledge;
    if (known?.own === own || known?.knowledge.data === data) return known.knowledge;
    const knowledge = new Knowledge(data);
    this.#knowledge = { own, knowledge };
    return knowledge;
  }

  #addPhrases(phrases: readonly LexiconPhrase[], segmenter: string): void {
    const known = this.#snapshot.lexicon.phrases.filter(({ origin }) => origin !== 'mined');
    this.#mined = phrases;
    this.#setSnapshot({ lexicon: lexiconOf(known, phrases) });
    this.events.onLog('info', `${phrases.length} phrases mined, words from ${segmenter}`);
    if (segmenter !== 'nodejieba') {
      this.#setStatus({
        message: l10n.t(
          '{0} documents, {1} characters (without nodejieba: words are cut more coarsely)',
          this.#status.documents,
          this.#status.characters,
        ),
      });
    }
  }

  #setSnapshot(change: Partial<Omit<Snapshot, 'revision'>>): void {
    this.#snapshot = Object.freeze({ ...this.#snapshot, ...change, revision: this.#snapshot.revision + 1 });
  }

  #setStatus(change: Partial<HostStatus>): void {
    this.#status = Object.freeze({ ...this.#status, ...change });
    this.events.onStatus(this.#status);
  }

  #tellStopped(): void {
    this.#setStatus({
      state: 'degraded',
      message: l10n.t('Indexing was stopped; what was there before serves. Rebuild the index to go on.'),
    });
    this.#announceFirst();
  }

  /** Ten times a second is enough to read; each file would be hundreds of messages. */
  #tellProgress(progress: Progress): void {
    const { done, total } = progress;
    const now = performance.now();
    if (now - this.#lastProgress < PROGRESS_INTERVAL) return;
    this.#lastProgress = now;
    this.#setStatus({ state: 'indexing', message: l10n.t('Indexing {0} of {1} documents', done, total) });
    this.events.onReading(progress);
  }

  async #loadSkeletons(): Promise<void> {
    if (this.#skeletons) return;
    const path = this.resources.skeletonFile;
    const { value, problems } = loadSkeletons(path, await readFile(path, 'utf8'));
    this.#skeletons = value;
    this.#skeletonProblems = problems;
  }
}

/** Documents and UTF-16 code units that count as sources. */
function sizeOf(corpus: Corpus): Pick<HostStatus, 'documents' | 'characters'> {
  const { sources } = corpus;
  return { documents: sources.length, characters: sources.reduce((sum, { length }) => sum + length, 0) };
}

/** The phrases of the knowledge with those mined from the corpus that it does not have. */
function lexiconOf(known: readonly LexiconPhrase[], mined: readonly LexiconPhrase[]): PhraseLexicon {
  const keys = new Set(known.map(({ key }) => key));
  return new PhraseLexicon([...known, ...mined.filter(({ key }) => !keys.has(key))]);
}
