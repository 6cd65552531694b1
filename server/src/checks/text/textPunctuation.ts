/** Finds half-width punctuation in Chinese text, straight quotation marks and marks without counterpart (GB/T 15834). */

import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { Snapshot } from '../../analysis/snapshot';
import type { Draft } from '../../draft/draft';
import { fullWidthEdits } from '../../draft/fullWidthMarks';
import { positionAt } from '../../text/location';
import type { Span } from '../../text/span';
import type { TextEdit } from '../../text/textEdit';
import type { Check, CheckConfig } from '../check';
import { unmatchedMarks } from './textPunctuationPairs';

/** How many lines the message names. */
const LINES_NAMED = 5;

/** One finding for the whole draft, so that a pasted text does not drown the others; it stands at the first mark. */
export const textPunctuation: Check = {
  code: 'text.punctuation',
  severity: 'hint',
  run: (_snapshot: Snapshot, draft: Draft, _config: CheckConfig): Finding[] => {
    const edits: TextEdit[] = [];
    for (const block of draft.blocks) if (block.sentences.length > 0) edits.push(...fullWidthEdits(draft.text, block));
    const unmatched = unmatchedMarks(draft);
    edits.push(...unmatched.flatMap((mark) => mark.edits));
    edits.sort((a, b) => a.start - b.start);
    const open = unmatched.filter((mark) => mark.edits.length === 0);
    const places: Span[] = [...edits, ...open].sort((a, b) => a.start - b.start);
    const [first] = places;
    if (!first) return [];
    return [
      {
        code: 'text.punctuation',
        start: first.start,
        end: first.end,
        message: messageFor(draft, edits.length, open, places),
        related: [],
        fixes:
          edits.length === 0
            ? []
            : [{ title: l10n.t('Correct all {0} punctuation marks', edits.length), edits, preferred: true }],
      },
    ];
  },
};

function messageFor(draft: Draft, wrong: number, open: readonly Span[], places: readonly Span[]): string {
  const lines = [...new Set(places.map(({ start }) => positionAt(draft.lineStarts, start).line + 1))];
  const named = lines.slice(0, LINES_NAMED).join(l10n.t(', '));
  const more = lines.length - LINES_NAMED;
  let where = lines.length === 1 ? l10n.t('line {0}', named) : l10n.t('lines {0}', named);
  if (more > 0) where = l10n.t('lines {0} and {1} more', named, more);
  if (open.length === 0) return l10n.t('{0} half-width, straight or turned marks in Chinese text ({1}).', wrong, where);
  if (wrong === 0) return l10n.t('{0} quotation or title marks without counterpart ({1}).', open.length, where);
  return l10n.t(
    '{0} half-width, straight or turned marks in Chinese text, and {1} without counterpart ({2}).',
    wrong,
    open.length,
    where,
  );
}
