/** Finds figures with their unit and comparator in prose: 达到2.8%以上, 不少于2万名, 百分之六十. One pass. */
import { digitAt, hanDigitAt, type Numeral, numeralAt } from './numerals';
import type { Span } from './span';

export type Comparator = '=' | '>=' | '<=' | '>' | '<' | '~';

/** A figure as written. Offsets in UTF-16 code units, from the number to its unit. */
export interface Quantity extends Span {
  readonly value: number;
  /** As written after the number, `%` for every form of per cent; '' where none is known. Magnitudes are in the value. */
  readonly unit: string;
  readonly comparator: Comparator;
}

/** A quantity that stands `by` UTF-16 code units further on. */
export function moved(quantity: Quantity, by: number): Quantity {
  return { ...quantity, start: quantity.start + by, end: quantity.end + by };
}

/** Longest first, so that the first that fits is the unit. */
const UNITS: readonly string[] = [
  '个百分点',
  '/10万',
  '百分点',
  '吉瓦',
  '架次',
  '立方米',
  '平方公里',
  '平方米',
  '千瓦时',
  '标准煤',
  '公里',
  '千米',
  '公顷',
  '千瓦',
  '千克',
  '公斤',
  '微克',
  '人次',
  '美元',
  '年度',
  '个月',
  '小时',
  '分钟',
  '批次',
  '册次',
  '件次',
  '户次',
  '场次',
  '位次',
  '元',
  '斤',
  '吨',
  '亩',
  '人',
  '名',
  '个',
  '家',
  '户',
  '项',
  '件',
  '岁',
  '年',
  '位',
  '张',
  '座',
  '所',
  '台',
  '套',
  '次',
  '倍',
  '种',
  '条',
  '处',
  '辆',
  '列',
  '头',
  '块',
  '标箱',
  '架',
  '艘',
  '米',
  '度',
  '成',
  '番',
  '例',
  '批',
  '笔',
  '分',
  '类',
  '县',
  '村',
];

/** The units by their first character, each still longest first. */
const UNITS_BY_FIRST = new Map<string, readonly string[]>();
for (const unit of UNITS) UNITS_BY_FIRST.set(unit[0]!, [...(UNITS_BY_FIRST.get(unit[0]!) ?? []), unit]);

/** By code unit, 1 where a figure may begin: nearly every character of a draft is none. */
const MAY_BEGIN = new Uint8Array(0x10000);
for (const character of '0123456789０１２３４５６７８９〇○零一二两三四五六七八九十百千翻')
  MAY_BEGIN[character.charCodeAt(0)] = 1;

/** The figures of `text` within `within` that do not lie in one of `dates` (ascending, disjoint). O(length). */
export function findQuantities(text: string, within: Span, dates: readonly Span[] = []): Quantity[] {
  const found: Quantity[] = [];
  let nextDate = 0;
  let at = within.start;
  while (at < within.end) {
    while (nextDate < dates.length && dates[nextDate]!.end <= at) nextDate++;
    const date = dates[nextDate];
    if (date && date.start <= at) {
      at = date.end;
      continue;
    }
    if (MAY_BEGIN[text.charCodeAt(at)] === 0) {
      at++;
      continue;
    }
    const quantity = quantityAt(text, at, within);
    if (quantity) found.push(quantity);
    at = quantity ? quantity.end : at + skipLength(text, at, within.end);
  }
  return found;
}

const MAGNITUDES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** A value whose unit is written with its magnitude (3.6 亿千瓦), as {@link Quantity} gives it. */
export function plainValue(value: number, unit: string): number {
  let plain = value;
  for (const character of unit) {
    const magnitude = MAGNITUDES[character];
    if (magnitude === undefined) break;
    plain *= magnitude;
  }
  return plain;
}

/** A number that is no figure is passed over whole, so that its tail is not read as one. */
function skipLength(text: string, at: number, end: number): number {
  if (digitAt(text, at) < 0) return 1;
  let i = at;
  while (i < end && (digitAt(text, i) >= 0 || text[i] === '.')) i++;
  return Math.max(1, i - at);
}

