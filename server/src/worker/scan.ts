/** Finds the source documents in her folders: bounded in number, size and depth; links are not followed. */
import { type Dirent, statSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, parse, relative, resolve, sep } from 'node:path';
import * as l10n from '@vscode/l10n';
import picomatch from 'picomatch';
import { isSupportedFile } from '../corpus/readDocument';
import { SIDECAR_SUFFIX } from '../corpus/sidecar';
import type { Problem } from '../util/problem';

/** A file to be read. */
export interface ScannedFile {
  /** Absolute. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Modification time in milliseconds. */
  readonly modified: number;
  /** Size and modification time of the file beside it that describes it (see `sidecar.ts`), where there is one. */
  readonly sidecar?: string;
}

export interface ScanLimits {
  readonly files: number;
  /** Bytes of one file. */
  readonly fileSize: number;
  /** Folders below a corpus folder. */
  readonly depth: number;
}

export const defaultScanLimits: ScanLimits = { files: 50_000, fileSize: 64 * 1024 * 1024, depth: 24 };

/**
 * The documents in `folders`, sorted by path, each once. A folder that does not exist, cannot be
 * read or is too much (a home folder, a drive) is a problem, and so is what exceeds the limits.
 * @param exclude globs, matched against the path within the folder and against the file name
 */
export async function scanFolders(
  folders: readonly string[],
  exclude: readonly string[],
  limits: ScanLimits = defaultScanLimits,
): Promise<{ files: ScannedFile[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const files = new Map<string, ScannedFile>();
  let full = false;
  const isExcluded = exclude.length > 0 ? picomatch([...exclude], { dot: true }) : () => false;
  for (const folder of folders) {
    const root = resolve(folder);
    if (await holdsHome(root)) {
      problems.push({
        path: root,
        message: l10n.t('A home folder or a whole drive is not indexed. Name the folder with your source documents.'),
      });
      continue;
    }
    await walk(root, root, 0);
  }
  return { files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), problems };

  async function walk(root: string, folder: string, depth: number): Promise<void> {
    const entries = await list(folder, problems);
    const sidecars = new Set(entries.filter((e) => e.isFile() && e.name.endsWith(SIDECAR_SUFFIX)).map((e) => e.name));
    for (const entry of entries) {
      const path = join(folder, entry.name);
      const within = relative(root, path).split(sep).join('/');
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name.startsWith('~$')) continue;
      if (isExcluded(within) || isExcluded(entry.name)) continue;
      if (entry.isDirectory()) {
        if (depth < limits.depth) await walk(root, path, depth + 1);
        else problems.push({ path, message: l10n.t('The folder lies too deep and was left out.') });
      } else if (entry.isFile() && isSupportedFile(path)) {
        add(path, sidecars.has(entry.name + SIDECAR_SUFFIX));
      }
      if (full) return;
    }
  }

  function add(path: string, described: boolean): void {
    if (files.has(path)) return;
    if (files.size >= limits.files) {
      problems.push({
        path,
        message: l10n.t('There are more than {0} documents; the rest from here on is left out.', limits.files),
      });
      full = true;
      return;
    }
    try {
      // Ten times as fast as the asynchronous call for ten thousand small files; folders are read asynchronously.
      const { size, mtimeMs } = statSync(path);
      if (size > limits.fileSize) {
        const megabytes = Math.round(size / 1048576);
        problems.push({
          path,
          message: l10n.t('The file has {0} MB, more than can be indexed. Split it, or exclude it.', megabytes),
        });
        return;
      }
      const sidecar = described ? statSync(path + SIDECAR_SUFFIX) : undefined;
      files.set(path, {
        path,
        size,
        modified: mtimeMs,
        ...(sidecar && { sidecar: `${sidecar.size} ${sidecar.mtimeMs}` }),
      });
    } catch (error) {
      problems.push({ path, message: describeFileError(error) });
    }
  }
}

/** Whether a folder is the home folder, holds it, or is a whole drive; also through a link. */
export async function holdsHome(folder: string): Promise<boolean> {
  const [real, home] = await Promise.all([folder, homedir()].map((path) => realpath(path).catch(() => resolve(path))));
  return real === parse(real!).root || real === home || home!.startsWith(join(real!, sep));
}

async function list(folder: string, problems: Problem[]): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    problems.push({ path: folder, message: describeFileError(error) });
    return [];
  }
}

/** A file system error in words for people. */
export function describeFileError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return l10n.t('There is no such file or folder. Check the path.');
    case 'EACCES':
    case 'EPERM':
      return l10n.t('It may not be read. Check its permissions.');
    case 'ENOSPC':
      return l10n.t('The disk is full.');
    default:
      return l10n.t('It cannot be read: {0}', error instanceof Error ? error.message : String(error));
  }
}
