/** Finds events and first words told with another day or place than theirs: 2003年8月15日在余村首次提出“绿水青山就是金山银山”. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Entry, Knowledge, WordingMatch } from '../../knowledge/knowledge';
import type { Reference } from '../../knowledge/schemas';
import type { DateMention } from '../../text/dates';
import { firstDay, lastDay } from '../../text/partialDate';
import type { Span } from '../../text/span';
import { relatedEntry } from '../timing';
import { CONFERENCE, editionsOf } from './conferenceEditions';

/** That something was said for the first time: only then is there one day and one place. */
const FIRST =
  /(?:首次|第一次|首度|最早|率先|开创性地?)(?:明确|正式|公开|郑重|完整|创造性地?)*(?:提出|阐释|阐述|使用)|首倡|诞生[于在]/g;
/** As far as the words that tell of an event may be from it. In UTF-16 code units. */
const NEAR = 18;
/** As far back as the day and place of an event are told. */
const FAR = 60;
const NO_PLACE =
  /^(?:京|主持|随后|此前|最近|近日|日前|前不久|不久前|刚刚|[今去]年|[今昨]天|昨日|上周|上个?月|本[周月次]|当天|会上|[这那该此其本]|同一)|讲话|演讲|致辞|文章|报告|贺信|期间|地方|基层|各地|国内|农村|实地|当地|一线/;
const STATED_PLACE =
  /(?:在|诞生[于在])(?:(?:出席|出访|访问|考察|调研)(?!时|期间))?(\p{Script=Han}{2,18}?)(?:考察|调研|视察|访问|演讲|座谈|参观|首次|第一次|时|期间|率先|最早|提出|$)/u;
/** 在青岛举行的…: a place by its grammar, whatever else is named. */
const HELD_PLACE = /在(\p{Script=Han}{2,6}?)(?:市|省)?(?:举行|召开|举办)的/u;
/** It was not then: 早在…之前. */
const OTHER_TIME = /之前|以前|此前|(?<!节)前夕|[^首]次年|写入|再次|重申|纪念|周年/;

/** 中老铁路通车三周年: told of a day since. */
const SINCE =
  /^[”》]?[^，。；]{0,6}(?:周年|第[一二三四五六七八九十\d]+年|年来)|^[”》]?的?(?:决定|计划|准备|筹备|方案|消息|前夕)/;

/** The finding for the event at `match`, an entry of kind `event`. O(length of the sentence). */
export function otherEvent(
  knowledge: Knowledge,
  place: SentencePlace,
  match: WordingMatch<'references'>,
  references: readonly WordingMatch<'references'>[],
): Finding | undefined {
  const { draft, sentence } = place;
  const { entry } = match;
  if (entry.kind !== 'event') return undefined;
  const told = tellingOf(draft.text, sentence, match);
  if (!told) return placeOnTheDay(place, match);
  if (
    OTHER_TIME.test(draft.text.slice(told.start, told.end)) ||
    SINCE.test(draft.text.slice(match.end, match.end + 12))
  )
    return undefined;
  const date = nearestDate(place, told);
  if (date && !mayBe(entry.date, date)) return finding(date, entry);
  const meetings = references.filter(
    ({ start, end }) => told.start <= start && end <= told.end && AT_MEETING.test(draft.text.slice(end, end + 8)),
  );
  const [meeting] = meetings;
  // A conference held more than once was held then if one of them was.
  if (meeting && meetings.every((one) => one.start === meeting.start && isElsewhere(one.entry, entry.date)))
    return finding(meeting, entry);
  const conference = conferenceOf(knowledge, draft.text, told, entry.date);
  if (conference) return finding(conference, entry);
  const heldAt = entry.places && HELD_PLACE.exec(draft.text.slice(told.start, told.end));
  if (heldAt && !NO_PLACE.test(heldAt[1]!) && !entry.places!.some((name) => heldAt[1]!.includes(name)))
    return finding(placeOf(told, heldAt), entry);
  // Of a place the year must be the right one: the same words are taken up elsewhere in later years.
  const stated = entry.places && STATED_PLACE.exec(draft.text.slice(told.start, told.end));
  if (!stated || NO_PLACE.test(stated[1]!)) return undefined;
  const words = draft.text.slice(told.start, told.end);
  // 安吉鲁家村 is in 安吉, but it was 余村.
  const isOtherVillage =
    /村$/.test(stated[1]!) &&
    entry.places!.some((name) => name.endsWith('村')) &&
    !entry.places!.some((name) => name.endsWith('村') && words.includes(name));
  const isInOtherCounty = entry.places!.some((name) => isWithinOther(stated[1]!, name, entry.places!));
  if (!isOtherVillage && !isInOtherCounty && entry.places!.some((name) => words.includes(name))) return undefined;
  return finding(placeOf(told, stated), entry);
}

