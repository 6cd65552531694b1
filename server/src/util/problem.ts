/** A problem with something she gave us (a file, a setting), worded for her: what happened, where, what to do. */
export interface Problem {
  /** Absolute path of the file or folder concerned. */
  readonly path: string;
  /** 1-based line, where the problem has one. */
  readonly line?: number;
  /** Already localised: what happened and what to do. */
  readonly message: string;
}

/** What a parser returns: always a value, perhaps partial, and what was wrong with the input. */
export interface Parsed<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}
