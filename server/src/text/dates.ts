/** Finds dates, periods and deadlines in prose, in every form officials use. One pass, no backtracking. */
import { planYears } from './fiveYearPlans';
import { digitAt, hanDigitAt, numeralAt } from './numerals';
import type { Span } from './span';

/**
 * What a date is to its sentence. `by`: a deadline in so many words (到2030年, 2025年底前); `asOf`: 截至2025年底;
 * `since`: 自2018年, 2021年以来; `in`: anything else. A `by` date may still tell history: that is the sentence's to say.
 */
export type DateRole = 'by' | 'asOf' | 'since' | 'in';

/** A date or period as written. Offsets in UTF-16 code units, with the words that give it its role (到…底前). */
export interface DateMention extends Span {
  /** First and last time meant, as partial dates: equal for a year or a day. */
  readonly from: string;
  readonly to: string;
  readonly role: DateRole;
  /** `plan`: a five-year-plan period; `relative`: 今年, 三年内; `era`: 本世纪中叶. */
  readonly form: 'date' | 'range' | 'plan' | 'relative' | 'era';
  /** The number of the five-year plan, for `form: 'plan'`. */
  readonly plan?: number;
}

interface Core extends Span {
  readonly from: string;
  readonly to: string;
  readonly form: DateMention['form'];
  readonly plan?: number;
  /** 底, 末 or a period's own end: what makes 前 a deadline and not "before that year". */
  readonly atEnd?: boolean;
}

/**
 * The dates of `text` within `within`, ascending. `today` (`YYYY-MM-DD`) is what 今年 and 三年内 count from.
 * O(length).
 */
export function findDates(text: string, within: Span, today: string): DateMention[] {
  const found: DateMention[] = [];
  let at = within.start;
  while (at < within.end) {
    const core = coreAt(text, at, within, today);
    if (!core) {
      at++;
      continue;
    }
    const mention = withRole(text, core, within);
    found.push(mention);
    at = Math.max(mention.end, at + 1);
  }
  return found;
}

function coreAt(text: string, at: number, within: Span, today: string): Core | undefined {
  const digit = digitAt(text, at);
  if (digit >= 0) {
    if (at > within.start && digitAt(text, at - 1) >= 0) return undefined;
    return calendarAt(text, at, within);
  }
  const character = text[at]!;
  if (hanDigitAt(text, at) >= 0 || character === '十') {
    return calendarAt(text, at, within) ?? planAt(text, at, within) ?? yearsFromNow(text, at, within, today);
  }
  switch (character) {
    case '“':
    case '"':
    case '「':
      return planAt(text, at, within);
    case '今':
    case '明':
    case '后':
    case '去':
    case '前':
    case '本':
      return relativeAt(text, at, within, today);
    case '未':
      return yearsFromNow(text, at, within, today);
    case '建':
    case '新':
      return anniversaryAt(text, at, within);
    default:
      return undefined;
  }
}

/** 2025年, 二〇二五年, 2025年3月12日, 2021—2025年, 2021年至2025年. */
function calendarAt(text: string, at: number, within: Span): Core | undefined {
  const first = yearAt(text, at, within.end);
  if (!first) return undefined;
  let end = first.end;
  let hasUnit = false;
  if (text[end] === '年') {
    if (text[end + 1] === '代') return undefined;
    hasUnit = true;
    end++;
  }
  const dash = dashLength(text, end, within.end);
  if (dash > 0) {
    const second = yearAt(text, end + dash, within.end);
    if (second && second.year > first.year && text[second.end] === '年' && text[second.end + 1] !== '代') {
      const months = hasUnit ? monthAt(text, second.end + 1, within.end) : undefined;
      const to = months ? `${second.year}-${pad(months.month)}` : String(second.year);
      return { start: at, end: months?.end ?? second.end + 1, from: String(first.year), to, form: 'range' };
    }
  }
  if (!hasUnit) return undefined;
  const year = String(first.year);
  const month = monthAt(text, end, within.end);
  if (month) {
    const day = dayAt(text, month.end, within.end);
    const date = `${year}-${pad(month.month)}${day ? `-${pad(day.day)}` : ''}`;
    return closing(text, { start: at, end: day?.end ?? month.end, from: date, to: date, form: 'date' });
  }
  for (const [words, from, to] of PARTS_OF_YEAR) {
    if (!text.startsWith(words, end)) continue;
    return closing(text, {
      start: at,
      end: end + words.length,
      from: `${year}-${from}`,
      to: `${year}-${to}`,
      form: 'date',
      atEnd: true,
    });
  }
  return closing(text, { start: at, end, from: year, to: year, form: 'date' });
}

