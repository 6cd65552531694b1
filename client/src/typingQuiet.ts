/** Keeps new findings from the line that is being typed until the writer has paused for a second. */

/** What of a finding tells it from another. */
export interface Underlined {
  readonly code?: unknown;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
}

/** How long a line counts as being typed after its last edit. */
export const pauseMilliseconds = 1000;

/**
 * The findings to show while `line` is being typed: all but those on it that were not shown before. One that was shown
 * stays, or it would flicker with every key.
 */
export function withoutNewOn<F extends Underlined>(
  found: readonly F[],
  shown: readonly Underlined[],
  line: number,
): F[] {
  const isOn = ({ range }: Underlined) => line >= range.start.line && line <= range.end.line;
  // A finding may be there several times: those elsewhere account for as many of the shown ones.
  const left = new Map<string, number>();
  const count = (finding: Underlined, by: number) => left.set(nameOf(finding), (left.get(nameOf(finding)) ?? 0) + by);
  for (const finding of shown) count(finding, 1);
  for (const finding of found) if (!isOn(finding)) count(finding, -1);
  return found.filter((finding) => {
    if (!isOn(finding)) return true;
    count(finding, -1);
    return left.get(nameOf(finding))! >= 0;
  });
}

function nameOf({ code, message }: Underlined): string {
  const value = typeof code === 'object' && code !== null && 'value' in code ? code.value : code;
  return `${String(value)}\n${message}`;
}

/** Remembers where each document was last edited. Times in milliseconds of one clock. */
export class TypedLines {
  readonly #edits = new Map<string, { line: number; time: number }>();

  edited(uri: string, line: number, time: number): void {
    this.#edits.set(uri, { line, time });
  }

  forget(uri: string): void {
    this.#edits.delete(uri);
  }

  /** The line that is being typed at `time`, with the milliseconds until it counts as finished; undefined for none. */
  typing(uri: string, time: number): { line: number; left: number } | undefined {
    const edit = this.#edits.get(uri);
    const left = edit === undefined ? 0 : edit.time + pauseMilliseconds - time;
    return edit !== undefined && left > 0 ? { line: edit.line, left } : undefined;
  }
}
