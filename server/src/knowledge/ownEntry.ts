/** An entry of her own as a knowledge file has it: the YAML to be appended. */
import { stringify } from 'yaml';
import type { KnowledgeData } from './knowledge';
import type { Source } from './schemas';

/** The kinds an entry can be made of from a phrase alone. */
export type OwnEntryKind = 'terms' | 'formulations';

export interface OwnEntry {
  readonly kind: OwnEntryKind;
  readonly text: string;
  /** Of a term only, and required there. */
  readonly definition?: string;
  readonly source: Source;
  /** Today, `YYYY-MM-DD`. */
  readonly verified: string;
}

/** The entry as a YAML list of one, with an id that no entry of its kind has. O(entries of the kind). */
export function ownEntryText(entry: OwnEntry, known: KnowledgeData): string {
  const { kind, text, definition, source, verified } = entry;
  const named = kind === 'terms' ? { term: text, definition } : { text };
  return stringify([{ id: freeId(known[kind]), ...named, sources: [source], verified }], { lineWidth: 0 });
}

const OWN_ID = /^own\.(\d+)$/;

function freeId(entries: readonly { readonly id: string }[]): string {
  const numbers = entries.map(({ id }) => Number(OWN_ID.exec(id)?.[1] ?? 0));
  return `own.${numbers.reduce((most, number) => Math.max(most, number), 0) + 1}`;
}
