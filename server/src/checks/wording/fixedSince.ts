/** From when a set is fixed. */
import type { Formulation } from '../../knowledge/schemas';
import { startsBy } from '../../text/partialDate';

/** A set is fixed only from when it was first put so; where the knowledge base does not say, always. */
export function isFixedBy(entry: Formulation, today: string): boolean {
  const since = entry.since ?? entry.firstUsed?.date;
  return since === undefined || startsBy(since, today);
}
