/** Go to definition and find references: from a phrase to its entry and to the passages that use it, from a sentence to its source. */
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import type { SourceLocation } from '../text/location';
import type { Span } from '../text/span';
import { citableFirst } from './completion/provenance';
import { phraseAt } from './phraseAt';
import { sourcesAt } from './sentenceSources';

const DEFINITIONS = 5;
const REFERENCES = 500;

export interface Destinations {
  /** The phrase or sentence in the draft. */
  readonly origin: Span;
  readonly locations: readonly SourceLocation[];
}

/**
 * Where the words at `offset` are defined: for a wording of the knowledge its entry, then the newest documents that use
 * it; for a sentence its closest sources; for any other phrase the newest documents that use it. `path` is the draft's
 * own: it is no source of itself.
 */
export function findDefinitions(
  snapshot: Snapshot,
  draft: Draft,
  offset: number,
  path?: string,
): Destinations | undefined {
  const wording = snapshot.knowledge.at(draft.text, offset);
  const sentence = wording ? undefined : sourcesAt(snapshot, draft, offset, path);
  if (sentence) {
    return { origin: sentence, locations: sentence.sources.map((source) => snapshot.corpus.location(source)) };
  }
  const phrase = phraseAt(snapshot, draft, offset);
  if (!phrase) return undefined;
  const locations: SourceLocation[] = [];
  if (wording) {
    const start = { line: wording.entry.origin.line - 1, character: 0 };
    locations.push({ path: wording.entry.origin.path, start, end: start });
  }
  const uses = citableFirst(snapshot.corpus.occurrences(phrase.key, REFERENCES));
  for (const use of uses.slice(0, DEFINITIONS)) locations.push(snapshot.corpus.location(snapshot.corpus.passage(use)));
  return locations.length > 0 ? { origin: phrase, locations } : undefined;
}

/** Every passage of the sources that uses the phrase at `offset`, by document and place; at most 500. */
export function findReferences(snapshot: Snapshot, draft: Draft, offset: number): SourceLocation[] {
  const phrase = phraseAt(snapshot, draft, offset);
  if (!phrase) return [];
  return snapshot.corpus
    .occurrences(phrase.key, REFERENCES)
    .sort((a, b) =>
      a.document.path === b.document.path ? a.start - b.start : a.document.path < b.document.path ? -1 : 1,
    )
    .map((occurrence) => snapshot.corpus.location(snapshot.corpus.passage(occurrence)));
}
