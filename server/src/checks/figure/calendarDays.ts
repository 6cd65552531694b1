/** Finds days that the calendar does not have: 2026年2月30日, and a day with another day of the week: 2026年3月5日（星期三）. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { Draft } from '../../draft/draft';
import { isRealDay } from '../../text/partialDate';

const DAY =
  /((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日(?:[（(，, ]{0,2}(?:星期|周|礼拜)([一二三四五六日天])(?![至到、和末]))?/g;
const WEEK = '日一二三四五六';

/** A day of this year, where the draft says of which day it is. */
const DAY_OF_THIS_YEAR = /(?<![年\d])(\d{1,2})月(\d{1,2})日[（(](?:星期|周|礼拜)([一二三四五六日天])(?![至到、和末])/g;
/** How far from the day of the draft its day is of the same year without saying so. In milliseconds. */
const NEAR = 120 * 86_400_000;

/** 定于8月15日（星期三）: a day without its year near that of the draft. O(length). */
export function wrongDaysOfWeek({ text, statedDate }: Pick<Draft, 'text' | 'statedDate'>): Finding[] {
  if (statedDate === undefined || statedDate.length < 10) return [];
  const year = Number(statedDate.slice(0, 4));
  return [...text.matchAll(DAY_OF_THIS_YEAR)].flatMap((match) => {
    const [words, month, day, week] = match as unknown as [string, string, string, string];
    const [m, d] = [Number(month), Number(day)];
    const isNear = Math.abs(Date.UTC(year, m - 1, d) - Date.parse(`${statedDate}T00:00:00Z`)) <= NEAR;
    const right = WEEK[weekdayOf(year, m, d)];
    if (
      !isNear ||
      right === (week === '天' ? '日' : week) ||
      !isRealDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    )
      return [];
    return [
      {
        code: 'figure.inconsistent' as const,
        start: match.index,
        end: match.index + words.length,
        message: l10n.t('{0} is {1}.', `${year}年${m}月${d}日`, `星期${right}`),
        related: [],
        fixes: [],
      },
    ];
  });
}

/** The findings of a draft, at the day. O(length). */
export function wrongCalendarDays({ text }: Pick<Draft, 'text'>): Finding[] {
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