const PARTS_OF_YEAR: readonly (readonly [string, string, string])[] = [
  ['上半年', '01', '06'],
  ['下半年', '07', '12'],
  ['一季度', '01', '03'],
  ['第一季度', '01', '03'],
  ['二季度', '04', '06'],
  ['第二季度', '04', '06'],
  ['三季度', '07', '09'],
  ['第三季度', '07', '09'],
  ['四季度', '10', '12'],
  ['第四季度', '10', '12'],
];

/** Takes 底, 末, 年底, 月底 and the like into the date. */
function closing(text: string, core: Core): Core {
  for (const word of ['年底', '年末', '年内', '底', '末', '内']) {
    if (!text.startsWith(word, core.end)) continue;
    if (word === '末' && text[core.end + 1] === '端') continue;
    return { ...core, end: core.end + word.length, atEnd: true };
  }
  return core;
}

function yearAt(text: string, at: number, end: number): { year: number; end: number } | undefined {
  let year = 0;
  const read = digitAt(text, at) >= 0 ? digitAt : hanDigitAt;
  for (let i = 0; i < 4; i++) {
    const digit = at + i < end ? read(text, at + i) : -1;
    if (digit < 0) return undefined;
    year = year * 10 + digit;
  }
  if (at + 4 < end && read(text, at + 4) >= 0) return undefined;
  return year >= 1840 && year <= 2199 ? { year, end: at + 4 } : undefined;
}

function dashLength(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && '—–-－~～至到'.includes(text[i]!) && i - at < 2) i++;
  return i - at;
}

function monthAt(text: string, at: number, end: number): { month: number; end: number } | undefined {
  const numeral = at < end ? numeralAt(text, at, end) : undefined;
  if (!numeral || text[numeral.end] !== '月' || !(numeral.value >= 1 && numeral.value <= 12)) return undefined;
  return { month: numeral.value, end: numeral.end + 1 };
}

function dayAt(text: string, at: number, end: number): { day: number; end: number } | undefined {
  const numeral = at < end ? numeralAt(text, at, end) : undefined;
  if (!numeral || text[numeral.end] !== '日' || !(numeral.value >= 1 && numeral.value <= 31)) return undefined;
  return { day: numeral.value, end: numeral.end + 1 };
}

/** “十四五”, 十四五时期, “十四五”末. Without quotation marks only where a word of time or plan follows. */
function planAt(text: string, at: number, within: Span): Core | undefined {
  const quoted = '“"「'.includes(text[at]!);
  const nameStart = quoted ? at + 1 : at;
  let nameEnd = nameStart;
  while (nameEnd < within.end && nameEnd - nameStart < 5 && (hanDigitAt(text, nameEnd) > 0 || text[nameEnd] === '十')) {
    nameEnd++;
  }
  if (nameEnd - nameStart < 2 || text[nameEnd - 1] !== '五') return undefined;
  const number = numeralAt(text, nameStart, nameEnd - 1);
  if (!number || number.end !== nameEnd - 1 || number.form === 'positional') return undefined;
  const years = planYears(number.value);
  if (!years) return undefined;
  const closed = quoted && '”"」'.includes(text[nameEnd] ?? ' ');
  let end = closed ? nameEnd + 1 : nameEnd;
  const tail = ['时期', '期间', '规划', '计划', '期末', '末', '收官', '以来', '开局', '后期', '前期', '中期'].find(
    (word) => text.startsWith(word, end),
  );
  // The plans for legal education are counted on their own, from 1986: “九五”普法规划 begins in 2026.
  if (text.startsWith('普法', end)) return undefined;
  if (!closed && (!tail || !(number.value >= 10))) return undefined;
  let atEnd = false;
  if (tail === '末' || tail === '期末') {
    end += tail === '期末' || text.startsWith('末期', end) ? 2 : 1;
    atEnd = true;
  } else if (tail === '时期' || tail === '期间') {
    end += 2;
    if (text[end] === '末') {
      end++;
      atEnd = true;
    }
  }
  return {
    start: at,
    end,
    from: String(years.from),
    to: String(years.to),
    form: 'plan',
    plan: number.value,
    atEnd,
  };
}

