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
