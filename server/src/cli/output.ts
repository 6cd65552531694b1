/** How commands print: results on stdout, everything else on stderr. */
import type { Problem } from '../util/problem';

/** A wrong use of the command line: its message is for her, the exit code is 2. */
export class UsageError extends Error {}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
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

/** A document must not drive her terminal: control characters are not printed. */
function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '');
}
