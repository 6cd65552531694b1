/** Laws, standards and documents that a later one has replaced, cited as what is to be followed. */
import * as l10n from '@vscode/l10n';
import type { Finding, Fix } from '../../analysis/finding';
import { hasWord } from '../../draft/modalityWords';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Entry, Knowledge, WordingMatch } from '../../knowledge/knowledge';
import type { Reference } from '../../knowledge/schemas';
import { addMonths, firstDay, lastDay, startsBy } from '../../text/partialDate';
import { overlaps, type Span } from '../../text/span';
import { findStandardNumbers } from '../../text/standardNumbers';
import { asTitle, relatedEntry } from '../timing';

/** The findings of one sentence. O(length). */
export function supersededDocuments(knowledge: Knowledge, place: SentencePlace): Finding[] {
  const { draft, sentence, today } = place;
  const { text } = draft;
  const standards = findStandardNumbers(text, sentence).flatMap(({ start, end, base, year }) => {
    const current = currentEdition(knowledge, base, today);
    if (!current || current.year <= year || tellsOfReplacement(place)) return [];
    if (place.looksBackTo(current.entry.effective ?? current.entry.date)) return [];
    const newText = text.slice(start, end - 4) + current.year;
    return [
      replacedFinding(
        { start, end },
        text.slice(start, end),
        current.entry,
        today,
        writeInstead({ start, end }, newText),
      ),
    ];
  });
  const others = knowledge.find(text, sentence, ['references']).flatMap((match) => {
    const current = replacementOf(knowledge, match, today);
    // The name of an edition may have the words in it: 公司法（2018年修正）.
    if (!current || !isFollowed(place, match)) return [];
    const until = match.entry.until ?? current.effective ?? current.date;
    if (tellsOfReplacement(place, match, until)) return [];
    if (namesReplacement(place, match, current) || place.looksBackTo(until)) return [];
    return [replacedFinding(match, match.wording, current, today)];
  });
  return [...standards, ...others];
}

const REPLACEMENT = /代替|替代|取代|废止|失效|停止执行|不再施行|同时施行|旧版|原版|新版|原《|以来的/;
/** Said in the clause of the name it is its own; in another, 修订学位授予细则，要以《…》为依据, that of something else. */
const REVISION = /修订(?!示范|合同|方案|文本|村规)|修正|修改(?!示范|合同|方案|文本|村规)/;

/** A sentence about the replacement itself, or about what was before `until`, cites the old one rightly. The dates in the name at `name` say nothing of it. */
export function tellsOfReplacement(
  { draft, sentence, dates, today, isTelling }: SentencePlace,
  name: Span = { start: 0, end: 0 },
  until = today,
): boolean {
  const after = afterName(draft.text, sentence, name);
  return (
    isTelling ||
    tellsOfRevision(draft.text.slice(sentence.start, Math.max(sentence.start, name.start))) ||
    REPLACEMENT.test(after) ||
    REVISION.test(/^[^，。；]*/.exec(after)![0]) ||
    hasWord(draft.text, sentence, 'report') ||
    dates.some(
      (date) =>
        date.role !== 'by' &&
        date.form !== 'plan' &&
        lastDay(date.to) < today &&
        firstDay(date.from) <= lastDay(until) &&
        !overlaps(date, name),
    )
  );
}

function tellsOfRevision(lead: string): boolean {
  return REPLACEMENT.test(lead) || REVISION.test(/[^，。；]*$/.exec(lead)![0]);
}

/** 从《婚姻法》到民法典: names what came in its place. */
function namesReplacement({ draft, sentence }: SentencePlace, old: Span, { name, aliases }: Reference): boolean {
  const own = `${draft.text.slice(sentence.start, old.start)}，${draft.text.slice(old.end, sentence.end)}`;
  return [name.replace(/^中华人民共和国/, ''), ...(aliases ?? [])].some((wording) => own.includes(wording));
}

/** What follows a name; 依照《…》修订细则 revises something else by it. */
function afterName(text: string, sentence: Span, name: Span): string {
  const after = text.slice(Math.max(sentence.start, name.end), sentence.end);
  const isBasis = /(?:依照|按照|根据|依据|对照)[《“]?$/.test(
    text.slice(Math.max(sentence.start, name.start - 5), name.start),
  );
  return isBasis ? after.replace(/^》?(?:抓紧|及时|认真)?(?:修订|修改)(?!后|的|版)/, '') : after;
}

