/** What a host is configured with, and what the index worker is asked to read for it. */
import type { SourcesRequest } from '../worker/protocol';
import type { DraftsRequest } from '../worker/siblingDrafts';
import type { Resources } from './resources';

/** What she wants indexed; absolute paths. */
export interface HostConfig {
  readonly folders: readonly string[];
  readonly exclude: readonly string[];
  readonly builtIn: boolean;
  readonly maxCharacters: number;
  readonly knowledgeFolders: readonly string[];
  /** Where her drafts lie: the folders of the workspace. */
  readonly draftFolders: readonly string[];
  readonly pinyin: boolean;
  readonly cacheFolder?: string;
}

/** What of a configuration says which documents there are, to compare. */
export function corpusOf({ folders, exclude, maxCharacters }: HostConfig): string {
  return JSON.stringify([folders, exclude, maxCharacters]);
}

/** Where drafts are looked for: not among the sources, nor the knowledge. */
export function draftsRequest({ draftFolders, folders, knowledgeFolders }: HostConfig): DraftsRequest {
  return { folders: draftFolders, except: [...folders, ...knowledgeFolders] };
}

/** What the index worker is asked to read for a configuration. */
export function request(resources: Resources, config: HostConfig, rebuild: boolean): SourcesRequest {
  return {
    corpus: {
      folders: config.folders,
      exclude: config.exclude,
      maxCharacters: config.maxCharacters,
      rebuild,
      ...(config.builtIn && { sampleFolder: resources.sampleFolder }),
      ...(config.cacheFolder && { cacheFolder: config.cacheFolder }),
    },
    knowledge: { ...resources, folders: config.knowledgeFolders },
    pinyin: config.pinyin,
  };
}
