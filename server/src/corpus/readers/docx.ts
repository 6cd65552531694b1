/** Reads Word documents (.docx), bounded: what the archive would unfold to is checked first. */
import { inflateRawSync } from 'node:zlib';
import * as l10n from '@vscode/l10n';
import type { Reader, ReadLimits, Unreadable } from './reader';

const MOST_ENTRIES = 10_000;
/** XML around a character of text. */
const MARKUP_FACTOR = 24;
/**
 * Bytes of XML in all: some two million characters with their markup. The library makes objects of it that take eighty
 * times as much memory.
 */
const MOST_XML = 24 * 1024 * 1024;
/** What is no XML is not unfolded: pictures, fonts, embedded files. */
const NO_XML = /\.(?:png|jpe?g|gif|bmp|tiff?|svgz|emf|wmf|bin|ttf|odttf|xlsx|pptx)$/i;

export const readDocx: Reader = async (bytes, limits) => {
  const refusal = refuseDocx(bytes, limits);
  if (refusal) return refusal;
  const mammoth = await import('mammoth');
  let value: string;
  try {
    ({ value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) }));
  } catch {
    // What the XML parser says of it is for programmers, over several lines.
    return damaged();
  }
  // The library puts a blank line between paragraphs; a paragraph of Word is a line of text here.
  return { text: value.replace(/\n\n/g, '\n'), format: 'plain', originalIsText: false, problems: [] };
};

/** Why a file is not opened as a Word document: encrypted, of the old format, damaged, none, or too large once unfolded. */
export function refuseDocx(bytes: Uint8Array, limits: ReadLimits): Unreadable | undefined {
  if (!isCompoundFile(bytes)) return checkArchive(bytes, limits);
  return {
    unreadable: l10n.t(
      'The document is protected by a password or in an old format. Save it as .docx without a password.',
    ),
  };
}

/** OLE: old Word files, and .docx files encrypted with a password. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

/** What is said of a document whose archive or XML is broken. */
export function damaged(): Unreadable {
  return { unreadable: l10n.t('The document is damaged or cut off. Open it in Word and save it again.') };
}

/** Walks the archive's directory: damaged, no Word document, too many entries or too large once unfolded. */
function checkArchive(bytes: Uint8Array, limits: ReadLimits): Unreadable | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.lastIndexOf(Uint8Array.of(0x50, 0x4b, 0x05, 0x06));
  if (end < 0 || end + 20 > buffer.length) return damaged();
  const entries = buffer.readUInt16LE(end + 10);
  let at = buffer.readUInt32LE(end + 16);
  const tooLarge = { unreadable: l10n.t('The document unfolds to more than can be read. Split it into parts.') };
  if (entries > MOST_ENTRIES) return tooLarge;
  let hasDocument = false;
  let left = Math.min(MOST_XML, limits.characters * MARKUP_FACTOR);
  for (let i = 0; i < entries; i++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== 0x02014b50) return damaged();
    const compressed = buffer.readUInt32LE(at + 20);
    const name = buffer.toString('utf8', at + 46, at + 46 + buffer.readUInt16LE(at + 28));
    if (name === 'word/document.xml') hasDocument = true;
    if (!NO_XML.test(name)) {
      const claimed = buffer.readUInt32LE(at + 24);
      left -= claimed > left ? claimed : unfoldedBytes(bytes, buffer.readUInt32LE(at + 42), compressed, left);
    }
    if (left < 0) return tooLarge;
    at += 46 + buffer.readUInt16LE(at + 28) + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return hasDocument
    ? undefined
    : { unreadable: l10n.t('The file is no Word document. Save it as .docx, .pdf or .txt.') };
}

/** How many bytes a part unfolds to, whatever the directory says; more than `most` where it is more. */
function unfoldedBytes(bytes: Uint8Array, header: number, compressed: number, most: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (header + 30 > bytes.length || view.getUint16(header + 8, true) !== 8) return compressed;
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  try {
    const unfolded = inflateRawSync(bytes.subarray(start, start + compressed), { maxOutputLength: Math.max(1, most) });
    return unfolded.length;
  } catch (error) {
    return error instanceof RangeError ? most + 1 : 0;
  }
}
