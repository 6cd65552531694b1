/** Finds quotation marks and title marks without their counterpart, and says which turned the wrong way. */

import type { Draft } from '../../draft/draft';
import type { Span } from '../../text/span';
import type { TextEdit } from '../../text/textEdit';

/** A mark without its counterpart; `edits` is empty where it is not certain what belongs there. */
export interface UnmatchedMark extends Span {
  readonly edits: readonly TextEdit[];
}

interface Open {
  readonly at: number;
  readonly block: number;
}

const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['《', '》'],
];

/**
 * The marks of “ ” and 《 》 in the draft's paragraphs that have no counterpart, ascending. A quotation of several
 * paragraphs opens at the head of each and closes once; a pair may be spread over lines. O(length).
 */
export function unmatchedMarks(draft: Draft): UnmatchedMark[] {
  const blocks = draft.blocks.filter(({ sentences }) => sentences.length > 0);
  const found: UnmatchedMark[] = [];
  for (const [open, close] of PAIRS) {
    const stack: Open[] = [];
    const stray: Open[] = [];
    blocks.forEach((block, index) => {
      const turned = open === '“' ? turnedMark(draft.text, block) : undefined;
      if (turned) {
        found.push(turned);
        return;
      }
      for (let i = block.start; i < block.end; i++) {
        if (draft.text[i] === open) stack.push({ at: i, block: index });
        else if (draft.text[i] === close && stack.pop() === undefined) stray.push({ at: i, block: index });
      }
    });
    const unclosed = stack.filter(({ at, block }) => !leads(draft, blocks[block]!, at));
    for (const { at } of [...unclosed, ...stray]) found.push({ start: at, end: at + 1, edits: [] });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether a mark stands at the head of its paragraph, as those of a quotation of several paragraphs do. */
function leads({ text }: Draft, block: Span, at: number): boolean {
  return text.slice(block.start, at).trim() === '';
}

/** “…“ or ”…”: the one mark of a paragraph with an even number of them that does not stand in turn. */
function turnedMark(text: string, block: Span): UnmatchedMark | undefined {
  const marks: number[] = [];
  let opened = 0;
  for (let i = block.start; i < block.end; i++) {
    if (text[i] !== '“' && text[i] !== '”') continue;
    marks.push(i);
    opened += text[i] === '“' ? 1 : -1;
  }
  if (marks.length === 0 || marks.length % 2 === 1 || Math.abs(opened) !== 2) return undefined;
  const wrong = marks.filter((at, i) => text[at] !== (i % 2 === 0 ? '“' : '”'));
  if (wrong.length !== 1) return undefined;
  const [start] = wrong;
  const newText = text[start!] === '“' ? '”' : '“';
  return { start: start!, end: start! + 1, edits: [{ start: start!, end: start! + 1, newText }] };
}
