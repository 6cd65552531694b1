/** `zhibi index`: builds or updates an index and says what is in it. */
import * as l10n from '@vscode/l10n';
import type { Resources } from '../analysis/resources';
import { printJson, printLine, printProblems } from './output';
import { openSession } from './session';

export interface IndexOptions {
  readonly cache?: string;
  readonly format: 'text' | 'json';
}

/** Answers the exit code: 0, or 2 where nothing could be indexed. */
export async function indexCommand(
  resources: Resources,
  folders: readonly string[],
  options: IndexOptions,
): Promise<number> {
  const start = performance.now();
  const { snapshot, problems } = await openSession(resources, undefined, { corpus: folders, ...options });
  const seconds = Math.round(performance.now() - start) / 1000;
  const { sources } = snapshot.corpus;
  const characters = sources.reduce((sum, document) => sum + document.length, 0);
  if (options.format === 'json') {
    printJson({ version: 1, documents: sources.length, characters, seconds, problems });
  } else {
    printLine(l10n.t('{0} documents, {1} characters, {2} s', sources.length, characters, seconds));
    printProblems(problems);
  }
  return sources.length === 0 && problems.length > 0 ? 2 : 0;
}
