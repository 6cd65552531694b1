/** Builds an index segment from clean documents. */
import { keyText } from '../text/keyText';
import type { OffsetMap } from '../text/offsetMap';
import { ChunkedArray } from './chunkedArray';
import { restOf } from './foldedText';
import { allocateSegment, type DocumentEntry, type DocumentPlace, sealSegment } from './format';
import { appendList } from './numberLists';
import { DOCUMENT_SEPARATOR, type IndexedDocument } from './segment';
import { firstUnitsOf } from './suffixArray';
import { type Checkpoint, sortSuffixes } from './suffixSorting';

/** A document on its way into a segment. Offsets in UTF-16 code units. */
export interface SegmentInput {
  readonly entry: DocumentEntry;
  readonly clean: string;
  readonly key: string;
  readonly keyToClean: OffsetMap;
  readonly cleanToRaw: OffsetMap;
  readonly rawLineStarts: Int32Array;
}

/** Folds a clean document into an input. O(length). */
export function segmentInput(
  entry: DocumentEntry,
  document: { clean: string; cleanToRaw: OffsetMap; rawLineStarts: Int32Array },
): SegmentInput {
  const { key, map } = keyText(document.clean);
  return { entry, key, keyToClean: map, ...document };
}

/**
 * Collects documents and builds a segment of them, in the order they were added. What is added goes into typed arrays
 * at once: the strings of a large corpus, and the files they were cut from, are not kept.
 */
export class SegmentBuilder {
  readonly #entries: DocumentEntry[] = [];
  readonly #places: DocumentPlace[] = [];
  readonly #key = new ChunkedArray<Uint16Array>((length) => new Uint16Array(length));
  readonly #units = new ChunkedArray<Uint16Array>((length) => new Uint16Array(length));
  readonly #numbers = new ChunkedArray<Uint8Array>((length) => new Uint8Array(length));
  #characters = 0;

  /** What was added so far. */
  get entries(): readonly DocumentEntry[] {
    return this.#entries;
  }

  /** UTF-16 code units of clean text added so far. */
  get characters(): number {
    return this.#characters;
  }

  /** O(length). */
  add({ entry, clean, key, keyToClean, cleanToRaw, rawLineStarts }: SegmentInput): void {
    const { units, changed } = restOf(clean, key, keyToClean);
    this.#begin(entry, {
      length: clean.length,
      keyLength: key.length,
      unitsLength: units.length,
      keyRuns: appendList(keyToClean.runs, 2, this.#numbers),
      rawRuns: appendList(cleanToRaw.runs, 2, this.#numbers),
      lines: appendList(rawLineStarts, 1, this.#numbers),
      changed: appendList(changed, 1, this.#numbers),
    });
    this.#units.appendText(units);
    this.#key.appendText(key);
    this.#key.append(SEPARATOR);
  }

  /** Takes a document over from another segment, without reading its file again. O(length). */
  addFrom({ entry, segment, index }: IndexedDocument): void {
    const { key, units, numbers } = segment.sections;
    const start = (column: keyof DocumentPlace) => segment.place(index, column);
    const lists = start('keyRuns');
    const listsEnd = index + 1 < segment.documents.length ? segment.place(index + 1, 'keyRuns') : numbers.length;
    const moved = this.#numbers.length - lists;
    this.#numbers.append(numbers.subarray(lists, listsEnd));
    this.#begin(entry, {
      length: start('length'),
      keyLength: start('keyLength'),
      unitsLength: start('unitsLength'),
      keyRuns: lists + moved,
      rawRuns: start('rawRuns') + moved,
      lines: start('lines') + moved,
      changed: start('changed') + moved,
    });
    this.#units.append(units.subarray(start('units'), start('units') + start('unitsLength')));
    this.#key.append(key.subarray(start('key'), start('key') + start('keyLength')));
    this.#key.append(SEPARATOR);
  }

  /**
   * Builds the segment in shared memory; the builder is empty then. Sorting takes most of the time, about 0.22 s for
   * each million characters. O(characters).
   * @param checkpoint called every some ten milliseconds of sorting; what it throws ends the building
   */
  build(checkpoint?: Checkpoint): SharedArrayBuffer {
    const { buffer, sections } = allocateSegment(this.#entries, this.#places, {
      key: this.#key.length,
      units: this.#units.length,
      numbers: this.#numbers.length,
    });
    this.#key.moveTo(sections.key);
    this.#units.moveTo(sections.units);
    this.#numbers.moveTo(sections.numbers);
    this.#entries.length = 0;
    this.#places.length = 0;
    this.#characters = 0;
    sortSuffixes(sections.key, sections.suffixes, checkpoint);
    firstUnitsOf(sections.key, sections.firstUnits);
    sealSegment(buffer);
    return buffer;
  }

  #begin(entry: DocumentEntry, place: Omit<DocumentPlace, 'key' | 'units'>): void {
    this.#entries.push(entry);
    this.#places.push({ ...place, key: this.#key.length, units: this.#units.length });
    this.#characters += place.length;
  }
}

const SEPARATOR = Uint16Array.of(DOCUMENT_SEPARATOR);

/** A segment of the inputs, in their order. */
export function buildSegment(inputs: readonly SegmentInput[]): SharedArrayBuffer {
  const builder = new SegmentBuilder();
  for (const input of inputs) builder.add(input);
  return builder.build();
}
