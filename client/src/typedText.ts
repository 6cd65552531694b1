/** Tells the change that comes from typing Chinese from every other change of a document. */

/** One event of the editor, reduced to what decides. Lengths in UTF-16 code units. */
export interface TypedChange {
  /** The texts inserted, one for each place changed at once. */
  readonly inserted: readonly string[];
  /** How much the first change replaced: the letters of a composition, or a selection. */
  readonly replacedLength: number;
  /** True for undo and redo. */
  readonly isHistory: boolean;
  /** The line up to the end of the inserted text. */
  readonly lineBefore: string;
}

/** An input method commits a phrase or a short sentence at most; what is longer was pasted. */
const longestCommit = 20;

const endsInHan = /\p{Script=Han}$/u;

/** Two characters that belong together, the last of them Han: one alone predicts nothing. */
const hasContext = /[\p{L}\p{N}]\p{Script=Han}$/u;

/**
 * Whether the list of suggestions may open by itself after this change. Never after undo, redo, deletion, paste, a
 * change in several places, or while the letters of a composition stand in the text; nor after an accepted suggestion,
 * so that the Enter meant for a new paragraph does not accept a second one.
 */
export function opensSuggestions(change: TypedChange): boolean {
  const [text, ...others] = change.inserted;
  if (text === undefined || others.length > 0 || change.isHistory) {
    return false;
  }
  if (text.length === 0 || text.length > longestCommit || !endsInHan.test(text) || /[\r\n]/.test(text)) {
    return false;
  }
  // A composition replaces its letters by as many characters or fewer; an accepted suggestion replaces by more.
  if (change.replacedLength > 0 && text.length > change.replacedLength) {
    return false;
  }
  return hasContext.test(change.lineBefore);
}
