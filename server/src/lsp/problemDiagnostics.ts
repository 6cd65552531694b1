/** Shows what is wrong with files of hers at the line: entries of `.zhibi/*.yaml` that were skipped, and the like. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Problem } from '../util/problem';

/** Publishes the problems that have a line, and clears what a file had before. One for a connection. */
export class ProblemDiagnostics {
  #shown: ReadonlySet<string> = new Set();

  constructor(private readonly publish: (uri: string, diagnostics: Diagnostic[]) => void) {}

  /** Replaces everything shown before. */
  show(problems: readonly Problem[]): void {
    const byFile = new Map<string, Diagnostic[]>();
    for (const { path, line, message } of problems) {
      // What a client shows for a draft or source document is another answer of ours, which this one would replace.
      if (line === undefined || !/\.ya?ml$/.test(path)) continue;
      const uri = URI.file(path).toString();
      const diagnostics = byFile.get(uri) ?? [];
      byFile.set(uri, diagnostics);
      diagnostics.push(atLine(line - 1, message));
    }
    for (const uri of this.#shown) if (!byFile.has(uri)) this.publish(uri, []);
    for (const [uri, diagnostics] of byFile) this.publish(uri, diagnostics);
    this.#shown = new Set(byFile.keys());
  }
}

/** The whole line: a client cuts the range at its end. */
function atLine(line: number, message: string): Diagnostic {
  const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  return { range, message, severity: DiagnosticSeverity.Warning, source: 'zhibi' };
}
