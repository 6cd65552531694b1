/** Finds years in a row above a mark of the country that are not so many: 粮食产量连续12年稳定在1.3万亿斤以上. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import { RUNS } from '../../text/countedYears';
import { wholeNumeral } from '../../text/numerals';

const IN_A_ROW =
  /连续([两二三四五六七八九十\d]{1,3})年(?:[^，。；\d]{0,4})(?:稳定|保持|站稳|站上|超过|突破|稳超|超)(?:在)?([\d.]{1,4}万亿斤)/g;
/** What is counted stands so far before, in UTF-16 code units. */
const REACH = 24;
/** From this month on the year itself may be counted in. */
const MONTH_OF_HARVEST = '08';

/** The findings of one sentence, at the number. O(length). */
export function wrongYearsAbove(place: SentencePlace): Finding[] {
  const { draft, sentence, dates, today } = place;
  const words = draft.text.slice(sentence.start, sentence.end);
  if (!words.includes('万亿斤') || place.isHypothetical) return [];
  return [...words.matchAll(IN_A_ROW)].flatMap((match) => {
    const run = RUNS.find(
      ({ mark, indicator }) =>
        mark === match[2] && indicator.test(words.slice(Math.max(0, match.index - REACH), match.index)),
    );
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    const years = wholeNumeral(match[1]!);
    if (!run || years === undefined || place.isCited({ start, end })) return [];
    const date = dates.filter((one) => one.end <= start).at(-1);
    // 2015年以来: when it began says nothing of the year that is told.
    if (date && (date.from !== date.to || date.to.length !== 4 || (date.role !== 'in' && date.role !== 'asOf')))
      return [];
    const last = Number((date?.to ?? today).slice(0, 4)) - (date ? 0 : 1);
    const isHarvested = !date && today.slice(5, 7) >= MONTH_OF_HARVEST;
    // 在连续9年…的基础上, and what is not known yet: a year less.
    const allowed = [last - 1, last, ...(isHarvested ? [last + 1] : [])].map((until) => until - run.since + 1);
    if (allowed.includes(years)) return [];
    return [
      {
        code: 'target.figure' as const,
        start,
        end: start + match[0].indexOf('年') + 1,
        message: l10n.t('From {0} to {1} there are {2} years.', run.since, last, last - run.since + 1),
        related: [],
        fixes: [],
      },
    ];
  });
}
