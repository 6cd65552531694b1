/** Turns folders into index segments, reading only what changed since the last time. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { readDocument } from '../corpus/readDocument';
import { SIDECAR_SUFFIX, type Sidecar } from '../corpus/sidecar';
import { type IndexedDocument, Segment } from '../index/segment';
import { SegmentBuilder, type SegmentInput, segmentInput } from '../index/segmentBuilder';
import { OffsetMap } from '../text/offsetMap';
import type { Problem } from '../util/problem';
import { defaultScanLimits, describeFileError, type ScanLimits, type ScannedFile, scanFolders } from './scan';
import { loadSegment, saveSegment, segmentFile } from './segmentStore';
import { type SharedSegment, segmentName } from './sharedSegments';

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
  /** Files that ended or hung the worker before: they are named and not read. */
  readonly setAside?: readonly string[];
}

/** A corpus as it crosses threads: shared buffers and the documents hidden in each. */
export interface CorpusUpdate {
  readonly parts: readonly SharedSegment[];
  readonly problems: readonly Problem[];
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** The file that is read next, absent once all are read. */
  readonly path?: string;
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
  #sampleSegment: { readonly folder: string; readonly segment: Segment } | undefined;
  #cacheKey = '';
  /** Files without text, and what there is to say of each. */
  readonly #textless = new Map<string, { file: ScannedFile; problems: readonly Problem[] }>();

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
    const taken = await this.#take(scan.files, known, request, problems, onProgress, isCancelled);
    if (!taken) return undefined;
    const { kept, builder } = taken;
    const read = [...builder.entries];

    for (const scanned of kept) known.addFromChanges(scanned, builder);
    const mainCharacters = this.#main?.sections.clean.length ?? 0;
    const mainIsKept = this.#main !== undefined && builder.characters <= Math.min(SMALL_CHANGE, mainCharacters);
    if (mainIsKept) {
      if (read.length > 0) this.#changes = open(builder.build());
    } else if (builder.entries.length > 0 || this.#main === undefined) {
      for (const scanned of kept) known.addFromMain(scanned, builder);
      this.#main = open(builder.build());
      this.#changes = undefined;
      if (file) await this.#save(file, this.#main, problems);
    }
    const samples = request.sampleFolder ? await this.#samples(request.sampleFolder, problems) : undefined;
    const inForce = new Map([...kept, ...read].map((file) => [file.path, file]));
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

