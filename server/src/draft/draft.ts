/** A draft as the features and checks see it. Parsing never fails: whatever is typed has a structure. */
import type { Span } from '../text/span';

/** What a stretch of a draft is: only `prose` and `heading` are completed, hovered and checked. */
export type BlockKind = 'prose' | 'heading' | 'frontMatter' | 'code' | 'comment' | 'table' | 'blockQuote';

/** A paragraph-sized stretch of a draft; spans in UTF-16 code units of the draft's text. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Worked out when first asked for: completion at one place needs none of the others. Empty where {@link isReadable} is false. */
  readonly sentences: readonly Sentence[];
}

/** Whether a block is text to be read, and so has sentences: no front matter, code, comment or table. */
export function isReadable({ kind }: Pick<Block, 'kind'>): boolean {
  return kind === 'prose' || kind === 'heading' || kind === 'blockQuote';
}

export interface Sentence extends Span {
  readonly clauses: readonly Span[];
}

/** How a heading is numbered: 一、 is level 1, （一） 2, 1. 3, （1） 4; a Markdown heading without a number counts its `#`. */
export interface Heading extends Span {
  readonly level: number;
  /** The heading without `#`, number and a run-in sentence. */
  readonly title: string;
  /** `一`, `（一）`, `1.`, or absent. */
  readonly numbering?: string;
}

/** Text between quotation marks, without the marks. */
export interface Quotation extends Span {
  /** `block`: a Markdown block quote; `double`: “ ” or 「 」 or straight quotes; `single` inside another. */
  readonly kind: 'double' | 'single' | 'block';
}

/** A `<!-- zhibi-ignore CODE -->` comment: silences the codes (all, where none is named) in the paragraph it stands in or before. */
export interface IgnoreComment extends Span {
  readonly codes: readonly string[];
}

export interface FrontMatter extends Span {
  readonly values: Readonly<Record<string, string>>;
}

export interface Draft {
  readonly uri: string;
  readonly text: string;
  /** The offset of each line. */
  readonly lineStarts: readonly number[];
  readonly frontMatter?: FrontMatter;
  /** Disjoint, ascending. */
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  /** Ascending by start. */
  readonly quotations: readonly Quotation[];
  /** Titles between 《 and 》, without the marks. */
  readonly titles: readonly Span[];
  readonly ignoreComments: readonly IgnoreComment[];
  /** The date the draft states of itself in front matter or heading lines, `YYYY-MM-DD` or less precise. */
  readonly statedDate?: string;
}
