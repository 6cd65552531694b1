/** What a check finds in a draft, and how it can be repaired. Plain data: it crosses threads. */

import type { SourceLocation } from '../text/location';
import type { Span } from '../text/span';
import type { TextEdit } from '../text/textEdit';

/** Permanent once released. */
export const findingCodes = [
  'target.outdated',
  'target.figure',
  'reference.superseded',
  'institution.renamed',
  'wording.superseded',
  'wording.incomplete',
  'wording.variant',
  'quote.mismatch',
  'quote.unsourced',
  'passage.duplicate',
  'passage.repeated',
  'reference.mismatch',
  'figure.inconsistent',
  'structure.numbering',
  'text.confusable',
  'text.punctuation',
] as const;

export type FindingCode = (typeof findingCodes)[number];
export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Fix {
  /** Localised, says what will be written. */
  readonly title: string;
  /** Of the text that was checked. */
  readonly edits: readonly TextEdit[];
  /** Certain enough to be applied by "fix all". */
  readonly preferred: boolean;
}

/** A place that shows why: the entry of the knowledge base or the passage of a document. */
export interface Related {
  /** Localised: title, date, and the words there. */
  readonly message: string;
  readonly location: SourceLocation;
}

/** A passage whose wording can be held against that of a draft, side by side. */
export interface ComparedSource {
  readonly title: string;
  readonly date?: string;
  /** The clean text of the passage. */
  readonly text: string;
  readonly location: SourceLocation;
}

export interface Finding extends Span {
  readonly code: FindingCode;
  /** One localised sentence: what is wrong, why, and what is current. */
  readonly message: string;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  /** What the words of the finding follow or misquote. */
  readonly source?: ComparedSource;
  /** Set by a check where it is less certain than usual; else the check's own, once all checks have run. */
  readonly severity?: Severity;
}
