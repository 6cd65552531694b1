/** The references that share a name. */
import type { Entry, Knowledge } from '../knowledge/knowledge';
import type { Reference } from '../knowledge/schemas';

/** All entries that share a wording: one name may have been given more than once. */
export function entriesNamed(knowledge: Knowledge, wording: string): readonly Entry<Reference>[] {
  return knowledge.data.references.filter(({ name, aliases }) => name === wording || aliases?.includes(wording));
}
