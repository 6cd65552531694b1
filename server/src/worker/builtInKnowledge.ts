/** Reads the compiled built-in knowledge. Every thread does it for itself: copying it from one to another takes longer. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EntryOrigin, emptyKnowledgeData, type KnowledgeData, knowledgeKinds } from '../knowledge/knowledge';
import type { KnowledgeKind } from '../knowledge/schemas';

/** Where the built-in knowledge is: compiled (JSON), and the folder its entries are written in. */
export interface BuiltInFiles {
  readonly knowledgeFile: string;
  readonly knowledgeFolder: string;
}

/**
 * As it is compiled: of where an entry is written only the line is kept, the file is named like its kind; its sources
 * are numbers in the list of all.
 */
interface Compiled {
  readonly entries: Record<KnowledgeKind, { origin: EntryOrigin | number; sources: unknown[] }[]>;
  readonly sources: readonly unknown[];
}

/** Reads it when it is first asked for; none where it cannot be read, which the index worker tells her, and tried again. */
export function lazyBuiltInKnowledge(files: BuiltInFiles): () => KnowledgeData {
  let data: KnowledgeData | undefined;
  return () => {
    try {
      data ??= readBuiltInKnowledge(files);
      return data;
    } catch {
      return emptyKnowledgeData;
    }
  };
}

/** Throws where the file cannot be read or is not JSON. O(its length), some 50 ms. */
export function readBuiltInKnowledge({ knowledgeFile, knowledgeFolder }: BuiltInFiles): KnowledgeData {
  const { entries, sources } = JSON.parse(readFileSync(knowledgeFile, 'utf8')) as Compiled;
  for (const kind of knowledgeKinds) {
    const path = join(knowledgeFolder, `${kind}.yaml`);
    for (const entry of entries[kind]) {
      entry.origin = { path, line: entry.origin as number, builtIn: true };
      entry.sources = entry.sources.map((number) => sources[number as number]);
    }
  }
  return entries as unknown as KnowledgeData;
}
