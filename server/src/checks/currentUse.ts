/** Whether a name or wording is used as current, or stands in a sentence about a time when it was. */
import type { SentencePlace } from '../draft/sentencePlace';
import { findDates } from '../text/dates';
import { lastDay } from '../text/partialDate';
import type { Span } from '../text/span';

const SENTENCES_BACK = 4;

/**
 * Whether the words at `span` are dated before `until` (a partial date): by a date in their sentence, by a document
 * number of the time, or by the last date named in the sentences before. O(length of the sentences looked at).
 */
export function isDatedBefore(place: SentencePlace, span: Span, until: string): boolean {
  const { draft, block, index, sentence, today, dates } = place;
  const last = lastDay(until);
  const own = dates.filter((date) => date.form !== 'relative');
  if (own.some((date) => lastDay(date.from) <= last)) return true;
  if (hasEarlierNumber(draft.text.slice(sentence.start, sentence.end), last)) return true;
  if (own.some((date) => date.start < span.start)) return false;
  for (let i = index - 1; i >= Math.max(0, index - SENTENCES_BACK); i--) {
    const nearest = findDates(draft.text, block.sentences[i]!, today).at(-1);
    if (nearest) return lastDay(nearest.to) <= last;
  }
  return false;
}

/** A document number of the time: 国土资发〔2015〕12号. */
function hasEarlierNumber(sentence: string, last: string): boolean {
  for (const match of sentence.matchAll(/[〔[［（(](\d{4})[〕\]］）)]/g)) if (`${match[1]}-12-31` <= last) return true;
  return false;
}