  /** Reads what is not known yet, in the order of the files, until the corpus is as large as it may be. */
  async #take(
    files: readonly ScannedFile[],
    known: KnownDocuments,
    request: CorpusRequest,
    problems: Problem[],
    onProgress: (progress: Progress) => void,
    isCancelled: IsCancelled,
  ): Promise<{ kept: ScannedFile[]; builder: SegmentBuilder } | undefined> {
    const kept: ScannedFile[] = [];
    const builder = new SegmentBuilder();
    const messages = new MessagePause();
    const total = files.filter((file) => known.lengthOf(file) === undefined).length;
    let done = 0;
    let characters = 0;
    for (const file of files) {
      const knownLength = known.lengthOf(file);
      let input: SegmentInput | undefined;
      if (knownLength === undefined) {
        await messages.letIn();
        if (isCancelled()) return undefined;
        onProgress({ done: done++, total, path: file.path });
        if (request.setAside?.includes(file.path)) {
          problems.push({ path: file.path, message: describeSetAside() });
          continue;
        }
        input = await this.#readOnce(file, problems, request.cacheFolder);
        if (!input) continue;
      }
      characters += knownLength ?? input!.clean.length;
      if (characters > request.maxCharacters) {
        problems.push(tooLarge(file.path, request.maxCharacters));
        break;
      }
      if (input) builder.add(input);
      else kept.push(file);
    }
    if (total > 0) onProgress({ done, total });
    return { kept, builder };
  }

  /** Reads a file, unless it gave no text before and is the same still. */
  async #readOnce(
    file: ScannedFile,
    problems: Problem[],
    cacheFolder: string | undefined,
  ): Promise<SegmentInput | undefined> {
    const known = this.#textless.get(file.path);
    if (known && isSame(known.file, file)) {
      problems.push(...known.problems);
      return undefined;
    }
    const { input, problems: found, isTextless } = await readInput(file, false, cacheFolder);
    problems.push(...found);
    if (isTextless) this.#textless.set(file.path, { file, problems: found });
    else this.#textless.delete(file.path);
    return input;
  }

  /** The samples, read once: they ship with us and do not change. */
  async #samples(folder: string, problems: Problem[]): Promise<Segment> {
    if (this.#sampleSegment?.folder === folder) return this.#sampleSegment.segment;
    const { files } = await scanFolders([folder], [], this.limits);
    const builder = new SegmentBuilder();
    for (const file of files) {
      const { input, problems: found } = await readInput(file, true, undefined);
      problems.push(...found);
      if (input) builder.add(input);
    }
    const segment = open(builder.build());
    this.#sampleSegment = { folder, segment };
    return segment;
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

interface ReadResult {
  readonly input?: SegmentInput;
  readonly problems: readonly Problem[];
  /** The bytes were read and hold no text: reading them again would give none either. */
  readonly isTextless?: boolean;
}

async function readInput(file: ScannedFile, builtIn: boolean, cacheFolder: string | undefined): Promise<ReadResult> {
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

/** Milliseconds of reading without a look at the messages that came in. */
const LONGEST_READING = 20;

/** Lets a thread that reads without a pause take in its messages now and then: a newer request, or the end. */
class MessagePause {
  #last = performance.now();

  async letIn(): Promise<void> {
    if (performance.now() - this.#last < LONGEST_READING) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#last = performance.now();
  }
}

/** What earlier updates already read, by path. */
class KnownDocuments {
  readonly #main: ReadonlyMap<string, IndexedDocument>;
  readonly #changes: ReadonlyMap<string, IndexedDocument>;

  constructor(main: Segment | undefined, changes: Segment | undefined) {
    this.#main = new Map(main?.documents.map((document) => [document.path, document]));
    this.#changes = new Map(changes?.documents.map((document) => [document.path, document]));
  }

  /** UTF-16 code units of the clean text of a file that has not changed since it was read; undefined otherwise. */
  lengthOf(file: ScannedFile): number | undefined {
    return (this.#find(this.#changes, file) ?? this.#find(this.#main, file))?.length;
  }

  /** Adds the file as the main segment holds it, unless it changed or the changes hold it. */
  addFromMain(file: ScannedFile, builder: SegmentBuilder): void {
    const document = this.#find(this.#main, file);
    if (document && !this.#find(this.#changes, file)) builder.addFrom(document);
  }

  /** Adds the file as the changes hold it, unless it changed since. */
  addFromChanges(file: ScannedFile, builder: SegmentBuilder): void {
    const document = this.#find(this.#changes, file);
    if (document) builder.addFrom(document);
  }

  #find(documents: ReadonlyMap<string, IndexedDocument>, file: ScannedFile): IndexedDocument | undefined {
    const document = documents.get(file.path);
    return document && isSame(document.entry, file) ? document : undefined;
  }
}

function isSame(entry: Omit<ScannedFile, 'path'>, file: ScannedFile | undefined): boolean {
  return (
    file !== undefined && entry.size === file.size && entry.modified === file.modified && entry.sidecar === file.sidecar
  );
}

function open(buffer: SharedArrayBuffer): Segment {
  const segment = Segment.open(buffer);
  if (typeof segment === 'string') throw new Error(`a segment just built is ${segment}`);
  return segment;
}

function part(segment: Segment | undefined, isHidden: (document: IndexedDocument) => boolean): SharedSegment[] {
  if (!segment || segment.documents.length === 0) return [];
  const hidden = segment.documents.flatMap((document, i) => (isHidden(document) ? [i] : []));
  const { buffer, suffixes } = segment;
  return [{ name: segmentName(buffer), buffer, firstUnits: suffixes.firstUnits, hidden }];
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

function describeSetAside(): string {
  return l10n.t(
    'Reading this file took too long or broke the indexer, so it is left out. Save it in another format, or rebuild the index to try again.',
  );
}

function tooLarge(path: string, maxCharacters: number): Problem {
  return {
    path,
    message: l10n.t(
      'The corpus is larger than {0} characters; from this document on it is left out. Raise zhibi.corpus.maxCharacters or name fewer folders.',
      maxCharacters,
    ),
  };
}
