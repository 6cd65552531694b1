/** How commands print: results on stdout, everything else on stderr. */
import type { Problem } from '../util/problem';

/** A wrong use of the command line: its message is for her, the exit code is 2. */
export class UsageError extends Error {}

export function printJson(value: unknown): void {
  const json = JSON.stringify(value, null, 2).replace(
    HIDDEN,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  process.stdout.write(`${json}\n`);
}

export function printLine(line: string): void {
  process.stdout.write(`${withoutControls(line)}\n`);
}

/** One line for each problem: file, line, what to do. */
export function printProblems(problems: readonly Problem[]): void {
  for (const { path, line, message } of problems) {
    process.stderr.write(`${withoutControls(`${path}${line ? `:${line}` : ''}: ${message}`)}\n`);
  }
}

/** What drives a terminal or turns the direction of writing, and JSON leaves as it is. */
const HIDDEN = /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** A document must not drive her terminal: control characters are not printed. */
function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f]/g, '').replace(HIDDEN, '');
}
