/** A parsed draft, with what only some readers of it need worked out when it is first asked for. */
import { clauses, sentences } from '../text/sentences';
import type { Span } from '../text/span';
import {
  type Block,
  type BlockKind,
  type Draft,
  type FrontMatter,
  type Heading,
  type IgnoreComment,
  isReadable,
  type Quotation,
  type Sentence,
} from './draft';
import { readQuotations, readTitles } from './quotations';
import { readStatedDate } from './statedDate';

/** What parsing finds; blocks, headings and comments ascending. */
export interface DraftStructure {
  readonly uri: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  readonly ignoreComments: readonly IgnoreComment[];
  readonly frontMatter?: FrontMatter | undefined;
}

export class ParsedDraft implements Draft {
  readonly uri: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  readonly ignoreComments: readonly IgnoreComment[];
  readonly frontMatter?: FrontMatter;
  readonly statedDate?: string;
  #quotations: readonly Quotation[] | undefined;
  #titles: readonly Span[] | undefined;

  constructor({ uri, text, lineStarts, blocks, headings, ignoreComments, frontMatter }: DraftStructure) {
    this.uri = uri;
    this.text = text;
    this.lineStarts = lineStarts;
    this.blocks = blocks;
    this.headings = headings;
    this.ignoreComments = ignoreComments;
    if (frontMatter) this.frontMatter = frontMatter;
    const statedDate = readStatedDate(text, frontMatter, blocks);
    if (statedDate !== undefined) this.statedDate = statedDate;
    Object.freeze(this);
  }

  get quotations(): readonly Quotation[] {
    this.#quotations ??= this.blocks
      .filter(isReadable)
      .flatMap((block) => readQuotations(this.text, block))
      .sort((a, b) => a.start - b.start);
    return this.#quotations;
  }

  get titles(): readonly Span[] {
    this.#titles ??= this.blocks.filter(isReadable).flatMap((block) => readTitles(this.text, block));
    return this.#titles;
  }
}

/** A block of `text`; where it is to be read, its sentences are found when first asked for. */
export function blockOf(kind: BlockKind, { start, end }: Span, text: string): Block {
  return isReadable({ kind }) ? new ReadableBlock(kind, start, end, text) : { kind, start, end, sentences: [] };
}

class ReadableBlock implements Block {
  readonly #text: string;
  #sentences: readonly Sentence[] | undefined;

  constructor(
    readonly kind: BlockKind,
    readonly start: number,
    readonly end: number,
    text: string,
  ) {
    this.#text = text;
  }

  get sentences(): readonly Sentence[] {
    this.#sentences ??= toSentences(this.#text, this);
    return this.#sentences;
  }
}

/**
 * What runs on without a full stop for longer is a list or no prose at all: it is cut at its clauses, so that whatever
 * looks at a sentence as a whole stays linear in the length of the draft. In UTF-16 code units.
 */
const LONGEST_SENTENCE = 1000;

function toSentences(text: string, block: Span): Sentence[] {
  return sentences(text, block).flatMap((span) => {
    const inSpan = clauses(text, span);
    if (span.end - span.start <= LONGEST_SENTENCE) return [{ ...span, clauses: inSpan }];
    return cutSentence(span, inSpan);
  });
}

/** Pieces of a sentence that begin at a clause each, as long as they may be; a clause too long is cut anywhere. O(length). */
function cutSentence(sentence: Span, inSentence: readonly Span[]): Sentence[] {
  const short = inSentence.flatMap((clause) => {
    const count = Math.ceil((clause.end - clause.start) / LONGEST_SENTENCE);
    return Array.from({ length: count }, (_, i) => ({
      start: clause.start + i * LONGEST_SENTENCE,
      end: Math.min(clause.end, clause.start + (i + 1) * LONGEST_SENTENCE),
    }));
  });
  const pieces: { start: number; end: number; clauses: Span[] }[] = [];
  for (const clause of short) {
    const last = pieces.at(-1);
    if (last && clause.end - last.start <= LONGEST_SENTENCE) {
      last.end = clause.end;
      last.clauses.push(clause);
    } else pieces.push({ ...clause, clauses: [clause] });
  }
  // Marks and blanks between two pieces belong to the one before, those at the ends of the sentence to its own pieces.
  for (const [i, piece] of pieces.entries()) {
    if (i === 0) piece.start = sentence.start;
    piece.end = pieces[i + 1]?.start ?? sentence.end;
  }
  return pieces.length > 0 ? pieces : [{ ...sentence, clauses: [] }];
}
