/** Runs every check over a draft and leaves out what she silenced. */
import type { Finding, FindingCode, Severity } from '../analysis/finding';
import { findingFingerprint } from '../analysis/fingerprint';
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import type { Check, CheckConfig } from './check';
import { institutionRenamed } from './institutionRenamed';
import { passageDuplicate } from './passageDuplicate';
import { passageRepeated } from './passageRepeated';
import { quoteMismatch } from './quoteMismatch';
import { quoteUnsourced } from './quoteUnsourced';
import { referenceSuperseded } from './referenceSuperseded';
import { targetFigure } from './targetFigure';
import { targetOutdated } from './targetOutdated';
import { wordingIncomplete } from './wordingIncomplete';
import { wordingSuperseded } from './wordingSuperseded';

/** Every check there is, in the order in which its findings are made. */
export const checks: readonly Check[] = [
  targetOutdated,
  targetFigure,
  referenceSuperseded,
  institutionRenamed,
  wordingSuperseded,
  wordingIncomplete,
  quoteMismatch,
  quoteUnsourced,
  passageDuplicate,
  passageRepeated,
];

/** The severity of a code where neither the finding nor a setting says otherwise. */
export const defaultSeverity: ReadonlyMap<FindingCode, Severity> = new Map(
  checks.map(({ code, severity }) => [code, severity]),
);

/** The findings of all checks, by place; those silenced by comment, by `.zhibi/ignored.yaml` or by settings are left out. */
export function runChecks(snapshot: Snapshot, draft: Draft, config: CheckConfig): Finding[] {
  return checks
    .filter(({ code }) => config.severity?.[code] !== 'off')
    .flatMap((check) => check.run(snapshot, draft, config))
    .filter((finding) => !isSilenced(draft, finding) && !config.ignored?.includes(findingFingerprint(draft, finding)))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A comment silences the line it stands on and, alone on its line, the paragraph after it. */
function isSilenced(draft: Draft, finding: Finding): boolean {
  return draft.ignoreComments.some((comment) => {
    if (comment.codes.length > 0 && !comment.codes.includes(finding.code)) return false;
    const lineStart = draft.text.lastIndexOf('\n', comment.start - 1) + 1;
    const lineEnd = endOfLine(draft.text, comment.end);
    if (finding.start >= lineStart && finding.start < lineEnd) return true;
    const isAlone =
      draft.text.slice(lineStart, lineEnd).replace(draft.text.slice(comment.start, comment.end), '').trim() === '';
    if (!isAlone) return false;
    const next = draft.blocks.find((block) => block.start >= lineEnd && block.sentences.length > 0);
    return next !== undefined && finding.start >= next.start && finding.start < next.end;
  });
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
