/** The year of an anniversary or a yearly day that is spoken of as at hand, without a year: 在建党105周年来临之际, in June. */
import type { SentencePlace } from '../../draft/sentencePlace';
import { addMonths, firstDay, lastDay } from '../../text/partialDate';
import type { Span } from '../../text/span';

/** So long before its day one speaks of what is to come, and so long after it of what has just been. In months. */
const MONTHS_BEFORE = 4;
const MONTHS_AFTER = 1;

/** Only what is spoken of today is counted by the draft's own year. */
const TODAY =
  /值此|^今天|[，。]今天|今日|即将迎来|将迎来|再过[^，。；]{1,6}天|我们(?:在这里)?[^，。；]{0,8}(?:集会|欢聚|相聚|齐聚)|今年/;
const BEFORE =
  /(?:^|[，])在[^，。；]{0,12}$|喜迎|迎接|迎来|热烈庆祝|隆重庆祝|为(?:庆祝|纪念|迎接)|\d月\d{1,2}日[，]?是[^，。；]{0,6}$/;
const AFTER = /^[^，。；]{0,12}(?:来临|到来)?之际|^[^，。；]{0,12}(?:即将)?(?:到来|来临)/;
/** Of another year, or of what was said and done then. */
const OTHER_TIME =
  /去年|上年|前年|明年|当年|当时|那年|曾|以来|此前|回顾|自从|过去|年前|每年|历年|其间|后来|上一|指出|宣告|提出|发表|讲话|那天|当天|当日|他|她|被授予|荣获/;
/** 庆祝中国共产党成立100周年大会: the name of what was held then. */
const NAMED =
  /^[”》]?(?:纪念|庆祝|庆典|表彰|招待|文艺|主题|系列)*(?:大会|座谈会|招待会|阅兵|活动|晚会|论坛|讲话|时|后|以后|之后|[与和、至]|到(?!来))/;

/**
 * The year, of that before, of and after the draft, in which `day` (`MM-DD` or `MM`) is at hand, where the sentence speaks of
 * what it counts at `counted` as of now; undefined where it may be of another year.
 */
export function yearAtHand(place: SentencePlace, { start, end }: Span, day: string): number | undefined {
  const { draft, sentence, today, dates } = place;
  if (day === '' || place.inRetrospect || place.isTelling || place.isCited({ start, end })) return undefined;
  const own = draft.text.slice(sentence.start, sentence.end);
  const [before, after] = [draft.text.slice(sentence.start, start), draft.text.slice(end, sentence.end)];
  const isToday = TODAY.test(before);
  const isSaid = isToday || BEFORE.test(before) || AFTER.test(after);
  if (!isSaid || OTHER_TIME.test(own) || NAMED.test(after)) return undefined;
  const year = Number(today.slice(0, 4));
  if (dates.some(({ from, to }) => from.slice(0, 4) !== String(year) || to.slice(0, 4) !== String(year)))
    return undefined;
  // 在抗战胜利80周年之际: a round one is spoken of for long.
  if (!isToday && /[05五十百]周年?$/.test(draft.text.slice(start, end))) return undefined;
  return [year - 1, year, year + 1].find((candidate) => {
    const kept = `${candidate}-${day}`;
    return addMonths(firstDay(kept), -MONTHS_BEFORE) <= today && today <= addMonths(lastDay(kept), MONTHS_AFTER);
  });
}

/** `year`, where what began in `first` is counted as it was the year before: what is to come may be next year's. */
export function ofLastYear(count: number, first: number, year: number | undefined): number | undefined {
  return year !== undefined && count === year - first - 1 ? year : undefined;
}
