/** Finds quotations and 《titles》 within a block; marks that do not match end with the block. */
import type { Span } from '../text/span';
import type { Block, Quotation } from './draft';

const OPEN = new Map([
  ['“', { close: '”', kind: 'double' as const }],
  ['「', { close: '」', kind: 'double' as const }],
  ['『', { close: '』', kind: 'double' as const }],
  ['‘', { close: '’', kind: 'single' as const }],
]);

/**
 * The quotations of a block, outer and inner, spans without the marks. Straight quotes `"` pair up
 * in turn. An opening mark that is never closed in its block opens nothing. O(length).
 */
export function readQuotations(text: string, block: Block): Quotation[] {
  const found: Quotation[] = [];
  if (block.kind === 'blockQuote') found.push({ kind: 'block', start: block.start, end: block.end });
  const open: { close: string; kind: 'double' | 'single'; start: number }[] = [];
  for (let i = block.start; i < block.end; i++) {
    const character = text[i]!;
    if (character === '"') {
      const at = open.findIndex((mark) => mark.close === '"');
      if (at < 0) open.push({ close: '"', kind: 'double', start: i + 1 });
      else close(at, i);
      continue;
    }
    const mark = OPEN.get(character);
    if (mark) {
      open.push({ ...mark, start: i + 1 });
      continue;
    }
    if (character === '”' || character === '」' || character === '』' || character === '’') {
      const at = lastIndexOfClose(open, character);
      if (at >= 0) close(at, i);
    }
  }
  return found;

  function close(at: number, end: number): void {
    const [mark] = open.splice(at);
    if (mark!.start < end) found.push({ kind: mark!.kind, start: mark!.start, end });
  }
}

function lastIndexOfClose(open: readonly { close: string }[], character: string): number {
  for (let i = open.length - 1; i >= 0; i--) if (open[i]!.close === character) return i;
  return -1;
}

/** The spans between 《 and 》 in a block; a nested title belongs to the outer one. O(length). */
export function readTitles(text: string, block: Block): Span[] {
  const found: Span[] = [];
  let depth = 0;
  let start = 0;
  for (let i = block.start; i < block.end; i++) {
    if (text[i] === '《' || text[i] === '〈') {
      if (depth++ === 0) start = i + 1;
    } else if ((text[i] === '》' || text[i] === '〉') && depth > 0) {
      if (--depth === 0) found.push({ start, end: i });
    }
  }
  return found;
}
