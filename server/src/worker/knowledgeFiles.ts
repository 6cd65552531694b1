/** Reads the writer's own knowledge, YAML files in folders, beside the built-in one. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { IGNORED_FILE, type IgnoredFinding, loadIgnored } from '../knowledge/ignoredFindings';
import type { KnowledgeData } from '../knowledge/knowledge';
import { type KnowledgeFile, knowledgeKindOf, loadKnowledge } from '../knowledge/load';
import type { Parsed, Problem } from '../util/problem';
import { describeFileError } from './scan';

/** Bytes of one file. */
const LARGEST = 8 * 2 ** 20;

export interface KnowledgeRead {
  readonly data: KnowledgeData;
  readonly ignored: readonly IgnoredFinding[];
}

/** Never throws: what cannot be read is a problem, the rest is there. */
export async function readKnowledge(
  folders: readonly string[],
  builtIn: KnowledgeData,
): Promise<Parsed<KnowledgeRead>> {
  const problems: Problem[] = [];
  const files: KnowledgeFile[] = [];
  const ignored: IgnoredFinding[] = [];
  for (const folder of folders) {
    files.push(...(await readFolder(folder, problems)));
    const path = join(folder, IGNORED_FILE);
    const text = await readIfThere(path, problems);
    if (text === undefined) continue;
    const inFile = loadIgnored(path, text);
    ignored.push(...inFile.value);
    problems.push(...inFile.problems);
  }
  const { value: data, problems: inFiles } = loadKnowledge(files, builtIn);
  return { value: { data, ignored }, problems: [...problems, ...inFiles] };
}

async function readFolder(folder: string, problems: Problem[]): Promise<KnowledgeFile[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (!isMissing(error)) problems.push({ path: folder, message: describeFileError(error) });
    return [];
  }
  const files: KnowledgeFile[] = [];
  for (const name of names.sort()) {
    const kind = knowledgeKindOf(name);
    if (!kind) continue;
    const path = join(folder, name);
    const text = await readIfThere(path, problems);
    if (text !== undefined) files.push({ path, kind, text, builtIn: false });
  }
  return files;
}

/** A link in a workspace from elsewhere may lead to a device that never ends, or to a pipe that nobody writes into. */
async function readIfThere(path: string, problems: Problem[]): Promise<string | undefined> {
  try {
    const about = await stat(path);
    if (about.isFile() && about.size <= LARGEST) return await readFile(path, 'utf8');
    const megabytes = LARGEST / 2 ** 20;
    problems.push({
      path,
      message: l10n.t('This is no file, or one of more than {0} MB, and is left out.', megabytes),
    });
    return undefined;
  } catch (error) {
    if (!isMissing(error)) problems.push({ path, message: describeFileError(error) });
    return undefined;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
