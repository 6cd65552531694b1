/** Finds concepts told as put forward in another year than theirs, though not said to be for the first time: 2014年，…在哈萨克斯坦提出共建丝绸之路经济带. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Entry, Knowledge, WordingMatch } from '../../knowledge/knowledge';
import type { Formulation, Reference, Term } from '../../knowledge/schemas';
import type { DateMention } from '../../text/dates';
import { addMonths, firstDay, lastDay } from '../../text/partialDate';
import type { Span } from '../../text/span';
import { relatedEntry } from '../timing';
import { saysFirstAt } from './earlierOccasions';

/** A concept a sentence names, with when and where it was put forward. */
interface Concept extends Span {
  readonly name: string;
  readonly entry: Entry<Formulation | Term | Reference>;
  readonly date: string;
  readonly occasion: string;
  readonly places: readonly string[];
  /** A word of the trade was in use before the centre took it up: only the year tells. */
  readonly isWord: boolean;
}

/** Not when it was first said, but when it was taken up in full. */
const TAKEN_UP = /写入|阐述|部署|印发|首创|选派|启动/;
/** What is done or built is no concept: it has a day, and no one put it forward. */
const DONE = '年，';
/** Who puts concepts forward for the country. Places and companies have their own firsts. */
const BY_THE_CENTRE = /习近平|总书记|党中央|中共中央/;
/** …提出共建“: directly before the concept. */
const PUT_FORWARD =
  /(?:首次|第一次|率先|最早|创造性地?|明确|郑重|正式|鲜明)*(?:提出|首倡|倡导|作出)了?(?:共同建设|共同构建|推动构建|共建|构建|建设|打造|要坚持|坚持|实施|推进|关于|这一)*[“‘《]?$/;
/** Said again, or said of something else. */
const SAID_AGAIN =
  /再次|重申|又|进一步|强调|指出|要求|系统|全面阐|深刻阐|深化|丰富|写入|之前|以前|此前|纪念|周年|前夕|[。；：]/;
/** ”这一论断，是: from the concept to when. */
const LINK =
  /^[”’》]?(?:的?(?:这一?)?(?:重[大要])?[^，。；”“]{2,8})?[，,]?(?:就|正|最早|最初|首先)*(?:是|由|系|于|在)[^。；，”“]{0,24}$/;
/** From when to what tells of it. */
const TOLD =
  /^[^。；“”]{0,40}?(?:首次|率先|最早|第一次|明确|正式|郑重|创造性地?)*(?:提出|首倡|宣布)来?的?(?=[，。；]|$|的|并|一个|一项|重[大要]|全新)/;
/** 概念最早由: nobody else can have been before. */
const FOR_THE_FIRST_TIME = /最早|首次|率先/;
/** As far as the words that tell of a concept may be from it, in UTF-16 code units. */
const FAR = 64;
/** A proposal is put forward once: …提出全球发展倡议， and nothing of it. */
const ALONE = /^[”’》]?(?:以来|之?后)?[，。；]/;
/** ”理念源于, ”首次提出是在: the year after it is that of the origin. */
const ORIGIN =
  /^[”’》]?(?:的|这一?|重[大要]|科学|战略|理念|思想|论断|理论|概念|倡议|要求|提法|方针|原则|构想|[，,])*(?:源[于自]|始于|起源于|发端于|缘起于|诞生于|(?:首次|最早|正式)?(?:被)?提出(?:是?在|于|的时间是)|最早见于|首见于|最早是在)$/;
/** Said in many places in any year. */
const NO_PLACE = /讲话|演讲|文章|致辞|会议|联合国|全国两会|全国人大|互联网|纽约|非洲|北京|在京/;

/** The findings of one sentence. O(concepts × dates). */
export function otherOrigins(
  knowledge: Knowledge,
  place: SentencePlace,
  references: readonly WordingMatch<'references'>[],
): Finding[] {
  const { draft, sentence } = place;
  const { text } = draft;
  const own = text.slice(sentence.start, sentence.end);
  if (!/提出|首倡|倡导|宣布|作出|源[于自]|诞生|始于|见于/.test(own)) return [];
  return conceptsOf(knowledge, text, sentence, references).flatMap((concept) => {
    if (place.isCited(concept) && !isQuotedWhole(text, concept)) return [];
    const told = toldBefore(place, concept) ?? toldAfter(place, concept) ?? toldAtMeeting(place, concept, references);
    return told ? [finding(told, concept)] : (otherProvince(place, concept) ?? []);
  });
}

/** “节水优先、空间均衡、系统治理、两手发力”: nothing else is in the quotation. */
function isQuotedWhole(text: string, { start, end }: Span): boolean {
  return text[start - 1] === '“' && text[end] === '”';
}

function conceptsOf(
  knowledge: Knowledge,
  text: string,
  sentence: Span,
  references: readonly WordingMatch<'references'>[],
): Concept[] {
  const events = references.flatMap(({ start, end, wording, entry }): Concept[] =>
    entry.kind === 'event' && !entry.how?.includes(DONE) && /提出|倡议|会议|大会|演讲|讲话|考察/.test(entry.topic ?? '')
      ? [
          {
            ...{ start, end, name: wording, entry, date: entry.date, occasion: entry.topic ?? '' },
            ...{ places: entry.places ?? [], isWord: false },
          },
        ]
      : [],
  );
  const named = knowledge.find(text, sentence, ['formulations', 'terms']) as WordingMatch<'formulations' | 'terms'>[];
  const others = named.flatMap(({ start, end, role, wording, entry }): Concept[] => {
    const first = entry.firstUsed;
    const isKnown = first && (role === 'name' || role === 'alias') && !TAKEN_UP.test(first.occasion);
    if (!isKnown || events.some((event) => event.start <= start && end <= event.end)) return [];
    return [
      {
        ...{ start, end, name: wording, entry, date: first.date, occasion: first.occasion },
        ...{ places: [], isWord: 'term' in entry },
      },
    ];
  });
  return [...events, ...others];
}

