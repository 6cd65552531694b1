/** Names the folders every script works in: the checkout and its cache. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout. */
export const repoRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * The folder for everything that may be thrown away and fetched again: editors, browser profiles, user data.
 * `ZHIBI_CACHE` moves it, for example to share one between several checkouts.
 * @param {...string} parts folders below it
 * @returns {string} absolute path, created when missing
 */
export function cacheFolder(...parts) {
  const folder = path.join(path.resolve(process.env.ZHIBI_CACHE || path.join(repoRoot, '.cache')), ...parts);
  mkdirSync(folder, { recursive: true });
  return folder;
}
