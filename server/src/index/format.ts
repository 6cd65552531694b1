/**
 * The layout of an index segment in memory and on disk: a magic number, a version, checksums, a JSON header, a table of
 * where each document lies, sections of typed arrays.
 */
import { FIRST_UNITS } from './suffixArray';

/** Grows whenever the layout, the key folding or the cleaning changes: a cache of another version is built anew. */
export const SEGMENT_VERSION = 8;

const MAGIC = 0x5a48_4249;
const PREAMBLE_BYTES = 32;

/** What the header says of a document. */
export interface DocumentEntry {
  readonly path: string;
  /** Where the clean text can be opened, when the original is no text file. */
  readonly textPath?: string;
  readonly title: string;
  readonly date?: string;
  readonly issuer?: string;
  readonly kind: string;
  readonly level?: string;
  readonly place?: string;
  /** How each fact is known: see `Confidence`. */
  readonly confidence?: Readonly<Record<string, string>>;
  /** Bytes and modification time (milliseconds) of the file when it was read. */
  readonly size: number;
  readonly modified: number;
  /** Size and modification time of the sidecar it was read with. */
  readonly sidecar?: string;
  /** Problems met while reading, kept so that they are told again when the cache is reused; `path`: not the document itself. */
  readonly problems?: readonly { path?: string; line?: number; message: string }[];
}

/**
 * The columns of the table. `length`: UTF-16 code units of clean text. The others: where what belongs to a document begins
 * in its section, and how much of it there is. The lists in `numbers` lie one behind the other, in this order.
 */
const COLUMN = {
  length: 0,
  key: 1,
  keyLength: 2,
  units: 3,
  unitsLength: 4,
  keyRuns: 5,
  rawRuns: 6,
  lines: 7,
  changed: 8,
} as const;
const COLUMNS = Object.keys(COLUMN).length;

/** What the table says of a document. */
export type DocumentPlace = Readonly<Record<keyof typeof COLUMN, number>>;

export interface SegmentHeader {
  readonly documents: readonly DocumentEntry[];
  /** Byte offset and element count of each section. */
  readonly sections: Readonly<Record<SectionName, readonly [byteOffset: number, length: number]>>;
}

/**
 * `places`: the table. `key`: UTF-16 code units. `suffixes`: sorted suffixes of `key`. `firstUnits`: where those that begin
 * with each code unit start. `units`: what the keys do not say of the clean texts (`foldedText.ts`). `numbers`: offset maps,
 * line starts and places of changed units (`numberLists.ts`).
 */
export type SectionName = 'places' | 'key' | 'suffixes' | 'firstUnits' | 'units' | 'numbers';

export interface SegmentSections {
  readonly places: Int32Array;
  readonly key: Uint16Array;
  readonly suffixes: Int32Array;
  readonly firstUnits: Int32Array;
  readonly units: Uint16Array;
  readonly numbers: Uint8Array;
}

/** One column of the table for one document. O(1). */
export function placeOf(places: Int32Array, document: number, column: keyof DocumentPlace): number {
  return places[document * COLUMNS + COLUMN[column]]!;
}

/** Reserves one shared buffer for a segment and returns the sections in it, empty but for the table. `seal` it when they are filled. */
export function allocateSegment(
  documents: readonly DocumentEntry[],
  places: readonly DocumentPlace[],
  lengths: { key: number; units: number; numbers: number },
): { buffer: SharedArrayBuffer; sections: SegmentSections } {
  const tableLength = documents.length * COLUMNS;
  const layout = (headerBytes: number): SegmentHeader => {
    const table = align(PREAMBLE_BYTES + headerBytes);
    const key = align(table + tableLength * 4);
    const suffixes = align(key + lengths.key * 2);
    const firstUnits = align(suffixes + lengths.key * 4);
    const units = align(firstUnits + FIRST_UNITS * 4);
    const numbers = align(units + lengths.units * 2);
    return {
      documents,
      sections: {
        places: [table, tableLength],
        key: [key, lengths.key],
        suffixes: [suffixes, lengths.key],
        firstUnits: [firstUnits, FIRST_UNITS],
        units: [units, lengths.units],
        numbers: [numbers, lengths.numbers],
      },
    };
  };
  // The header names byte offsets that depend on its own length: reserve room for the longest numbers.
  const headerBytes = Buffer.byteLength(JSON.stringify(layout(0))) + 64;
  const header = layout(headerBytes);
  const json = Buffer.from(JSON.stringify(header));
  if (json.length > headerBytes) throw new Error('segment header longer than reserved');
  const [numbersOffset, numbersLength] = header.sections.numbers;
  const buffer = new SharedArrayBuffer(align(numbersOffset + numbersLength));
  new Uint8Array(buffer, PREAMBLE_BYTES, headerBytes).fill(0x20).set(json);
  const view = new DataView(buffer);
  view.setUint32(0, MAGIC);
  view.setUint32(4, SEGMENT_VERSION);
  view.setUint32(8, headerBytes);
  view.setUint32(12, buffer.byteLength);
  view.setUint32(24, header.sections.key[0]);
  const sections = viewSections(buffer, header);
  places.forEach((place, i) => {
    for (const [column, at] of Object.entries(COLUMN)) {
      sections.places[i * COLUMNS + at] = place[column as keyof DocumentPlace];
    }
  });
  return { buffer, sections };
}

