/** `zhibi import`: converts documents to clean Markdown with front matter, for her to keep. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { readDocument } from '../corpus/readDocument';
import { removalsByStep } from '../corpus/removals';
import { SIDECAR_SUFFIX } from '../corpus/sidecar';
import { toMarkdown } from '../corpus/toMarkdown';
import type { Problem } from '../util/problem';
import { describeFileError, scanFolders } from '../worker/scan';
import { printLine, printProblems, UsageError } from './output';

/** Answers the exit code: 0, or 2 where a document could not be converted. An existing file is never overwritten. */
export async function importCommand(paths: readonly string[], out: string): Promise<number> {
  const problems: Problem[] = [];
  const folder = resolve(out);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UsageError(l10n.t('The folder {0} cannot be made: {1}', folder, describeFileError(error)));
  }
  for (const path of await filesIn(paths, problems)) {
    try {
      const beside = path + SIDECAR_SUFFIX;
      const sidecar = existsSync(beside) ? { path: beside, text: readFileSync(beside, 'utf8') } : undefined;
      const file = { path, bytes: readFileSync(path), builtIn: false, sidecar };
      const { value, problems: found } = await readDocument(file);
      problems.push(...found);
      if (!value) continue;
      const target = freeName(folder, basename(path, extname(path)));
      writeFileSync(target, toMarkdown(value), { flag: 'wx' });
      const steps = removalsByStep(value);
      const removed = steps.reduce((sum, { characters }) => sum + characters, 0);
      printLine(l10n.t('{0}: {1} characters kept, {2} removed', target, value.clean.length, removed));
      for (const { name, characters } of steps) printLine(`  ${name}: ${characters}`);
    } catch (error) {
      problems.push({ path, message: describeFileError(error) });
    }
  }
  printProblems(problems);
  return problems.length > 0 ? 2 : 0;
}

async function filesIn(paths: readonly string[], problems: Problem[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths.map((given) => resolve(given))) {
    if (existsSync(path) && !statSync(path).isDirectory()) {
      files.push(path);
      continue;
    }
    const scan = await scanFolders([path], []);
    problems.push(...scan.problems);
    files.push(...scan.files.map((file) => file.path));
  }
  return files;
}

function freeName(folder: string, name: string): string {
  let target = join(folder, `${name}.md`);
  for (let number = 2; existsSync(target); number++) target = join(folder, `${name} ${number}.md`);
  return target;
}
