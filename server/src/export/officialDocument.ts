/** A draft as an official document has it: title, headings of four levels, paragraphs, tables. Knows nothing of Word. */

/** What a stretch of text is, which decides its typeface: GB/T 9704-2012, section 7. */
export type Face = 'title' | 'heading1' | 'heading2' | 'text';

export interface Run {
  readonly text: string;
  readonly face: Face;
  readonly bold?: boolean;
}

/**
 * How a paragraph stands: `text` is indented by two characters, `salutation` is not, `signature` and `date` stand at the
 * right; `attachment` is the note 附件：1. …, `nextAttachment` a further one, which begins under the first one's number.
 */
export type ParagraphKind =
  | 'title'
  | 'subtitle'
  | 'heading'
  | 'text'
  | 'salutation'
  | 'attachment'
  | 'nextAttachment'
  | 'signature'
  | 'date';

export interface OfficialParagraph {
  readonly kind: ParagraphKind;
  /** 1 to 4: 一、（一） 1. （1）; only where the whole paragraph is the heading. */
  readonly level?: number;
  readonly runs: readonly Run[];
  /** Of signature and date: characters left free at the right. */
  readonly right?: number;
}

export interface OfficialTable {
  readonly kind: 'table';
  /** Rows of cells; rows may differ in length. */
  readonly rows: readonly (readonly (readonly Run[])[])[];
}

/** What was left out or kept in a simpler form, and how often. */
export type Simplification =
  | 'comment'
  | 'code'
  | 'blockQuote'
  | 'bullet'
  | 'emphasis'
  | 'link'
  | 'picture'
  | 'footnote'
  | 'html'
  | 'rule';

export interface OfficialDocument {
  /** Of the file; empty where the draft has none. */
  readonly title: string;
  /** Title and subtitle lines first. */
  readonly parts: readonly (OfficialParagraph | OfficialTable)[];
  readonly simplified: ReadonlyMap<Simplification, number>;
  /** Fields of the front matter that the document does not show. */
  readonly unusedFields: readonly string[];
  /** How often ×× stands in the text, as skeletons leave it for a name or a figure. */
  readonly openPlaces: number;
}

export function isTable(part: OfficialParagraph | OfficialTable): part is OfficialTable {
  return part.kind === 'table';
}
