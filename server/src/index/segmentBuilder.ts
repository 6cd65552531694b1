/** Builds an index segment from clean documents. */
import { keyText } from '../text/keyText';
import type { OffsetMap } from '../text/offsetMap';
import { ChunkedArray } from './chunkedArray';
import { allocateSegment, type DocumentEntry, sealSegment } from './format';
import { DOCUMENT_SEPARATOR, type IndexedDocument } from './segment';
import { firstUnitsOf } from './suffixArray';
import { sortSuffixes } from './suffixSorting';

/** A document on its way into a segment. Offsets in UTF-16 code units. */
export interface SegmentInput {
  readonly entry: Omit<DocumentEntry, 'clean' | 'key' | 'keyRuns' | 'rawRuns' | 'lines'>;
  readonly clean: string;
  readonly key: string;
  readonly keyToClean: OffsetMap;
  readonly cleanToRaw: OffsetMap;
  readonly rawLineStarts: Int32Array;
}

/** Folds a clean document into an input. O(length). */
export function segmentInput(
  entry: SegmentInput['entry'],
  document: { clean: string; cleanToRaw: OffsetMap; rawLineStarts: Int32Array },
): SegmentInput {
  const { key, map } = keyText(document.clean);
  return { entry, key, keyToClean: map, ...document };
}

/** Takes a document out of a segment, to put it into another with a change. O(length). */
export function inputFromSegment(document: IndexedDocument): SegmentInput {
  const { clean: _clean, key: _key, keyRuns: _keyRuns, rawRuns: _rawRuns, lines: _lines, ...entry } = document.entry;
  return {
    entry,
    clean: document.cleanText(),
    key: document.segment.keyText(document.keySpan),
    keyToClean: document.keyMap,
    cleanToRaw: document.rawMap,
    rawLineStarts: document.rawLineStarts,
  };
}

/**
 * Collects documents and builds a segment of them, in the order they were added. What is added goes into typed arrays
 * at once: the strings of a large corpus, and the files they were cut from, are not kept.
 */
export class SegmentBuilder {
  readonly #entries: DocumentEntry[] = [];
  readonly #clean = new ChunkedArray<Uint16Array>((length) => new Uint16Array(length));
  readonly #key = new ChunkedArray<Uint16Array>((length) => new Uint16Array(length));
  readonly #numbers = new ChunkedArray<Int32Array>((length) => new Int32Array(length));

  /** What was added so far. */
  get entries(): readonly DocumentEntry[] {
    return this.#entries;
  }

  /** UTF-16 code units of clean text added so far. */
  get characters(): number {
    return this.#clean.length;
  }

  /** O(length). */
  add({ entry, clean, key, keyToClean, cleanToRaw, rawLineStarts }: SegmentInput): void {
    this.#entries.push({
      ...entry,
      clean: [this.#clean.length, clean.length],
      key: [this.#key.length, key.length],
      keyRuns: this.#addNumbers(keyToClean.runs),
      rawRuns: this.#addNumbers(cleanToRaw.runs),
      lines: this.#addNumbers(rawLineStarts),
    });
    this.#clean.appendText(clean);
    this.#key.appendText(key);
    this.#endDocument();
  }

  /** Takes a document over from another segment, without reading its file again. O(length). */
  addFrom({ entry, segment }: IndexedDocument): void {
    const { clean, key } = segment.sections;
    this.#entries.push({
      ...entry,
      clean: [this.#clean.length, entry.clean[1]],
      key: [this.#key.length, entry.key[1]],
      keyRuns: this.#addNumbers(segment.numbers(entry.keyRuns)),
      rawRuns: this.#addNumbers(segment.numbers(entry.rawRuns)),
      lines: this.#addNumbers(segment.numbers(entry.lines)),
    });
    this.#clean.append(clean.subarray(entry.clean[0], entry.clean[0] + entry.clean[1]));
    this.#key.append(key.subarray(entry.key[0], entry.key[0] + entry.key[1]));
    this.#endDocument();
  }

  /**
   * Builds the segment in shared memory; the builder is empty then. Sorting takes most of the time, about 0.22 s for
   * each million characters. O(characters).
   */
  build(): SharedArrayBuffer {
    const { buffer, sections } = allocateSegment(this.#entries, {
      clean: this.#clean.length,
      key: this.#key.length,
      numbers: this.#numbers.length,
    });
    this.#clean.moveTo(sections.clean);
    this.#key.moveTo(sections.key);
    this.#numbers.moveTo(sections.numbers);
    this.#entries.length = 0;
    sortSuffixes(sections.key, sections.suffixes);
    firstUnitsOf(sections.key, sections.firstUnits);
    sealSegment(buffer);
    return buffer;
  }

  #addNumbers(numbers: Int32Array): [start: number, length: number] {
    const start = this.#numbers.length;
    this.#numbers.append(numbers);
    return [start, numbers.length];
  }

  #endDocument(): void {
    this.#key.append(SEPARATOR);
  }
}

const SEPARATOR = Uint16Array.of(DOCUMENT_SEPARATOR);

/** A segment of the inputs, in their order. */
export function buildSegment(inputs: readonly SegmentInput[]): SharedArrayBuffer {
  const builder = new SegmentBuilder();
  for (const input of inputs) builder.add(input);
  return builder.build();
}
