/** The messages between the main thread and its workers. Plain data and shared buffers only. */

import type { Finding } from '../analysis/finding';
import type { CheckConfig } from '../checks/check';
import type { LexiconPhrase } from '../index/phraseLexicon';
import type { KnowledgeData } from '../knowledge/knowledge';
import type { Problem } from '../util/problem';
import type { BuiltInFiles } from './builtInKnowledge';
import type { CleanedFile } from './cleanedFile';
import type { CorpusRequest, CorpusUpdate } from './corpusIndexer';
import type { Progress } from './reading';
import type { SharedSegment } from './sharedSegments';
import type { DraftsRequest } from './siblingDrafts';

/** What the workers need to word their messages in her language. */
export interface WorkerSetup {
  /** The l10n bundle, or undefined for English. */
  readonly l10n?: Readonly<Record<string, string>>;
}

/** What the check worker is started with. */
export interface CheckWorkerSetup extends WorkerSetup {
  readonly builtIn: BuiltInFiles;
}

/** What the index worker is started with. */
export interface IndexWorkerSetup extends WorkerSetup {
  /**
   * One number in shared memory: the id of the newest request. An update of another id is not wanted any more, which the
   * thread sees while it is too busy to take in messages.
   */
  readonly newest: Int32Array;
}

/** Everything a snapshot is made of: what the index worker reads from disk. */
export interface SourcesRequest {
  readonly corpus: CorpusRequest;
  readonly knowledge: KnowledgeRequest;
  /** Compute pinyin for the lexicon. */
  readonly pinyin: boolean;
}

export interface KnowledgeRequest extends BuiltInFiles {
  /** The pinyin of the built-in phrases. */
  readonly pinyinFile: string;
  /** Folders with the writer's own YAML files; one that does not exist is no problem. */
  readonly folders: readonly string[];
}

export interface SourcesUpdate {
  readonly corpus: CorpusUpdate;
  /** The writer's own knowledge; the same object as in the update before where nothing in it changed. */
  readonly own: KnowledgeData;
  /** Fingerprints of findings she silenced for good. */
  readonly ignored: readonly string[];
  readonly phrases: readonly LexiconPhrase[];
  readonly problems: readonly Problem[];
}

/** An update as it is sent: own knowledge that is as it was in the update before is left out. */
export type SentUpdate = Omit<SourcesUpdate, 'own'> & { readonly own?: KnowledgeData };

export type ToIndexWorker =
  | { readonly type: 'update'; readonly id: number; readonly request: SourcesRequest }
  /** Read the drafts of the workspace; answered between updates or within one. */
  | { readonly type: 'drafts'; readonly id: number; readonly request: DraftsRequest }
  /** Read one file and show what cleaning makes of it; answered between updates or within one. */
  | { readonly type: 'clean'; readonly id: number; readonly path: string };

export type FromIndexWorker =
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  /** What the index of the last time holds, some time before the update. */
  | { readonly type: 'opened'; readonly id: number; readonly update: SentUpdate }
  | { readonly type: 'update'; readonly id: number; readonly update: SentUpdate | undefined }
  | { readonly type: 'drafts'; readonly id: number; readonly drafts: SharedSegment | undefined }
  | { readonly type: 'cleaned'; readonly id: number; readonly cleaned: CleanedFile }
  /** The phrases that mining and the segmenter add, some time after the update. */
  | {
      readonly type: 'phrases';
      readonly id: number;
      readonly phrases: readonly LexiconPhrase[];
      readonly segmenter: string;
    }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };

export type ToCheckWorker =
  /** The drafts of the workspace from now on; absent: none. */
  | { readonly type: 'drafts'; readonly drafts?: SharedSegment }
  | {
      readonly type: 'sources';
      readonly revision: number;
      readonly parts: readonly SharedSegment[];
      /** The writer's own knowledge; absent: as before. */
      readonly own?: KnowledgeData;
    }
  | {
      readonly type: 'check';
      readonly id: number;
      readonly uri: string;
      readonly text: string;
      readonly config: CheckConfig;
    };

export type FromCheckWorker =
  | { readonly type: 'findings'; readonly id: number; readonly revision: number; readonly findings: readonly Finding[] }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
