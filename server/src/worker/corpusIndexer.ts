/** Turns folders into index segments, reading only what changed since the last time. */
import * as l10n from '@vscode/l10n';
import type { DocumentLevel } from '../corpus/document';
import { type IndexedDocument, Segment } from '../index/segment';
import { SegmentBuilder, type SegmentInput } from '../index/segmentBuilder';
import type { Problem } from '../util/problem';
import { chooseDocuments, type MeasuredDocument } from './corpusChoice';
import { rememberOpened } from './openCorpus';
import { readInput } from './readInput';
import { Cancelled, type IsCancelled, type Progress, Reading, unlessCancelled } from './reading';
import { defaultScanLimits, describeFileError, type ScanLimits, type ScannedFile, scanFolders } from './scan';
import { loadSegment, saveSegment, segmentFile } from './segmentStore';
import { type SharedSegment, segmentName } from './sharedSegments';

export interface CorpusRequest {
  /** Absolute. */
  readonly folders: readonly string[];
  readonly exclude: readonly string[];
  /** Our own examples; absent where the built-in corpus is switched off. */
  readonly sampleFolder?: string;
  /** Of a corpus beyond this many UTF-16 code units the oldest are left out, with a problem: see `chooseDocuments`. */
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
  /** Documents that were read and did not fit, by path: they need not be read again to choose again. */
  #leftOut: ReadonlyMap<string, MeasuredDocument> = new Map();

  constructor(readonly limits: ScanLimits = defaultScanLimits) {}

