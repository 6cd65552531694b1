/** Where a source is: a place in a file any client can open. */

/** 0-based line and UTF-16 column, as LSP counts them. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

export interface SourceLocation {
  /** Absolute path of the file. */
  readonly path: string;
  readonly start: LinePosition;
  readonly end: LinePosition;
}

/**
 * The position of an offset in a text whose lines begin at `lineStarts` (ascending, from 0); an offset before the first
 * line counts from it. O(log lines).
 */
export function positionAt(lineStarts: ArrayLike<number>, offset: number): LinePosition {
  let low = 0;
  let high = lineStarts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (lineStarts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  const line = Math.max(0, low - 1);
  return { line, character: offset - (lineStarts[line] ?? 0) };
}
