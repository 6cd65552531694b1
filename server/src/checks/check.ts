/** What a check is. */
import type { Finding, FindingCode, Severity } from '../analysis/finding';
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';

/** What a check may depend on besides snapshot and draft: no clock, no settings object. */
export interface CheckConfig {
  /** The date the draft is read at, `YYYY-MM-DD`: from settings, the draft itself, or today. */
  readonly date: string;
  /** The draft's own path where it has one: a corpus document given as a draft is not its own duplicate. */
  readonly path?: string;
  /** Shortest passage worth a `passage.duplicate`, in characters without punctuation. */
  readonly duplicateMinLength: number;
  /** A wording that at least this many documents share is formulaic, not copied. */
  readonly duplicateFormulaicLimit: number;
  /** Severities by code from the settings; `off` switches a check off. */
  readonly severity?: Readonly<Partial<Record<FindingCode, Severity | 'off'>>>;
  /** Fingerprints of findings she silenced for good. */
  readonly ignored?: readonly string[];
}

/** A pure function from a draft to findings, one for each diagnostic code. */
export interface Check {
  readonly code: FindingCode;
  readonly severity: Severity;
  run(snapshot: Snapshot, draft: Draft, config: CheckConfig): Finding[];
}