  update(
    request: CorpusRequest,
    onProgress: (progress: Progress) => void,
    isCancelled: IsCancelled,
    onOpened: (update: CorpusUpdate) => void = () => {},
  ): Promise<CorpusUpdate | undefined> {
    return unlessCancelled(this.#update(request, onProgress, isCancelled, onOpened));
  }

  async #update(
    request: CorpusRequest,
    onProgress: (progress: Progress) => void,
    isCancelled: IsCancelled,
    onOpened: (update: CorpusUpdate) => void,
  ): Promise<CorpusUpdate | undefined> {
    const checkpoint = () => {
      if (isCancelled()) throw new Cancelled();
    };
    const file = request.cacheFolder && segmentFile(request.cacheFolder, request.folders, request.exclude);
    const cacheKey = JSON.stringify([request.folders, request.exclude]);
    if (cacheKey !== this.#cacheKey || request.rebuild) {
      this.#main = undefined;
      this.#changes = undefined;
      this.#leftOut = new Map();
      this.#cacheKey = cacheKey;
    }
    if (!this.#main && file && !request.rebuild) this.#main = openKept(file, onOpened);

    const scan = await scanFolders(request.folders, request.exclude, this.limits);
    const problems: Problem[] = [...scan.problems];
    const known = new KnownDocuments(this.#main, this.#changes);
    const taken = await this.#take(scan.files, known, request, problems, onProgress, isCancelled);
    if (!taken) return undefined;
    const { kept, builder } = taken;
    const read = [...builder.entries];

    for (const scanned of kept) known.addFromChanges(scanned, builder);
    const mainCharacters = this.#main?.characters ?? 0;
    const mainIsKept = this.#main !== undefined && builder.characters <= Math.min(SMALL_CHANGE, mainCharacters);
    if (mainIsKept) {
      if (read.length > 0) this.#changes = open(builder.build(checkpoint));
    } else if (builder.entries.length > 0 || this.#main === undefined) {
      for (const scanned of kept) known.addFromMain(scanned, builder);
      this.#main = open(builder.build(checkpoint));
      this.#changes = undefined;
      if (file) await this.#save(file, this.#main, problems);
    }
    const samples = request.sampleFolder
      ? await this.#samples(request.sampleFolder, request.cacheFolder, problems)
      : undefined;
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

  /**
   * Reads what is not known yet. Only what fits is held in memory: where not all does, the rest is read to be measured,
   * and what is chosen is read once more.
   */
  async #take(
    files: readonly ScannedFile[],
    known: KnownDocuments,
    request: CorpusRequest,
    problems: Problem[],
    onProgress: (progress: Progress) => void,
    isCancelled: IsCancelled,
  ): Promise<{ kept: ScannedFile[]; builder: SegmentBuilder } | undefined> {
    const reading = new Reading(onProgress, isCancelled);
    const before = (file: ScannedFile) => known.measured(file) ?? this.#measuredBefore(file);
    const read = async (file: ScannedFile) => {
      if (request.setAside?.includes(file.path)) {
        problems.push({ path: file.path, message: describeSetAside() });
        return undefined;
      }
      return this.#readOnce(file, problems, request.cacheFolder);
    };

    let builder = new SegmentBuilder();
    const all: MeasuredDocument[] = [];
    let characters = 0;
    reading.total += files.filter((file) => !before(file)).length;
    for (const file of files) {
      const measured = before(file);
      if (measured) {
        all.push(measured);
        characters += measured.length;
        continue;
      }
      if (!(await reading.next(file))) return undefined;
      const input = await read(file);
      if (!input) continue;
      all.push(measuredInput(file, input));
      characters += input.clean.length;
      if (characters <= request.maxCharacters) builder.add(input);
    }

    const { chosen, leftOut } = chooseDocuments(all, request.maxCharacters);
    const inForce = new Set(chosen.map(({ file }) => file));
    const isKnown = (file: ScannedFile) => known.measured(file) !== undefined;
    const fresh = files.filter((file) => inForce.has(file) && !isKnown(file));
    const held = new Set(builder.entries.map(({ path }) => path));
    if (fresh.length !== held.size || fresh.some(({ path }) => !held.has(path))) {
      const lengths = new Map(chosen.map(({ file, length }) => [file, length]));
      builder = new SegmentBuilder();
      reading.total += fresh.length;
      for (const file of fresh) {
        if (!(await reading.next(file))) return undefined;
        const input = await read(file);
        // A file that grew since it was measured comes with the next update, which its change asks for.
        if (input && input.clean.length <= lengths.get(file)!) builder.add(input);
      }
    }
    reading.end();
    this.#leftOut = new Map(leftOut.map((document) => [document.file.path, document]));
    if (leftOut.length > 0) problems.push(tooLarge(leftOut, request.maxCharacters));
    return { kept: files.filter((file) => inForce.has(file) && isKnown(file)), builder };
  }

  #measuredBefore(file: ScannedFile): MeasuredDocument | undefined {
    const measured = this.#leftOut.get(file.path);
    return measured && isSame(measured.file, file) ? { ...measured, file } : undefined;
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

  /** The samples, read once: they ship with us and do not change while we run. Kept from the last time like the rest. */
  async #samples(folder: string, cacheFolder: string | undefined, problems: Problem[]): Promise<Segment> {
    if (this.#sampleSegment?.folder === folder) return this.#sampleSegment.segment;
    const file = cacheFolder && segmentFile(cacheFolder, [folder], ['samples']);
    const { files } = await scanFolders([folder], [], this.limits);
    const kept = file ? loadSegment(file) : undefined;
    const segment = kept && holdsExactly(kept, files) && kept.isWhole ? kept : await this.#readSamples(files, problems);
    // Where the cache cannot be written, the index of the documents says so.
    if (file && segment !== kept) await this.#save(file, segment, []);
    this.#sampleSegment = { folder, segment };
    return segment;
  }

  async #readSamples(files: readonly ScannedFile[], problems: Problem[]): Promise<Segment> {
    const builder = new SegmentBuilder();
    for (const file of files) {
      const { input, problems: found } = await readInput(file, true, undefined);
      problems.push(...found);
      if (input) builder.add(input);
    }
    return open(builder.build());
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

/**
 * The segment kept from the last time, if it is whole. A large one serves (`onOpened`) while that is found out and
 * changes are looked for.
 */
function openKept(file: string, onOpened: (update: CorpusUpdate) => void): Segment | undefined {
  const kept = loadSegment(file);
  if (!kept) return undefined;
  const isLarge = kept.characters > SMALL_CHANGE;
  if (isLarge) onOpened({ parts: part(kept, () => false), problems: [] });
  if (kept.isWhole) return kept;
  if (isLarge) onOpened({ parts: [], problems: [] });
  return undefined;
}

function measuredInput(file: ScannedFile, { entry, clean }: SegmentInput): MeasuredDocument {
  const { date, level } = entry;
  return { file, length: clean.length, ...(date && { date }), ...(level && { level: level as DocumentLevel }) };
}

/** What earlier updates already read, by path. */
class KnownDocuments {
  readonly #main: ReadonlyMap<string, IndexedDocument>;
  readonly #changes: ReadonlyMap<string, IndexedDocument>;

  constructor(main: Segment | undefined, changes: Segment | undefined) {
    this.#main = new Map(main?.documents.map((document) => [document.path, document]));
    this.#changes = new Map(changes?.documents.map((document) => [document.path, document]));
  }

  /** A file that has not changed since it was read; undefined otherwise. */
  measured(file: ScannedFile): MeasuredDocument | undefined {
    const document = this.#find(this.#changes, file) ?? this.#find(this.#main, file);
    return document && { file, length: document.length, date: document.date, level: document.level };
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

/** Whether a segment holds these files as they are, and no other. O(files). */
function holdsExactly({ documents }: Segment, files: readonly ScannedFile[]): boolean {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return documents.length === files.length && documents.every(({ entry, path }) => isSame(entry, byPath.get(path)));
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
  const { buffer } = segment;
  rememberOpened(segment);
  return [{ name: segmentName(buffer), buffer, hidden }];
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

/** Names the best of what is left out, and how much it is. */
function tooLarge(leftOut: readonly MeasuredDocument[], maxCharacters: number): Problem {
  return {
    path: leftOut[0]!.file.path,
    message: l10n.t(
      'The corpus is larger than {0} characters: {1} documents with {2} characters are left out, this and older ones, and those without a date first. Raise zhibi.corpus.maxCharacters or name fewer folders.',
      maxCharacters,
      leftOut.length,
      leftOut.reduce((sum, { length }) => sum + length, 0),
    ),
  };
}
