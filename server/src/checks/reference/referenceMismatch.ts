/** Finds cited documents, meetings and plans whose number or date differs from what the knowledge base holds. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { Snapshot } from '../../analysis/snapshot';
import type { Draft } from '../../draft/draft';
import { type SentencePlace, sentencePlaces } from '../../draft/sentencePlace';
import type { Entry, Knowledge, WordingMatch } from '../../knowledge/knowledge';
import type { Reference } from '../../knowledge/schemas';
import type { DateMention } from '../../text/dates';
import { planName, planYears } from '../../text/fiveYearPlans';
import { numeralAt } from '../../text/numerals';
import { addMonths, endsBefore, firstDay, lastDay } from '../../text/partialDate';
import { overlaps, type Span } from '../../text/span';
import { derived } from '../../util/derived';
import type { Check, CheckConfig } from '../check';
import { withOtherEnd } from '../otherEnd';
import { adoptedElsewhere } from './adoptedDocuments';
import { bareLawNames } from './bareLawNames';
import { CONFERENCE, editionsOf, isBetweenEditions } from './conferenceEditions';
import { conferencePrefixes } from './conferencePrefixes';
import { AT_IT, isLeaderAt, otherConferenceYears } from './conferenceYears';
import { countedOtherwise } from './countedByYear';
import { otherDaysHeld, otherYearlyDays } from './daysWithoutYear';
import { numbersOfOthers, otherNumber } from './documentNumbers';
import { earlierOccasions } from './earlierOccasions';
import { entriesNamed } from './entriesNamed';
import { otherLawDate } from './lawDates';
import { otherSession } from './lawSessions';
import { mismatch } from './mismatch';
import { otherTitles } from './nearTitles';
import { otherNumberOne } from './numberOneDocuments';
import { otherEvent, otherPlace } from './statedEvents';
import { otherIssuer } from './statedIssuers';
import { otherTitleYears } from './titleYears';
import { otherOrigins } from './toldOrigins';

/** Only where the words say plainly what the number or date belongs to: 《…》（国发〔2019〕5号）, 2024年10月召开的…. */
export const referenceMismatch: Check = {
  code: 'reference.mismatch',
  severity: 'warning',
  run: ({ knowledge, corpus }: Snapshot, draft: Draft, config: CheckConfig): Finding[] => {
    const titleYears = otherTitleYears(knowledge, draft, config.date);
    const titles = otherTitles(knowledge, draft, config.date).filter(
      (title) => !titleYears.some((years) => overlaps(years, title)),
    );
    const findings: Finding[] = [...numbersOfOthers(corpus, knowledge, draft), ...titleYears, ...titles];
    for (const place of sentencePlaces(draft, config.date)) {
      const matches = knowledge
        .find(draft.text, place.sentence, ['references'])
        // What was issued or held after the draft can be known in it only as it was planned.
        .filter(({ role, entry }) => (role === 'name' || role === 'alias') && firstDay(entry.date) <= config.date);
      const elsewhere = adoptedElsewhere(knowledge, place, matches, config.path);
      findings.push(
        ...elsewhere,
        ...earlierOccasions(knowledge, place, matches),
        ...otherOrigins(knowledge, place, matches),
        ...countedOtherwise(place),
        ...otherYearlyDays(place),
      );
      for (const match of matches) {
        // Where the meeting itself is the wrong one, its date needs no finding of its own.
        if (elsewhere.some(({ start }) => start === match.start)) continue;
        const finding =
          otherNumber(knowledge, place, match) ??
          otherDate(knowledge, place, match) ??
          otherDaysHeld(place, match) ??
          notJustHeld(knowledge, place, match) ??
          otherEvent(knowledge, place, match, matches) ??
          otherPlace(place, match) ??
          otherNumberOne(knowledge, place, match) ??
          otherLawDate(place, match, entriesNamed(knowledge, match.wording)) ??
          (match.entry.kind === 'law'
            ? otherSession(place, match, entriesNamed(knowledge, match.wording))
            : undefined) ??
          otherIssuer(place, match, entriesNamed(knowledge, match.wording));
        if (finding) findings.push(withOtherEnd(finding, draft, config.path, match));
      }
      for (const law of bareLawNames(knowledge, place)) {
        const finding = matches.some((match) => overlaps(match, law))
          ? undefined
          : (otherLawDate(place, law, law.entries) ?? otherSession(place, law, law.entries));
        if (finding) findings.push(withOtherEnd(finding, draft, config.path, law));
      }
      findings.push(...conferencePrefixes(knowledge, place), ...otherConferenceYears(knowledge, place));
      for (const date of place.dates) {
        const period = date.form === 'plan' ? otherPeriod(place, date) : undefined;
        if (period) findings.push(period);
        const finding = date.form === 'plan' ? otherYearOfPlan(place, date) : otherDateOfYear(knowledge, place, date);
        if (finding) findings.push(finding);
      }
    }
    // Two entries may know one document.
    return findings.filter(
      ({ start, end }, i) => !findings.slice(0, i).some((other) => other.start === start && other.end === end),
    );
  },
};

