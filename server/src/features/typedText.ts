/** What she has typed up to the cursor, as completion needs it. */
import type { Draft } from '../draft/draft';
import { isProseAt } from '../draft/parseDraft';
import { isSeparator, isWithinCharacter } from '../text/characters';
import { keyOf } from '../text/keyText';

/** Characters before the cursor that are looked at. */
const LOOK_BACK = 64;

export interface TypedText {
  readonly offset: number;
  /** The line before the cursor, at most {@link LOOK_BACK} code units of it. */
  readonly line: string;
  /** The line before the cursor from its first character is all in `line`. */
  readonly wholeLine: boolean;
  /** `line` folded: the context of a prediction. */
  readonly key: string;
  /** The end of `line` since the last punctuation or space. */
  readonly clause: string;
  /** Latin letters at the very end, lower case: pinyin, perhaps. */
  readonly letters: string;
  /** What follows the cursor on its line, at most {@link LOOK_BACK} code units. */
  readonly following: string;
}

/** Undefined where nothing is completed: in front matter, code, comments and tables, and within a character. O(blocks before the cursor). */
export function typedTextAt(draft: Draft, offset: number): TypedText | undefined {
  if (!isProseAt(draft, offset)) return undefined;
  const { text } = draft;
  if (isWithinCharacter(text, offset)) return undefined;
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const start = Math.max(lineStart, offset - LOOK_BACK);
  const line = text.slice(start, offset);
  let clauseStart = line.length;
  while (clauseStart > 0 && !isSeparator(line.charCodeAt(clauseStart - 1))) clauseStart--;
  const rest = /^[^\r\n]*/.exec(text.slice(offset, offset + LOOK_BACK))![0];
  return {
    offset,
    line,
    wholeLine: start === lineStart,
    key: keyOf(line.replace(/^[ \t]*(?:#{1,6}[ \t]+|[-*+>][ \t]+)?/, '')),
    clause: line.slice(clauseStart),
    letters: (/[A-Za-z]+$/.exec(line)?.[0] ?? '').toLowerCase(),
    following: rest,
  };
}
