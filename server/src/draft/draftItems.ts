/** Splits a draft that collects items (a newscast, a digest, entries under 【】) into them: what one tells is not held against another. */
import type { Span } from '../text/span';
import type { Block, Draft } from './draft';
import { type SentencePlace, sentencePlaces } from './sentencePlace';

const TAGS = '^[\\s　>*_]*(?:<[^<>]{1,20}>\\s*)*';
/** The line of an agency or a paper with which a report begins. */
const DATELINE = new RegExp(
  `${TAGS}(?:央视网消息|(?:本报|本台|本刊|新华社|人民网|中新[社网]|光明网|\\p{Script=Han}{2,6}(?:日报|晚报|新闻网|电视台))[^，。：]{0,20}?(?:讯|电|消息|报道)|[（(](?:[^（）()，]{0,8}记者|通讯员)[^，。（）()]{0,20}[）)])`,
  'u',
);
/** 【创新】…, as entries of a digest begin. */
const ENTRY = new RegExp(`${TAGS}【[^】\\n]{1,30}】`);
const SEPARATOR = /^[\s　]*(?:[-*_=—~※☆★◆○●#][\s　]*){3,}$/;
/** A line without a full stop, as headlines are. In UTF-16 code units. */
const LONGEST_HEADLINE = 48;
/** One dateline is that of the report itself, and one entry a remark. */
const FEWEST = 2;

const known = new WeakMap<Draft, readonly Span[]>();

/** The items of a draft, ascending, together the whole of it; a draft that is no collection is one item. O(length). */
export function draftItems(draft: Draft): readonly Span[] {
  let items = known.get(draft);
  if (items === undefined) {
    items = splitItems(draft);
    known.set(draft, items);
  }
  return items;
}

/** The sentences of each item of a draft read on a day, ascending. O(length). */
export function sentencesByItem(draft: Draft, today: string): SentencePlace[][] {
  const items = draftItems(draft);
  const grouped: SentencePlace[][] = items.map(() => []);
  let item = 0;
  for (const place of sentencePlaces(draft, today)) {
    while (items[item + 1] && items[item + 1]!.start <= place.sentence.start) item++;
    grouped[item]!.push(place);
  }
  return grouped;
}

function splitItems({ text, blocks, headings }: Draft): Span[] {
  const whole = [{ start: 0, end: text.length }];
  const readable = blocks.filter(({ kind }) => kind === 'prose' || kind === 'heading');
  const words = (block: Block) => text.slice(block.start, block.end);
  const numbered = new Set(headings.filter(({ numbering }) => numbering !== undefined).map(({ start }) => start));
  const isHeadline = (block: Block | undefined) =>
    block !== undefined &&
    !numbered.has(block.start) &&
    block.end - block.start <= LONGEST_HEADLINE &&
    !/[。；：，]\s*$/.test(words(block));
  const opens = (block: Block, i: number) =>
    DATELINE.test(words(block)) ||
    ENTRY.test(words(block)) ||
    (i > 0 && SEPARATOR.test(text.slice(readable[i - 1]!.end, block.start).trim()) && isHeadline(block));
  const count = readable.filter(opens).length;
  if (count < FEWEST) return whole;
  // The headline before a dateline belongs to it; in a collection each headline begins an item.
  const starts = readable.flatMap((block, i) => {
    const before = readable[i - 1];
    const isFirst = isHeadline(block) ? !isHeadline(before) : opens(block, i) && !isHeadline(before);
    return isFirst ? [block.start] : [];
  });
  if (starts[0] !== 0) starts.unshift(0);
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }));
}