/** The same of the part of the sentence between semicolons; 对照《…》 goes by it and compares nothing. */
export function tellsInPart({ draft, sentence, dates, today, isTelling }: SentencePlace, name: Span): boolean {
  const { text } = draft;
  const before = text.slice(sentence.start, name.start);
  const start = sentence.start + before.lastIndexOf('；') + 1;
  const length = text.slice(name.end, sentence.end).search(/；|$/);
  const part = { start, end: name.end + length };
  const lead = text.slice(start, name.start);
  return (
    (isTelling && !/对照(?:国家)?《?$/.test(before)) ||
    tellsOfRevision(lead) ||
    REPLACEMENT.test(text.slice(name.end, part.end)) ||
    REVISION.test(/^[^，。；]*/.exec(text.slice(name.end, part.end))![0]) ||
    hasWord(text, part, 'report') ||
    dates.some(
      (date) =>
        part.start <= date.start &&
        date.end <= part.end &&
        date.role !== 'by' &&
        date.form !== 'plan' &&
        lastDay(date.to) < today &&
        !overlaps(date, name),
    )
  );
}

/** The reference in force in place of what was found, where that has ceased to be current; plans and meetings are judged elsewhere. */
function replacementOf(
  knowledge: Knowledge,
  match: WordingMatch<'references'>,
  today: string,
): Entry<Reference> | undefined {
  const { entry, role } = match;
  if (entry.kind === 'campaign') return laterCampaign(knowledge, entry, today);
  if (entry.kind !== 'law' && entry.kind !== 'document' && entry.kind !== 'standard') return undefined;
  if (entry.kind === 'standard' && role !== 'name') return undefined;
  if (entry.until !== undefined && !(lastDay(entry.until) <= today)) return undefined;
  const current = knowledge.referenceInForce(entry, today);
  // A revised law keeps its name: nothing in the sentence says that the old text is meant.
  return current && !sameName(match.wording, current) ? current : undefined;
}

/** A campaign is summed up for this long after it ends. */
const MONTHS_OF_SUMMING_UP = 3;

/** The campaign of the same series that is on, where this one is over. */
function laterCampaign(
  knowledge: Knowledge,
  { series, period, date }: Reference,
  today: string,
): Entry<Reference> | undefined {
  if (series === undefined || !period || addMonths(lastDay(period.to), MONTHS_OF_SUMMING_UP) >= today) return undefined;
  const current = knowledge.currentOf(series, today);
  return current && current.date > date ? current : undefined;
}

function sameName(wording: string, current: Reference): boolean {
  return [current.name, ...(current.aliases ?? [])].some((name) => name === wording || name.endsWith(wording));
}

const BASIS =
  /(?:依据|依照|根据|按照|遵照|遵守|执行|严格执行|认真执行|贯彻|贯彻落实|贯彻实施|落实|深入实施|实施|实施好|推进|推动|抓好|违反|适用|参照|对照|对标|符合|吃透|领会|结合|学习|通读|研读|学好|依据是|依据为|宣传|宣讲|普及|讲解|运用|用好|引用|援引|围绕|列入|纳入|属于)(?:国家|国务院|现行|好|党中央|[全我][国省市县区])?[《“]?(?:中华人民共和国)?$/;

/** Whether the words before `offset` cite what stands there as what is to be followed: 依照《…》, 深入实施《…》. */
export function isCitedAsBasis({ draft, sentence }: SentencePlace, offset: number): boolean {
  const before = draft.text.slice(Math.max(sentence.start, offset - 16), offset);
  const after = draft.text.slice(offset, Math.min(sentence.end, offset + LONGEST_GUIDE));
  return (
    BASIS.test(before) ||
    (LED_BY.test(before) && GUIDES.test(after)) ||
    (GONE_BY.test(before) && CARRIED_OUT.test(after))
  );
}

/** 以《…》为抓手. */
const LED_BY = /以(?:新一轮|国家|我国)?[《“]?(?:中华人民共和国)?$/;
const GUIDES =
  /^[^，。；]{2,}?[》”]?为[^，。；、]{0,10}?(?:抓手|统领|引领|指引|遵循|牵引|纲领|依据|准绳|准(?!则)|指导)/;
