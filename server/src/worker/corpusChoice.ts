/** Chooses the documents of a corpus that is larger than it may be. */
import type { DocumentLevel } from '../corpus/document';
import { byWorth } from '../index/worth';
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
  for (const document of [...documents].sort((a, b) => byWorth(weighed(a), weighed(b)))) {
    const fits = characters + document.length <= maxCharacters;
    if (fits) characters += document.length;
    (fits ? chosen : leftOut).push(document);
  }
  return { chosen, leftOut };
}

function weighed({ file: { path }, date, level }: MeasuredDocument) {
  return { path, date, level };
}
