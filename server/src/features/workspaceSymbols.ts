/** Workspace symbols: terms, formulations and references by a loose query, then documents and passages of the sources. */
import Fuse from 'fuse.js';
import type { Snapshot } from '../analysis/snapshot';
import { letterText } from '../index/letterText';
import type { PhraseLexicon } from '../index/phraseLexicon';
import type { Knowledge } from '../knowledge/knowledge';
import type { SourceLocation } from '../text/location';
import { searchPassages } from './search';

export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: 'term' | 'formulation' | 'reference' | 'document' | 'passage';
  /** The document of a passage, the date of a document. */
  readonly container?: string;
  readonly location: SourceLocation;
}

const LIMIT = 50;
/** Names are shorter, and the time of a comparison grows with the query. */
const LONGEST_QUERY = 32;
/** 0 is exact, 1 is anything: allows one wrong character in five. */
const THRESHOLD = 0.3;

/** Fewer letters stand everywhere. */
const SHORTEST_WORDS = 4;
const PASSAGES = 20;

/**
 * The entries whose wording, alias or pinyin initials come near `query`, best first, and after them the documents and
 * passages with its words; all terms for an empty query.
 */
export function workspaceSymbols(snapshot: Snapshot, query: string): WorkspaceSymbol[] {
  const { entries, fuse } = searched(snapshot);
  if (query.trim() === '') return entries.slice(0, LIMIT).map(({ symbol }) => symbol);
  const named = fuse.search(query.trim().slice(0, LONGEST_QUERY), { limit: LIMIT }).map(({ item }) => item.symbol);
  return [...named, ...inSources(snapshot, query)];
}

/** Documents by title and passages by their words. */
function inSources(snapshot: Snapshot, query: string): WorkspaceSymbol[] {
  if (letterText(query).letters.length < SHORTEST_WORDS) return [];
  const { corpus } = snapshot;
  return searchPassages(snapshot, query, { limit: PASSAGES, fuzzy: false }).map((result): WorkspaceSymbol => {
    const { document, text } = result;
    const location = corpus.location(result);
    return document.title.includes(query.trim())
      ? { name: document.title, kind: 'document', location, ...(document.date && { container: document.date }) }
      : { name: text, kind: 'passage', location, container: document.title };
  });
}

interface Searchable {
  readonly names: readonly string[];
  readonly symbol: WorkspaceSymbol;
}
interface Searched {
  readonly lexicon: PhraseLexicon;
  readonly entries: readonly Searchable[];
  readonly fuse: Fuse<Searchable>;
}

const known = new WeakMap<Knowledge, Searched>();

/** The table of a snapshot, made once: her client asks at every letter of the query. */
function searched(snapshot: Snapshot): Searched {
  const { knowledge, lexicon } = snapshot;
  const before = known.get(knowledge);
  if (before?.lexicon === lexicon) return before;
  const entries = searchable(snapshot);
  const fuse = new Fuse(entries, { keys: ['names'], threshold: THRESHOLD, ignoreLocation: true });
  const table = { lexicon, entries, fuse };
  known.set(knowledge, table);
  return table;
}

function searchable(snapshot: Snapshot): Searchable[] {
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