/** Writes the checksums: the last step of making a segment. O(bytes). */
export function sealSegment(buffer: SharedArrayBuffer): void {
  const view = new DataView(buffer);
  view.setUint32(16, checksum(buffer, buffer.byteLength));
  view.setUint32(20, checksum(buffer, endOfTable(view)));
}

/** Why a buffer is no segment of this version. */
export type SegmentFault = 'other version' | 'cut short' | 'damaged';

/** Whether the whole segment is as it was sealed: to be asked of whatever comes from a disk. 0.1 s for each 100 MB. */
export function isWhole(buffer: SharedArrayBuffer): boolean {
  return new DataView(buffer).getUint32(16) === checksum(buffer, buffer.byteLength);
}

/** Opens a segment whose header and table are whole; see {@link isWhole} for the rest. O(header). */
export function readSegment(
  buffer: SharedArrayBuffer,
): { header: SegmentHeader; sections: SegmentSections } | SegmentFault {
  if (buffer.byteLength < PREAMBLE_BYTES) return 'cut short';
  const view = new DataView(buffer);
  if (view.getUint32(0) !== MAGIC || view.getUint32(4) !== SEGMENT_VERSION) return 'other version';
  if (view.getUint32(12) !== buffer.byteLength) return 'cut short';
  const headerBytes = view.getUint32(8);
  const end = endOfTable(view);
  if (PREAMBLE_BYTES + headerBytes > end || end > buffer.byteLength) return 'damaged';
  if (view.getUint32(20) !== checksum(buffer, end)) return 'damaged';
  // TextDecoder refuses shared memory, so the header is copied.
  const json = Buffer.from(new Uint8Array(buffer, PREAMBLE_BYTES, headerBytes)).toString('utf8');
  const header = JSON.parse(json) as SegmentHeader;
  return { header, sections: viewSections(buffer, header) };
}

function viewSections(buffer: SharedArrayBuffer, header: SegmentHeader): SegmentSections {
  const { places, key, suffixes, firstUnits, units, numbers } = header.sections;
  return {
    places: new Int32Array(buffer, places[0], places[1]),
    key: new Uint16Array(buffer, key[0], key[1]),
    suffixes: new Int32Array(buffer, suffixes[0], suffixes[1]),
    firstUnits: new Int32Array(buffer, firstUnits[0], firstUnits[1]),
    units: new Uint16Array(buffer, units[0], units[1]),
    numbers: new Uint8Array(buffer, numbers[0], numbers[1]),
  };
}

/** Where the large sections begin: what lies before is covered by a checksum of its own. */
function endOfTable(view: DataView): number {
  return view.getUint32(24);
}

function align(bytes: number): number {
  // No bit operation: a damaged length may be beyond 31 bits.
  return Math.ceil(bytes / 8) * 8;
}

/**
 * Four interleaved FNV-1a sums over 32-bit words, folded: catches cut, flipped and swapped words at memory speed. After
 * each product high bits are mixed into low ones: a product carries bits upwards only, and two flips of the highest bit
 * would cancel each other out. Covers the lengths of header and table too.
 */
function checksum(buffer: SharedArrayBuffer, end: number): number {
  const words = new Int32Array(buffer, PREAMBLE_BYTES, (end - PREAMBLE_BYTES) >>> 2);
  const view = new DataView(buffer);
  let a = 0x811c9dc5 ^ view.getUint32(8);
  let b = 0x811c9dc6 ^ view.getUint32(24);
  let c = 0x811c9dc7 | 0;
  let d = 0x811c9dc8 | 0;
  let i = 0;
  for (; i + 3 < words.length; i += 4) {
    a = mixed(a ^ words[i]!);
    b = mixed(b ^ words[i + 1]!);
    c = mixed(c ^ words[i + 2]!);
    d = mixed(d ^ words[i + 3]!);
  }
  for (; i < words.length; i++) a = mixed(a ^ words[i]!);
  return (a ^ Math.imul(b, 31) ^ Math.imul(c, 1009) ^ Math.imul(d, 65599)) >>> 0;
}

function mixed(sum: number): number {
  const product = Math.imul(sum, 0x01000193);
  return product ^ (product >>> 15);
}
