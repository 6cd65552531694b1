/** What expanding the selection takes in: clause, sentence, paragraph, section after section, the whole draft. */
import type { Draft } from '../draft/draft';
import { contains, type Span, spanAt } from '../text/span';
import { documentSymbols, type SectionSymbol } from './documentSymbols';

/**
 * The ranges around an offset from the smallest to the whole draft, each larger than the one before; never empty.
 * Between two clauses the punctuation belongs to the first. O(length of the paragraph + sections).
 */
export function selectionRanges(draft: Draft, offset: number): Span[] {
  const ranges: Span[] = [];
  const add = (span: Span | undefined) => {
    const last = ranges.at(-1);
    if (!span || span.start >= span.end || span.start > offset || offset > span.end) return;
    if (last && (!contains(span, last) || span.end - span.start === last.end - last.start)) return;
    ranges.push({ start: span.start, end: span.end });
  };
  const block = spanAt(draft.blocks, offset);
  if (block) {
    const sentence = spanAt(block.sentences, offset);
    if (sentence) add(spanAt(sentence.clauses, offset));
    add(sentence);
    add(block);
  }
  for (const section of sectionsAround(documentSymbols(draft), offset)) {
    add(section.heading);
    add(section);
  }
  add({ start: 0, end: draft.text.length });
  return ranges.length > 0 ? ranges : [{ start: 0, end: draft.text.length }];
}

/** The sections that hold an offset, the innermost first. */
function sectionsAround(symbols: readonly SectionSymbol[], offset: number): SectionSymbol[] {
  const section = spanAt(symbols, offset);
  return section ? [...sectionsAround(section.children, offset), section] : [];
}