/** Where the place stands that was found in the stretch. */
function placeOf({ start }: Span, stated: RegExpExecArray): Span {
  const at = start + stated.index + stated[0].lastIndexOf(stated[1]!);
  return { start: at, end: at + stated[1]!.length };
}

/** 2013年10月，…在马来西亚提出共同建设…: on the very day it was put forward, though not said to be for the first time, only one place is right. */
function placeOnTheDay(
  { draft, sentence, dates }: SentencePlace,
  { entry, start }: WordingMatch<'references'>,
): Finding | undefined {
  const date = dates.findLast(({ end }) => end <= start);
  if (!entry.places || date?.role !== 'in' || date.form !== 'date' || date.from.length < 7 || !mayBe(entry.date, date))
    return undefined;
  const between = draft.text.slice(Math.max(sentence.start, date.end), start);
  const said = PUT_FORWARD_IN.exec(between);
  if (!said || NO_PLACE.test(said[1]!) || OTHER_TIME.test(between)) return undefined;
  // 在青岛举行的“上海合作组织+”会议上: where it was held, whatever it is called.
  const named = said[2] === undefined ? between : said[1]!;
  if (entry.places.some((name) => named.includes(name))) return undefined;
  return finding(placeOf({ start: date.end, end: start }, said), entry);
}

const PUT_FORWARD_IN =
  /^[，,]?[^，。；]{0,8}在(?:访问|出访)?(\p{Script=Han}{2,8}?)(?:时|期间|访问时|考察时|(举行的)[^，。；]{2,16}上)?[，,]?(?:郑重|正式)?(?:提出|倡议|发起)(?:共同建设|共建|建设|构建|了)?[“]?$/u;

/** A conference of the centre named as where it was said, none of whose editions was held on the day. */
function conferenceOf(knowledge: Knowledge, text: string, told: Span, day: string): Span | undefined {
  const named = CONFERENCE.exec(text.slice(told.start, told.end));
  if (!named) return undefined;
  const start = told.start + named.index;
  const end = start + named[0].length;
  const editions = editionsOf(knowledge, named[0]);
  const isOther = editions.length > 0 && editions.every((edition) => isElsewhere(edition, day));
  return isOther && AT_MEETING.test(text.slice(end, end + 8)) ? { start, end } : undefined;
}

/** 德清县余村 for 安吉县余村: before the village stands what is none of the places it lies in. */
function isWithinOther(stated: string, village: string, places: readonly string[]): boolean {
  const at = /[村洞]$/.test(village) ? stated.indexOf(village) : -1;
  if (at <= 0) return false;
  const known = places
    .filter((name) => name !== village)
    .reduce((rest, name) => rest.replace(name, ''), stated.slice(0, at));
  return /^\p{Script=Han}{2,4}$/u.test(known.replace(/[省市县区州镇乡]|自治/g, ''));
}

const AT_MEETING = /^(?:的?报告|公报|决定)?[》”]?(?:上|中|里)?(?:首次|率先|第一次|最早|提出|明确)/;

const HELD = ['congress', 'plenum', 'work-conference', 'session', 'meeting'];

/** A congress, plenum or conference of other days, or its report: 党的十九届五中全会首次…. */
function isElsewhere({ kind, date, period }: Reference, day: string): boolean {
  if (!HELD.includes(kind) && kind !== 'document') return false;
  if ((period?.from ?? date).length < 7) return false;
  return lastDay(period?.to ?? date) < firstDay(day) || lastDay(day) < firstDay(period?.from ?? date);
}

