/** `zhibi complete`: what completion would offer after a text. */
import type { Resources } from '../analysis/resources';
import { parseDraft } from '../draft/parseDraft';
import { complete } from '../features/completion/completion';
import { sourcesOf } from '../features/completion/provenance';
import { printJson, printLine, printProblems } from './output';
import { openSession, type SourceOptions } from './session';

export interface CompleteCommandOptions extends SourceOptions {
  readonly limit: number;
  readonly format: 'text' | 'json';
}

const SOURCES = 5;

/** Answers the exit code, always 0: nothing to offer is an answer. */
export async function completeCommand(
  resources: Resources,
  text: string,
  options: CompleteCommandOptions,
): Promise<number> {
  const { snapshot, settings, problems } = await openSession(resources, process.cwd(), options);
  const answer = complete(snapshot, parseDraft('', text), text.length, {
    date: new Date().toISOString().slice(0, 10),
    maxItems: options.limit,
    pinyin: settings.completion.pinyin,
  });
  const items = answer.items.map(({ label, added, score, data }) => ({
    text: label,
    insert: added,
    score: Math.round(score * 1000) / 1000,
    sources: sourcesOf(snapshot.corpus, data.key, SOURCES).map(({ document: { path, title, date } }) => ({
      path,
      title,
      date: date ?? null,
    })),
  }));
  if (options.format === 'json') printJson({ version: 1, items });
  else
    for (const { text: label, sources } of items)
      printLine(`${label}  ${sources.map(({ title }) => title).join('；')}`);
  printProblems(problems);
  return 0;
}
