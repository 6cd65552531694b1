/** Finds anniversaries, yearly days, fairs and documents No. 1 whose number does not go with their year: 2021年…成立95周年. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import { BIRTHDAYS, EVENTS, FAIRS, NUMBER_ONE } from '../../text/countedYears';
import type { DateMention } from '../../text/dates';
import { wholeNumeral } from '../../text/numerals';
import type { Span } from '../../text/span';
import { YEARLY_DAYS } from '../../text/yearlyDays';
import { ofLastYear, yearAtHand } from './yearAtHand';

/** As long as the name of an event, or what leads to a number, may be. In UTF-16 code units. */
const LONGEST_NAME = 24;
const ANNIVERSARY = /([\d一二三四五六七八九十百]{1,6})(周年华诞|周年|岁(?:生日|华诞))/g;
const ORDINAL = /第([\d一二三四五六七八九十]{1,4})(?:个|次|届)(?!五年)/g;
/** A fair is made ready in the year before it. */
const FAIR_HELD =
  /^[^，。；]{0,8}(?:今天|今日|昨天|日前|近日|隆重|在[^，。；]{2,8})*(?:开幕|闭幕|举行|举办|召开)(?!前)/;
/** Looks forward to an anniversary of another year, or back from it. */
const OTHER_YEAR = /迎接|喜迎|前夕|献礼|筹备|筹办|倒计时|即将到来|距离?|为庆祝|备战|面向|到.{0,8}(?:时|之际)$/;
/** The draft's own year. */
const TODAY = /今天|今日|本周|明天|今年|当前|刚刚|日前|近日|即将|新近|本届/;

/** The findings of one sentence. O(length). */
export function countedOtherwise(place: SentencePlace): Finding[] {
  const { draft, sentence } = place;
  const own = draft.text.slice(sentence.start, sentence.end);
  return [...anniversaries(place, own), ...ordinals(place, own)];
}

function anniversaries(place: SentencePlace, own: string): Finding[] {
  return [...own.matchAll(ANNIVERSARY)].flatMap(({ 0: found, 1: number, 2: unit, index }) => {
    const name = own.slice(Math.max(0, index - LONGEST_NAME), index);
    const day = (unit === '周年' ? EVENTS : BIRTHDAYS).find(([words]) => words.test(name))?.[1];
    const count = wholeNumeral(number!);
    if (day === undefined || count === undefined) return [];
    const start = place.sentence.start + index;
    const span = { start, end: start + found.length };
    const first = Number(day.slice(0, 4));
    const year = yearBefore(place, start) ?? ofLastYear(count, first, yearAtHand(place, span, day.slice(5)));
    if (!year || count === year - first) return [];
    return [finding(span, found.replace(number!, likeWritten(number!, year - first)), year)];
  });
}

function ordinals(place: SentencePlace, own: string): Finding[] {
  return [...own.matchAll(ORDINAL)].flatMap(({ 0: found, 1: number, index }) => {
    const before = own.slice(0, index);
    const after = own.slice(index + found.length);
    const start = place.sentence.start + index;
    const span = { start, end: start + found.length };
    const counted = found.endsWith('届') ? fairOf(after) : yearlyOf(own, before, after);
    const count = wholeNumeral(number!);
    // 国安法实施后的第一个…: counted from something else.
    if (!counted || count === undefined || /(?:后|以来|之后)的?$/.test(before)) return [];
    const { zero, day } = counted;
    const year =
      yearBefore(place, start) ??
      (TODAY.test(before) || (found.endsWith('届') && TODAY.test(after.slice(0, REACH_OF_TODAY)))
        ? Number(place.today.slice(0, 4))
        : day && ofLastYear(count, zero, yearAtHand(place, span, day)));
    if (!year || count === year - zero) return [];
    return [finding(span, found.replace(number!, likeWritten(number!, year - zero)), year)];
  });
}

const REACH_OF_TODAY = 16;

/** What is counted, with the year before the first, and its day of the year where it has one. */
interface Counted {
  readonly zero: number;
  /** `MM-DD` or `MM`. */
  readonly day?: string;
}

function fairOf(after: string): Counted | undefined {
  const fair = FAIRS.find(([words]) => words.test(after));
  return fair && FAIR_HELD.test(after.replace(fair[0], '')) ? { zero: fair[1] } : undefined;
}

function yearlyOf(own: string, before: string, after: string): Counted | undefined {
  const kept = YEARLY_DAYS.find(({ name, first }) => first !== undefined && name.test(after));
  if (kept) {
    const [month, day] = kept.day.match(/\d+/g)!.map((part) => part.padStart(2, '0'));
    return { zero: kept.first! - 1, day: day === undefined ? month! : `${month}-${day}` };
  }
  if (!/一号文件/.test(own)) return undefined;
  const documents = NUMBER_ONE.find(([words]) =>
    words.test(before.replace(/[，,]?(?:中央|党中央)?(?:连续)?(?:出台|发布|印发)的?$/, '')),
  );
  return documents && { zero: documents[1] };
}

const DIGITS = '零一二三四五六七八九';

/** A number below two hundred in figures or in characters, as `written` is. */
function likeWritten(written: string, value: number): string {
  if (/\d/.test(written)) return String(value);
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor((value % 100) / 10), value % 10];
  const rest = ones === 0 ? '' : DIGITS[ones]!;
  if (hundreds > 0) return `一百${tens > 0 ? `${DIGITS[tens]!}十` : ones > 0 ? '零' : ''}${rest}`;
  return tens > 0 ? `${tens > 1 ? DIGITS[tens]! : ''}十${rest}` : rest;
}

/** The year last named before `offset`; undefined where the sentence names none, or looks to another. */
function yearBefore({ draft, sentence, dates }: SentencePlace, offset: number): number | undefined {
  const date = dates.filter(({ end }) => end <= offset).at(-1);
  if (!date || !isOneYear(date)) return undefined;
  const between = draft.text.slice(date.end, offset);
  if (between.length > LONGEST_BETWEEN || /[；;]/.test(between)) return undefined;
  const around = draft.text.slice(Math.max(sentence.start, date.start - 6), Math.min(sentence.end, offset + 12));
  return OTHER_YEAR.test(between) || /前夕|之前/.test(around) ? undefined : Number(date.from.slice(0, 4));
}

const LONGEST_BETWEEN = 40;

function isOneYear({ form, role, from, to }: DateMention): boolean {
  return (form === 'date' || form === 'relative') && role === 'in' && from.slice(0, 4) === to.slice(0, 4);
}

function finding({ start, end }: Span, right: string, year: number): Finding {
  return {
    code: 'reference.mismatch',
    start,
    end,
    message: l10n.t('In {0} it is {1}.', year, right),
    related: [],
    fixes: [{ title: l10n.t('Write “{0}”', right), edits: [{ start, end, newText: right }], preferred: true }],
  };
}
