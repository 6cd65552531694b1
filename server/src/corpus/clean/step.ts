/** What a cleaning step is, and the editor the steps write their changes with. */
import { MappedTextBuilder, OffsetMap } from '../../text/offsetMap';
import type { Removal } from '../document';

/** One small change of the whole text, and what it took out. */
export interface StepResult {
  readonly text: string;
  /** From offsets of `text` to offsets of the step's input. */
  readonly map: OffsetMap;
  /** Spans of the step's input. White space alone is not recorded. */
  readonly removed: readonly Removal[];
}

/** A step of the pipeline: pure, linear in the length of the text, and without effect on text that needs no cleaning. */
export interface CleaningStep {
  readonly name: string;
  run(text: string): StepResult;
}

/**
 * Stands alone on a line while the text is in the pipeline: nothing is joined across it, because something is missing
 * there (a reading limit) or because the markup said that a block ends. The layout step takes it out.
 */
export const BOUNDARY = '\f';

/** Collects changes in ascending order of offset. Offsets in UTF-16 code units of the input. */
export class TextEditor {
  readonly #text: string;
  readonly #step: string;
  readonly #removed: Removal[] = [];
  #builder: MappedTextBuilder | undefined;
  #at = 0;

  constructor(text: string, step: string) {
    this.#text = text;
    this.#step = step;
  }

  remove(start: number, end: number): void {
    this.replace(start, end, '');
  }

  /** Puts `replacement` in place of a span, empty for an insertion. */
  replace(start: number, end: number, replacement: string): void {
    this.#builder ??= new MappedTextBuilder();
    this.#builder.append(this.#text.slice(this.#at, start), this.#at);
    if (replacement.length <= end - start) this.#builder.append(replacement, start);
    else for (const unit of replacement.split('')) this.#builder.append(unit, start);
    this.#at = end;
    if (isBlank(replacement, 0, replacement.length) && !isBlank(this.#text, start, end)) {
      this.#removed.push({ start, end, step: this.#step });
    }
  }

  finish(): StepResult {
    if (!this.#builder) return { text: this.#text, map: OffsetMap.identity, removed: [] };
    this.#builder.append(this.#text.slice(this.#at), this.#at);
    return { ...this.#builder.finish(), removed: this.#removed };
  }
}

/** Whether a UTF-16 code unit is white space or invisible. */
export function isSpaceCode(code: number): boolean {
  return (
    code <= 0x20 ||
    code === 0x3000 ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200f) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x2060 ||
    code === 0xfeff
  );
}

export function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isSpaceCode(text.charCodeAt(i))) return false;
  return true;
}
