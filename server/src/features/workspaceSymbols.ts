/** Workspace symbols: terms, formulations and references by a loose query. */
import Fuse from 'fuse.js';
import type { Snapshot } from '../analysis/snapshot';
import type { SourceLocation } from '../text/location';

export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: 'term' | 'formulation' | 'reference';
  readonly location: SourceLocation;
}

const LIMIT = 50;
/** 0 is exact, 1 is anything: allows one wrong character in five. */
const THRESHOLD = 0.3;

/** The entries whose wording, alias or pinyin initials come near `query`, best first; all terms for an empty query. */
export function workspaceSymbols(snapshot: Snapshot, query: string): WorkspaceSymbol[] {
  const entries = searchable(snapshot);
  if (query.trim() === '') return entries.slice(0, LIMIT).map(({ symbol }) => symbol);
  const fuse = new Fuse(entries, { keys: ['names'], threshold: THRESHOLD, ignoreLocation: true });
  return fuse.search(query.trim(), { limit: LIMIT }).map(({ item }) => item.symbol);
}

function searchable(snapshot: Snapshot): { names: string[]; symbol: WorkspaceSymbol }[] {
  const { terms, formulations, references } = snapshot.knowledge.data;
  const initialsOf = new Map(snapshot.lexicon.phrases.map((phrase) => [phrase.text, initials(phrase.syllables)]));
  const item = (
    kind: WorkspaceSymbol['kind'],
    name: string,
    aliases: readonly string[],
    origin: { path: string; line: number },
  ) => {
    const start = { line: origin.line - 1, character: 0 };
    const letters = initialsOf.get(name) ?? '';
    const names = [name, ...aliases, letters].filter((text) => text !== '');
    return { names, symbol: { name, kind, location: { path: origin.path, start, end: start } } };
  };
  return [
    ...terms.map((entry) => item('term', entry.term, entry.aliases ?? [], entry.origin)),
    ...formulations.map((entry) => item('formulation', entry.text, [], entry.origin)),
    ...references.map((entry) => item('reference', entry.name, entry.aliases ?? [], entry.origin)),
  ];
}

function initials(syllables: readonly string[]): string {
  return syllables.map((syllable) => syllable[0]).join('');
}
