/** An index segment opened for reading: documents, clean text, keys and their sorted suffixes. Immutable. */
import type { DocumentKind, DocumentLevel } from '../corpus/document';
import { OffsetMap } from '../text/offsetMap';
import type { Span } from '../text/span';
import { cleanUnits, type FoldedText } from './foldedText';
import type { DocumentEntry, DocumentPlace, SegmentSections } from './format';
import { isWhole, placeOf, readSegment, type SegmentFault } from './format';
import { readList } from './numberLists';
import { SuffixArray } from './suffixArray';

/** Separates documents in a segment's keys; no text holds it. */
export const DOCUMENT_SEPARATOR = 0;

/** A document of the index. Offsets named `clean` count within its own clean text, `key` within its segment's keys. */
export class IndexedDocument {
  #keyMap: OffsetMap | undefined;
  #rawMap: OffsetMap | undefined;
  #text: FoldedText | undefined;

  constructor(
    readonly segment: Segment,
    readonly entry: DocumentEntry,
    /** Among the documents of its segment. */
    readonly index: number,
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
    return this.segment.place(this.index, 'length');
  }
  /** Where the document's key lies in its segment. */
  get keySpan(): Span {
    const start = this.segment.place(this.index, 'key');
    return { start, end: start + this.segment.place(this.index, 'keyLength') };
  }

  /** A stretch of the clean text; all of it by default. */
  cleanText(start = 0, end = this.length): string {
    this.#text ??= this.segment.foldedText(this.index, this.keyMap);
    const units = cleanUnits(this.#text, start, Math.min(end, this.length));
    return decodeUnits(units, 0, units.length);
  }

  /** The clean span of a span of the segment's keys that lies in this document. */
  cleanSpan(key: Span): Span {
    const start = this.segment.place(this.index, 'key');
    return this.keyMap.spanToOrigin(key.start - start, key.end - start);
  }

  /** From offsets of the document's own key to offsets of its clean text. */
  get keyMap(): OffsetMap {
    this.#keyMap ??= new OffsetMap(this.segment.list(this.index, 'keyRuns', 2));
    return this.#keyMap;
  }

  /** From offsets of the clean text to offsets of the decoded file. */
  get rawMap(): OffsetMap {
    this.#rawMap ??= new OffsetMap(this.segment.list(this.index, 'rawRuns', 2));
    return this.#rawMap;
  }

  /** The offset of each line of the decoded file. O(lines). */
  get rawLineStarts(): Int32Array {
    return this.segment.list(this.index, 'lines', 1);
  }
}

/** One immutable part of the corpus index. */
export class Segment {
  readonly suffixes: SuffixArray;
  readonly documents: readonly IndexedDocument[];
  readonly #keyStarts: Int32Array;
  /** UTF-16 code units of clean text. */
  readonly characters: number;

  private constructor(
    readonly buffer: SharedArrayBuffer,
    entries: readonly DocumentEntry[],
    readonly sections: SegmentSections,
  ) {
    this.suffixes = new SuffixArray(sections.key, sections.suffixes, sections.firstUnits);
    this.documents = entries.map((entry, i) => new IndexedDocument(this, entry, i));
    this.#keyStarts = Int32Array.from(entries, (_, i) => this.place(i, 'key'));
    this.characters = this.documents.reduce((sum, { length }) => sum + length, 0);
  }

  /** Opens a segment. Of what was read from a disk, ask whether it {@link isWhole}. O(documents). */
  static open(buffer: SharedArrayBuffer): Segment | SegmentFault {
    const segment = readSegment(buffer);
    if (typeof segment === 'string') return segment;
    return new Segment(buffer, segment.header.documents, segment.sections);
  }

  /** Whether it is as it was built. 0.1 s for each 100 MB. */
  get isWhole(): boolean {
    return isWhole(this.buffer);
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

  /** What the table says of a document. */
  place(document: number, column: keyof DocumentPlace): number {
    return placeOf(this.sections.places, document, column);
  }

  /** A list of numbers of a document. O(list). */
  list(document: number, column: 'keyRuns' | 'rawRuns' | 'lines' | 'changed', stride: 1 | 2): Int32Array {
    return readList(this.sections.numbers, this.place(document, column), stride);
  }

  /** All there is of the clean text of a document. */
  foldedText(document: number, keyToClean: OffsetMap): FoldedText {
    const key = this.place(document, 'key');
    const units = this.place(document, 'units');
    return {
      key: this.sections.key.subarray(key, key + this.place(document, 'keyLength')),
      keyToClean,
      units: this.sections.units.subarray(units, units + this.place(document, 'unitsLength')),
      changed: this.list(document, 'changed', 1),
      length: this.place(document, 'length'),
    };
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
