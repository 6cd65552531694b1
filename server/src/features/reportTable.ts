/** The tables of reports: cells of text that may open something. */
import { URI } from 'vscode-uri';
import type { Draft } from '../draft/draft';
import type { SourceLocation } from '../text/location';
import type { Span } from '../text/span';

/** A cell: text, which may open something. */
export interface Cell {
  readonly text: string;
  /** A `file:`, `http:` or `https:` address. */
  readonly href?: string;
  /** The text with what was taken out and put in, for a cell that shows a change. */
  readonly parts?: readonly CellPart[];
}

export interface CellPart {
  readonly text: string;
  readonly change?: 'removed' | 'added';
}

export interface ReportTable {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Said where there are no rows. */
  readonly nothing: string;
}

/** UTF-16 code units of a draft in a cell. */
const LONGEST_WORDS = 60;

/** The address of a place in a file. */
export function hrefOf({ path, start }: SourceLocation): string {
  return `${URI.file(path).toString()}#L${start.line + 1},${start.character + 1}`;
}

/** The words of a stretch on one line, cut where they are many. */
export function words({ text }: Draft, { start, end }: Span, longest = LONGEST_WORDS): string {
  const all = text.slice(start, end).replace(/\s+/g, ' ');
  return all.length > longest ? `${all.slice(0, longest - 1)}…` : all;
}
