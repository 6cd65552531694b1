/** Finds days that the calendar does not have: 2026年2月30日, a day with another day of the week: 2026年3月5日（星期三）, and years that are counted wrongly. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../analysis/finding';
import type { Draft } from '../draft/draft';
import { wholeNumeral } from '../text/numerals';
import { isRealDay } from '../text/partialDate';

const DAY =
  /((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日(?:[（(，, ]{0,2}(?:星期|周|礼拜)([一二三四五六日天])(?![至到、和末]))?/g;
const WEEK = '日一二三四五六';

const SPAN =
  /((?:19|20)\d{2})年?(?:至|到|[—–－~～-]{1,2})((?:19|20)\d{2})年?[，,（(]?(?:为期|历时|共|周期为?|期限为?)([一二两三四五六七八九十]|\d{1,2})年/g;

/** The findings of a draft, at the day or the number of years. O(length). */
export function wrongCalendarDays(draft: Pick<Draft, 'text'>): Finding[] {
  return [...wrongDays(draft), ...wrongSpans(draft)];
}

/** 2026年至2030年，共六年. From the one to the other some count four years. */
function wrongSpans({ text }: Pick<Draft, 'text'>): Finding[] {
  return [...text.matchAll(SPAN)].flatMap((match) => {
    const [words, from, to, count] = match as unknown as [string, string, string, string];
    const years = Number(to) - Number(from) + 1;
    const said = count === '两' ? 2 : wholeNumeral(count);
    if (said === years || said === years - 1) return [];
    const end = match.index + words.length;
    return [
      {
        code: 'figure.inconsistent' as const,
        start: end - count.length - 1,
        end,
        message: l10n.t('From {0} to {1} there are {2} years.', from, to, years),
        related: [],
        fixes: [],
      },
    ];
  });
}

function wrongDays({ text }: Pick<Draft, 'text'>): Finding[] {
  return [...text.matchAll(DAY)].flatMap((match) => {
    const [words, year, month, day, week] = match as unknown as [string, string, string, string, string | undefined];
    const [y, m, d] = [year, month, day].map(Number) as [number, number, number];
    const exists = isRealDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
    const right = `星期${WEEK[weekdayOf(y, m, d)]}`;
    if (exists && (week === undefined || right === `星期${week === '天' ? '日' : week}`)) return [];
    return [
      {
        code: 'figure.inconsistent' as const,
        start: match.index,
        end: match.index + words.length,
        message: exists
          ? l10n.t('{0} is {1}.', words.replace(/日.*$/, '日'), right)
          : l10n.t('The calendar has no {0}.', words.replace(/日.*$/, '日')),
        related: [],
        fixes: [],
      },
    ];
  });
}

/** The day of the week, 0 for Sunday, by the congruence of Sakamoto (comp.lang.c, 1993). */
function weekdayOf(year: number, month: number, day: number): number {
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  const y = month < 3 ? year - 1 : year;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7;
}
