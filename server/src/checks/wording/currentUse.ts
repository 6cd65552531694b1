/** Whether a name or wording is used as current, or stands in a sentence about a time when it was. */

import { hasWord } from '../../draft/modalityWords';
import type { SentencePlace } from '../../draft/sentencePlace';
import { findDates } from '../../text/dates';
import { firstDay, lastDay } from '../../text/partialDate';
import type { Span } from '../../text/span';

const SENTENCES_BACK = 4;

/**
 * Whether the words at `span` are dated before `until` (a partial date): by a date in their sentence, by a document
 * number of the time, or by the last date named in the sentences before. O(length of the sentences looked at).
 */
export function isDatedBefore(place: SentencePlace, span: Span, until: string): boolean {
  const { draft, block, index, sentence, today, dates } = place;
  const last = lastDay(until);
  const own = dates.filter((date) => date.form !== 'relative' && !isOfAnother(draft.text, sentence, date));
  if (own.some((date) => lastDay(date.from) <= last)) return true;
  // 2018年以前的国土资源部档案: the year of the change itself.
  if (
    own.some(
      ({ from, end }) => firstDay(from) <= last && /^.{0,2}(?:以前|之前)/.test(draft.text.slice(end - 2, end + 2)),
    )
  )
    return true;
  if (/年代/.test(draft.text.slice(sentence.start, span.start))) return true;
  if (hasEarlierNumber(draft.text.slice(sentence.start, sentence.end), last)) return true;
  if (own.some((date) => date.start < span.start)) return false;
  // 新征程上，要在…: what is to come is told by the names of today, and what was this year by those of this year.
  if (hasWord(draft.text, sentence, 'forward') || hasWord(draft.text, sentence, 'intention')) return false;
  if (dates.some(({ form, from }) => form === 'relative' && firstDay(from) > last)) return false;
  if (/近年来|目前|当前|眼下|现阶段/.test(draft.text.slice(sentence.start, sentence.end))) return false;
  const congress = namedCongress(draft.text.slice(sentence.start, span.start));
  if (congress !== undefined) return congress < until;
  for (let i = index - 1; i >= Math.max(0, index - SENTENCES_BACK); i--) {
    const nearest = findDates(draft.text, block.sentences[i]!, today).findLast(
      ({ start, end }) =>
        !/[（(《〔[]/.test(draft.text[start - 1] ?? '') && !/^年?版/.test(draft.text.slice(end, end + 2)),
    );
    if (nearest) return lastDay(nearest.to) <= last;
  }
  return false;
}

/** The day on which the party congresses opened that drafts name as a time. */
const CONGRESSES: Readonly<Record<string, string>> = {
  十六大: '2002-11-08',
  十七大: '2007-10-15',
  十八大: '2012-11-08',
  十九大: '2017-10-18',
  二十大: '2022-10-16',
};

/** The last party congress that the words name: 党的二十大向全党提出…. */
function namedCongress(words: string): string | undefined {
  const name = words.match(/(?<=党的)(?:十[六七八九]|二十)大/g)?.at(-1);
  return name && CONGRESSES[name];
}

/** A date that only says which edition of a title is meant (2007年起施行的《…》), or since when something else is (2023年5月…以后). */
function isOfAnother(text: string, sentence: Span, { end }: Span): boolean {
  const after = text.slice(end, Math.min(sentence.end, end + LONGEST_TIME));
  return (
    /^(?:起)?(?:正式)?(?:施行|实施|修订|修正|修改|印发|公布|发布)的《/.test(after) ||
    /^[^，。；]{0,24}(?:揭牌|挂牌|成立|改革|组建)[^，。；]{0,4}(?:以后|以来|之后|后)[，,]/.test(after)
  );
}

const LONGEST_TIME = 36;

/** A document number of the time: 国土资发〔2015〕12号. */
function hasEarlierNumber(sentence: string, last: string): boolean {
  for (const match of sentence.matchAll(/[〔[［（(](\d{4})[〕\]］）)]/g)) if (`${match[1]}-12-31` <= last) return true;
  return false;
}
