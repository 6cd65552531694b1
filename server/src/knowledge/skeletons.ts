/** Skeletons of speeches and reports: snippets in VS Code's format that the server offers (contributed ones never show after Chinese text). */
import * as l10n from '@vscode/l10n';
import * as z from 'zod';
import type { Parsed } from '../util/problem';

export interface Skeleton {
  readonly name: string;
  /** What she types to get it: Chinese words or pinyin initials. */
  readonly prefixes: readonly string[];
  readonly description: string;
  /** In snippet syntax. */
  readonly body: string;
  /** What its stops stand for, by their numbers; see {@link fitSkeleton}. */
  readonly stops?: Readonly<Record<string, string>>;
}

const lines = z.union([z.string(), z.array(z.string())]);
const snippetFile = z.record(
  z.string(),
  z.object({
    prefix: lines,
    body: lines,
    description: z.string().optional(),
    stops: z.record(z.string(), z.string()).optional(),
  }),
);

/** Parses a `.code-snippets` file (JSON without comments). Never throws. */
export function loadSkeletons(path: string, text: string): Parsed<Skeleton[]> {
  const failed = (reason: string) => ({
    value: [],
    problems: [{ path, message: l10n.t('The snippets cannot be read: {0}', reason) }],
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
  const parsed = snippetFile.safeParse(json);
  if (!parsed.success) return failed(parsed.error.issues[0]?.message ?? '');
  const value = Object.entries(parsed.data).map(([name, snippet]) => ({
    name,
    prefixes: [snippet.prefix].flat(),
    description: snippet.description ?? name,
    body: [snippet.body].flat().join('\n'),
    ...(snippet.stops && { stops: snippet.stops }),
  }));
  return { value, problems: [] };
}
