/** Runs every check over a draft and leaves out what she silenced. */
import type { Finding } from '../analysis/finding';
import { findingFingerprint } from '../analysis/fingerprint';
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import type { Check, CheckConfig } from './check';
import { figureInconsistent } from './figure/figureInconsistent';
import { institutionRenamed } from './institution/institutionRenamed';
import { passageDuplicate } from './passage/passageDuplicate';
import { passageRepeated } from './passage/passageRepeated';
import { quoteMismatch } from './quote/quoteMismatch';
import { quoteUnsourced } from './quote/quoteUnsourced';
import { referenceMismatch } from './reference/referenceMismatch';
import { referenceSuperseded } from './reference/referenceSuperseded';
import { silencing } from './silencing';
import { structureNumbering } from './structure/structureNumbering';
import { targetFigure } from './target/targetFigure';
import { targetOutdated } from './target/targetOutdated';
import { textConfusable } from './text/textConfusable';
import { textPunctuation } from './text/textPunctuation';
import { wordingIncomplete } from './wording/wordingIncomplete';
import { wordingSuperseded } from './wording/wordingSuperseded';
import { wordingVariant } from './wording/wordingVariant';

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
