/** A line of a tree view with its count in front, where a narrow side bar does not cut it off. */
import { env } from 'vscode';

/** As wide as a digit. */
const FIGURE_SPACE = '\u2007';

/** `count` and then `name`; counts up to `most` stand below each other, aligned at the right. */
export function countFirst(count: number, name: string, most: number): string {
  const { format } = new Intl.NumberFormat(env.language);
  return `${format(count).padStart(format(most).length, FIGURE_SPACE)}  ${name}`;
}
