/** The knowledge base in `seeds/`, loaded once for all tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Knowledge } from '../../server/src/knowledge/knowledge';
import { type KnowledgeFile, knowledgeKindOf, loadKnowledge } from '../../server/src/knowledge/load';

/** Tests run in the root of the repository. */
export const seedsFolder = resolve('seeds');

/** The files of the built-in knowledge base. */
export function seedFiles(): KnowledgeFile[] {
  return readdirSync(seedsFolder).flatMap((name) => {
    const kind = knowledgeKindOf(name);
    const path = join(seedsFolder, name);
    return kind ? [{ path, kind, text: readFileSync(path, 'utf8'), builtIn: true }] : [];
  });
}

let loaded: Knowledge | undefined;

/** The built-in knowledge base. */
export function seedKnowledge(): Knowledge {
  loaded ??= new Knowledge(loadKnowledge(seedFiles()).value);
  return loaded;
}