const RELATIVE_YEARS: readonly (readonly [string, number, number])[] = [
  ['今明两年', 0, 1],
  ['今年', 0, 0],
  ['本年度', 0, 0],
  ['明年', 1, 1],
  ['后年', 2, 2],
  ['去年', -1, -1],
  ['前年', -2, -2],
];

/** 目前年产量, 今后年均, 说明年度: the first character belongs to the word before. */
const ENDS_A_WORD = [
  '目前',
  '以前',
  '之前',
  '提前',
  '当前',
  '此前',
  '今后',
  '以后',
  '之后',
  '此后',
  '说明',
  '证明',
  '前后',
];

function relativeAt(text: string, at: number, within: Span, today: string): Core | undefined {
  const year = Number(today.slice(0, 4));
  if (text.startsWith('本世纪', at)) return centuryAt(text, at, Math.floor((year - 1) / 100) * 100);
  const relative = RELATIVE_YEARS.find(([word]) => text.startsWith(word, at));
  if (!relative || ENDS_A_WORD.includes(`${text[at - 1] ?? ' '}${text[at]}`)) return undefined;
  const [word, from, to] = relative;
  const core: Core = {
    start: at,
    end: at + word.length,
    from: String(year + from),
    to: String(year + to),
    form: 'relative',
  };
  const month = monthAt(text, core.end, within.end);
  const part = month || from !== to ? undefined : PARTS_OF_YEAR.find(([words]) => text.startsWith(words, core.end));
  if (part) {
    const [words, first, last] = part;
    return {
      ...core,
      end: core.end + words.length,
      from: `${core.from}-${first}`,
      to: `${core.to}-${last}`,
      atEnd: true,
    };
  }
  if (!month) return closing(text, core);
  const date = `${year + from}-${pad(month.month)}`;
  const day = dayAt(text, month.end, within.end);
  if (day) {
    const exact = `${date}-${pad(day.day)}`;
    return { ...core, end: day.end, from: exact, to: exact };
  }
  return closing(text, { ...core, end: month.end, from: date, to: date });
}

function centuryAt(text: string, at: number, century: number): Core | undefined {
  const start = at + '本世纪'.length;
  const era = (word: string, year: number): Core => ({
    start: at,
    end: start + word.length,
    from: String(year),
    to: String(year),
    form: 'era',
    atEnd: true,
  });
  for (const word of ['中叶', '中期']) if (text.startsWith(word, start)) return era(word, century + 50);
  for (const word of ['末', '末期']) if (text.startsWith(word, start)) return era(word, century + 100);
  for (const word of ['头二十年', '头20年']) if (text.startsWith(word, start)) return era(word, century + 20);
  return undefined;
}

/** 三年内, 未来五年, 今后3年: the deadline is counted from the draft's own date. */
function yearsFromNow(text: string, at: number, within: Span, today: string): Core | undefined {
  const year = Number(today.slice(0, 4));
  let numberAt = at;
  const ahead = ['未来', '今后'].find((word) => text.startsWith(word, at));
  if (ahead) numberAt += ahead.length;
  const numeral = numberAt < within.end ? numeralAt(text, numberAt, within.end) : undefined;
  if (!numeral || text[numeral.end] !== '年' || !(numeral.value >= 1 && numeral.value <= 50)) return undefined;
  const inside = ['之内', '内'].find((word) => text.startsWith(word, numeral.end + 1));
  if (!ahead && (!inside || (inside === '内' && text[numeral.end + 2] === '蒙'))) return undefined;
  return {
    start: at,
    end: numeral.end + 1 + (inside?.length ?? 0),
    from: String(year),
    to: String(year + numeral.value),
    form: 'relative',
    atEnd: true,
  };
}

