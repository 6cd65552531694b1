/** An index segment opened for reading: documents, clean text, keys and their sorted suffixes. Immutable. */
import type { DocumentKind, DocumentLevel } from '../corpus/document';
import { OffsetMap } from '../text/offsetMap';
import type { Span } from '../text/span';
import type { DocumentEntry, SegmentSections } from './format';
import { readSegment, type SegmentFault } from './format';
import { FIRST_UNITS, firstUnitsOf, SuffixArray } from './suffixArray';

/** Separates documents in a segment's keys; no text holds it. */
export const DOCUMENT_SEPARATOR = 0;

/** A document of the index. Offsets named `clean` count within its own clean text, `key` within its segment's keys. */
export class IndexedDocument {
  #keyMap: OffsetMap | undefined;
  #rawMap: OffsetMap | undefined;

  constructor(
    readonly segment: Segment,
    readonly entry: DocumentEntry,
  ) {}

  get path(): string {
    return this.entry.path;
  }
  get title(): string {
    return this.entry.title;
  }
  get date(): string | undefined {
    return this.entry.date;
  }
  get kind(): DocumentKind {
    return this.entry.kind as DocumentKind;
  }
  get level(): DocumentLevel | undefined {
    return this.entry.level as DocumentLevel | undefined;
  }
  get place(): string | undefined {
    return this.entry.place;
  }
  /** Our own example: completes and illustrates, is never cited, counted or matched. */
  get isSample(): boolean {
    return this.entry.kind === 'sample';
  }
  /** UTF-16 code units of clean text. */
  get length(): number {
    return this.entry.clean[1];
  }
  /** Where the document's key lies in its segment. */
  get keySpan(): Span {
    return { start: this.entry.key[0], end: this.entry.key[0] + this.entry.key[1] };
  }

  /** A stretch of the clean text; all of it by default. */
  cleanText(start = 0, end = this.length): string {
    const offset = this.entry.clean[0];
    return decodeUnits(this.segment.sections.clean, offset + start, offset + Math.min(end, this.length));
  }

  /** The clean span of a span of the segment's keys that lies in this document. */
  cleanSpan(key: Span): Span {
    const start = this.entry.key[0];
    return this.keyMap.spanToOrigin(key.start - start, key.end - start);
  }

  /** From offsets of the document's own key to offsets of its clean text. */
  get keyMap(): OffsetMap {
    this.#keyMap ??= new OffsetMap(this.segment.numbers(this.entry.keyRuns));
    return this.#keyMap;
  }

  /** From offsets of the clean text to offsets of the decoded file. */
  get rawMap(): OffsetMap {
    this.#rawMap ??= new OffsetMap(this.segment.numbers(this.entry.rawRuns));
    return this.#rawMap;
  }

  /** The offset of each line of the decoded file. */
  get rawLineStarts(): Int32Array {
    return this.segment.numbers(this.entry.lines);
  }
}

/** One immutable part of the corpus index. */
export class Segment {
  readonly suffixes: SuffixArray;
  readonly documents: readonly IndexedDocument[];
  readonly #keyStarts: Int32Array;

  private constructor(
    readonly buffer: SharedArrayBuffer,
    entries: readonly DocumentEntry[],
    readonly sections: SegmentSections,
    firstUnits: Int32Array | undefined,
  ) {
    // In shared memory, as the segment itself: whoever else opens it need not count again.
    const table = () => firstUnitsOf(sections.key, new Int32Array(new SharedArrayBuffer(FIRST_UNITS * 4)));
    this.suffixes = new SuffixArray(sections.key, sections.suffixes, firstUnits ?? table());
    this.documents = entries.map((entry) => new IndexedDocument(this, entry));
    this.#keyStarts = Int32Array.from(entries, (entry) => entry.key[0]);
  }

  /**
   * Opens a segment; set `verify` for a buffer that was read from a disk.
   * @param firstUnits `suffixes.firstUnits` of the same segment opened before, perhaps in another thread
   */
  static open(buffer: SharedArrayBuffer, verify = false, firstUnits?: Int32Array): Segment | SegmentFault {
    const segment = readSegment(buffer, verify);
    if (typeof segment === 'string') return segment;
    return new Segment(buffer, segment.header.documents, segment.sections, firstUnits);
  }

  /** The index in `documents` of the document that holds the key offset. O(log documents). */
  documentIndexAt(keyOffset: number): number {
    let low = 0;
    let high = this.#keyStarts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#keyStarts[middle]! <= keyOffset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  numbers([start, length]: readonly [number, number]): Int32Array {
    return this.sections.numbers.subarray(start, start + length);
  }

  /** The first place of `key` within a stretch of the segment's keys, −1 where it is not there. O(stretch). */
  keyIndexOf(key: string, { start, end }: Span): number {
    const { buffer, byteOffset } = this.sections.key;
    const at = Buffer.from(buffer, byteOffset + start * 2, (end - start) * 2).indexOf(key, 0, 'utf16le');
    return at < 0 ? -1 : start + at / 2;
  }

  /** A stretch of the segment's keys as a string. */
  keyText(span: Span): string {
    return decodeUnits(this.sections.key, span.start, span.end);
  }
}

const CHUNK = 8192;

function decodeUnits(units: Uint16Array, start: number, end: number): string {
  if (end - start <= CHUNK) return String.fromCharCode(...units.subarray(start, end));
  const parts: string[] = [];
  for (let i = start; i < end; i += CHUNK) {
    parts.push(String.fromCharCode(...units.subarray(i, Math.min(end, i + CHUNK))));
  }
  return parts.join('');
}