/** 2014年秋，习近平主席在哈萨克斯坦提出共建“: before it was first said, or at its own place in another year. */
function toldBefore({ draft, sentence, dates }: SentencePlace, concept: Concept): DateMention | undefined {
  const { text } = draft;
  const date = dates.findLast(({ end }) => end <= concept.start);
  if (!date || concept.start - date.end > FAR || !isTime(date)) return undefined;
  const between = text.slice(date.end, concept.start);
  const lead = text.slice(sentence.start, concept.start);
  if (!PUT_FORWARD.test(between) || SAID_AGAIN.test(between) || !BY_THE_CENTRE.test(lead)) return undefined;
  // 提出A、B和“C”: the verb is that of the concept only where it stands before it.
  if (isBefore(date, concept)) return date;
  const isThere = concept.places.some((name) => !NO_PLACE.test(name) && between.includes(name));
  if (isThere && lastDay(concept.date) < firstDay(date.from)) return date;
  const isProposal = concept.name.endsWith('倡议') && ALONE.test(text.slice(concept.end, concept.end + 8));
  return isProposal && isLater(date, concept) ? date : undefined;
}

/** ”这一论断，是习近平同志2006年在…提出的: said so, there is one day for it. */
function toldAfter({ draft, sentence, dates }: SentencePlace, concept: Concept): DateMention | undefined {
  const { text } = draft;
  const date = dates.find(({ start }) => start >= concept.end);
  if (!date || date.start - concept.end > FAR || !isTime(date)) return undefined;
  // Some entries hold the 是 themselves: “四个面向”是.
  const link = `${concept.name.endsWith('是') ? '是' : ''}${text.slice(concept.end, date.start)}`;
  const tail = text.slice(date.end, Math.min(sentence.end, date.end + FAR));
  if (ORIGIN.test(link) && !concept.isWord) return isBefore(date, concept) || isLater(date, concept) ? date : undefined;
  const told = TOLD.exec(tail);
  if (!told || !LINK.test(link) || SAID_AGAIN.test(told[0])) return undefined;
  // “八八战略”是2004年提出的: of a concept with its day there is no other who put it forward.
  const isOfItself =
    'kind' in concept.entry && ((/是$/.test(link) && told[0].startsWith('提出')) || FOR_THE_FIRST_TIME.test(link));
  if (!isOfItself && !BY_THE_CENTRE.test(`${link}${told[0]}`)) return undefined;
  if (dates.some(({ start, end }) => start > date.end && end <= date.end + told[0].length)) return undefined;
  return isBefore(date, concept) || isLater(date, concept) ? date : undefined;
}

/** “四个自信”由党的十八大首次提出: at a meeting of another time than its own. */
function toldAtMeeting(
  { draft }: SentencePlace,
  { end, entry, date }: Concept,
  references: readonly WordingMatch<'references'>[],
): Span | undefined {
  // Of formulations and terms, earlierOccasions tells.
  if (!('kind' in entry)) return undefined;
  return references.find(
    (meeting) =>
      meeting.start >= end &&
      MEETINGS.includes(meeting.entry.kind) &&
      saysFirstAt(draft.text.slice(end, meeting.start), draft.text.slice(meeting.end, meeting.end + 16)) &&
      isFarFrom(meeting.entry, date),
  );
}

const MEETINGS: readonly Reference['kind'][] = ['congress', 'plenum', 'work-conference', 'session', 'meeting'];

function isFarFrom({ date, period }: Reference, day: string): boolean {
  const [from, to] = [period?.from ?? date, period?.to ?? date];
  if (from.length < 7) return false;
  return lastDay(day) < addMonths(firstDay(from), -1) || addMonths(lastDay(to), 1) < firstDay(day);
}

function isTime({ form, role, from, to }: DateMention): boolean {
  return (form === 'date' || form === 'relative') && role === 'in' && from.slice(0, 4) === to.slice(0, 4);
}

function isBefore({ to }: DateMention, { date, isWord }: Concept): boolean {
  return isWord ? to.slice(0, 4) < date.slice(0, 4) : lastDay(to) < firstDay(date);
}

/** In a later year: within the year a meeting may be held over months, and its words made known after it. */
function isLater({ from }: DateMention, { date }: Concept): boolean {
  return from.slice(0, 4) > date.slice(0, 4);
}

const PROVINCES =
  /(河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆)省?(\p{Script=Han}{0,12})$/u;

/** 在贵州十八洞村提出“精准扶贫”: the village is right, and not the province before it. */
function otherProvince({ draft, sentence }: SentencePlace, concept: Concept): Finding[] | undefined {
  const before = draft.text.slice(Math.max(sentence.start, concept.start - FAR), concept.start);
  if (concept.places.length < 2 || !PUT_FORWARD.test(before)) return undefined;
  const [village] = concept.places;
  const at = before.lastIndexOf(village!);
  const province = at > 0 ? PROVINCES.exec(before.slice(0, at)) : null;
  if (!province || concept.places.includes(province[1]!) || /[到从赴和与、]/.test(province[2]!)) return undefined;
  const start = concept.start - before.length + province.index;
  return [finding({ start, end: start + province[1]!.length }, concept)];
}

function finding({ start, end }: Span, { name, entry, date, occasion }: Concept): Finding {
  return {
    code: 'reference.mismatch',
    start,
    end,
    message: l10n.t('{0}: {1}, {2}.', name, date, occasion),
    related: [relatedEntry(entry)],
    fixes: [],
  };
}