/** 仍按《…》执行. */
const GONE_BY = /按[《“]?(?:中华人民共和国)?$/;
const CARRIED_OUT =
  /^[^，。；]{2,}?[》”]?的?(?:有关|相关)?(?:规定|要求|标准|办法)?(?:执行|办理|管理|实施|落实|缴纳|征收|处理|处罚)/;
const LONGEST_GUIDE = 48;

/** What tells of how a law came about, or of its time. */
const OF_ITS_TIME =
  /颁布|颁行|出台|制定|起草|诞生|历史|第一部|首部|年代|标志|曾|以来|期间|回顾|当年|过去|新中国|立法|施行后|实施后|草案|相继|先后|陆续|历程|沿革|从《|时期|作者|获奖|出版/;

/**
 * A title in its marks in a sentence that tells nothing of its making or its time names what is in force: 了解《婚姻法》的规定,
 * 妇联履职的主要依据是《…纲要（2011—2020年）》. A document that is no law or plan may be named for other reasons; there the
 * sentence has to ask for something.
 */
export function isNamedAsInForce(
  { draft, sentence }: SentencePlace,
  { start, end }: Span,
  kind: Reference['kind'],
): boolean {
  const { text } = draft;
  const isTitle = draft.titles.some(
    (title) => start <= title.start && title.end <= end + 1 && title.start - start <= 1,
  );
  if (!isTitle || OF_ITS_TIME.test(text.slice(sentence.start, start) + text.slice(end, sentence.end))) return false;
  if (kind === 'law') return true;
  // 《…规划》提出，到2025年…: what it set is judged by itself.
  if (/^》?[^，。；]{0,4}(?:提出|明确|确定|指出|部署|要求|强调|设定)/.test(text.slice(end, end + 8))) return false;
  return kind === 'plan' || hasWord(text, sentence, 'intention');
}

/** A campaign that is over is still built upon (巩固…成果) and reported; only carrying it on as a task is out of date. */
const CARRYING_ON = /(?:开展好|开展|抓好|推进|参加|投入)[《“]?$/;

/** Whether the words before cite it as what is to be followed: 依照《…》, 扎实开展…. */
function isFollowed(place: SentencePlace, match: WordingMatch<'references'>): boolean {
  const { draft, sentence } = place;
  if (match.entry.kind !== 'campaign')
    return isCitedAsBasis(place, match.start) || isNamedAsInForce(place, match, match.entry.kind);
  const before = draft.text.slice(Math.max(sentence.start, match.start - 16), match.start);
  const lead = draft.text.slice(sentence.start, match.start);
  if (
    !/下一?步|打算|今后|接下来/.test(lead) &&
    !hasWord(draft.text, { start: sentence.start, end: match.start }, 'intention')
  )
    return false;
  return (
    CARRYING_ON.test(before) &&
    !/^[”》]?(?:以来|期间|常态化|[中后时的])/.test(draft.text.slice(match.end, match.end + 3))
  );
}

interface Edition {
  readonly year: number;
  readonly entry: Entry<Reference>;
}

/** The latest edition of a standard in force on a day, by its number without the year. */
function currentEdition(knowledge: Knowledge, base: string, today: string): Edition | undefined {
  let latest: Edition | undefined;
  for (const entry of knowledge.data.references) {
    if (entry.kind !== 'standard' || entry.number === undefined) continue;
    const [number] = findStandardNumbers(entry.number, { start: 0, end: entry.number.length });
    if (number?.base !== base || !startsBy(entry.effective ?? entry.date, today)) continue;
    if (!latest || number.year > latest.year) latest = { year: number.year, entry };
  }
  return latest;
}

/** That `name` has been replaced by `current`. */
export function replacedFinding(
  span: Span,
  name: string,
  current: Entry<Reference>,
  today: string,
  fixes: Fix[] = [],
): Finding {
  return {
    code: 'reference.superseded',
    start: span.start,
    end: span.end,
    message: l10n.t(
      '“{0}” has been replaced; on {1}, the date of this draft, current is {2} ({3}).',
      name,
      today,
      // A law is known by its name: the order it was made known by only distracts.
      [current.number?.includes('令') ? undefined : current.number, asTitle(current.name)].filter(Boolean).join(' '),
      current.effective ?? current.date,
    ),
    related: [relatedEntry(current)],
    fixes,
  };
}

function writeInstead(span: Span, newText: string): Fix[] {
  return [
    {
      title: l10n.t('Write “{0}”', newText),
      edits: [{ start: span.start, end: span.end, newText }],
      preferred: true,
    },
  ];
}
