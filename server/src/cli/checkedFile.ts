/** A draft after its check, as every output format prints it. */
import type { Diagnostic } from 'vscode-languageserver';
import type { FileSources } from './sourcesOf';

/** A draft that was checked. */
export interface CheckedFile {
  /** Absolute. */
  readonly path: string;
  /** The date it was read at. */
  readonly date: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Of a Word file, whose lines are its paragraphs: the first words of the paragraph of each diagnostic. */
  readonly paragraphs?: readonly string[];
  /** In JSON: where its paragraphs come from. */
  readonly sources?: FileSources;
}
