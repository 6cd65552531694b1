/** Finds days that the calendar does not have: 2026年2月30日, or a day with another day of the week: 2026年3月5日（星期三）. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../analysis/finding';
import type { Draft } from '../draft/draft';

const DAY = /((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日(?:[（(，, ]{0,2}(?:星期|周|礼拜)([一二三四五六日天])(?![至到、和末]))?/g;
const WEEK = '日一二三四五六';

/** The findings of a draft, at the day. O(length). */
export function wrongCalendarDays({ text }: Pick<Draft, 'text'>): Finding[] {
  return [...text.matchAll(DAY)].flatMap((match) => {
    const [words, year, month, day, week] = match as unknown as [string, string, string, string, string | undefined];
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
    const right = `星期${WEEK[date.getUTCDay()]}`;
    if (exists && (week === undefined || WEEK.indexOf(week === '天' ? '日' : week) === date.getUTCDay())) return [];
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
