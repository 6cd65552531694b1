/** Chooses the documents of a corpus that is larger than it may be. */
import type { DocumentLevel } from '../corpus/document';
import type { ScannedFile } from './scan';

/** What the choice goes by; small enough to be kept for documents that are left out. */
export interface MeasuredDocument {
  readonly file: ScannedFile;
  /** UTF-16 code units of clean text. */
  readonly length: number;
  readonly date?: string;
  readonly level?: DocumentLevel;
}

/**
 * Takes documents while they fit into `maxCharacters`: by year, newest first and those without a date last; within a
 * year by level, central first; then by date and path. One that does not fit is passed over, smaller ones after it may
 * fit. The same documents give the same choice in any order. O(n log n).
 */
export function chooseDocuments(
  documents: readonly MeasuredDocument[],
  maxCharacters: number,
): { chosen: MeasuredDocument[]; leftOut: MeasuredDocument[] } {
  const chosen: MeasuredDocument[] = [];
  const leftOut: MeasuredDocument[] = [];
  let characters = 0;
  for (const document of [...documents].sort(byWorth)) {
    const fits = characters + document.length <= maxCharacters;
    if (fits) characters += document.length;
    (fits ? chosen : leftOut).push(document);
  }
  return { chosen, leftOut };
}

function byWorth(a: MeasuredDocument, b: MeasuredDocument): number {
  return (
    descending(a.date?.slice(0, 4) ?? '', b.date?.slice(0, 4) ?? '') ||
    RANK[a.level ?? 'other'] - RANK[b.level ?? 'other'] ||
    descending(a.date ?? '', b.date ?? '') ||
    descending(b.file.path, a.file.path)
  );
}

const RANK: Readonly<Record<DocumentLevel, number>> = { central: 0, provincial: 1, municipal: 2, other: 3 };

function descending(a: string, b: string): number {
  return a > b ? -1 : a < b ? 1 : 0;
}
