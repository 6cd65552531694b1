/** Finds anniversaries, yearly days and documents No. 1 whose number does not go with their year: 2021年…成立95周年. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../analysis/finding';
import type { SentencePlace } from '../draft/sentencePlace';
import { EVENTS, NUMBER_ONE, YEARLY } from '../text/countedYears';
import type { DateMention } from '../text/dates';
import { wholeNumeral } from '../text/numerals';
import type { Span } from '../text/span';

/** As long as the name of an event, or what leads to a number, may be. In UTF-16 code units. */
const LONGEST_NAME = 24;
const ANNIVERSARY = /([\d一二三四五六七八九十百]{1,6})周年/g;
const ORDINAL = /第([\d一二三四五六七八九十]{1,4})(?:个|次)(?!五年)/g;
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
  return [...own.matchAll(ANNIVERSARY)].flatMap(({ 0: found, 1: number, index }) => {
    const name = own.slice(Math.max(0, index - LONGEST_NAME), index);
    const event = EVENTS.find(([words]) => words.test(name));
    const start = place.sentence.start + index;
    const year = event && yearBefore(place, start);
    const count = wholeNumeral(number!);
    if (!event || !year || count === undefined || count === year - event[1]) return [];
    return [finding({ start, end: start + found.length }, `${year - event[1]}周年`, year)];
  });
}

function ordinals(place: SentencePlace, own: string): Finding[] {
  return [...own.matchAll(ORDINAL)].flatMap(({ 0: found, 1: number, index }) => {
    const before = own.slice(0, index);
    const after = own.slice(index + found.length);
    const counted =
      YEARLY.find(([words]) => words.test(after)) ??
      (/一号文件/.test(own) && /三农|一号文件/.test(own)
        ? NUMBER_ONE.find(([words]) =>
            words.test(before.replace(/[，,]?(?:中央|党中央)?(?:连续)?(?:出台|发布|印发)的?$/, '')),
          )
        : undefined);
    const start = place.sentence.start + index;
    const year =
      counted && (yearBefore(place, start) ?? (TODAY.test(before) ? Number(place.today.slice(0, 4)) : undefined));
    const count = wholeNumeral(number!);
    if (!counted || !year || count === undefined || count === year - counted[1]) return [];
    // 国安法实施后的第一个…: counted from something else.
    if (/(?:后|以来|之后)的?$/.test(before)) return [];
    return [finding({ start, end: start + found.length }, found.replace(number!, String(year - counted[1])), year)];
  });
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
