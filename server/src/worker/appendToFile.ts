/** Adds lines to a file of hers, through no link and beginning on a line of their own. */
import { appendFile, lstat, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as l10n from '@vscode/l10n';

/**
 * Appends `lines` (ending in a line break) and answers the 1-based line they begin on; the folder is made where it is
 * missing. Throws, in words for her, where that cannot be written.
 */
export async function appendToFile(path: string, lines: string): Promise<number> {
  // A workspace from elsewhere could have either lead to a file of hers that is run or read by others.
  for (const each of [dirname(path), path]) {
    if (await isLink(each)) throw new Error(l10n.t('{0} is a link, and nothing is written through links.', each));
  }
  try {
    await mkdir(dirname(path), { recursive: true });
    const before = await textOf(path);
    // Whoever edited it may not have typed the last line break.
    const lineBreak = before !== '' && !before.endsWith('\n') ? '\n' : '';
    await appendFile(path, lineBreak + lines);
    return (before + lineBreak).split('\n').length;
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch {
    return false;
  }
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return '';
  }
}
