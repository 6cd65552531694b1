/** Turns folders into index segments, reading only what changed since the last time. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { readDocument } from '../corpus/readDocument';
import { type IndexedDocument, Segment } from '../index/segment';
import { buildSegment, inputFromSegment, type SegmentInput, segmentInput } from '../index/segmentBuilder';
import { OffsetMap } from '../text/offsetMap';
import type { Problem } from '../util/problem';
import { defaultScanLimits, describeFileError, type ScanLimits, type ScannedFile, scanFolders } from './scan';
import { loadSegment, saveSegment, segmentFile } from './segmentStore';

export interface CorpusRequest {
  /** Absolute. */
  readonly folders: readonly string[];
  readonly exclude: readonly string[];
  /** Our own examples; absent where the built-in corpus is switched off. */
  readonly sampleFolder?: string;
  /** Documents beyond this many UTF-16 code units in all are left out, with a problem. */
  readonly maxCharacters: number;
  /** Where the index is kept between runs; absent: nowhere. */
  readonly cacheFolder?: string;
  /** Read every document again. */
  readonly rebuild?: boolean;
}

/** A corpus as it crosses threads: shared buffers and the documents hidden in each. */
export interface CorpusUpdate {
  readonly parts: readonly { buffer: SharedArrayBuffer; hidden: readonly number[] }[];
  readonly problems: readonly Problem[];
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Between one document and the next: whether to stop, because a newer request waits. */
export type IsCancelled = () => boolean;

/** Changes of fewer characters than this go into a small segment of their own beside the main one. */
const SMALL_CHANGE = 1_000_000;

/**
 * Keeps the index of a set of folders up to date. One `update` runs at a time; it answers
 * undefined when it was cancelled. The main segment is kept on disk, small changes are indexed
 * beside it until they are worth a new one.
 */
export class CorpusIndexer {
  #main: Segment | undefined;
  #changes: Segment | undefined;
  #cacheKey = '';

  constructor(readonly limits: ScanLimits = defaultScanLimits) {}

