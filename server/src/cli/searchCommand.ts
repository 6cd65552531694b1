/** `zhibi search`: finds passages of the sources. */
import type { Resources } from '../analysis/resources';
import { searchPassages } from '../features/search';
import { printJson, printLine, printProblems } from './output';
import { openSession, type SourceOptions } from './session';

export interface SearchCommandOptions extends SourceOptions {
  readonly limit: number;
  readonly fuzzy?: boolean;
  readonly format: 'text' | 'json';
}

/** Answers the exit code: 0, or 1 where nothing was found. */
export async function searchCommand(
  resources: Resources,
  text: string,
  options: SearchCommandOptions,
): Promise<number> {
  const { snapshot, problems } = await openSession(resources, process.cwd(), options);
  const results = searchPassages(snapshot, text, { limit: options.limit, fuzzy: options.fuzzy ?? false });
  if (options.format === 'json') {
    const hits = results.map(({ document: { path, title, date }, start, end, text: passage, score }) => ({
      path,
      title,
      date: date ?? null,
      start,
      end,
      text: passage,
      score,
    }));
    printJson({ version: 1, hits });
  } else {
    for (const { document, text: passage } of results) {
      printLine(`${document.title}${document.date ? ` ${document.date}` : ''} — ${document.path}`);
      printLine(`    ${passage}`);
    }
  }
  printProblems(problems);
  return results.length > 0 ? 0 : 1;
}
