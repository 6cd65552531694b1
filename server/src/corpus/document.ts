/** What a source document is once it is clean. */
import type { OffsetMap } from '../text/offsetMap';
import type { Span } from '../text/span';

export const documentKinds = [
  'speech',
  'work-report',
  'plan',
  'communique',
  'commentary',
  'notice',
  'law',
  'news',
  'other',
  'sample',
] as const;

/** `sample`: our own examples. They complete and illustrate but are never cited, counted or matched as sources. */
export type DocumentKind = (typeof documentKinds)[number];

/** Whose word a document is. `other`: a county, an enterprise, a paper. */
export const documentLevels = ['central', 'provincial', 'municipal', 'other'] as const;

export type DocumentLevel = (typeof documentLevels)[number];

/**
 * How a fact about a document is known: `declared` by the writer (front matter, sidecar), `stated` by the document
 * (heading lines, labels, signature), `inferred` from wording, document number or file name.
 */
export type Confidence = 'declared' | 'stated' | 'inferred';

/** A fact and how it is known. */
export interface Known {
  readonly value: string;
  readonly confidence: Confidence;
}

/** What is known about a document; what is not known is absent, never guessed. */
export interface DocumentInfo {
  readonly title: string;
  /** As precise as the document states it: 2024, 2024-10 or 2024-10-08. */
  readonly date?: string;
  readonly issuer?: string;
  readonly kind: DocumentKind;
  readonly level?: DocumentLevel;
  /** The full name of its province or city: 广东省, 深圳市, 广东省深圳市. */
  readonly place?: string;
  /** Of each fact that is there. */
  readonly confidence: Readonly<Partial<Record<'title' | 'date' | 'issuer' | 'kind' | 'level' | 'place', Confidence>>>;
}

/** A clean document with the map back to the file it came from. Offsets in UTF-16 code units. */
export interface CorpusDocument {
  /** Absolute path of the original file. */
  readonly path: string;
  readonly info: DocumentInfo;
  /** What is shown and inserted. */
  readonly clean: string;
  /**
   * The file itself is text (.txt, .md): offsets of the decoded file are places in it. Otherwise (.docx, .pdf …) they
   * are offsets of `decoded`, and the writer is shown the clean text.
   */
  readonly originalIsText: boolean;
  /** The text before cleaning: the decoded file, or what was taken out of a file that is no text itself. */
  readonly decoded: string;
  /** From offsets of `clean` to offsets of the decoded file. */
  readonly cleanToRaw: OffsetMap;
  /** The offset of each line of the decoded file. */
  readonly rawLineStarts: Int32Array;
  /** Where an imported document came from, as its front matter says. */
  readonly source?: string;
  /** What cleaning took out, as spans of the decoded file with the name of the step. */
  readonly removed: readonly Removal[];
}

export interface Removal extends Span {
  readonly step: string;
}