const HELD = ['congress', 'plenum', 'work-conference', 'session'];
const HELD_AFTER =
  /^[”》]?(?:、[^，。；、]{2,16}){0,2}(?:[和与][^，。；、]{2,14}?)?(?:于|在)?(?:在?北京|在京|隆重|胜利|圆满)*(?:召开|举行|闭幕|开幕)(?!不久|不到|才|刚|仅|[\d一二两三四五六七八九十]+[个天周]|[之以]?后|以来|[之以]?前|伊始|期间)/;
/** 2024年7月，党的二十届三中全会审议通过…: what it did on the day. */
const ACTED_AFTER =
  /^[”》]?(?:在北京)?(?:上|[，,])?(?:审议|表决)?(?:并)?(?:通过|提出|作出|做出|强调|明确|指出|部署|决定)/;
const HELD_SINCE = /^[”》]?(?:于|在)?(?:在?北京|隆重|胜利|圆满)*(?:召开|举行|闭幕|开幕)(?:以来|$|[，。；])/;
const HELD_BETWEEN =
  /^[，,]?(?:在北京|胜利|隆重|我们党|时隔[^，。；]{1,5}年|再次|再度)*(?:召开|举行|闭幕)的[“《]?$|^[，,]?(?:习近平)?(?:总书记|同志|主席)?(?:再次|又|亲自|专门)*(?:来到[^，。；]{2,8}|在[\p{Script=Han}]{2,8})?(?:主持召开|出席)的?[“《]?$/u;
/** 召开的第七届进博会筹备工作会议: another meeting about it. */
const PREPARED = /^[”》]?(?:筹备|筹办|筹委会|组委会|执委会|推介|路演|新闻发布会|动员|总结|倒计时|志愿者|火炬)/;
const DATE_AFTER = /^[”》]?[于在是]?$/;

/** …、国家科学技术奖励大会和…院士大会在北京召开: meetings held together, in UTF-16 code units. */
const LONGEST_HELD = 60;

/** 2024年10月召开的党的二十届三中全会; 党的二十届三中全会于2024年10月召开. */
function otherDate(knowledge: Knowledge, place: SentencePlace, match: WordingMatch<'references'>): Finding | undefined {
  const { draft, sentence, dates } = place;
  const { text } = draft;
  if (!HELD.includes(match.entry.kind) || place.isCited(match) || PREPARED.test(text.slice(match.end, match.end + 8)))
    return undefined;
  const date = dates.find((candidate) => {
    // 今年召开的…四次全会: a number says which it is, where a name may be held every year.
    const isNamed =
      candidate.form === 'date' ||
      (candidate.form === 'relative' && (candidate.from.length >= 7 || match.wording.includes('届')));
    if (!isNamed || candidate.role !== 'in') return false;
    const end = statedDays(text, candidate)?.end ?? candidate.end;
    const between = text.slice(end, match.start);
    const after = text.slice(match.end, Math.min(sentence.end, match.end + LONGEST_HELD));
    if (candidate.end <= match.start) {
      // 2022年10月党的二十大召开以来: directly after the date, 以来 counts from it.
      const held = between === '' ? HELD_SINCE : HELD_AFTER;
      return (
        HELD_BETWEEN.test(between) ||
        (isLeaderAt(text, candidate, match) && AT_IT.test(after) && isOneOf(candidate, match)) ||
        (/^[，,]?$/.test(between) && (held.test(after) || (candidate.from.length >= 7 && ACTED_AFTER.test(after))))
      );
    }
    return (
      DATE_AFTER.test(text.slice(match.end, candidate.start)) &&
      HELD_AFTER.test(text.slice(end, Math.min(sentence.end, end + 44)))
    );
  });
  if (!date) return undefined;
  const entries = meetingsNamed(knowledge, match);
  const days = statedDays(text, date);
  const other = days && heldOn(knowledge, match.entry, days);
  if (other) {
    return mismatch(
      { start: Math.min(date.start, match.start), end: Math.max(days.end, match.end) },
      l10n.t('{0} was held on {1}.', other.aliases?.[0] ?? other.name, daysOf(other)),
      other,
      undefined,
    );
  }
  if (entries.some((entry) => mayBeHeld(entry, date) && (!days || agreesWithDays(entry, days)))) return undefined;
  return mismatch(
    days ?? date,
    l10n.t('{0} was held on {1}.', match.wording, daysOf(match.entry)),
    match.entry,
    undefined,
  );
}

