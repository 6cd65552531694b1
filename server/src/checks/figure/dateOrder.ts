/** Finds dates that stand in an impossible order: begun after it was finished, before an event that comes earlier, years that run backwards, and spans counted wrongly. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { DateMention } from '../../text/dates';
import { wholeNumeral } from '../../text/numerals';
import type { Span } from '../../text/span';

/** The findings of a sentence, at the later of two dates or the number of years. O(dates). */
export function wrongDateOrder(place: SentencePlace): Finding[] {
  const { draft, sentence, dates } = place;
  const known = dates.filter(isDay);
  if (known.length < 2) return [];
  return [
    ...wrongBeforeOrAfter(place, known),
    ...known.slice(1).flatMap((later, i) => wrongPair(draft.text, sentence, known[i]!, later)),
  ];
}

/** 2026年6月, 2023年: a time that the words name themselves. */
function isDay({ form, from, to }: DateMention): boolean {
  return form === 'date' && from.slice(0, 4) === to.slice(0, 4);
}

/** Whether all of `a` lies after all of `b`: of a month and its year nothing is certain. */
function isAfter(a: DateMention, b: DateMention): boolean {
  const length = Math.min(a.from.length, b.to.length);
  return a.from.slice(0, length) > b.to.slice(0, length);
}

const BEGUN = '动工|开工(?:建设)?|破土|奠基|启动(?:建设)?|开建|立项|开始建设|始建';
const FINISHED = '竣工(?:验收)?|建成|完工|投产|通车|投入使用|投入运营|投运|交付(?:使用)?|封顶|落成|启用|开园';
const BEGUN_AT = new RegExp(`^[^，。；\\d]{0,8}?(?:正式|全面)?(?:${BEGUN})`);
const FINISHED_AT = new RegExp(`^[^，。；\\d]{0,8}?(?:正式|全面|全部|基本|整体)?(?:${FINISHED})`);
/** What else may be begun or finished in between. */
const OTHER_WORK =
  /[一二三四五首]期|[一二三四五首]批|另|其中|主体|配套|改造|扩建|重建|改建|修缮|分别|项目.*项目|前|原|旧|老/;

/** 2024年3月开工，2023年12月竣工. */
function wrongPair(text: string, sentence: Span, first: DateMention, second: DateMention): Finding[] {
  const between = text.slice(first.end, second.start);
  const after = text.slice(second.end, Math.min(sentence.end, second.end + 20));
  const isRange =
    /^(?:起)?[，,]?(?:至|到|[—–~-]{1,2})[^，。；]*$/.test(text.slice(first.end, second.end)) &&
    /[从自由]/.test(text.slice(Math.max(0, first.start - 1), first.start + 1));
  const isWork =
    BEGUN_AT.test(between) &&
    FINISHED_AT.test(after) &&
    !OTHER_WORK.test(between) &&
    !/[。；;]|的[^，。；]*[、和与及]/.test(between);
  return (isRange || isWork) && isAfter(first, second) ? [finding(text, first, second)] : [];
}

const EVENT = /([\p{Script=Han}]{1,3}期(?:工程|项目)?)(竣工|开工|建成|完工|投产|通车|验收)(?:之)?(前|后)的?$/u;

/** 一期…2026年6月竣工；…在一期竣工前的2026年10月: the event named has its date earlier in the sentence. */
function wrongBeforeOrAfter({ draft: { text }, sentence }: SentencePlace, dates: readonly DateMention[]): Finding[] {
  return dates.flatMap((date) => {
    const said = EVENT.exec(text.slice(Math.max(sentence.start, date.start - 16), date.start));
    if (!said) return [];
    const [, subject, verb, side] = said as unknown as [string, string, string, string];
    const name = subject.slice(subject.search(/[一二三四五首]期/));
    const event = dates.find(({ start, end }) => {
      const before = text.slice(Math.max(sentence.start, start - 40), start);
      const named = before.match(/[一二三四五首]期/g)?.at(-1);
      return end < date.start && named === name.slice(0, 2) && text.slice(end, end + 8).includes(verb);
    });
    if (!event) return [];
    const isWrong = side === '前' ? isAfter(date, event) : isAfter(event, date);
    return isWrong ? [finding(text, event, date)] : [];
  });
}

function finding(text: string, first: Span, second: Span): Finding {
  return {
    code: 'figure.inconsistent',
    start: second.start,
    end: second.end,
    message: l10n.t(
      '{0} does not fit {1}: put the dates in order.',
      text.slice(second.start, second.end),
      text.slice(first.start, first.end),
    ),
    related: [],
    fixes: [],
  };
}

const SPAN =
  /((?:19|20)\d{2})年?(?:至|到|[—–－~～-]{1,2})((?:19|20)\d{2})年?[，,（(]?(?:为期|历时|共|周期为?|期限为?)([一二两三四五六七八九十]|\d{1,2})年/g;
const LASTED =
  /((?:19|20)\d{2})年(\d{1,2})月[^，。；\d]{0,16}[，,、至到]{1,2}[^，。；\d]{0,8}?((?:19|20)\d{2})年(\d{1,2})月[^，。；\d]{0,16}[，,（(](?:历时|为期|用时|耗时|建设周期|工期|前后)(?:近|约|共|整整|达)?([一二两三四五六七八九十]{1,2}|\d{1,2})(年半|年|个月)(?![零多余又])/g;

/** The findings of a text, at the number of years or months: 2026年至2030年，共六年. O(length). */
export function wrongSpans(text: string): Finding[] {
  const years = [...text.matchAll(SPAN)].flatMap((match) => {
    const [words, from, to, count] = match as unknown as [string, string, string, string];
    const years = Number(to) - Number(from) + 1;
    const said = wholeNumeral(count);
    // From the one to the other some count four years.
    if (said === years || said === years - 1) return [];
    const end = match.index + words.length;
    return [miscounted({ start: end - count.length - 1, end }, from, to, years)];
  });
  const months = [...text.matchAll(LASTED)].flatMap((match) => {
    const [words, y, m, toYear, toMonth, count, unit] = match as unknown as string[];
    const passed = (Number(toYear) - Number(y)) * 12 + Number(toMonth) - Number(m);
    const said = wholeNumeral(count!)! * (unit === '个月' ? 1 : 12) + (unit === '年半' ? 6 : 0);
    // Of years, those begun may be counted, and those that are full.
    const slack = unit === '个月' ? 1 : 11;
    if (passed <= 0 || Math.abs(passed - said) <= slack) return [];
    // 2024年3月获批，2025年6月开工，工期18个月: counted from where it is begun.
    if (new RegExp(BEGUN).test(words!.slice(words!.indexOf(`${toYear}年`)))) return [];
    const end = match.index! + words!.length;
    return [
      miscounted(
        { start: end - count!.length - unit!.length, end },
        `${y}年${m}月`,
        `${toYear}年${toMonth}月`,
        Math.round(passed / 1.2) / 10,
      ),
    ];
  });
  return [...years, ...months];
}

function miscounted({ start, end }: Span, from: string, to: string, years: number): Finding {
  return {
    code: 'figure.inconsistent',
    start,
    end,
    message: l10n.t('From {0} to {1} there are {2} years.', from, to, years),
    related: [],
    fixes: [],
  };
}