const ANNIVERSARIES: readonly (readonly [string, number])[] = [
  ['建党一百年', 2021],
  ['建党一百周年', 2021],
  ['建党100年', 2021],
  ['建军一百年', 2027],
  ['建军100年', 2027],
  ['新中国成立一百年', 2049],
  ['新中国成立100年', 2049],
];

function anniversaryAt(text: string, at: number, within: Span): Core | undefined {
  const known = ANNIVERSARIES.find(([words]) => text.startsWith(words, at));
  // 建军一百年奋斗目标 is the name of a goal, not a date.
  if (!known || at + known[0].length > within.end || text[at + known[0].length] !== '时') return undefined;
  return { start: at, end: at + known[0].length + 1, from: String(known[1]), to: String(known[1]), form: 'era' };
}

/** Verbs before 到 whose object a date may be: 提高到2025年的水平, 追溯到1978年 set no deadline. */
const NOT_A_DEADLINE = '高长加升降少达大续延追直得看来走做迟溯展改换拉减推低回复遇想说谈见';

/** 从现在到2020年 is a period, not a deadline. */
const FROM_HERE = /[从自由](?!现在起|今年起|今天起)[^，。；、]{0,6}到$/;
const REACH_OF_FROM = 9;

function withRole(text: string, core: Core, within: Span): DateMention {
  const { start, end, from, to, form } = core;
  const plan = core.plan === undefined ? {} : { plan: core.plan };
  const mention = (role: DateRole, from_: number, to_: number): DateMention => ({
    start: from_,
    end: to_,
    from,
    to,
    role,
    form,
    ...plan,
  });
  const before = text.slice(Math.max(within.start, start - 4), start);
  const asOf = ['截至', '截止', '截至到', '截止到', '截止至'].find((word) => before.endsWith(word));
  if (asOf) return mention('asOf', start - asOf.length, end);
  for (const word of ['以来', '开始', '起']) {
    if (text.startsWith(word, end) && !(word === '起' && text[end + 1] === '步'))
      return mention('since', start, end + word.length);
  }
  if (/[自从]$/.test(before)) return mention('since', start - 1, end);
  const until = endsAsDeadline(text, core, within);
  if (until > 0) return mention('by', /[到于在至]$/.test(before) ? start - 1 : start, until);
  const lead = text.slice(Math.max(within.start, start - REACH_OF_FROM), start);
  if (FROM_HERE.test(lead)) return mention('in', start, end);
  if (
    before.endsWith('到') &&
    !/^(?:的|水平|同期)/.test(text.slice(end, end + 2)) &&
    !NOT_A_DEADLINE.includes(text[start - 2] ?? ' ')
  ) {
    return mention('by', start - 1, end);
  }
  return mention('in', start, end);
}

/** What work of a year is to be done before: 2024年春耕前. */
const SEASONS = ['春耕', '春节', '汛期', '主汛期', '入汛', '国庆', '国庆节', '入冬', '冬季来临', '采暖季', '元旦'];

/** The end of a date with the 前 that makes it a deadline, or 0: 2025年底前, 2030年以前, not 2025年前三季度. */
function endsAsDeadline(text: string, core: Core, within: Span): number {
  if (core.form === 'plan' || core.end >= within.end) return 0;
  const season = SEASONS.find(
    (word) => text.startsWith(word, core.end) && text.startsWith('前', core.end + word.length),
  );
  if (season && core.form === 'date' && core.to.length === 4) return core.end + season.length + 1;
  for (const word of ['之前', '以前', '前']) {
    if (!text.startsWith(word, core.end)) continue;
    const next = core.end + word.length;
    if (word === '前' && (numeralAt(text, next, within.end) || '后半期列沿'.includes(text[next] ?? ' '))) return 0;
    return next;
  }
  return 0;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
