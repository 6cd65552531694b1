/** What a command works on: the workspace of its paths, the settings there, and the snapshot read for them. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'jsonc-parser';
import { systemCacheFolder } from '../analysis/cacheFolder';
import { draftsRequest, request } from '../analysis/hostConfig';
import type { Resources } from '../analysis/resources';
import type { Snapshot } from '../analysis/snapshot';
import { PhraseLexicon } from '../index/phraseLexicon';
import { Knowledge, withOwn } from '../knowledge/knowledge';
import { hostConfig, readSettings, type Settings } from '../lsp/settings';
import type { Problem } from '../util/problem';
import { lazyBuiltInKnowledge } from '../worker/builtInKnowledge';
import { openCorpus } from '../worker/openCorpus';
import { type DraftsRequest, SiblingDrafts } from '../worker/siblingDrafts';
import { SourcesReader } from '../worker/sourcesReader';

/** Options that every command which needs an index takes. */
export interface SourceOptions {
  readonly corpus?: readonly string[];
  readonly builtIn?: boolean;
  readonly cache?: string;
}

export interface Session {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  /** Fingerprints of findings silenced in the workspace. */
  readonly ignored: readonly string[];
  /** Absolute folders whose files are sources. */
  readonly folders: readonly string[];
  /** Where other drafts of the workspace are looked for; nowhere without one. */
  readonly drafts: DraftsRequest;
}

/**
 * Reads what a command needs. The workspace is the nearest ancestor of `path` that holds a `.zhibi`
 * folder; its knowledge, its settings (`.vscode/settings.json`) and its corpus folders apply.
 * Folders given with `--corpus` take the place of the workspace's. Without both only the built-in knowledge is there.
 */
export async function openSession(
  resources: Resources,
  path: string | undefined,
  options: SourceOptions,
  rebuild = false,
): Promise<Session> {
  const workspace = path === undefined ? undefined : findWorkspace(resolve(path));
  const settings = readSettings(workspace && workspaceSettings(workspace));
  const cacheFolder = options.cache ? resolve(options.cache) : systemCacheFolder();
  const config = hostConfig(settings, workspace ? [workspace] : [], cacheFolder);
  const folders = options.corpus ? options.corpus.map((folder) => resolve(folder)) : config.folders.filter(existsSync);
  const builtIn = options.builtIn !== false;
  const reader = new SourcesReader();
  const update = await reader.update(
    request(resources, { ...config, folders, builtIn: builtIn && config.builtIn }, rebuild),
    () => {},
    () => false,
  );
  if (!update) throw new Error('an update that nobody cancels was cancelled');
  const data = builtIn ? withOwn(lazyBuiltInKnowledge(resources)(), update.own) : update.own;
  return {
    snapshot: {
      revision: 1,
      corpus: openCorpus(update.corpus.parts),
      knowledge: new Knowledge(data),
      lexicon: new PhraseLexicon(update.phrases),
      skeletons: [],
    },
    settings,
    problems: update.problems,
    ignored: update.ignored,
    folders,
    drafts: draftsRequest({ ...config, folders }),
  };
}

/** The snapshot with the drafts of the workspace in it, for checks. */
export async function withDrafts({ snapshot, drafts }: Session): Promise<Snapshot> {
  const segment = await new SiblingDrafts().read(drafts);
  return { ...snapshot, drafts: openCorpus(segment ? [segment] : []) };
}

function findWorkspace(path: string): string | undefined {
  let folder = existsSync(path) && statSync(path).isDirectory() ? path : dirname(path);
  for (;;) {
    if (existsSync(join(folder, '.zhibi'))) return folder;
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}

/** The `zhibi.*` settings of a workspace as one object; what cannot be read counts as not set. */
function workspaceSettings(workspace: string): unknown {
  const file = join(workspace, '.vscode', 'settings.json');
  if (!existsSync(file)) return undefined;
  const json: unknown = parse(readFileSync(file, 'utf8'));
  // Without a prototype: a setting named `__proto__` is a name like any other.
  const settings: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(json ?? {})) {
    const [head, ...path] = name.split('.');
    if (head !== 'zhibi' || path.length === 0) continue;
    let at = settings;
    for (const part of path.slice(0, -1)) {
      at[part] = typeof at[part] === 'object' && at[part] !== null ? at[part] : Object.create(null);
      at = at[part] as Record<string, unknown>;
    }
    at[path[path.length - 1]!] = value;
  }
  return settings;
}
