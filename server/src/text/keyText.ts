/** The key of a text: what is indexed and matched, with width, spaces, punctuation and script folded. */
import { MappedTextBuilder, type OffsetMap } from './offsetMap';
import { TRADITIONAL_PAIRS } from './traditional';

/** A folded text with the map back to the text it was folded from. Offsets in UTF-16 code units. */
export interface KeyText {
  readonly key: string;
  /** From offsets of `key` to offsets of the folded text. */
  readonly map: OffsetMap;
}

/** The paragraph boundary in a key. */
export const KEY_PARAGRAPH = '\n';
const BREAK = KEY_PARAGRAPH.charCodeAt(0);

const PUNCTUATION: Readonly<Record<string, string>> = {
  ',': '，',
  '﹐': '，',
  '､': '、',
  '﹑': '、',
  '｡': '。',
  ';': '；',
  '﹔': '；',
  ':': '：',
  '﹕': '：',
  '∶': '：',
  '?': '？',
  '﹖': '？',
  '!': '！',
  '﹗': '！',
  '(': '（',
  ')': '）',
  '﹙': '（',
  '﹚': '）',
  '[': '〔',
  ']': '〕',
  '［': '〔',
  '］': '〕',
  '【': '〔',
  '】': '〕',
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '〝': '“',
  '〞': '”',
  '"': '”',
  "'": '’',
  '＂': '”',
  '＇': '’',
  '〈': '《',
  '〉': '》',
  '•': '·',
  '・': '·',
  '‧': '·',
  '–': '—',
  '―': '—',
  '─': '—',
  '－': '-',
  '～': '~',
  '〜': '~',
};

/**
 * The folded code unit of every UTF-16 code unit; 0 where it leaves no trace in a key (space, format characters, line
 * breaks within a paragraph). Made in every thread that starts, so by ranges and not unit by unit.
 */
const FOLDED = new Uint16Array(0x10000);
for (let code = 0; code < FOLDED.length; code++) FOLDED[code] = code;
shift(0x41, 0x5a, 0x20);
shift(0xff10, 0xff19, -0xfee0);
shift(0xff21, 0xff3a, 0x20 - 0xfee0);
shift(0xff41, 0xff5a, -0xfee0);
for (const code of [0xff05, 0xff06, 0xff0b, 0xff0e]) shift(code, code, -0xfee0);
FOLDED.fill(0, 0, 0x21);
FOLDED.fill(0, 0x2000, 0x2010);
FOLDED.fill(0, 0x2028, 0x2030);
for (const code of [0x7f, 0xa0, 0x2060, 0x3000, 0xfeff]) FOLDED[code] = 0;
for (const [mark, folded] of Object.entries(PUNCTUATION)) FOLDED[mark.charCodeAt(0)] = folded.charCodeAt(0);
const SIMPLIFIED = new Map<string, string>();
for (let i = 0; i < TRADITIONAL_PAIRS.length; i += 2) {
  FOLDED[TRADITIONAL_PAIRS.charCodeAt(i)] = TRADITIONAL_PAIRS.charCodeAt(i + 1);
  SIMPLIFIED.set(TRADITIONAL_PAIRS[i]!, TRADITIONAL_PAIRS[i + 1]!);
}

/** Folds the code units from the first to the last to those `by` further on. */
function shift(first: number, last: number, by: number): void {
  for (let code = first; code <= last; code++) FOLDED[code] = code + by;
}

/** A text with its traditional characters simplified, everything else as it is. O(length). */
export function simplified(text: string): string {
  let result = '';
  for (const character of text) result += SIMPLIFIED.get(character) ?? character;
  return result;
}

/** The folded form of one UTF-16 code unit: another code unit, or 0 where it leaves no trace in a key. */
export function foldCodeUnit(code: number): number {
  return FOLDED[code]!;
}

/**
 * Folds a text: spaces go, punctuation, width and script (traditional, simplified) become one form, line breaks become one
 * {@link KEY_PARAGRAPH} between paragraphs. Opening straight quotes fold like closing ones, so
 * compare quotations without their marks. O(length).
 */
export function keyText(text: string): KeyText {
  const builder = new MappedTextBuilder();
  let runStart = -1;
  let pendingBreak = -1;
  const flush = (end: number) => {
    if (runStart >= 0) builder.append(text.slice(runStart, end), runStart);
    runStart = -1;
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) {
      flush(i);
      if (pendingBreak < 0) pendingBreak = i;
      continue;
    }
    const folded = FOLDED[code]!;
    if (folded === 0) {
      flush(i);
      continue;
    }
    if (pendingBreak >= 0) {
      if (builder.length > 0) builder.append(KEY_PARAGRAPH, pendingBreak);
      pendingBreak = -1;
    }
    if (folded === code) {
      if (runStart < 0) runStart = i;
    } else {
      flush(i);
      builder.append(String.fromCharCode(folded), i);
    }
  }
  flush(text.length);
  const { text: key, map } = builder.finish();
  return { key, map };
}

/** The code units of the key of a text, where the map is not needed. O(length). */
export function keyUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  let length = 0;
  let isBroken = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) {
      isBroken = length > 0;
      continue;
    }
    const folded = FOLDED[code]!;
    if (folded === 0) continue;
    if (isBroken) units[length++] = BREAK;
    isBroken = false;
    units[length++] = folded;
  }
  return units.subarray(0, length);
}

/** Folds a short text where the map is not needed. */
export function keyOf(text: string): string {
  let key = '';
  for (let i = 0; i < text.length; i++) {
    const folded = FOLDED[text.charCodeAt(i)]!;
    if (folded !== 0) key += String.fromCharCode(folded);
  }
  return key;
}