/** 2025年10月召开的中央经济工作会议: of that year there is one, and it was held in December. */
function otherDateOfYear(knowledge: Knowledge, place: SentencePlace, date: DateMention): Finding | undefined {
  const { draft, sentence } = place;
  const isDay = date.form === 'date' || date.form === 'relative' || date.form === 'range';
  if (!isDay || date.role !== 'in' || date.from.length < 7 || place.isCited(date)) return undefined;
  const days = statedDays(draft.text, date);
  const end = days?.end ?? date.end;
  const after = draft.text.slice(end, Math.min(sentence.end, end + 36));
  const named = after.includes('会') ? CONFERENCE.exec(after) : null;
  if (!named) return undefined;
  const [between, rest] = [after.slice(0, named.index), after.slice(named.index + named[0].length)];
  const isOf = HELD_BETWEEN.test(between) || (/^[，,]?$/.test(between) && HELD_AFTER.test(rest));
  if (!isOf) return undefined;
  const year = date.from.slice(0, 4);
  const editions = editionsOf(knowledge, named[0]);
  const entry =
    editions.find(({ name }) => name.startsWith(year)) ??
    (isBetweenEditions(editions, year) ? editions.at(-1) : undefined);
  if (!entry || (mayBeHeld(entry, date) && (!days || agreesWithDays(entry, days)))) return undefined;
  return mismatch(days ?? date, l10n.t('{0} was held on {1}.', entry.name, daysOf(entry)), entry, undefined);
}

/** A day of another year may be that of another meeting of the name, but where its number tells or it was held once. */
function isOneOf({ from }: DateMention, { wording, entry }: WordingMatch<'references'>): boolean {
  return from.slice(0, 4) === entry.date.slice(0, 4) || /届|座谈会/.test(wording);
}

/** The meetings of a name; a meeting called 深入推动… is also called without what it begins with. */
function meetingsNamed(knowledge: Knowledge, { wording }: WordingMatch<'references'>): readonly Entry<Reference>[] {
  const entries = entriesNamed(knowledge, wording);
  if (!wording.endsWith('座谈会')) return entries;
  return [...entries, ...forumsOf(knowledge).filter(({ name }) => name !== wording && name.endsWith(wording))];
}

const forumsOf = derived(({ data }: Knowledge) => data.references.filter(({ name }) => name.endsWith('座谈会')));

function daysOf({ period, date }: Reference): string {
  return period && period.from !== period.to ? l10n.t('{0} to {1}', period.from, period.to) : date;
}

const LAST_OF_DAYS = /^(?:至|到|[—–~～-]{1,2})(?:(\d{1,2})月)?(\d{1,2})日/;

/** The days from a date on, as written: 2025年10月20日至23日; undefined for a day or month alone. */
function statedDays(
  text: string,
  { from, start, end }: DateMention,
): (Span & { from: string; to: string }) | undefined {
  const last = from.length === 10 ? LAST_OF_DAYS.exec(text.slice(end, end + 10)) : null;
  if (!last) return undefined;
  const month = (last[1] ?? from.slice(5, 7)).padStart(2, '0');
  return { start, end: end + last[0].length, from, to: `${from.slice(0, 4)}-${month}-${last[2]!.padStart(2, '0')}` };
}

/** The other meeting of the series of `entry` that was held on just these days. */
function heldOn(
  { data }: Knowledge,
  entry: Reference,
  days: { readonly from: string; readonly to: string },
): Entry<Reference> | undefined {
  return data.references.find(
    (other) =>
      other.series === entry.series &&
      other.series !== undefined &&
      other.name !== entry.name &&
      other.period?.from === days.from &&
      other.period.to === days.to,
  );
}

const JUST_HELD = /(?:前不久|不久前|刚刚|日前|上个?月|近日)(?:胜利|隆重|圆满|在(?:北)?京)*(?:召开|闭幕|举行|结束)的?$/;
/** 上周，…批准了: what was done there was done in these days. */
const JUST_DONE = /(?:上周|本周|昨天|昨日|前天|日前|前不久|刚刚|上个?月)[，,]?(?:在北京)?$/;
const DONE = /^[”》]?(?:胜利|圆满|在京)*(?:召开|闭幕|审议|审查|表决|批准|通过|作出)/;
/** …四次全会刚刚闭幕. */
const JUST_ENDED = /^[”》]?(?:刚刚|前不久|日前|近日)(?:在京|胜利|圆满)*(?:闭幕|召开|结束)/;
const MONTHS_OF_JUST = 4;

