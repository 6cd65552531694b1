/** A change of a text. */
import type { Span } from './span';

/** Replaces a span, in UTF-16 code units of the text as it is. */
export interface TextEdit extends Span {
  readonly newText: string;
}
