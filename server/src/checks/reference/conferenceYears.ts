/** Finds conferences of the centre given to a year without one: 2023年全国教育大会, 2022年4月，习近平总书记在中央人才工作会议上. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Entry, Knowledge } from '../../knowledge/knowledge';
import type { Reference } from '../../knowledge/schemas';
import type { DateMention } from '../../text/dates';
import { firstDay, lastDay } from '../../text/partialDate';
import type { Span } from '../../text/span';
import { relatedEntry } from '../timing';
import { CONFERENCE, editionsOf, isBetweenEditions, isNoneOf, meetingNames } from './conferenceEditions';

const ALL = new RegExp(CONFERENCE.source, 'gu');
/** What is said of a conference that has been, directly after its name. */
const OF_IT = /^[”]?(?:上|精神|以来|之后|后|提出|指出|强调|部署|明确|要求|召开|，)/;
/** From the date to the conference: ，习近平总书记在. */
const LEADER_AT = /^[，,]?习近平(?:总书记|同志|主席)?(?:在|出席)[“]?$/;
/** …2024年6月在: where the leader stands before the date. */
const AT = /^[，,]?(?:在|出席)[“]?$/;
const LEADER = /习近平(?:总书记|同志|主席)?(?:[于在])?$/;
/** What was said there may be published on another day: …会议上的讲话在《求是》发表. */
export const AT_IT =
  /^[”》]?(?:上(?!的(?:重要)?(?:讲话|报告)[^，。；]{0,16}(?:发表|刊发|刊登|全文|公布|公开|出版|单行本))|并|时)/;

const ATTENDED = /出席[“]?$/;

/** Whether the leader is said to have been at what stands at `start` on the date. */
export function isLeaderAt(text: string, date: Span, { start }: Span): boolean {
  const between = text.slice(date.end, start);
  if (between.length > 20) return false;
  return (
    LEADER_AT.test(between) || (AT.test(between) && LEADER.test(text.slice(Math.max(0, date.start - 10), date.start)))
  );
}

/** The findings of one sentence. O(length). */
export function otherConferenceYears(knowledge: Knowledge, place: SentencePlace): Finding[] {
  const { draft, sentence } = place;
  const own = draft.text.slice(sentence.start, sentence.end);
  if (!/(?:大会|会议|座谈会)/.test(own) || !/\d{4}年/.test(own)) return [];
  return namesIn(knowledge, own).flatMap(({ 0: name, index }) => {
    const start = sentence.start + index;
    const editions = editionsOf(knowledge, name);
    if (editions.length === 0 || place.isCited({ start, end: start + name.length })) return [];
    const after = own.slice(index + name.length);
    const year = /(\d{4})年$/.exec(own.slice(0, index))?.[1];
    if (year !== undefined) {
      const none = isBetweenEditions(editions, year) && OF_IT.test(after);
      return none ? [finding({ start: start - 5, end: start }, nearest(editions, year))] : [];
    }
    const date = place.dates.findLast(({ end }) => end <= start);
    if (
      !date ||
      !(AT_IT.test(after) || ATTENDED.test(own.slice(0, index))) ||
      !isLeaderAt(draft.text, date, { start, end: start })
    )
      return [];
    const right = otherDay(editions, date);
    return right ? [finding(date, right)] : [];
  });
}

/** The conferences, and the meetings of more than one edition, that the sentence names. */
function namesIn(knowledge: Knowledge, own: string): readonly { readonly 0: string; readonly index: number }[] {
  const conferences = [...own.matchAll(ALL)];
  if (!own.includes('座谈会')) return conferences;
  const meetings = meetingNames(knowledge).flatMap((name) => {
    const index = own.indexOf(name);
    return index < 0 ? [] : [{ 0: name, index }];
  });
  return [...conferences, ...meetings];
}

/** The conference meant, where none was held on the date. */
function otherDay(
  editions: readonly Entry<Reference>[],
  { form, role, from, to }: DateMention,
): Entry<Reference> | undefined {
  const year = from.slice(0, 4);
  if ((form !== 'date' && form !== 'relative') || role !== 'in' || year !== to.slice(0, 4)) return undefined;
  const held = editions.filter(({ name }) => name.startsWith(year));
  if (held.length === 0) return isNoneOf(editions, year) ? nearest(editions, year) : undefined;
  const mayBe = held.some(
    ({ date, period }) =>
      firstDay(from) <= lastDay(period?.to ?? date) && firstDay(period?.from ?? date) <= lastDay(to),
  );
  return mayBe ? undefined : held[0];
}

function nearest(editions: readonly Entry<Reference>[], year: string): Entry<Reference> {
  const distance = ({ name }: Reference) => Math.abs(Number(name.slice(0, 4)) - Number(year));
  return editions.reduce((near, other) => (distance(other) < distance(near) ? other : near));
}

function finding({ start, end }: Span, entry: Entry<Reference>): Finding {
  return {
    code: 'reference.mismatch',
    start,
    end,
    message: l10n.t('{0} was held on {1}.', entry.name.slice(5), entry.date),
    related: [relatedEntry(entry)],
    fixes: [],
  };
}
