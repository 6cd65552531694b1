/** Reads the text layer of PDF files, page by page, without running heads. */
import * as l10n from '@vscode/l10n';
import { startsItem } from '../clean/lines';
import { gb1CMap } from './gb1CMaps';
import { linesOf, type PageLine, type TextItem } from './pdfLines';
import type { Reader } from './reader';

const MOST_PAGES = 3000;
/** Fewer characters a page than this on average: pictures of pages. */
const FEWEST_CHARACTERS = 20;
/** A line at the edge of this share of the pages is a running head. */
const RUNNING_HEAD = 0.5;
const EDGE_LINES = 2;
/** An edge is a column's when this share of a page's lines has it. */
const SHARED = 0.1;

export const readPdf: Reader = async (bytes, limits) => {
  const { getDocumentProxy } = await import('unpdf');
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    // A copy: the parser takes the buffer for itself.
    pdf = await getDocumentProxy(new Uint8Array(bytes), documentOptions);
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      return { unreadable: l10n.t('The PDF is protected by a password. Save it without one.') };
    }
    return { unreadable: l10n.t('The PDF is damaged or cut off. Open it and save it again.') };
  }
  try {
    const pages: PageLine[][] = [];
    let characters = 0;
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES) && characters <= limits.characters; number++) {
      const page = await pdf.getPage(number);
      const lines = linesOf((await page.getTextContent()).items as readonly TextItem[]);
      page.cleanup();
      characters += lines.reduce((sum, line) => sum + line.text.length, 0);
      pages.push(lines);
    }
    if (characters < pages.length * FEWEST_CHARACTERS) {
      return {
        unreadable: l10n.t('The PDF holds pictures of pages and no text. Recognise its text (OCR) and save it again.'),
      };
    }
    const problems = pdf.numPages > MOST_PAGES ? [l10n.t('Only the first {0} pages were read.', MOST_PAGES)] : [];
    const text = toParagraphs(withoutRunningHeads(pages));
    return { text, format: 'plain', originalIsText: false, problems };
  } finally {
    await pdf.destroy();
  }
};

/** Supplies the character maps the PDF library asks for by name. */
class CharacterMaps {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const map = kind === 'cMapUrl' ? gb1CMap(filename) : undefined;
    if (!map) throw new Error(`${filename} is not there`);
    return map;
  }
}

const documentOptions = {
  isEvalSupported: false,
  verbosity: 0,
  useWorkerFetch: false,
  cMapPacked: false,
  BinaryDataFactory: CharacterMaps,
};

/** The edges (in whole points) that many lines share: of the page's columns. */
function sharedEdges(edges: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const edge of edges) counts.set(Math.round(edge), (counts.get(Math.round(edge)) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= Math.max(3, edges.length * SHARED)).map(([edge]) => edge);
}

/** Joins the lines of the pages to paragraphs: a line that fills its column goes on in the next one unless that is set in. */
function toParagraphs(pages: readonly PageLine[][]): string {
  const parts: string[] = [];
  let goesOn = false;
  for (const lines of pages) {
    const lefts = sharedEdges(lines.map((line) => line.left));
    const rights = sharedEdges(lines.map((line) => line.right));
    for (const { text, left, right, size } of lines) {
      const atEdge = lefts.some((edge) => Math.abs(left - edge) < size / 2);
      const setIn = lefts.some((edge) => left - edge > size && left - edge < size * 3) && !isLowest(lefts, left, size);
      if (parts.length > 0) parts.push(goesOn && atEdge && !setIn && !startsItem(text) ? '' : '\n');
      parts.push(text);
      goesOn = rights.some((edge) => Math.abs(right - edge) <= size);
    }
  }
  return parts.join('');
}

/** Whether no shared edge lies within an indentation to the left. */
function isLowest(lefts: readonly number[], left: number, size: number): boolean {
  return !lefts.some((edge) => left - edge > size / 2 && left - edge < size * 3);
}

/** Drops lines at the top or bottom of pages that are the same on most pages but for their numbers. */
function withoutRunningHeads(pages: readonly PageLine[][]): PageLine[][] {
  if (pages.length < 3) return [...pages];
  const counts = new Map<string, number>();
  const keyOf = ({ text }: PageLine) => text.replace(/[\d\s一二三四五六七八九十]+/g, '#');
  const edgesOf = (lines: readonly PageLine[]) => new Set([...lines.slice(0, EDGE_LINES), ...lines.slice(-EDGE_LINES)]);
  for (const lines of pages) {
    for (const key of new Set([...edgesOf(lines)].map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return pages.map((lines) => {
    const edges = edgesOf(lines);
    return lines.filter((line) => !edges.has(line) || (counts.get(keyOf(line)) ?? 0) < pages.length * RUNNING_HEAD);
  });
}