/** 前不久闭幕的党的二十届三中全会, after a later one: the meeting just held is another. */
function notJustHeld(
  knowledge: Knowledge,
  place: SentencePlace,
  match: WordingMatch<'references'>,
): Finding | undefined {
  const { draft, sentence, today } = place;
  const { entry } = match;
  if (!HELD.includes(entry.kind) || entry.series === undefined) return undefined;
  const lead = draft.text.slice(Math.max(sentence.start, match.start - 20), match.start);
  const tail = draft.text.slice(match.end, Math.min(sentence.end, match.end + 8));
  const isJustDone = JUST_DONE.test(lead) && DONE.test(tail);
  if (!JUST_HELD.test(lead) && !isJustDone && !JUST_ENDED.test(tail)) return undefined;
  const current = knowledge.currentOf(entry.series, today);
  if (
    !current ||
    current.date <= entry.date ||
    addMonths(lastDay(entry.period?.to ?? entry.date), MONTHS_OF_JUST) >= today
  )
    return undefined;
  return mismatch(match, l10n.t('{0} was held on {1}.', match.wording, daysOf(entry)), entry, undefined);
}

/** Whether the days of a meeting are those stated, where all of them are known. */
function agreesWithDays({ period }: Reference, days: { readonly from: string; readonly to: string }): boolean {
  if (period?.from.length !== 10 || period.to.length !== 10) return true;
  return period.from === days.from && period.to === days.to;
}

/** Whether a meeting, whose days may be known only by their month, can have been held at the date. */
function mayBeHeld({ date, period }: Reference, { from, to }: DateMention): boolean {
  const first = firstDay(period?.from ?? date);
  const last = lastDay(period?.to ?? date);
  return firstDay(from) <= last && first <= lastDay(to);
}

const PERIOD = /^[”’]?(?:规划|计划)?(?:时期|期间)?[（(](\d{4})(?:年)?[—–~～至到-]{1,2}(\d{4})年?[）)]/;

/** “十五五”时期（2025—2030年）: a five-year plan has five years. */
function otherPeriod({ draft, sentence }: SentencePlace, plan: DateMention): Finding | undefined {
  const years = planYears(plan.plan!);
  const said = PERIOD.exec(draft.text.slice(plan.end, Math.min(sentence.end, plan.end + 24)));
  if (!years || !said || (Number(said[1]) === years.from && Number(said[2]) === years.to)) return undefined;
  const start = plan.end + said[0].search(/[（(]/) + 1;
  const newText = `${years.from}—${years.to}年`;
  const end = plan.end + said[0].length - 1;
  return {
    code: 'reference.mismatch',
    start,
    end,
    message: l10n.t('The “{0}” plan covers {1}—{2}.', planName(plan.plan!), years.from, years.to),
    related: [],
    fixes: [{ title: l10n.t('Write “{0}”', newText), edits: [{ start, end, newText }], preferred: true }],
  };
}

const YEAR_OF_PLAN = /^(?:规划|计划|时期)*(?:实施|建设)?的?(开局|起步|收官|(?:第([一二三四五])))(?:之)?年/;
const LEADS_TO_PLAN = /^[，,]?(?:[我全][国省市县区])?(?:是|正是|既是|又是|也是|作为|将是)(?:实施|落实|推进|全面实施)*$/;

/** 明年是“十五五”开局之年, 2026年是“十五五”第二年: the year and the plan do not go together. */
function otherYearOfPlan({ draft, sentence, dates, today }: SentencePlace, plan: DateMention): Finding | undefined {
  const { text } = draft;
  const years = planYears(plan.plan!);
  const said = YEAR_OF_PLAN.exec(text.slice(plan.end, Math.min(sentence.end, plan.end + 12)));
  if (!years || !said) return undefined;
  const year = dates.find(
    (date) =>
      (date.form === 'date' || date.form === 'relative') &&
      date.from === date.to &&
      date.to.length === 4 &&
      date.end <= plan.start &&
      LEADS_TO_PLAN.test(text.slice(date.end, plan.start)),
  );
  // 今年 in a plan that is over is a draft of that time, and reference.superseded says so.
  if (!year || (year.form === 'relative' && endsBefore(plan.to, today))) return undefined;
  const right =
    said[2] === undefined ? (said[1] === '收官' ? years.to : years.from) : years.from + numeral(said[2]) - 1;
  if (Number(year.to) === right) return undefined;
  return {
    code: 'reference.mismatch',
    start: year.start,
    end: plan.end + said[0].length,
    message: l10n.t(
      'The “{0}” plan covers {1}—{2}: what is said here holds for {3}.',
      planName(plan.plan!),
      years.from,
      years.to,
      right,
    ),
    related: [],
    fixes: [],
  };
}

function numeral(han: string): number {
  return numeralAt(han, 0, han.length)?.value ?? 0;
}
