/** Reads one file of the corpus as it goes into a segment: its text, cleaned, with what is known of it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDocument } from '../corpus/readDocument';
import { SIDECAR_SUFFIX, type Sidecar } from '../corpus/sidecar';
import { type SegmentInput, segmentInput } from '../index/segmentBuilder';
import { OffsetMap } from '../text/offsetMap';
import type { Problem } from '../util/problem';
import { describeFileError, type ScannedFile } from './scan';

export interface ReadResult {
  readonly input?: SegmentInput;
  readonly problems: readonly Problem[];
  /** The bytes were read and hold no text: reading them again would give none either. */
  readonly isTextless?: boolean;
}

/** Reads and cleans a file for the index. Never throws: what cannot be read is a problem. */
export async function readInput(
  file: ScannedFile,
  builtIn: boolean,
  cacheFolder: string | undefined,
): Promise<ReadResult> {
  try {
    // Several times as fast as the asynchronous call, and the thread has nothing else to do.
    const bytes = readFileSync(file.path);
    const sidecar = readSidecarOf(file);
    const { value: document, problems: found } = await readDocument({ path: file.path, bytes, builtIn, sidecar });
    if (!document) return { problems: found, isTextless: true };
    const textPath = document.originalIsText ? undefined : await keepCleanText(document, cacheFolder);
    const entry = {
      path: file.path,
      ...document.info,
      kind: builtIn ? 'sample' : document.info.kind === 'sample' ? 'other' : document.info.kind,
      size: file.size,
      modified: file.modified,
      ...(file.sidecar && { sidecar: file.sidecar }),
      ...(textPath && { textPath }),
      ...(found.length > 0 && {
        problems: found.map(({ path, line, message }) => ({ ...(path !== file.path && { path }), line, message })),
      }),
    };
    return { input: segmentInput(entry, textPath ? asItsOwnText(document.clean) : document), problems: [] };
  } catch (error) {
    return { problems: [{ path: file.path, message: describeFileError(error) }] };
  }
}

function readSidecarOf(file: ScannedFile): Sidecar | undefined {
  if (!file.sidecar) return undefined;
  const path = file.path + SIDECAR_SUFFIX;
  return { path, text: readFileSync(path, 'utf8') };
}

/** Where a Word or PDF file's text can be opened: its clean text, kept beside the index. */
async function keepCleanText(
  document: { path: string; clean: string },
  cacheFolder: string | undefined,
): Promise<string | undefined> {
  if (!cacheFolder) return undefined;
  const folder = join(cacheFolder, 'text');
  const name = createHash('sha256').update(document.path).digest('hex').slice(0, 16);
  const path = join(folder, `${name}.md`);
  await mkdir(folder, { recursive: true });
  await writeFile(path, document.clean);
  return path;
}

function asItsOwnText(clean: string) {
  const lines = [0];
  for (let at = clean.indexOf('\n'); at >= 0; at = clean.indexOf('\n', at + 1)) lines.push(at + 1);
  return { clean, cleanToRaw: OffsetMap.identity, rawLineStarts: Int32Array.from(lines) };
}
