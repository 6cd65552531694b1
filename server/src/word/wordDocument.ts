/** A Word file opened: its archive, the XML of its body, and the text of its paragraphs with the run of every character. */
import type JSZip from 'jszip';

export const BODY_PART = 'word/document.xml';

/** Characters of one text element of a run; `start` is an offset into the text of the document. */
export interface TextPiece {
  readonly start: number;
  readonly end: number;
  /** The `w:r` that comments can be anchored on; the one that holds the box, for text in a box. */
  readonly run: Element;
  /** The element with these characters, directly in `run`; undefined where the run cannot be cut here. */
  readonly element?: Element;
}

export interface WordDocument {
  readonly zip: JSZip;
  readonly body: Document;
  /** A line for each paragraph, in order, those of tables and boxes too; a line break within one is a space. */
  readonly text: string;
  readonly pieces: readonly TextPiece[];
}

/** What is there twice (an older form of the same drawing), was deleted or moved away, or is no text. */
const LEFT_OUT = new Set([
  'Fallback',
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'pPr',
  'rPr',
  'sectPr',
  'tblPr',
  'trPr',
  'tcPr',
]);

/**
 * Opens a Word file. The caller has made sure that it is an archive that unfolds to a bounded size. Throws where its XML
 * is broken.
 */
export async function openWordDocument(bytes: Uint8Array): Promise<WordDocument> {
  const [{ default: Zip }, { DOMParser }] = await Promise.all([import('jszip'), import('@xmldom/xmldom')]);
  const zip = await Zip.loadAsync(bytes);
  const xml = await zip.file(BODY_PART)!.async('string');
  const fail = (message: string) => {
    throw new Error(message);
  };
  const body = new DOMParser({ errorHandler: { error: fail, fatalError: fail } }).parseFromString(xml, 'text/xml');
  return { zip, body, ...readText(body) };
}

function readText(body: Document): Pick<WordDocument, 'text' | 'pieces'> {
  const pieces: TextPiece[] = [];
  const lines: string[] = [];
  let start = 0;
  const readParagraph = (paragraph: Element, host: Element | undefined) => {
    let line = '';
    const boxes: { box: Element; run: Element }[] = [];
    const visit = (node: Element, run: Element | undefined) => {
      if (LEFT_OUT.has(node.localName ?? '')) return;
      if (node.localName === 'txbxContent') {
        if (run) boxes.push({ box: node, run });
        return;
      }
      const words = wordsOf(node);
      if (words !== undefined && run) {
        const from = start + line.length;
        line += words;
        const isWhole = run === node.parentNode && host === undefined;
        pieces.push({ start: from, end: from + words.length, run: host ?? run, ...(isWhole && { element: node }) });
        return;
      }
      for (const child of elements(node)) visit(child, node.localName === 'r' ? node : run);
    };
    for (const child of elements(paragraph)) visit(child, undefined);
    lines.push(line);
    start += line.length + 1;
    for (const { box, run } of boxes) readBlocks(box, host ?? run);
  };
  const readBlocks = (parent: Element, host: Element | undefined) => {
    for (const child of elements(parent)) {
      if (LEFT_OUT.has(child.localName ?? '')) continue;
      if (child.localName === 'p') readParagraph(child, host);
      else readBlocks(child, host);
    }
  };
  if (body.documentElement) readBlocks(body.documentElement, undefined);
  return { text: lines.join('\n'), pieces };
}

/** What an element of a run writes. */
function wordsOf(element: Element): string | undefined {
  switch (element.localName) {
    case 't':
      // A line break in the XML is no line break of the text.
      return (element.textContent ?? '').replace(/[\r\n]/g, ' ');
    case 'tab':
    case 'br':
    case 'cr':
      return element.parentNode && (element.parentNode as Element).localName === 'r' ? ' ' : undefined;
    case 'noBreakHyphen':
      return '-';
    default:
      return undefined;
  }
}

export function elements(node: Node): Element[] {
  const found: Element[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === child.ELEMENT_NODE) found.push(child as Element);
  }
  return found;
}
