/** What completion offers, before it becomes LSP. */
import type { Span } from '../../text/span';
import type { PredictionConfig } from '../draftContext';

export type CompletionKind = 'continuation' | 'term' | 'formulation' | 'phrase' | 'skeleton';

export interface CompletionItem {
  readonly kind: CompletionKind;
  /** The text that replaces the range of the whole answer; for a skeleton, in snippet syntax. */
  readonly insert: string;
  /** What is shown. */
  readonly label: string;
  /** What VS Code compares typed characters with; begins with the text in the range. */
  readonly filter: string;
  /** What is added at the cursor. */
  readonly added: string;
  /** Where it comes from, in one line: title, date, how many documents use it. */
  readonly source: string;
  /** Orders items of one answer, highest first. */
  readonly score: number;
  /** What {@link resolveCompletion} needs: the server keeps nothing between the two. */
  readonly data: CompletionData;
}

export interface CompletionData {
  /** The key whose occurrences in the corpus are the sources of this item. */
  readonly key: string;
  readonly entry?: { readonly kind: 'terms' | 'formulations' | 'quotes'; readonly id: string };
}

export interface CompletionAnswer {
  /** One range for all items: VS Code ranks longer ranges first whatever their order. */
  readonly replace: Span;
  readonly items: readonly CompletionItem[];
}

/** Wording superseded by the date of the draft is not offered. */
export interface CompletionConfig extends PredictionConfig {
  readonly maxItems: number;
  readonly pinyin: boolean;
}
