/** The other end of a finding of two ends: the title a meeting did not adopt, the words a day does not belong to. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../analysis/finding';
import type { Draft } from '../draft/draft';
import { positionAt } from '../text/location';
import { overlaps, type Span } from '../text/span';

/** The finding with `other`, a place of the same draft, beside its sources; as it is where that is within the finding. */
export function withOtherEnd(finding: Finding, draft: Draft, path: string | undefined, other: Span): Finding {
  if (path === undefined || overlaps(finding, other)) return finding;
  const location = {
    path,
    start: positionAt(draft.lineStarts, other.start),
    end: positionAt(draft.lineStarts, other.end),
  };
  const message = l10n.t('“{0}” in this draft', draft.text.slice(other.start, other.end));
  return { ...finding, related: [...finding.related, { message, location }] };
}
