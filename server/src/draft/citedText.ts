/** Which words of a draft are cited: in titles or in quotations, where spelling and numbering are somebody else's. */

import { lastStartingAt, type Span } from '../text/span';
import type { Draft } from './draft';

/**
 * Whether a span lies within one title or one quotation longer than `longerThan` UTF-16 code units. O(citations × log) once,
 * O(log) for each span.
 */
export function citedIn(draft: Draft, longerThan = 0): (span: Span) => boolean {
  const quotations = draft.quotations.filter(({ start, end }) => end - start > longerThan);
  const cited = [...draft.titles, ...quotations].sort((a, b) => a.start - b.start);
  let reached = 0;
  // With the farthest end of all that start before it, one look tells.
  const reaching = cited.map(({ start, end }) => {
    reached = Math.max(reached, end);
    return { start, end: reached };
  });
  return (span) => (lastStartingAt(reaching, span.start)?.end ?? -1) >= span.end;
}
