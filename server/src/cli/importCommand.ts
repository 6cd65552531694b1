/** `zhibi import`: converts documents to clean Markdown with front matter, for her to keep. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { stringify } from 'yaml';
import type { CorpusDocument } from '../corpus/document';
import { readDocument } from '../corpus/readDocument';
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
      const { value, problems: found } = await readDocument({ path, bytes: readFileSync(path), builtIn: false });
      problems.push(...found);
      if (!value) continue;
      const target = freeName(folder, basename(path, extname(path)));
      writeFileSync(target, toMarkdown(value), { flag: 'wx' });
      const removed = value.removed.reduce((sum, { start, end }) => sum + end - start, 0);
      printLine(l10n.t('{0}: {1} characters kept, {2} removed', target, value.clean.length, removed));
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

/** The clean text with what is known of the document as front matter. */
export function toMarkdown({ path, info, clean }: CorpusDocument): string {
  const { title, date, issuer, kind } = info;
  const frontMatter = { title, ...(date && { date }), ...(issuer && { issuer }), kind, source: path };
  return `---\n${stringify(frontMatter)}---\n\n${clean.trim()}\n`;
}
