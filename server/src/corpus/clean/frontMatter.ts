/** Reads the front matter of a text: `key: value` lines between two lines of ---. */

/** What a text states of itself. Values are trimmed and unquoted; an empty value is absent. */
export interface FrontMatter {
  /** Of the text behind it, in UTF-16 code units. */
  readonly end: number;
  readonly values: Readonly<Record<string, string>>;
}

const OPEN = /^\s*---[ \t]*(?:\r\n?|\n)/;
const CLOSE = /(?:\r\n?|\n)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/g;
const PAIR = /^([A-Za-z][A-Za-z0-9_-]{0,40})[ \t]*:(?:[ \t]+(.*))?$/;
/** Front matter is no longer than this. */
const LONGEST = 8000;

/** The front matter at the start of `text`, or undefined. Lines that are no pairs (lists, comments) are passed over. */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const open = OPEN.exec(text.slice(0, 64));
  if (!open) return undefined;
  const head = text.slice(0, LONGEST);
  CLOSE.lastIndex = open[0].length - 1;
  const close = CLOSE.exec(head);
  if (!close) return undefined;
  const values: Record<string, string> = {};
  let pairs = 0;
  for (const line of head.slice(open[0].length, close.index).split(/\r\n?|\n/)) {
    const pair = PAIR.exec(line.trimEnd());
    if (!pair) continue;
    pairs++;
    const value = unquote(pair[2] ?? '');
    if (value !== '') values[pair[1]!.toLowerCase()] = value;
  }
  return pairs > 0 ? { end: close.index + close[0].length, values } : undefined;
}

function unquote(value: string): string {
  const trimmed = value.trim();
  const quoted = /^(["'])(.*)\1$/.exec(trimmed);
  if (!quoted) return trimmed.replace(/\s+#.*$/, '').trim();
  return (quoted[1] === '"' ? quoted[2]!.replace(/\\(["\\])/g, '$1') : quoted[2]!.replace(/''/g, "'")).trim();
}
