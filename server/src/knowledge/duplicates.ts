/** Entries of one kind that stand for the same thing. */
import { keyOf } from '../text/keyText';
import { type Entry, type KnowledgeData, knowledgeKinds } from './knowledge';
import type { KnowledgeKind } from './schemas';

type IdentifiedEntry = Entry<{ readonly id: string }>;

/** Pairs of entries of one kind that would answer to the same wording, the second first. O(wordings). */
export function duplicates(data: KnowledgeData): [IdentifiedEntry, IdentifiedEntry, string][] {
  const found: [IdentifiedEntry, IdentifiedEntry, string][] = [];
  for (const kind of knowledgeKinds) {
    const known = new Map<string, IdentifiedEntry>();
    for (const entry of data[kind]) {
      for (const wording of identities(kind, entry)) {
        const key = keyOf(wording).replace(/[“”‘’]/g, '');
        const other = known.get(key);
        if (other && other !== entry) found.push([entry as IdentifiedEntry, other, wording]);
        else known.set(key, entry as IdentifiedEntry);
      }
    }
  }
  return found;
}

/** What identifies an entry of a kind: a target shares its indicator with others, but not its place, value and deadline too. */
function identities(kind: KnowledgeKind, entry: KnowledgeData[KnowledgeKind][number]): string[] {
  if (kind === 'targets') {
    const target = entry as KnowledgeData['targets'][number];
    const { indicator, region, deadline, plan, value, comparator } = target;
    return [[indicator, region, deadline, plan, value, comparator].join('|')];
  }
  if (kind === 'formulations') return [(entry as KnowledgeData['formulations'][number]).text];
  if (kind === 'quotes') {
    const quote = entry as KnowledgeData['quotes'][number];
    return [`${quote.keyPhrase}|${quote.date ?? quote.work}`];
  }
  if (kind === 'figures') {
    const { indicator, region, aliases } = entry as KnowledgeData['figures'][number];
    return [indicator, ...(aliases ?? [])].map((wording) => `${wording}|${region}`);
  }
  if (kind === 'terms') {
    const term = entry as KnowledgeData['terms'][number];
    return [term.term, ...(term.aliases ?? [])];
  }
  const named = entry as KnowledgeData['institutions'][number] | KnowledgeData['references'][number];
  return [named.name, ...(named.aliases ?? [])];
}
