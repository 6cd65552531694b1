/** What is to be written when she adds a phrase to her own knowledge, with the source her documents have for it. */
import * as l10n from '@vscode/l10n';
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import { type OwnEntryKind, ownEntryText } from '../knowledge/ownEntry';
import type { Source } from '../knowledge/schemas';
import { keyOf } from '../text/keyText';
import type { SourceLocation } from '../text/location';

/** In characters; a longer text is a passage, not a phrase. */
const LONGEST = 60;
const LOOKED_AT = 300;

export interface NewEntryParams {
  readonly kind: OwnEntryKind;
  readonly text: string;
  /** Of a term only. */
  readonly definition?: string;
  /** Today, `YYYY-MM-DD`. */
  readonly today: string;
}

/** The YAML to append to the file of the kind; or the entry that has the phrase already; or why it cannot be one. */
export type NewEntry =
  | { readonly yaml: string; readonly sourced: boolean }
  | { readonly known: SourceLocation }
  | { readonly problem: string };

/** The entry for a phrase of the draft. Its source is the earliest dated document that has it, else the draft itself. */
export function newEntry(snapshot: Snapshot, draft: Draft, params: NewEntryParams): NewEntry {
  const text = params.text.trim();
  const key = keyOf(text);
  if (key.length < 2 || /[\r\n]/.test(text) || text.length > LONGEST) {
    return { problem: l10n.t('Select a phrase of 2 to {0} characters within a line.', LONGEST) };
  }
  if (params.kind === 'terms' && !params.definition?.trim()) {
    return { problem: l10n.t('A term needs a meaning.') };
  }
  const known = snapshot.knowledge
    .find(text, undefined, [params.kind])
    .find(({ role, start, end }) => (role === 'name' || role === 'alias') && start === 0 && end === text.length);
  if (known) {
    const { path, line } = known.entry.origin;
    const at = { line: line - 1, character: 0 };
    return { known: { path, start: at, end: at } };
  }
  const found = earliestSource(snapshot, key);
  const yaml = ownEntryText(
    {
      kind: params.kind,
      text,
      ...(params.kind === 'terms' && { definition: params.definition!.trim() }),
      source: found ?? draftAsSource(draft, params.today),
      verified: params.today,
    },
    snapshot.knowledge.data,
  );
  return { yaml, sourced: found !== undefined };
}

function earliestSource({ corpus }: Snapshot, key: string): Source | undefined {
  let earliest: Source | undefined;
  for (const { document } of corpus.occurrences(key, LOOKED_AT)) {
    const { title, date } = document;
    if (date === undefined || (earliest && earliest.date <= date)) continue;
    earliest = { title, issuer: document.entry.issuer ?? l10n.t('(issuer to be added)'), date };
  }
  return earliest;
}

function draftAsSource(draft: Draft, today: string): Source {
  const title = draft.headings[0]?.title ?? l10n.t('(title to be added)');
  return { title, issuer: l10n.t('(issuer to be added)'), date: today };
}
