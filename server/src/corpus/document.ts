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

/** What is known about a document; what is not known is absent, never guessed. */
export interface DocumentInfo {
  readonly title: string;
  /** As precise as the document states it: 2024, 2024-10 or 2024-10-08. */
  readonly date?: string;
  readonly issuer?: string;
  readonly kind: DocumentKind;
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
   * are offsets of `extracted`, and the writer is shown the clean text.
   */
  readonly originalIsText: boolean;
  /** The text taken out of a file that is no text itself, before cleaning. */
  readonly extracted?: string;
  /** From offsets of `clean` to offsets of the decoded file. */
  readonly cleanToRaw: OffsetMap;
  /** The offset of each line of the decoded file. */
  readonly rawLineStarts: Int32Array;
  /** What cleaning took out, as spans of the decoded file with the name of the step. */
  readonly removed: readonly Removal[];
}

export interface Removal extends Span {
  readonly step: string;
}
