/** `zhibi complete`: what completion would offer after a text. */
import type { Resources } from '../analysis/resources';
import { originOf } from '../analysis/sayingNames';
import type { Snapshot } from '../analysis/snapshot';
import { parseDraft } from '../draft/parseDraft';
import { complete } from '../features/completion/completion';
import type { CompletionData } from '../features/completion/completionItem';
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
    sources: itemSources(snapshot, data),
  }));
  if (options.format === 'json') printJson({ version: 1, items });
  else
    for (const { text: label, sources } of items)
      printLine(`${label}  ${sources.map(({ title }) => title).join('；')}`);
  printProblems(problems);
  return 0;
}

/** The documents that use an item, else the issuing documents its entry names (at the entry's file), else our examples. */
function itemSources(
  snapshot: Snapshot,
  { key, entry }: CompletionData,
): { path: string; title: string; date: string | null }[] {
  const used = sourcesOf(snapshot.corpus, key, SOURCES).map(({ document }) => document);
  const known = entry && snapshot.knowledge.get(entry.kind, entry.id);
  if (known && used.every(({ isSample }) => isSample)) {
    const { path } = known.origin;
    if ('keyPhrase' in known && known.work !== undefined) return [{ path, title: originOf(known), date: null }];
    return known.sources.map(({ title, date }) => ({ path, title, date }));
  }
  return used.map(({ path, title, date }) => ({ path, title, date: date ?? null }));
}
