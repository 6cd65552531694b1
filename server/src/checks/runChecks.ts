/** Runs every check over a draft and leaves out what she silenced. */
import type { Finding } from '../analysis/finding';
import { findingFingerprint } from '../analysis/fingerprint';
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import type { Check, CheckConfig } from './check';
import { figureInconsistent } from './figureInconsistent';
import { institutionRenamed } from './institutionRenamed';
import { passageDuplicate } from './passageDuplicate';
import { passageRepeated } from './passageRepeated';
import { quoteMismatch } from './quoteMismatch';
import { quoteUnsourced } from './quoteUnsourced';
import { referenceMismatch } from './referenceMismatch';
import { referenceSuperseded } from './referenceSuperseded';
import { silencing } from './silencing';
import { structureNumbering } from './structureNumbering';
import { targetFigure } from './targetFigure';
import { targetOutdated } from './targetOutdated';
import { textConfusable } from './textConfusable';
import { textPunctuation } from './textPunctuation';
import { wordingIncomplete } from './wordingIncomplete';
import { wordingSuperseded } from './wordingSuperseded';
import { wordingVariant } from './wordingVariant';

/** Every check there is, in the order in which its findings are made. */
export const checks: readonly Check[] = [
  targetOutdated,
  targetFigure,
  referenceSuperseded,
  institutionRenamed,
  wordingSuperseded,
  wordingIncomplete,
  wordingVariant,
  referenceMismatch,
  figureInconsistent,
  quoteMismatch,
  quoteUnsourced,
  passageDuplicate,
  passageRepeated,
  structureNumbering,
  textConfusable,
  textPunctuation,
];

/**
 * The findings of all checks, by place, each with its severity; those silenced by comment, by `.zhibi/ignored.yaml` or
 * by settings are left out.
 */
export function runChecks(snapshot: Snapshot, draft: Draft, config: CheckConfig): Finding[] {
  const isSilenced = silencing(draft);
  const ignored = new Set(config.ignored);
  const isIgnored = (finding: Finding) => ignored.size > 0 && ignored.has(findingFingerprint(draft, finding));
  return checks
    .filter(({ code }) => config.severity?.[code] !== 'off')
    .flatMap(({ run, severity }) =>
      run(snapshot, draft, config).map((finding) => ({ ...finding, severity: finding.severity ?? severity })),
    )
    .filter((finding) => !isSilenced(finding) && !isIgnored(finding))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}
