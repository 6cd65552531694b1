/** Takes out text that a page shows twice: title lines under the title, and whole copies of the article. */
import { isBodyLine, type Line, visibleLines } from './lines';
import { type CleaningStep, TextEditor } from './step';

/** Only the lines before the running text are looked at for repeated titles. */
const HEAD_LINES = 12;
const SHORTEST_TITLE = 6;
/** Shorter lines (各位代表：) may repeat as often as they like. */
const SHORTEST_ANCHOR = 30;
/** A copy of the article repeats at least this much without a change; laws repeat shorter lists on purpose. */
const SHORTEST_COPY = 300;
const SMALLEST_SHARE = 0.1;
const SENTENCE = /[。；：，]$/;
const IGNORED = /[\s【】[\]#*]/g;

export const repeats: CleaningStep = {
  name: 'repeat',
  run(text) {
    const lines = visibleLines(text);
    const gone = new Uint8Array(lines.length);
    markRepeatedTitles(text, lines, gone);
    markCopies(text, lines, gone);
    const editor = new TextEditor(text, 'repeat');
    lines.forEach((line, index) => {
      if (gone[index]) editor.remove(line.start, line.end);
    });
    return editor.finish();
  },
};

/** A line of the head that equals an earlier one, alone or together with the line after it. */
function markRepeatedTitles(text: string, lines: readonly Line[], gone: Uint8Array): void {
  const head: string[] = [];
  for (const line of lines.slice(0, HEAD_LINES)) {
    const content = text.slice(line.start, line.end);
    if (isBodyLine(content)) break;
    head.push(content.replace(IGNORED, ''));
  }
  for (let i = 1; i < head.length; i++) {
    if (gone[i]) continue;
    const seen = head
      .slice(0, i)
      .filter((content, index) => !gone[index] && content.length >= SHORTEST_TITLE && !SENTENCE.test(content));
    if (seen.includes(head[i]!)) {
      gone[i] = 1;
    } else if (i + 1 < head.length && seen.includes(head[i]! + head[i + 1]!)) {
      gone[i] = 1;
      gone[i + 1] = 1;
    }
  }
}

/** Runs of lines that stood in the text before, word for word, in the same order. */
function markCopies(text: string, lines: readonly Line[], gone: Uint8Array): void {
  const firstAt = new Map<string, number>();
  const content = (index: number) => text.slice(lines[index]!.start, lines[index]!.end);
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]!;
    if (line.end - line.start < SHORTEST_ANCHOR) {
      i++;
      continue;
    }
    const own = content(i);
    const original = firstAt.get(own);
    if (original === undefined) {
      firstAt.set(own, i);
      i++;
      continue;
    }
    let count = 0;
    let characters = 0;
    while (i + count < lines.length && original + count < i && content(original + count) === content(i + count)) {
      characters += lines[i + count]!.end - lines[i + count]!.start;
      count++;
    }
    if (characters >= Math.max(SHORTEST_COPY, text.length * SMALLEST_SHARE)) gone.fill(1, i, i + count);
    i += count;
  }
}
