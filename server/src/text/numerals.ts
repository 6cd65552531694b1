/** Reads numbers in every form official prose uses: 20 000, 1.5万亿, 二〇二五, 两万, 百分之六十 (its sixty). */

/** A number as written. Offsets in UTF-16 code units. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** `digits`: 2025; `positional`: 二〇二五; `spelled`: 二十五. */
  readonly form: 'digits' | 'positional' | 'spelled';
}

const HAN_DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  '○': 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
/** By code unit, -1 where it is no digit: every character of a draft is asked about. */
const HAN_DIGIT_OF = new Int8Array(0x10000).fill(-1);
for (const [digit, value] of Object.entries(HAN_DIGITS)) HAN_DIGIT_OF[digit.charCodeAt(0)] = value;
const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE_UNITS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
/** 千 and 百 after digits begin a unit of measure here, not a multiple. */
const AFTER_METRIC_PREFIX = '米克瓦伏安卡赫字';
const MOST_DIGITS = 18;
const LONGEST_NUMERAL = 32;

/** The value of a half- or full-width digit, or -1. */
export function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
}

/** The value of a Han digit (〇 to 九), or -1. */
export function hanDigitAt(text: string, at: number): number {
  return HAN_DIGIT_OF[text.charCodeAt(at)] ?? -1;
}

/** The number that the whole of `text` is; undefined where it is none. */
export function wholeNumeral(text: string): number | undefined {
  const numeral = numeralAt(text, 0, text.length);
  return numeral && numeral.end === text.length ? numeral.value : undefined;
}

/**
 * The number that starts at `at`, as long as it gets before `within`; undefined where none does. The caller asks at
 * the first character of a number only. O(1): what is longer than any number is cut.
 */
export function numeralAt(text: string, at: number, within: number): Numeral | undefined {
  const end = Math.min(within, at + LONGEST_NUMERAL);
  if (digitAt(text, at) >= 0) return digitsAt(text, at, end);
  return hanDigitAt(text, at) >= 0 || SMALL_UNITS[text[at] ?? ''] ? hanNumeralAt(text, at, end) : undefined;
}

function digitsAt(text: string, start: number, end: number): Numeral | undefined {
  let at = start;
  let value = 0;
  let digits = 0;
  for (; at < end && digitAt(text, at) >= 0; at++, digits++) value = value * 10 + digitAt(text, at);
  if (digits > MOST_DIGITS) return undefined;
  if (digits <= 3) {
    while (at + 3 < end && isGroupSeparator(text[at]!) && isGroup(text, at + 1, end)) {
      for (let i = 1; i <= 3; i++) value = value * 10 + digitAt(text, at + i);
      at += 4;
    }
  }
  if (at + 1 < end && (text[at] === '.' || text[at] === '．') && digitAt(text, at + 1) >= 0) {
    let scale = 0.1;
    let fraction = 0;
    for (at++; at < end && digitAt(text, at) >= 0; at++, scale /= 10) fraction += digitAt(text, at) * scale;
    value = Math.round((value + fraction) * 1e9) / 1e9;
  }
  const multiple = multipleAt(text, at, end);
  return {
    start,
    end: multiple.end,
    value: multiple.factor === 1 ? value : Math.round(value * multiple.factor * 1e6) / 1e6,
    form: 'digits',
  };
}

function isGroupSeparator(character: string): boolean {
  return character === ',' || character === ' ' || character === '\u00a0' || character === '\u2009';
}

function isGroup(text: string, at: number, end: number): boolean {
  for (let i = 0; i < 3; i++) if (at + i >= end || digitAt(text, at + i) < 0) return false;
  return at + 3 >= end || digitAt(text, at + 3) < 0;
}

/** 万, 亿, 万亿, 千万, 百亿 … after digits. */
function multipleAt(text: string, at: number, end: number): { factor: number; end: number } {
  let factor = 1;
  let i = at;
  const small = i < end ? SMALL_UNITS[text[i]!] : undefined;
  if (small !== undefined && small >= 100) {
    const next = text[i + 1] ?? '';
    if (LARGE_UNITS[next] !== undefined || !AFTER_METRIC_PREFIX.includes(next || ' ')) {
      if (next === '分') return { factor: 1, end: at };
      factor *= small;
      i++;
    }
  }
  while (i < end && LARGE_UNITS[text[i]!] !== undefined) {
    factor *= LARGE_UNITS[text[i]!]!;
    i++;
  }
  return { factor, end: i };
}

function hanNumeralAt(text: string, start: number, end: number): Numeral | undefined {
  let at = start;
  let total = 0;
  let section = 0;
  let digit = -1;
  let positional = 0;
  let digitsOnly = 0;
  let hasUnit = false;
  let largest = 0;
  for (; at < end; at++) {
    const character = text[at]!;
    const value = HAN_DIGITS[character];
    if (value !== undefined) {
      digitsOnly++;
      if (digitsOnly > MOST_DIGITS) return undefined;
      positional = positional * 10 + value;
      digit = value;
      continue;
    }
    const small = SMALL_UNITS[character];
    const large = LARGE_UNITS[character];
    if (small !== undefined) {
      section += (digit < 0 ? 1 : digit) * small;
    } else if (large !== undefined && at > start) {
      const own = section + Math.max(0, digit);
      // 四亿八千三百万: 万 multiplies what stands after 亿; in 一万二千亿, 亿 multiplies all before it.
      total = large < largest ? total + own * large : (total + own) * large;
      largest = large;
      section = 0;
    } else break;
    hasUnit = true;
    digit = -1;
  }
  if (at === start) return undefined;
  if (hasUnit) return { start, end: at, value: total + section + Math.max(0, digit), form: 'spelled' };
  return { start, end: at, value: positional, form: digitsOnly > 1 ? 'positional' : 'spelled' };
}
