/** The finding of a number, date or name that a reference does not have. */
import * as l10n from '@vscode/l10n';
import type { Finding, Fix } from '../../analysis/finding';
import type { Entry } from '../../knowledge/knowledge';
import type { Reference } from '../../knowledge/schemas';
import { relatedEntry } from '../timing';

/** `newText`: what to write instead, where that is certain. */
export function mismatch(
  { start, end }: { readonly start: number; readonly end: number },
  message: string,
  entry: Entry<Reference>,
  newText: string | undefined,
): Finding {
  const fixes: Fix[] =
    newText === undefined
      ? []
      : [{ title: l10n.t('Write “{0}”', newText), edits: [{ start, end, newText }], preferred: true }];
  return { code: 'reference.mismatch', start, end, message, related: [relatedEntry(entry)], fixes };
}
