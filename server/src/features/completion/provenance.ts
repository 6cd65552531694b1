/** Where a phrase comes from: the documents that use it, the one to cite first. */
import * as l10n from '@vscode/l10n';
import type { Snapshot } from '../../analysis/snapshot';
import type { Corpus, Occurrence, Passage } from '../../index/corpus';
import { isWithinCharacter, wholeCharacters } from '../../text/characters';

/** Enough occurrences to know the newest document and a fair count. */
const LOOKED_AT = 300;

/** The occurrences to cite, one for each document, newest first and examples last. */
export function citableFirst(occurrences: readonly Occurrence[]): Occurrence[] {
  const byDocument = new Map<string, Occurrence>();
  for (const occurrence of occurrences) {
    if (!byDocument.has(occurrence.document.path)) byDocument.set(occurrence.document.path, occurrence);
  }
  return [...byDocument.values()].sort(
    (a, b) =>
      Number(a.document.isSample) - Number(b.document.isSample) ||
      compareDates(b.document.date, a.document.date) ||
      (a.document.path < b.document.path ? -1 : 1),
  );
}

/** An unknown date is never newer than a known one. */
function compareDates(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  return a < b ? -1 : 1;
}

/** Up to `limit` documents that use `key`, the one to cite first; examples only where nothing else does. */
export function sourcesOf(corpus: Corpus, key: string, limit: number): Occurrence[] {
  const own = citableFirst(corpus.occurrences(key, LOOKED_AT));
  return (own.length > 0 ? own : citableFirst(corpus.occurrences(key, LOOKED_AT, true))).slice(0, limit);
}

/** A longer title would push the phrase itself out of the list. */
const LONGEST_TITLE = 14;

/** One short line that names the first source and how many there are: 《title》 2026-01-30 · 3 documents. */
export function sourceLine(sources: readonly Occurrence[]): string {
  const first = sources[0]?.document;
  if (!first) return '';
  const short =
    first.title.length > LONGEST_TITLE
      ? `${wholeCharacters(first.title.slice(0, LONGEST_TITLE - 1)).text}…`
      : first.title;
  const title = first.isSample ? l10n.t('Example: {0}', short) : short;
  const named = first.date && !first.isSample ? `${title} ${first.date}` : title;
  return sources.length > 1 ? l10n.t('{0} · {1} documents', named, sources.length) : named;
}

/** A passage that shows a phrase in use. */
export interface Citation {
  readonly title: string;
  readonly date?: string;
  readonly sample: boolean;
  /** The clean text around the phrase. */
  readonly text: string;
  /** Where the phrase stands in `text`, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly location: ReturnType<Corpus['location']>;
}

const AROUND = 40;

/** A passage found by its code units may begin or end within a rare character. */
function inWholeCharacters({ document, start, end }: Passage): Passage {
  const isWithin = (offset: number) => offset > 0 && isWithinCharacter(document.cleanText(offset - 1, offset + 1), 1);
  return { document, start: isWithin(start) ? start - 1 : start, end: isWithin(end) ? end + 1 : end };
}

/** An occurrence with the words around it, within its paragraph. */
export function citation(snapshot: Snapshot, occurrence: Occurrence): Citation {
  const { corpus } = snapshot;
  const passage = inWholeCharacters(corpus.passage(occurrence));
  const paragraph = corpus.paragraphAround(passage.document, passage.start);
  const from = Math.max(paragraph.start, passage.start - AROUND);
  const to = Math.min(Math.max(paragraph.end, passage.end), passage.end + AROUND);
  const { text, skipped } = wholeCharacters(passage.document.cleanText(from, to));
  const { title, date, isSample } = passage.document;
  return {
    title,
    ...(date && { date }),
    sample: isSample,
    text,
    start: passage.start - from - skipped,
    end: passage.end - from - skipped,
    location: corpus.location(passage),
  };
}