function quantityAt(text: string, at: number, within: Span): Quantity | undefined {
  const parts = perCentAt(text, at, within.end) ?? doublingAt(text, at, within.end);
  if (parts) return withComparator(text, parts, within);
  const isDigits = digitAt(text, at) >= 0;
  if (!isDigits && hanDigitAt(text, at) < 0 && !'十百千'.includes(text[at]!)) return undefined;
  const numeral = numeralAt(text, at, within.end);
  if (!numeral) return undefined;
  const sign = text[numeral.end];
  if (sign === '%' || sign === '％') return withComparator(text, figure(numeral, '%', numeral.end + 1), within);
  if (sign === '‰') return withComparator(text, figure(numeral, '‰', numeral.end + 1), within);
  const unitAt = text[numeral.end] === '多' || text[numeral.end] === '余' ? numeral.end + 1 : numeral.end;
  const unit = UNITS_BY_FIRST.get(text[unitAt] ?? '')?.find((candidate) => text.startsWith(candidate, unitAt));
  if (unit === undefined) return isDigits ? withComparator(text, figure(numeral, '', numeral.end), within) : undefined;
  // 一个, 三条, 一批 in Han digits are as often no figures; large spelled numbers are.
  if (!isDigits && numeral.value < 10 && unit !== '成' && unit !== '倍') return undefined;
  return withComparator(text, figure(numeral, unit, unitAt + unit.length), within);
}

interface Figure extends Span {
  readonly value: number;
  readonly unit: string;
}

function figure(numeral: Numeral, unit: string, end: number): Figure {
  return { start: numeral.start, end, value: numeral.value, unit };
}

const SPELLED_SHARES = [
  ['百分之', '%'],
  ['千分之', '‰'],
] as const;

function perCentAt(text: string, at: number, end: number): Figure | undefined {
  for (const [words, unit] of SPELLED_SHARES) {
    if (!text.startsWith(words, at)) continue;
    const numeral = at + 3 < end ? spelledDecimalAt(text, at + 3, end) : undefined;
    return numeral && { start: at, end: numeral.end, value: numeral.value, unit };
  }
  return undefined;
}

/** 二点八 as well as 六十. */
function spelledDecimalAt(text: string, at: number, end: number): Numeral | undefined {
  const whole = numeralAt(text, at, end);
  if (!whole || text[whole.end] !== '点') return whole;
  let scale = 0.1;
  let value = whole.value;
  let i = whole.end + 1;
  for (; i < end && hanDigitAt(text, i) >= 0; i++, scale /= 10) value += hanDigitAt(text, i) * scale;
  return i === whole.end + 1 ? whole : { ...whole, end: i, value: Math.round(value * 1e9) / 1e9 };
}

/** 翻一番 is twice, 翻了两番 four times. */
function doublingAt(text: string, at: number, end: number): Figure | undefined {
  if (text[at] !== '翻') return undefined;
  const timesAt = text[at + 1] === '了' ? at + 2 : at + 1;
  if (timesAt + 1 >= end) return undefined;
  const times = hanDigitAt(text, timesAt);
  return times > 0 && text[timesAt + 1] === '番'
    ? { start: at, end: timesAt + 2, value: 2 ** times, unit: '倍' }
    : undefined;
}

const BEFORE: readonly (readonly [string, Comparator])[] = [
  ['不低于', '>='],
  ['不少于', '>='],
  ['不小于', '>='],
  ['不高于', '<='],
  ['不超过', '<='],
  ['不多于', '<='],
  ['不大于', '<='],
  ['控制在', '<='],
  ['超过', '>'],
  ['超出', '>'],
  ['突破', '>'],
  ['大于', '>'],
  ['高于', '>'],
  ['多于', '>'],
  ['低于', '<'],
  ['少于', '<'],
  ['小于', '<'],
  ['大约', '~'],
  ['接近', '~'],
  ['约', '~'],
  ['近', '~'],
];
const AFTER: readonly (readonly [string, Comparator])[] = [
  ['及以上', '>='],
  ['以上', '>='],
  ['及以下', '<='],
  ['以下', '<='],
  ['以内', '<='],
  ['之内', '<='],
  ['左右', '~'],
  ['上下', '~'],
];

function withComparator(text: string, parts: Figure, within: Span): Quantity {
  const after = AFTER.find(([words]) => text.startsWith(words, parts.end));
  if (after) return { ...parts, comparator: after[1] };
  const lead = text.slice(Math.max(within.start, parts.start - 4), parts.start).replace(/[到至]$/, '');
  const before = BEFORE.find(([words]) => lead.endsWith(words));
  return { ...parts, comparator: before?.[1] ?? '=' };
}
