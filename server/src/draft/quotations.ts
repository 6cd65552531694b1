/** Finds quotations and 《titles》 within a block; marks that do not match end with the block. */
import type { Span } from '../text/span';
import type { Block, Quotation } from './draft';

const OPEN = new Map([
  ['“', { close: '”', kind: 'double' as const }],
  ['「', { close: '」', kind: 'double' as const }],
  ['『', { close: '』', kind: 'double' as const }],
  ['‘', { close: '’', kind: 'single' as const }],
]);

const STRAIGHT_QUOTE = 0x22;
/** ‘ to 』: between them lie all marks but the straight one. */
const FIRST_MARK = 0x2018;
const LAST_MARK = 0x300f;

/**
 * The quotations of a block, outer and inner, spans without the marks. Straight quotes `"` pair up
 * in turn. An opening mark that is never closed in its block opens nothing. O(length).
 */
export function readQuotations(text: string, block: Block): Quotation[] {
  const found: Quotation[] = [];
  if (block.kind === 'blockQuote') found.push({ kind: 'block', start: block.start, end: block.end });
  const open: { close: string; kind: 'double' | 'single'; start: number }[] = [];
  // How many marks wait for each closing one: without it, every mark that closes nothing would be compared with all.
  const waiting = new Map<string, number>();
  for (let i = block.start; i < block.end; i++) {
    const code = text.charCodeAt(i);
    // Most characters are no marks: this is asked of every one of them at every keystroke.
    if (code !== STRAIGHT_QUOTE && (code < FIRST_MARK || code > LAST_MARK)) continue;
    const character = text[i]!;
    if (character === '"') {
      if (waiting.get('"')) close('"', i);
      else push({ close: '"', kind: 'double', start: i + 1 });
      continue;
    }
    const mark = OPEN.get(character);
    if (mark) {
      push({ ...mark, start: i + 1 });
      continue;
    }
    if (character === '”' || character === '」' || character === '』' || character === '’') {
      if (waiting.get(character)) close(character, i);
    }
  }
  return found;

  function push(mark: { close: string; kind: 'double' | 'single'; start: number }): void {
    open.push(mark);
    waiting.set(mark.close, (waiting.get(mark.close) ?? 0) + 1);
  }

  /** Closes the last mark that waits for `character`; those opened after it close nothing. */
  function close(character: string, end: number): void {
    for (let mark = open.pop(); mark; mark = open.pop()) {
      waiting.set(mark.close, waiting.get(mark.close)! - 1);
      if (mark.close !== character) continue;
      if (mark.start < end) found.push({ kind: mark.kind, start: mark.start, end });
      return;
    }
  }
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
