/** Where a path lies, on the system whose paths they are. */
import path from 'node:path';

/** The part of `node:path` that depends on the system: `path.win32` in a test of Windows. */
export type Paths = Pick<path.PlatformPath, 'isAbsolute' | 'relative' | 'sep'>;

/**
 * The way from a folder to what lies in it, with `/` between its parts, empty for the folder itself; undefined where it
 * lies elsewhere. Both are absolute; on Windows the case of letters does not count.
 */
export function wayWithin(
  folder: string,
  inner: string,
  { isAbsolute, relative, sep }: Paths = path,
): string | undefined {
  const way = relative(folder, inner);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : way.split(sep).join('/');
}

/** Whether a folder of the settings is absolute on any system: settings travel between machines. */
export function isAbsolutePath(folder: string): boolean {
  return /^(?:[\\/]|[A-Za-z]:[\\/])/.test(folder);
}
