/** For which year a sentence without a date tells figures: that of the sentence before it, 2024年，我国…。城镇新增就业…. */
import type { SentencePlace } from '../../draft/sentencePlace';
import { findDates } from '../../text/dates';

/** How many sentences back the year may have been named. */
const SENTENCES_BACK = 4;
const OTHER_TIME = /季度|半年|个月|\d月|以来|期间|同期|累计|今年|去年|目前|五年|年均|每年|以后|此后|当年/;

/** The one year that the last sentence with a date names, where that is over and neither speaks of another time. O(paragraph). */
export function yearOfParagraph({ draft, block, index, sentence, dates, today }: SentencePlace): string | undefined {
  if (dates.length > 0 || OTHER_TIME.test(draft.text.slice(sentence.start, sentence.end))) return undefined;
  for (let i = index - 1; i >= Math.max(0, index - SENTENCES_BACK); i--) {
    const earlier = block.sentences[i]!;
    if (OTHER_TIME.test(draft.text.slice(earlier.start, earlier.end))) return undefined;
    const named = findDates(draft.text, earlier, today);
    const [first] = named;
    if (!first) continue;
    const isOneYear = named.every(
      ({ from, to, form, role }) =>
        from === to && to === first.to && to.length === 4 && form === 'date' && (role === 'in' || role === 'asOf'),
    );
    return isOneYear && first.to < today.slice(0, 4) ? first.to : undefined;
  }
  return undefined;
}
