/** The messages of our own between server and client; the only file the client may import from the server, and only types and names. */
import type { Problem } from '../util/problem';

/** Server → client, at every change of state. */
export const statusNotification = 'zhibi/status';

export interface StatusParams {
  readonly state: 'indexing' | 'ready' | 'degraded';
  readonly documents: number;
  /** UTF-16 code units of clean text. */
  readonly characters: number;
  readonly problems: number;
  /** Localised: what is going on, or why the state is degraded. */
  readonly message: string;
}

/** Client → server: reads every document again and builds the index from scratch. Answers when the new snapshot serves. */
export const rebuildIndexRequest = 'zhibi/rebuildIndex';

/** Client → server: what is in the corpus and what went wrong. */
export const corpusStatusRequest = 'zhibi/corpusStatus';

export interface CorpusStatus {
  readonly status: StatusParams;
  readonly folders: readonly string[];
  readonly knowledge: KnowledgeSummary;
  readonly documents: readonly DocumentSummary[];
  readonly problems: readonly Problem[];
}

export interface KnowledgeSummary {
  /** Entries that ship with Zhibi. */
  readonly builtIn: number;
  /** Her own entries, those in place of built-in ones included. */
  readonly own: number;
  /** The last day a built-in entry was checked against its sources, `YYYY-MM-DD`; what happened since is not known. */
  readonly checked?: string;
}

export interface DocumentSummary {
  /** Absolute path. */
  readonly path: string;
  readonly title: string;
  readonly date?: string;
  readonly kind: string;
  readonly characters: number;
  readonly builtIn: boolean;
}

/** Client → server: passages for a query. */
export const searchRequest = 'zhibi/search';

export interface SearchParams {
  readonly text: string;
  readonly limit?: number;
  readonly fuzzy?: boolean;
}

export interface SearchHit {
  readonly path: string;
  readonly title: string;
  readonly date?: string;
  /** See `DocumentKind`. */
  readonly kind: string;
  /** See `DocumentLevel`. */
  readonly level?: string;
  /** UTF-16 offsets into the clean document text. */
  readonly start: number;
  readonly end: number;
  /** The passage. */
  readonly text: string;
  /** Where the words looked for stand in `text`, in UTF-16 code units, ascending. */
  readonly matches: readonly { readonly start: number; readonly end: number }[];
  readonly score: number;
  /** Where to open it: a `file:` URI and an LSP range there. */
  readonly uri: string;
  readonly range: { start: { line: number; character: number }; end: { line: number; character: number } };
}

/** Client → server: where the words at a position come from; the best passage first. Answers `SearchHit[]`. */
export const sourcesRequest = 'zhibi/sources';

export interface SourcesParams {
  readonly uri: string;
  readonly position: { line: number; character: number };
}

/** Client → server: findings, sources and figures of an open draft. Answers the text of the report, or null where there is no draft. */
export const reportRequest = 'zhibi/report';

export interface ReportParams {
  readonly uri: string;
  readonly format: 'md' | 'html';
}

/** A client that has this command says so in `experimental.commands` and is offered it for findings; takes {@link ComparedWording}. */
export const COMPARE_COMMAND = 'zhibi.compareWithSource';

/** Server command: silences a finding for good. Arguments: draft URI and `IgnoredFinding`. */
export const IGNORE_COMMAND = 'zhibi.ignoreFinding';

/** The wording of a source: a `file:` URI, a range there, and the clean text. */
export interface SourceWording {
  readonly title: string;
  readonly date?: string;
  readonly text: string;
  readonly uri: string;
  readonly range: SearchHit['range'];
}

/** Words of a draft with those of the source they follow or misquote. */
export interface ComparedWording {
  readonly uri: string;
  readonly range: SearchHit['range'];
  readonly source: SourceWording;
}

/** Client → server: the sentence at a position with its closest source. Takes {@link SourcesParams}, answers {@link ComparedWording} or null. */
export const comparedRequest = 'zhibi/compared';

/** Client → server: an open draft compared with a document of the corpus. Answers the text of the page, or null where there is no such draft or document. */
export const comparisonRequest = 'zhibi/comparison';

export interface ComparisonParams extends ReportParams {
  /** Absolute path of the document. */
  readonly path: string;
}

/** Client → server: how the formulations of the corpus changed between two years. Answers the text of the page. */
export const yearsRequest = 'zhibi/years';

export interface YearsParams {
  /** `YYYY`. */
  readonly from: string;
  readonly to: string;
  readonly format: 'md' | 'html';
}

/** Client → server: each paragraph of an open draft with its sources and the share of new text. Takes {@link ReportParams} and answers the text of the page, or null where there is no draft. */
export const draftSourcesRequest = 'zhibi/draftSources';

/** Client → server: a document before and after cleaning. Answers {@link CleanedDocument}. */
export const cleanedRequest = 'zhibi/cleaned';

export interface CleanedParams {
  /** Absolute. */
  readonly path: string;
}

/** What cleaning made of a document, or (`problem`, localised) why it cannot be shown. */
export type CleanedDocument =
  | {
      readonly title: string;
      readonly original: string;
      readonly clean: string;
      /** Localised names of what was taken out, with UTF-16 code units of `original`; most first. */
      readonly removed: readonly { readonly name: string; readonly characters: number }[];
    }
  | { readonly problem: string };

/** Client → server: adds a phrase of an open draft to her own knowledge. Answers {@link AddedKnowledge}. */
export const addKnowledgeRequest = 'zhibi/addKnowledge';

export interface AddKnowledgeParams {
  readonly uri: string;
  readonly kind: 'terms' | 'formulations';
  readonly text: string;
  /** Of a term only, and required there. */
  readonly definition?: string;
}

/** The entry that has the phrase now, and whether it had it before; or why there is none, localised. */
export type AddedKnowledge =
  | {
      readonly uri: string;
      /** 0-based. */
      readonly line: number;
      readonly isNew: boolean;
      /** Whether a document of the corpus is its source; else the draft is, to be completed by her. */
      readonly sourced: boolean;
    }
  | { readonly problem: string };

/** Client → server: the standard formulations that a query names by words or pinyin. Answers {@link FormulationSummary}[]. */
export const formulationsRequest = 'zhibi/formulations';

export interface FormulationsParams {
  /** All of them where it is empty. */
  readonly query: string;
}

export interface FormulationSummary {
  readonly text: string;
  readonly category?: string;
  readonly members: readonly string[];
  /** Since when it is no longer the wording to use; absent for one in force. */
  readonly until?: string;
  readonly successor?: string;
  /** How many source documents use it. */
  readonly documents: number;
  /** The entry that says so: a `file:` URI and an LSP range there. */
  readonly uri: string;
  readonly range: SearchHit['range'];
}

/** Client → server: where and how often the sources use a wording. Answers {@link WordingUsage}. */
export const usageRequest = 'zhibi/usage';

export interface UsageParams {
  readonly text: string;
}

export interface WordingUsage {
  /** The newest first; without `year` for documents that have no date. */
  readonly years: readonly { readonly year?: string; readonly count: number }[];
  /** The best passages that have it. */
  readonly passages: readonly SearchHit[];
}
