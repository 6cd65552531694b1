/** The real documents beside the repository, where they are: measurements and golden tests skip without them. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { DocumentInfos } from './corpus';

/** Tests run in the root of the repository. */
const root = resolve('..', 'shared', 'corpus');

/** Whether the real documents can be read. */
export const hasRealDocuments = existsSync(join(root, 'core'));

/** Texts by path with what their names tell of them, as `corpusOf` takes them. */
export interface RealDocuments {
  readonly files: Record<string, string>;
  readonly infos: DocumentInfos;
}

/** All text files below folders of the real documents, sorted by path. */
export function realDocuments(...folders: string[]): RealDocuments {
  const files: Record<string, string> = {};
  const infos: Record<string, { date?: string }> = {};
  const read = (path: string): void => {
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) read(join(path, name));
    } else if (/\.(txt|md)$/.test(path)) {
      files[path] = readFileSync(path, 'utf8').replace(/\r\n?/g, '\n');
      const date = /(\d{4}(?:-\d{2}-\d{2})?)/.exec(basename(path))?.[1];
      if (date !== undefined) infos[path] = { date };
    }
  };
  for (const folder of folders) read(join(root, folder));
  return { files, infos };
}
