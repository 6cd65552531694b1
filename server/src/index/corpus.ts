/** The corpus as features and checks query it: several index segments seen as one. Immutable. */
import { positionAt, type SourceLocation } from '../text/location';
import type { Span } from '../text/span';
import { DOCUMENT_SEPARATOR, type IndexedDocument, type Segment } from './segment';
import { emptyRange, type SuffixRange } from './suffixArray';

/** A segment with the documents in it that a newer segment replaces or that are gone, by index. */
export interface CorpusPart {
  readonly segment: Segment;
  readonly hidden: ReadonlySet<number>;
}

/** An occurrence of a key in a document; `start` and `end` are key offsets in the document's segment. */
export interface Occurrence extends Span {
  readonly document: IndexedDocument;
}

/** A passage of clean text, `start` and `end` within the document's clean text. */
export interface Passage extends Span {
  readonly document: IndexedDocument;
}

/** Characters from which on a corpus is telling. */
const TELLING = 50_000;

/** Code units looked through at a time for the end of a paragraph. */
const STRETCH = 256;

export class Corpus {
  /** The documents in force, samples included. */
  readonly documents: readonly IndexedDocument[];
  /** UTF-16 code units of clean text in force. */
  readonly characters: number;

  constructor(readonly parts: readonly CorpusPart[]) {
    this.documents = parts.flatMap(({ segment, hidden }) => segment.documents.filter((_, i) => !hidden.has(i)));
    this.characters = this.documents.reduce((sum, document) => sum + document.length, 0);
  }

  static readonly empty = new Corpus([]);

  /** The documents that count as sources: all but our own samples. */
  get sources(): readonly IndexedDocument[] {
    return this.documents.filter((document) => !document.isSample);
  }

  /** Whether it is large enough to know how phrases go on: what it does not bear out is then hardly ever meant. */
  get isTelling(): boolean {
    return this.characters >= TELLING;
  }

  documentAt(path: string): IndexedDocument | undefined {
    return this.documents.find((document) => document.path === path);
  }

  /** Where each part holds suffixes that begin with `key`. O(|key| log n). */
  find(key: string): readonly SuffixRange[] {
    return this.parts.map(({ segment }) => (key === '' ? emptyRange : segment.suffixes.find(key)));
  }

  /**
   * The occurrences of `key` in documents in force, in no particular order, at most `limit`.
   * Samples are left out unless asked for.
   */
  occurrences(key: string, limit: number, samples = false): Occurrence[] {
    return this.inRanges(this.find(key), key.length, limit, samples);
  }

  /** The occurrences behind ranges of the parts (as of {@link find}) for a pattern of `length` code units. */
  inRanges(ranges: readonly SuffixRange[], length: number, limit: number, samples = false): Occurrence[] {
    const found: Occurrence[] = [];
    this.parts.forEach(({ segment, hidden }, part) => {
      const range = ranges[part]!;
      for (let rank = range.low; rank < range.high && found.length < limit; rank++) {
        const start = segment.suffixes.suffixes[rank]!;
        const index = segment.documentIndexAt(start);
        const document = segment.documents[index];
        if (!document || hidden.has(index) || (document.isSample && !samples)) continue;
        found.push({ document, start, end: start + length });
      }
    });
    return found;
  }

  /** An occurrence as a passage of clean text. */
  passage(occurrence: Occurrence): Passage {
    return { document: occurrence.document, ...occurrence.document.cleanSpan(occurrence) };
  }

  /** The paragraph of clean text around an offset of it. O(paragraph). */
  paragraphAround(document: IndexedDocument, offset: number): Span {
    let start = Math.min(offset, document.length);
    let end = start;
    for (let at = -1; start > 0 && at < 0; ) {
      const from = Math.max(0, start - STRETCH);
      at = document.cleanText(from, start).lastIndexOf('\n');
      start = at < 0 ? from : from + at + 1;
    }
    for (let at = -1; end < document.length && at < 0; ) {
      at = document.cleanText(end, end + STRETCH).indexOf('\n');
      end = at < 0 ? Math.min(document.length, end + STRETCH) : end + at;
    }
    return { start, end };
  }

  /** Where a passage can be opened: its place in the original file, or in its clean text where the original is no text. O(log lines). */
  location(passage: Passage): SourceLocation {
    const { document } = passage;
    const raw = document.rawMap.spanToOrigin(passage.start, passage.end);
    const position = (offset: number) => positionAt(document.rawLineStarts, offset);
    return { path: document.entry.textPath ?? document.path, start: position(raw.start), end: position(raw.end) };
  }
}

/** Whether a key unit ends a document: nothing may be joined across it. */
export function isDocumentEnd(unit: number): boolean {
  return unit === DOCUMENT_SEPARATOR;
}
