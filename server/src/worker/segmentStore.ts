/** Keeps index segments on disk: written to a temporary name and renamed, verified when opened. */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Segment } from '../index/segment';

const BLOCK = 16 * 1024 * 1024;

/** The file in which the index of these folders is kept. */
export function segmentFile(cacheFolder: string, folders: readonly string[], exclude: readonly string[]): string {
  const name = createHash('sha256')
    .update(JSON.stringify([folders, exclude]))
    .digest('hex')
    .slice(0, 16);
  return join(cacheFolder, `corpus-${name}.zbi`);
}

/**
 * The segment kept in `file`, or undefined where there is none of this version with a whole header. Ask whether the rest
 * `isWhole`; where it is not, the index is built anew, which is all a damaged cache costs.
 */
export function loadSegment(file: string): Segment | undefined {
  let descriptor: number | undefined;
  try {
    const { size } = statSync(file);
    const buffer = new SharedArrayBuffer(size);
    descriptor = openSync(file, 'r');
    const bytes = new Uint8Array(buffer);
    for (let at = 0; at < size; ) {
      const read = readSync(descriptor, bytes, at, Math.min(BLOCK, size - at), at);
      if (read === 0) return undefined;
      at += read;
    }
    const segment = Segment.open(buffer);
    return typeof segment === 'string' ? undefined : segment;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Writes a segment so that the file is the old one or the new one, never a part. Throws where the disk does not take it. */
export async function saveSegment(file: string, buffer: SharedArrayBuffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await removeLeftovers(file);
  const temporary = `${file}.${process.pid}.tmp`;
  let descriptor: number | undefined;
  try {
    descriptor = openSync(temporary, 'w');
    const bytes = new Uint8Array(buffer);
    for (let at = 0; at < bytes.length; ) {
      at += writeSync(descriptor, bytes, at, Math.min(BLOCK, bytes.length - at), at);
    }
    fsyncSync(descriptor);
    closeSync(descriptor);
    descriptor = undefined;
    await rename(temporary, file);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
    await rm(temporary, { force: true });
  }
}

/** Takes away what a process left behind that was ended while it wrote this segment: it may be as large as the index. */
async function removeLeftovers(file: string): Promise<void> {
  const start = `${basename(file)}.`;
  for (const name of await readdir(dirname(file))) {
    const writer = name.startsWith(start) ? /^(\d+)\.tmp$/.exec(name.slice(start.length)) : null;
    if (writer && !isRunning(Number(writer[1]))) await rm(join(dirname(file), name), { force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
