/** The lines of a PDF page with their places, as the file has them one after another. */
import { linesByColumns } from './pdfColumns';

/** A piece of text as the PDF library gives it. */
export interface TextItem {
  readonly str?: string;
  readonly hasEOL?: boolean;
  /** The last two: where the text begins, in points from the lower left corner. */
  readonly transform?: readonly number[];
  readonly width?: number;
  readonly height?: number;
}

/** A line of a page with its place, in points. */
export interface PageLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of its characters. */
  readonly size: number;
}

/** The lines of a page in reading order: that of the file, unless it goes back and forth between columns. O(n log n). */
export function linesOf(items: readonly TextItem[]): PageLine[] {
  return linesByColumns(items) ?? linesAsWritten(items);
}

function linesAsWritten(items: readonly TextItem[]): PageLine[] {
  const lines: PageLine[] = [];
  let text = '';
  let left = Number.NaN;
  let right = 0;
  let size = 0;
  const finish = () => {
    if (text.trim() !== '') lines.push({ text: text.trim(), left, right, size });
    text = '';
    left = Number.NaN;
  };
  for (const item of items) {
    if (item.str === undefined) continue;
    if (item.str.trim() !== '') {
      const at = item.transform?.[4] ?? 0;
      if (Number.isNaN(left)) {
        left = at;
        size = item.height || Math.abs(item.transform?.[3] ?? 0);
      }
      right = at + (item.width ?? 0);
    }
    text += item.str;
    if (item.hasEOL) finish();
  }
  finish();
  return lines;
}
