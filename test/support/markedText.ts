/** Reads a text with markers: `‸` is the cursor, `⟪…⟫` a selection. */

/** A text without its markers; offsets in UTF-16 code units. */
export interface MarkedText {
  readonly text: string;
  /** Where the cursor stands; at the end of the text where none is marked. */
  readonly cursor: number;
  /** What is selected, in order. */
  readonly selections: readonly { readonly start: number; readonly end: number }[];
}

/** Takes the markers out. Throws where a selection is not closed or two cursors are set. */
export function markedText(marked: string): MarkedText {
  let text = '';
  let cursor: number | undefined;
  let open: number | undefined;
  const selections: { start: number; end: number }[] = [];
  for (const character of marked) {
    if (character === '‸') {
      if (cursor !== undefined) throw new Error('two cursors');
      cursor = text.length;
    } else if (character === '⟪') {
      open = text.length;
    } else if (character === '⟫') {
      if (open === undefined) throw new Error('a selection ends that never began');
      selections.push({ start: open, end: text.length });
      open = undefined;
    } else text += character;
  }
  if (open !== undefined) throw new Error('a selection that never ends');
  return { text, cursor: cursor ?? text.length, selections };
}

/** The text with `⟪…⟫` around spans (disjoint, ascending): how a test shows what was found. */
export function withSelections(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string {
  let marked = '';
  let from = 0;
  for (const { start, end } of spans) {
    marked += `${text.slice(from, start)}⟪${text.slice(start, end)}⟫`;
    from = end;
  }
  return marked + text.slice(from);
}
