/** The outline of a draft and what folds in it: sections under 一、（一） 1. （1） and Markdown headings. */

import type { Draft, Heading } from '../draft/draft';
import { positionAt } from '../text/location';
import type { Span } from '../text/span';

export interface SectionSymbol extends Span {
  /** `一、加快…` */
  readonly name: string;
  /** The heading itself. */
  readonly heading: Span;
  readonly children: readonly SectionSymbol[];
}

/** Sections as a tree: each from its heading to the next one of the same or a higher level. O(headings). */
export function documentSymbols(draft: Draft): SectionSymbol[] {
  const build = (headings: readonly Heading[], from: number, to: number, end: number): SectionSymbol[] => {
    const symbols: SectionSymbol[] = [];
    for (let i = from; i < to; ) {
      const heading = headings[i]!;
      let next = i + 1;
      while (next < to && headings[next]!.level > heading.level) next++;
      const sectionEnd = next < to ? endBefore(draft, headings[next]!.start) : end;
      symbols.push({
        name: nameOf(heading),
        start: heading.start,
        end: sectionEnd,
        heading: { start: heading.start, end: heading.end },
        children: build(headings, i + 1, next, sectionEnd),
      });
      i = next;
    }
    return symbols;
  };
  const headings = ranked(draft.headings);
  return build(headings, 0, headings.length, endBefore(draft, draft.text.length));
}

/** Numbered headings lie below the Markdown headings without a number that stand above them. */
function ranked(headings: readonly Heading[]): Heading[] {
  let titleLevel = 0;
  return headings.map((heading) => {
    if (heading.numbering === undefined) {
      titleLevel = heading.level;
      return heading;
    }
    return { ...heading, level: titleLevel + heading.level };
  });
}

function nameOf({ numbering, title }: Heading): string {
  if (numbering === undefined) return title;
  return /^[（(]/.test(numbering)
    ? `${numbering}${title}`
    : `${numbering}${/^\d/.test(numbering) ? '.' : '、'}${title}`;
}

function endBefore(draft: Draft, offset: number): number {
  return draft.text.slice(0, offset).trimEnd().length;
}

/** A range of lines, 0-based, that can be folded. */
export interface FoldingRange {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind?: 'comment';
}

/** Sections of two lines or more, front matter and comments. */
export function foldingRanges(draft: Draft): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const add = (span: Span, kind?: 'comment') => {
    const startLine = positionAt(draft.lineStarts, span.start).line;
    const endLine = positionAt(draft.lineStarts, Math.max(span.start, span.end - 1)).line;
    if (endLine > startLine) ranges.push({ startLine, endLine, ...(kind && { kind }) });
  };
  const addSections = (symbols: readonly SectionSymbol[]) => {
    for (const symbol of symbols) {
      add(symbol);
      addSections(symbol.children);
    }
  };
  addSections(documentSymbols(draft));
  for (const block of draft.blocks) {
    if (block.kind === 'comment') add(block, 'comment');
    if (block.kind === 'frontMatter' || block.kind === 'code') add(block);
  }
  return ranges;
}
