/** A text reduced to what makes its wording: Han characters, letters and digits, with their places. */
import { isSeparator } from '../text/characters';
import { foldCodeUnit } from '../text/keyText';

/** The folded letters of a text; `at[i]` is the offset of letter `i` in the text they were taken from. */
export interface LetterText {
  readonly letters: string;
  readonly at: Int32Array;
}

/** Whether a folded code unit counts as wording. A percent sign does: 5% and 5 are two figures. */
export function isLetter(unit: number): boolean {
  return unit === 0x25 || (unit !== 0 && !isSeparator(unit));
}

/** The letters of a text, with width folded. O(length). */
export function letterText(text: string): LetterText {
  const at = new Int32Array(text.length);
  const units = new Uint16Array(text.length);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = foldCodeUnit(text.charCodeAt(i));
    if (!isLetter(unit)) continue;
    at[length] = i;
    units[length++] = unit;
  }
  return { letters: decode(units, length), at: at.subarray(0, length) };
}

/** The letters of a stretch of folded code units; `at` counts from the start of `units`. O(end − start). */
export function letterTextOfKey(units: Uint16Array, start: number, end: number): LetterText {
  const at = new Int32Array(end - start);
  const letters = new Uint16Array(end - start);
  let length = 0;
  for (let i = start; i < end; i++) {
    const unit = units[i]!;
    if (!isLetter(unit)) continue;
    at[length] = i;
    letters[length++] = unit;
  }
  return { letters: decode(letters, length), at: at.subarray(0, length) };
}

const CHUNK = 8192;

function decode(units: Uint16Array, length: number): string {
  let text = '';
  for (let i = 0; i < length; i += CHUNK)
    text += String.fromCharCode(...units.subarray(i, Math.min(length, i + CHUNK)));
  return text;
}
