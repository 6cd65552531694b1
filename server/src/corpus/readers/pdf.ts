/** Reads the text layer of PDF files, page by page, without running heads. */
import * as l10n from '@vscode/l10n';
import { gb1CMap } from './gb1CMaps';
import type { Reader } from './reader';

const MOST_PAGES = 3000;
/** Fewer characters a page than this on average: pictures of pages. */
const FEWEST_CHARACTERS = 20;
/** A line at the edge of this share of the pages is a running head. */
const RUNNING_HEAD = 0.5;
const EDGE_LINES = 2;

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
    const pages: string[][] = [];
    let characters = 0;
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES) && characters <= limits.characters; number++) {
      const page = await pdf.getPage(number);
      const lines = linesOf((await page.getTextContent()).items as readonly TextItem[]);
      page.cleanup();
      characters += lines.reduce((sum, line) => sum + line.length, 0);
      pages.push(lines);
    }
    if (characters < pages.length * FEWEST_CHARACTERS) {
      return {
        unreadable: l10n.t('The PDF holds pictures of pages and no text. Recognise its text (OCR) and save it again.'),
      };
    }
    const problems = pdf.numPages > MOST_PAGES ? [l10n.t('Only the first {0} pages were read.', MOST_PAGES)] : [];
    const text = withoutRunningHeads(pages)
      .map((lines) => lines.join('\n'))
      .join('\n');
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

interface TextItem {
  readonly str?: string;
  readonly hasEOL?: boolean;
  /** The last two: where the text begins, in points from the lower left corner. */
  readonly transform?: readonly number[];
  readonly width?: number;
  readonly height?: number;
}

/** The lines of a page; a first line set in from the page's left edge keeps its indentation, as the mark of a paragraph. */
function linesOf(items: readonly TextItem[]): string[] {
  const lines: { text: string; left: number; size: number }[] = [];
  let text = '';
  let left = Number.NaN;
  let size = 0;
  const finish = () => {
    if (text.trim() !== '') lines.push({ text: text.trim(), left, size });
    text = '';
    left = Number.NaN;
  };
  for (const item of items) {
    if (item.str === undefined) continue;
    if (Number.isNaN(left) && item.str.trim() !== '') {
      left = item.transform?.[4] ?? 0;
      size = item.height ?? 0;
    }
    text += item.str;
    if (item.hasEOL) finish();
  }
  finish();
  const edge = commonLeft(lines.map((line) => line.left));
  return lines.map(({ text: line, left: at, size: height }) => {
    const indent = at - edge;
    return height > 0 && indent > height && indent < height * 3 ? `　　${line}` : line;
  });
}

/** The left edge most lines share, in whole points. */
function commonLeft(lefts: readonly number[]): number {
  const counts = new Map<number, number>();
  let best = 0;
  for (const left of lefts) {
    const at = Math.round(left);
    counts.set(at, (counts.get(at) ?? 0) + 1);
    if ((counts.get(at) ?? 0) > (counts.get(best) ?? 0)) best = at;
  }
  return best;
}

/** Drops lines at the top or bottom of pages that are the same on most pages but for their numbers. */
function withoutRunningHeads(pages: readonly string[][]): string[][] {
  if (pages.length < 3) return [...pages];
  const counts = new Map<string, number>();
  const keyOf = (line: string) => line.replace(/[\d\s一-十]+/g, '#');
  const edges = (lines: readonly string[]) => new Set([...lines.slice(0, EDGE_LINES), ...lines.slice(-EDGE_LINES)]);
  for (const lines of pages) {
    for (const key of new Set([...edges(lines)].map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return pages.map((lines) => {
    const edge = edges(lines);
    return lines.filter((line) => !edge.has(line) || (counts.get(keyOf(line)) ?? 0) < pages.length * RUNNING_HEAD);
  });
}
