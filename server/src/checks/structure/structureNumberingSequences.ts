/** Puts the numbered points of a draft into the sequences they belong to. */
import type { Draft } from '../../draft/draft';
import { LEVELS, type NumberedItem, type NumberingStyle } from '../../draft/numberedItems';

/** How many paragraphs without a point may lie between 一是 and 二是 where both begin a paragraph, and where not. */
const PARAGRAPHS_BETWEEN_LEADING = 4;
const PARAGRAPHS_BETWEEN = 1;
/** So many lists of one style may be open within each other. */
const MOST_NESTED = 6;

/** Points of one style that count on from each other, by place; a point numbered 1 begins a sequence. */
export type NumberingSequence = NumberedItem[];

/**
 * The sequences of a draft. Levels nest as they come: a point ends the sequences below its own. A sequence goes on under a
 * new parent where its number does ((一) to (二十) through all chapters). Points whose beginning is not
 * there (an excerpt) are in none. O(items × depth).
 */
export function numberingSequences(draft: Draft, items: readonly NumberedItem[]): NumberingSequence[] {
  const sequences: NumberingSequence[] = [];
  const open: NumberingSequence[] = [];
  const latest = new Map<NumberingStyle, NumberingSequence>();
  const running = new Map<NumberingStyle, NumberingSequence>();
  const titles = draft.headings.filter(({ numbering }) => numbering === undefined);
  let title = 0;

  const begin = (item: NumberedItem): NumberingSequence => {
    const sequence = [item];
    sequences.push(sequence);
    return sequence;
  };
  const addLevel = (item: NumberedItem): void => {
    const isLevel = (sequence: NumberingSequence) => sequence[0]!.style === item.style;
    const goesOn = (sequence: NumberingSequence) => isLevel(sequence) && sequence.at(-1)!.value + 1 === item.value;
    if (item.value === 1) {
      // Within a list of the same style or after it: both stay open, and the next number tells.
      if (open.filter(isLevel).length >= MOST_NESTED) open.splice(open.findIndex(isLevel), 1);
      open.push(begin(item));
    } else {
      const continued = open.findLastIndex(goesOn);
      const at = continued >= 0 ? continued : open.findLastIndex(isLevel);
      const earlier = latest.get(item.style);
      if (at >= 0) open.length = at + 1;
      else if (earlier && goesOn(earlier)) open.push(earlier);
      else return;
      open.at(-1)!.push(item);
    }
    latest.set(item.style, open.at(-1)!);
  };
  const addRunning = (item: NumberedItem): void => {
    const before = running.get(item.style);
    if (item.value === 1) running.set(item.style, begin(item));
    else if (before && isNear(before.at(-1)!, item)) before.push(item);
  };

  for (const item of items) {
    // A heading without a number begins a part of its own: what is counted in it may begin anew.
    for (; title < titles.length && titles[title]!.start < item.start; title++) {
      open.length = 0;
      running.clear();
    }
    if (LEVELS.includes(item.style)) {
      addLevel(item);
      running.clear();
    } else addRunning(item);
  }
  return joinTypos(sequences);
}

function isNear(before: NumberedItem, item: NumberedItem): boolean {
  const distance = item.paragraph - before.paragraph;
  if (item.style === 'inlineHan' || item.style === 'inlineDigit') return distance === 0;
  return distance <= (before.leads && item.leads ? PARAGRAPHS_BETWEEN_LEADING : PARAGRAPHS_BETWEEN);
}

/** 1, 1, 3: the second 1 does not begin a sequence, it stands for 2. */
function joinTypos(sequences: readonly NumberingSequence[]): NumberingSequence[] {
  const joined: NumberingSequence[] = [];
  for (const sequence of sequences) {
    const before = joined.findLast(([first]) => first!.style === sequence[0]!.style);
    const isTypo = before !== undefined && before.at(-1)!.value + 2 === sequence[1]?.value;
    if (isTypo && areNeighbours(before.at(-1)!, sequence[0]!)) before.push(...sequence);
    else joined.push([...sequence]);
  }
  return joined;
}

function areNeighbours(a: NumberedItem, b: NumberedItem): boolean {
  return LEVELS.includes(a.style) || b.paragraph - a.paragraph <= PARAGRAPHS_BETWEEN;
}
