/** From the bytes of a file to a clean document. */
import * as l10n from '@vscode/l10n';
import type { Parsed } from '../util/problem';
import { cleanText } from './clean/cleanText';
import { readFrontMatter } from './clean/frontMatter';
import { lineStartsOf } from './decode';
import type { CorpusDocument } from './document';
import { readInfo } from './info';
import { readDoc } from './readers/doc';
import { readDocx } from './readers/docx';
import { readHtml, readMhtml } from './readers/html';
import { readPdf } from './readers/pdf';
import { defaultReadLimits, type Reader, type ReadLimits } from './readers/reader';
import { readMarkdown, readPlainText } from './readers/text';
import { readSidecar, type Sidecar } from './sidecar';

/** A file of the corpus. */
export interface CorpusFile {
  /** Absolute. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Ships with Zhibi: an example, whatever it says of itself. */
  readonly builtIn: boolean;
  /** What the writer says of it in a file beside it; wins over front matter. */
  readonly sidecar?: Sidecar;
}

const readers: Readonly<Record<string, Reader>> = {
  txt: readPlainText,
  text: readPlainText,
  md: readMarkdown,
  markdown: readMarkdown,
  gongwen: readMarkdown,
  html: readHtml,
  htm: readHtml,
  xhtml: readHtml,
  mhtml: readMhtml,
  mht: readMhtml,
  docx: readDocx,
  doc: readDoc,
  pdf: readPdf,
};

/** Formats that hold documents we cannot read: they are named, not passed over. */
const unsupportedExtensions = new Set(
  'wps wpt rtf odt ofd caj ceb ppt pptx et xls xlsx epub zip rar 7z jpg jpeg png gif bmp tif tiff webp heic'.split(' '),
);

/** Extensions (lower case, no dot) of the files that can be read. */
export const supportedExtensions: readonly string[] = Object.keys(readers);

/** The lower-case extension of a path, without the dot; '' where there is none. */
function extensionOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/** A folder of pictures beside a saved page, and what office programs leave behind while a file is open. */
const BY_PRODUCT = /(?:_files|\.files|\.assets)[\\/][^\\/]*$|(?:^|[\\/])(?:~\$|\._|\.)[^\\/]*$/;

/** Whether {@link readDocument} has something to say about a file: it can read it, or names why it cannot. */
export function isSupportedFile(path: string): boolean {
  const extension = extensionOf(path);
  return (Object.hasOwn(readers, extension) || unsupportedExtensions.has(extension)) && !BY_PRODUCT.test(path);
}

/**
 * Reads and cleans a file. The value is undefined where the file gives no text; the problem says why and what to do.
 * Never throws for what the file holds. O(length).
 */
export async function readDocument(
  file: CorpusFile,
  limits: ReadLimits = defaultReadLimits,
): Promise<Parsed<CorpusDocument | undefined>> {
  const { path, bytes, builtIn } = file;
  const fail = (message: string) => ({ value: undefined, problems: [{ path, message }] });
  const extension = extensionOf(path);
  const reader = Object.hasOwn(readers, extension) ? readers[extension] : undefined;
  if (!reader) return fail(describeUnsupported(extension));
  if (bytes.length > limits.bytes) {
    return fail(l10n.t('The file is larger than {0} MB. Split it into parts.', Math.floor(limits.bytes / 1048576)));
  }
  if (bytes.length === 0) return fail(l10n.t('The file is empty.'));
  try {
    const read = await reader(bytes, limits);
    if ('unreadable' in read) return fail(read.unreadable);
    if (read.text.length > limits.characters) {
      return fail(l10n.t('The file holds more than {0} characters. Split it into parts.', limits.characters));
    }
    const { text, format, originalIsText } = read;
    const frontMatter = originalIsText ? readFrontMatter(text) : undefined;
    const from = frontMatter?.end ?? 0;
    const ofFile = frontMatter?.values ?? {};
    const isClean = ofFile.cleaned === 'true';
    const { text: clean, map, removed } = cleanText(text, { format: isClean ? 'cleaned' : format, from });
    if (clean === '') return fail(l10n.t('The file holds no text.'));
    const raw = from === 0 ? text : text.slice(from);
    const sidecar = file.sidecar && readSidecar(file.sidecar);
    const declared = { ...ofFile, ...sidecar?.value };
    const { title, published, source } = read;
    const info = readInfo({ path, raw, clean, declared, ofFormat: { title, published, source } });
    const value: CorpusDocument = {
      path,
      info: builtIn ? { ...info, kind: 'sample' } : info,
      clean,
      originalIsText,
      decoded: text,
      ...(isClean && ofFile.source && { source: ofFile.source }),
      cleanToRaw: map,
      rawLineStarts: lineStartsOf(text),
      removed,
    };
    const problems = [...read.problems.map((message) => ({ path, message })), ...(sidecar?.problems ?? [])];
    return { value, problems };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(l10n.t('The file could not be read ({0}). It may be damaged: open it and save it again.', reason));
  }
}

function describeUnsupported(extension: string): string {
  if (/^(?:jpe?g|png|gif|bmp|tiff?|webp|heic)$/.test(extension)) {
    return l10n.t(
      'A picture holds no text that can be searched. Recognise its text (OCR) and save it as .docx or .txt.',
    );
  }
  if (/^(?:zip|rar|7z)$/.test(extension)) {
    return l10n.t('Archives are not read. Unpack it into the corpus folder.');
  }
  return l10n.t('.{0} files cannot be read. Save the document as .docx, .pdf or .txt.', extension);
}
