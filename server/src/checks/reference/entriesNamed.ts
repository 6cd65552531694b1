/** The references that share a name. */
import type { Entry, Knowledge } from '../../knowledge/knowledge';
import type { Reference } from '../../knowledge/schemas';
import { derived } from '../../util/derived';

const byWording = derived(({ data }: Knowledge): ReadonlyMap<string, readonly Entry<Reference>[]> => {
  const groups = new Map<string, Entry<Reference>[]>();
  for (const entry of data.references) {
    for (const wording of new Set([entry.name, ...(entry.aliases ?? [])])) {
      const same = groups.get(wording);
      if (same) same.push(entry);
      else groups.set(wording, [entry]);
    }
  }
  return groups;
});

/** All entries that share a wording: one name may have been given more than once. O(1). */
export function entriesNamed(knowledge: Knowledge, wording: string): readonly Entry<Reference>[] {
  return byWording(knowledge).get(wording) ?? [];
}
