/** How long a text is and how long it takes to speak. */

/** The pace taken for a speech read from a manuscript, in characters a minute. */
export const charactersPerMinute = 200;

/**
 * Characters a reader sees: code points without white space, front matter, HTML comments and the marks of Markdown
 * headings and emphasis. Punctuation counts, as in an office's 字数. O(length).
 */
export function spokenCharacters(text: string): number {
  const read = text
    .replace(/^---\r?\n[\s\S]*?\r?\n---(?:\r?\n|$)/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^#{1,6}\s/gm, '')
    .replace(/\*{1,3}|\s/g, '');
  return [...read].length;
}

/** Minutes at {@link charactersPerMinute}, in halves; at least half a minute for any text. */
export function speakingMinutes(characters: number): number {
  return Math.ceil((characters / charactersPerMinute) * 2) / 2;
}
