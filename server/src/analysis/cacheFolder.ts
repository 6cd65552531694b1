/** Where indexes are kept unless a folder is given. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The system's folder for caches, with a folder of our own in it. */
export function systemCacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'zhibi', 'cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'zhibi');
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'zhibi');
}