  async update(
    request: CorpusRequest,
    onProgress: (progress: Progress) => void,
    isCancelled: IsCancelled,
  ): Promise<CorpusUpdate | undefined> {
    const file = request.cacheFolder && segmentFile(request.cacheFolder, request.folders, request.exclude);
    const cacheKey = JSON.stringify([request.folders, request.exclude]);
    if (cacheKey !== this.#cacheKey || request.rebuild) {
      this.#main = undefined;
      this.#changes = undefined;
      this.#cacheKey = cacheKey;
    }
    if (!this.#main && file && !request.rebuild) this.#main = loadSegment(file);

    const scan = await scanFolders(request.folders, request.exclude, this.limits);
    const problems: Problem[] = [...scan.problems];
    const known = new KnownDocuments(this.#main, this.#changes);
    const kept = scan.files.filter((scanned) => known.has(scanned));
    const changed = scan.files.filter((scanned) => !known.has(scanned));
    const read = await this.#read(changed, request, problems, onProgress, isCancelled);
    if (!read) return undefined;

    const changes = [...kept.flatMap((scanned) => known.inChanges(scanned)), ...read];
    const mainCharacters = this.#main?.sections.clean.length ?? 0;
    const changedCharacters = changes.reduce((sum, input) => sum + input.clean.length, 0);
    const mainIsKept = this.#main !== undefined && changedCharacters <= Math.min(SMALL_CHANGE, mainCharacters);
    if (mainIsKept && this.#main) {
      if (read.length > 0) this.#changes = open(buildSegment(changes));
    } else if (changes.length > 0 || this.#main === undefined) {
      const inputs = withinLimit(
        [...kept.flatMap((scanned) => known.inMain(scanned)), ...changes],
        request.maxCharacters,
        problems,
      );
      this.#main = open(buildSegment(inputs));
      this.#changes = undefined;
      if (file) await this.#save(file, this.#main, problems);
    }
    const samples = request.sampleFolder ? await this.#samples(request.sampleFolder, problems) : undefined;
    const inForce = new Map(scan.files.map((scanned) => [scanned.path, scanned]));
    const isStale = ({ entry }: IndexedDocument) => !isSame(entry, inForce.get(entry.path));
    const changedPaths = new Set((this.#changes?.documents ?? []).filter((d) => !isStale(d)).map(({ path }) => path));
    return {
      parts: [
        ...part(this.#main, (document) => isStale(document) || changedPaths.has(document.path)),
        ...part(this.#changes, isStale),
        ...part(samples, () => false),
      ],
      problems: [...problems, ...rememberedProblems([this.#main, this.#changes], inForce)],
    };
  }

  async #read(
    files: readonly ScannedFile[],
    request: CorpusRequest,
    problems: Problem[],
    onProgress: (progress: Progress) => void,
    isCancelled: IsCancelled,
  ): Promise<SegmentInput[] | undefined> {
    const inputs: SegmentInput[] = [];
    for (const [done, file] of files.entries()) {
      if (isCancelled()) return undefined;
      onProgress({ done, total: files.length });
      const input = await readInput(file, false, problems, request.cacheFolder);
      if (input) inputs.push(input);
    }
    return inputs;
  }

  async #samples(folder: string, problems: Problem[]): Promise<Segment> {
    const { files } = await scanFolders([folder], [], this.limits);
    const inputs: SegmentInput[] = [];
    for (const file of files) {
      const input = await readInput(file, true, problems, undefined);
      if (input) inputs.push(input);
    }
    return open(buildSegment(inputs));
  }

  async #save(file: string, segment: Segment, problems: Problem[]): Promise<void> {
    try {
      await saveSegment(file, segment.buffer);
    } catch (error) {
      problems.push({
        path: file,
        message: l10n.t('The index works but could not be kept for the next start. {0}', describeFileError(error)),
      });
    }
  }
}

async function readInput(
  file: ScannedFile,
  builtIn: boolean,
  problems: Problem[],
  cacheFolder: string | undefined,
): Promise<SegmentInput | undefined> {
  try {
    const bytes = await readFile(file.path);
    const { value: document, problems: found } = await readDocument({ path: file.path, bytes, builtIn });
    if (!document) {
      problems.push(...found);
      return undefined;
    }
    const textPath = document.originalIsText ? undefined : await keepCleanText(document, cacheFolder);
    const entry = {
      path: file.path,
      ...document.info,
      kind: builtIn ? 'sample' : document.info.kind === 'sample' ? 'other' : document.info.kind,
      size: file.size,
      modified: file.modified,
      ...(textPath && { textPath }),
      ...(found.length > 0 && { problems: found.map(({ line, message }) => ({ line, message })) }),
    };
    return segmentInput(entry, textPath ? asItsOwnText(document.clean) : document);
  } catch (error) {
    problems.push({ path: file.path, message: describeFileError(error) });
    return undefined;
  }
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

/** What earlier updates already read, by path. */
class KnownDocuments {
  readonly #main: ReadonlyMap<string, IndexedDocument>;
  readonly #changes: ReadonlyMap<string, IndexedDocument>;

  constructor(main: Segment | undefined, changes: Segment | undefined) {
    this.#main = new Map(main?.documents.map((document) => [document.path, document]));
    this.#changes = new Map(changes?.documents.map((document) => [document.path, document]));
  }

  has(file: ScannedFile): boolean {
    return this.#find(this.#changes, file) !== undefined || this.#find(this.#main, file) !== undefined;
  }

  inMain(file: ScannedFile): SegmentInput[] {
    const document = this.#find(this.#main, file);
    return document && !this.#find(this.#changes, file) ? [inputFromSegment(document)] : [];
  }

  inChanges(file: ScannedFile): SegmentInput[] {
    const document = this.#find(this.#changes, file);
    return document ? [inputFromSegment(document)] : [];
  }

  #find(documents: ReadonlyMap<string, IndexedDocument>, file: ScannedFile): IndexedDocument | undefined {
    const document = documents.get(file.path);
    return document && isSame(document.entry, file) ? document : undefined;
  }
}

function isSame(entry: { size: number; modified: number }, file: ScannedFile | undefined): boolean {
  return file !== undefined && entry.size === file.size && entry.modified === file.modified;
}

function open(buffer: SharedArrayBuffer): Segment {
  const segment = Segment.open(buffer);
  if (typeof segment === 'string') throw new Error(`a segment just built is ${segment}`);
  return segment;
}

function part(
  segment: Segment | undefined,
  isHidden: (document: IndexedDocument) => boolean,
): CorpusUpdate['parts'][number][] {
  if (!segment || segment.documents.length === 0) return [];
  const hidden = segment.documents.flatMap((document, i) => (isHidden(document) ? [i] : []));
  return [{ buffer: segment.buffer, hidden }];
}

function rememberedProblems(
  segments: readonly (Segment | undefined)[],
  inForce: ReadonlyMap<string, ScannedFile>,
): Problem[] {
  return segments.flatMap((segment) =>
    (segment?.documents ?? [])
      .filter((document) => isSame(document.entry, inForce.get(document.path)))
      .flatMap(({ entry }) => (entry.problems ?? []).map((problem) => ({ path: entry.path, ...problem }))),
  );
}

function withinLimit(inputs: readonly SegmentInput[], maxCharacters: number, problems: Problem[]): SegmentInput[] {
  let characters = 0;
  const taken: SegmentInput[] = [];
  for (const input of inputs) {
    characters += input.clean.length;
    if (characters > maxCharacters) {
      problems.push({
        path: input.entry.path,
        message: l10n.t(
          'The corpus is larger than {0} characters; from this document on it is left out. Raise zhibi.corpus.maxCharacters or name fewer folders.',
          maxCharacters,
        ),
      });
      break;
    }
    taken.push(input);
  }
  return taken;
}
