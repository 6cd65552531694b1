/** The settings `zhibi.*`, from whatever a client sends: what is wrong counts as not set. */
import { isAbsolute, join } from 'node:path';
import * as z from 'zod';
import type { FindingCode, Severity } from '../analysis/finding';
import { findingCodes } from '../analysis/finding';
import type { HostConfig } from '../analysis/hostConfig';

/** 50 million characters: about 400 MB of index. */
const MOST_CHARACTERS = 50_000_000;

const texts = z.array(z.string());
const severity = z.enum(['error', 'warning', 'information', 'hint', 'off']);

const schema = z.object({
  enabled: z.boolean().catch(true),
  corpus: section({
    folders: texts.catch(['seeds']),
    exclude: texts.catch([]),
    builtIn: z.boolean().catch(true),
    maxCharacters: z.number().int().positive().catch(MOST_CHARACTERS),
  }),
  knowledge: section({ folders: texts.catch(['.zhibi']) }),
  draft: section({ date: z.string().catch('') }),
  diagnostics: section({ severity: z.record(z.string(), z.unknown()).catch({}) }),
  completion: section({
    enabled: z.boolean().catch(true),
    maxItems: z.number().int().min(1).max(50).catch(8),
    pinyin: z.boolean().catch(true),
  }),
  inlineCompletion: section({ enabled: z.boolean().catch(true) }),
  duplicate: section({
    minLength: z.number().int().min(10).catch(30),
    formulaicLimit: z.number().int().min(2).catch(3),
  }),
});

function section<T extends z.ZodRawShape>(shape: T) {
  return z.preprocess((value) => (typeof value === 'object' && value !== null ? value : {}), z.object(shape));
}

export type Settings = Omit<z.infer<typeof schema>, 'diagnostics'> & {
  readonly severity: Readonly<Partial<Record<FindingCode, Severity | 'off'>>>;
};

/** Reads the settings object of a client; never throws. */
export function readSettings(value: unknown): Settings {
  const { diagnostics, ...settings } = schema.parse(typeof value === 'object' && value !== null ? value : {});
  const levels = findingCodes.flatMap((code) => {
    const level = severity.safeParse(diagnostics.severity[code]);
    return level.success ? [[code, level.data] as const] : [];
  });
  return { ...settings, severity: Object.fromEntries(levels) };
}

/** Folders of the settings as absolute paths: relative ones lie in each workspace folder. */
export function resolveFolders(folders: readonly string[], workspaceFolders: readonly string[]): string[] {
  const resolved = folders.flatMap((folder) =>
    isAbsolute(folder) ? [folder] : workspaceFolders.map((workspaceFolder) => join(workspaceFolder, folder)),
  );
  return [...new Set(resolved)];
}

/** What the host needs of the settings. */
export function hostConfig(
  settings: Settings,
  workspaceFolders: readonly string[],
  cacheFolder: string | undefined,
): HostConfig {
  return {
    folders: resolveFolders(settings.corpus.folders, workspaceFolders),
    exclude: settings.corpus.exclude,
    builtIn: settings.corpus.builtIn,
    maxCharacters: settings.corpus.maxCharacters,
    knowledgeFolders: resolveFolders(settings.knowledge.folders, workspaceFolders),
    draftFolders: settings.enabled ? workspaceFolders : [],
    pinyin: settings.completion.pinyin,
    ...(cacheFolder && { cacheFolder }),
  };
}