/** The stretch that tells when and where: up to the event, or after it, where the words of telling stand beside it. */
function tellingOf(text: string, sentence: Span, { start, end, entry }: WordingMatch<'references'>): Span | undefined {
  const from = Math.max(sentence.start, start - FAR);
  const before = text.slice(from, start);
  const beforeEnd = endOfLast(before, entry);
  if (beforeEnd !== undefined && !/[。；！]/.test(before.slice(beforeEnd)) && before.length - beforeEnd <= NEAR)
    return { start: from + before.slice(0, beforeEnd).search(/[^。；！]*$/), end: start };
  const after = text.slice(end, Math.min(sentence.end, end + FAR));
  const clause = after.slice(0, after.search(/[。；！]|$/));
  // 这一理念2003年在…首次提出: the day stands between the event and what tells of it; 试爆成功，1967年… tells of another.
  const tells = endOfLast(clause, entry);
  const untilDay = clause.slice(0, Math.max(0, clause.search(/\d{4}年/)));
  if (endOfLast(untilDay, entry) !== undefined) return undefined;
  if (tells === undefined || !(TOLD_AFTER.test(clause) || (entry.places && PLACED_AFTER.test(clause))))
    return undefined;
  return { start: end, end: end + tells };
}

/** ，是习近平总书记2023年9月…; ，这一理念2003年…. */
const TOLD_AFTER = /^[”》]?[^，。；]{0,12}(?:[，,]?(?:是|由|于)?[^，。；]{0,14})?\d{4}年/;
/** ”在浙江安吉县余村首次提出. */
const PLACED_AFTER = /^[”》]?(?:这一?[^，。；]{2,6})?[，,]?(?:是|最早|就|最初|正是)*(?:在|诞生[于在])/;

/** Where the last words that tell of the event end. */
function endOfLast(words: string, { how }: Reference): number | undefined {
  let last: number | undefined;
  for (const { 0: found, index } of words.matchAll(FIRST)) last = index + found.length;
  // 是…2005年在余村考察时提出的: stressed so, it is the first time too.
  const stressed =
    /^[”》]?(?:这一?[^，。；]{2,8})?[，,]?(?:就|正)?是[^，。；]{4,40}提出的(?=[，。；]|$|(?:一个|一项|重[大要]|原创|战略|科学|全新)[^，。；]{2,16}(?:[，。；]|$))/.exec(
      words,
    );
  if (stressed) last = Math.max(last ?? 0, stressed[0].length);
  for (const word of how ?? []) {
    const at = words.lastIndexOf(word);
    if (at >= 0) last = Math.max(last ?? 0, at + word.length);
  }
  return last;
}

/** The last date of the stretch that is a time of its own. */
function nearestDate({ dates }: SentencePlace, { start, end }: Span): DateMention | undefined {
  const inside = dates.filter((date) => start <= date.start && date.end <= end);
  const last = inside.at(-1);
  return last?.role === 'in' && (last.form === 'date' || (last.form === 'relative' && last.to.length < 10))
    ? last
    : undefined;
}

function mayBe(day: string, { from, to }: DateMention): boolean {
  return firstDay(from) <= lastDay(day) && firstDay(day) <= lastDay(to);
}

function finding({ start, end }: Span, entry: Entry<Reference>): Finding {
  return {
    code: 'reference.mismatch',
    start,
    end,
    message: l10n.t('{0}: {1}, {2}.', entry.name, entry.date, entry.topic ?? ''),
    related: [relatedEntry(entry)],
    fixes: [],
  };
}

const HELD_AT = /在(\p{Script=Han}{2,8}?)(?:市|省)?(?:主持)?(?:召开|举行|出席)了?的?[“《]?$/u;
const HELD_AT_AFTER = /^[”》]?(?:于[^，。；在]{2,12})?在(\p{Script=Han}{2,6}?)(?:市|省)?(?:召开|举行)/u;

/** 在成都主持召开新时代推动西部大开发座谈会: a meeting that was held at another place. */
export function otherPlace({ draft, sentence }: SentencePlace, match: WordingMatch<'references'>): Finding | undefined {
  const { entry, start, end } = match;
  if (entry.kind === 'event' || !entry.places) return undefined;
  const { text } = draft;
  const before = text.slice(Math.max(sentence.start, start - NEAR * 2), start);
  const stated = HELD_AT.exec(before) ?? HELD_AT_AFTER.exec(text.slice(end, Math.min(sentence.end, end + NEAR * 2)));
  if (!stated || NO_PLACE.test(stated[1]!) || entry.places.some((name) => stated[1]!.includes(name))) return undefined;
  const at =
    stated.input === before ? start - before.length + stated.index + 1 : end + stated[0].indexOf(`在${stated[1]}`) + 1;
  return finding({ start: at, end: at + stated[1]!.length }, entry);
}
