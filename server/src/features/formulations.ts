/** The standard formulations, all or those a query names, for choosing one: whether it is in force, what replaced it, how many documents use it. */
import type { Snapshot } from '../analysis/snapshot';
import type { Entry } from '../knowledge/knowledge';
import type { Formulation } from '../knowledge/schemas';
import { keyOf } from '../text/keyText';
import type { SourceLocation } from '../text/location';
import { matchesPinyin } from '../text/pinyinMatch';
import { workspaceSymbols } from './workspaceSymbols';

export interface ListedFormulation {
  readonly text: string;
  readonly category?: string;
  /** The members of a fixed set, in their order. */
  readonly members: readonly string[];
  /** The day from which it is no longer the wording to use; absent for one in force. */
  readonly until?: string;
  /** The wording that replaced it. */
  readonly successor?: string;
  /** How many source documents use it. */
  readonly documents: number;
  /** Her entry or ours. */
  readonly origin: SourceLocation;
}

/**
 * The formulations whose wording, members or pinyin `query` names, the most used first; where none does, those that
 * come near it, the nearest first. All of them for an empty query. O(entries × length of the query).
 * @param date the day they are judged at, `YYYY-MM-DD`
 */
export function listFormulations(snapshot: Snapshot, query: string, date: string): ListedFormulation[] {
  const { formulations } = snapshot.knowledge.data;
  const phrases = new Map(snapshot.lexicon.phrases.map((phrase) => [phrase.text, phrase]));
  const textOf = new Map(formulations.map(({ id, text }) => [id, text]));
  const listed = (entry: Entry<Formulation>): ListedFormulation => {
    const start = { line: entry.origin.line - 1, character: 0 };
    const isOver = entry.until !== undefined && entry.until <= date;
    const successor = isOver ? textOf.get(entry.supersededBy ?? '') : undefined;
    return {
      text: entry.text,
      ...(entry.category !== undefined && { category: entry.category }),
      members: entry.members ?? [],
      ...(isOver && { until: entry.until }),
      ...(successor !== undefined && { successor }),
      documents: phrases.get(entry.text)?.documents ?? 0,
      origin: { path: entry.origin.path, start, end: start },
    };
  };
  const named = formulations.filter((entry) => names(entry, query, phrases.get(entry.text)?.syllables ?? []));
  if (named.length > 0 || query.trim() === '') {
    return named.map(listed).sort((a, b) => b.documents - a.documents || (a.text < b.text ? -1 : 1));
  }
  const near = workspaceSymbols(snapshot, query).filter(({ kind }) => kind === 'formulation');
  return near.flatMap(({ name }) => formulations.filter(({ text }) => text === name).map(listed));
}

function names({ text, members }: Formulation, query: string, syllables: readonly string[]): boolean {
  const wanted = keyOf(query);
  const letters = query.trim().toLowerCase();
  if (/^[a-z']+$/.test(letters)) return matchesPinyin(letters.replaceAll("'", ''), syllables) !== 'none';
  return [text, ...(members ?? [])].some((wording) => keyOf(wording).includes(wanted));
}
