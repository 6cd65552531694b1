/** Numbers the headings and points of a draft anew, level by level, in the order they stand. */
import type { Draft } from '../draft/draft';
import { LEVELS, type NumberedItem, type NumberingStyle, numberedItems, writeNumeral } from '../draft/numberedItems';
import type { TextEdit } from '../text/textEdit';

/** Below the headings one section may hold several lists. */
const FIRST_OF_LISTS = LEVELS.indexOf('digit');

/**
 * The edits that number all levels anew, ascending. A level begins again under each heading of a higher one and under each
 * heading without a number, but for one that counts on through the whole draft ((一) to (二十) through all chapters). A
 * list that begins with 1 again after a list from 1 is another list. What stands in tables, quotations and code is left.
 * O(length).
 */
export function renumber(draft: Draft): TextEdit[] {
  const items = numberedItems(draft).filter(({ leads, style }) => leads && LEVELS.includes(style));
  return groups(draft, items)
    .flatMap((group) =>
      group.flatMap(({ numeral: { start, end } }, i): TextEdit[] => {
        const written = draft.text.slice(start, end);
        const newText = writeNumeral(i + 1, written);
        return newText === undefined || newText === written ? [] : [{ start, end, newText }];
      }),
    )
    .sort((a, b) => a.start - b.start);
}

/** The points that are counted together. */
function groups(draft: Draft, items: readonly NumberedItem[]): NumberedItem[][] {
  const through = new Set(LEVELS.filter((style) => countsThrough(draft, items, style)));
  const all: NumberedItem[][] = [];
  const open = new Map<NumberingStyle, NumberedItem[]>();
  for (const [i, item] of items.entries()) {
    const level = LEVELS.indexOf(item.style);
    if (startsAnew(draft, items, i)) {
      for (const style of LEVELS.slice(level)) if (!through.has(style)) open.delete(style);
    }
    for (const style of LEVELS.slice(level + 1)) if (!through.has(style)) open.delete(style);
    const group = open.get(item.style);
    if (group && !isAnotherList(group, item, items[i + 1])) group.push(item);
    else {
      const begun = [item];
      all.push(begun);
      open.set(item.style, begun);
    }
  }
  return all;
}

/** Whether a heading without a number stands between a point and the one before it. */
function startsAnew(draft: Draft, items: readonly NumberedItem[], at: number): boolean {
  const from = items[at - 1]?.start ?? 0;
  return draft.headings.some(
    ({ numbering, start }) => numbering === undefined && start > from && start < items[at]!.start,
  );
}

function isAnotherList(group: readonly NumberedItem[], item: NumberedItem, next: NumberedItem | undefined): boolean {
  if (LEVELS.indexOf(item.style) < FIRST_OF_LISTS || item.value !== 1) return false;
  return group[0]!.value === 1 && next?.style === item.style && next.value === 2;
}

/** Whether a level counts on under every new heading above it: more often than it begins with 1 again. */
function countsThrough(draft: Draft, items: readonly NumberedItem[], style: NumberingStyle): boolean {
  const level = LEVELS.indexOf(style);
  let last: NumberedItem | undefined;
  let isUnderNew = false;
  let balance = 0;
  for (const [i, item] of items.entries()) {
    if (startsAnew(draft, items, i) || LEVELS.indexOf(item.style) < level) isUnderNew = true;
    if (item.style !== style) continue;
    if (last && isUnderNew) balance += item.value === 1 ? -1 : item.value === last.value + 1 ? 1 : 0;
    last = item;
    isUnderNew = false;
  }
  return balance > 0;
}
