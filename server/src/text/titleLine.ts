/** The line that names a text: the first after its front matter. */

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n[\s\S]{0,4000}?\r?\n---[ \t]*(?:\r?\n|$)/;
const LONGEST = 80;

/** Without `#` and spaces around it, at most 80 UTF-16 code units; empty for an empty text. */
export function titleLine(text: string): string {
  const from = FRONT_MATTER.exec(text)?.[0].length ?? 0;
  const line = /\S[^\r\n]*/.exec(text.slice(from, from + 1000))?.[0] ?? '';
  return line
    .replace(/^#+\s*/, '')
    .trim()
    .slice(0, LONGEST);
}
