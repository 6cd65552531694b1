/** Plans named by title whose period is over, and yearly conferences and reports that a later one has followed, cited as what is to be carried out. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import { hasWord } from '../../draft/modalityWords';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Entry, Knowledge } from '../../knowledge/knowledge';
import type { Reference } from '../../knowledge/schemas';
import { findDates } from '../../text/dates';
import { addMonths, lastDay } from '../../text/partialDate';
import { contains, type Span } from '../../text/span';
import { asTitle, relatedEntry } from '../timing';
import { isCitedAsBasis, isNamedAsInForce, tellsOfReplacement } from './supersededDocuments';

/** For this long a plan that has ended is still concluded, and the next one is not out yet. */
const MONTHS_OF_TRANSITION = 6;
/** For this long after a conference a draft may have been written before it. */
const MONTHS_OF_GRACE = 1;

/** The findings of one sentence. O(length). */
export function supersededPeriods(knowledge: Knowledge, place: SentencePlace): Finding[] {
  const { draft, sentence, inRetrospect } = place;
  const own = draft.text.slice(sentence.start, sentence.end);
  if (inRetrospect || CONCLUDING.test(own)) return [];
  return [...titledPlans(knowledge, place), ...yearlyMeetings(knowledge, place), ...endedCampaigns(knowledge, place)];
}

/** An old plan is rightly named where it is concluded, evaluated or compared. */
const CONCLUDING =
  /终期|中期|监测报告|收尾|收官|(?<!监测)评估|验收|总结|审计|考核|结转|决算|实施情况|完成情况|对比|相比|分析/;

/** 《…发展纲要（2011—2020年）》; the years of a book are others. */
const PLAN = /(?:规划|纲要|计划|方案|行动)[（(]/;

function titledPlans(knowledge: Knowledge, place: SentencePlace): Finding[] {
  const { draft, sentence, today } = place;
  return draft.titles.flatMap((title) => {
    if (!contains(sentence, title)) return [];
    const period = findDates(draft.text, title, today).find(({ form }) => form === 'range' || form === 'plan');
    const entry = knowledge
      .find(draft.text, title, ['references'])
      .find(({ start, end, entry: known }) => start <= title.start && end >= title.end && known.kind === 'plan')?.entry;
    const isPlan = entry !== undefined || PLAN.test(draft.text.slice(title.start, title.end));
    if (!isCitedAsBasis(place, title.start) && !(isPlan && isNamedAsInForce(place, title, 'plan'))) return [];
    const to = period?.to ?? entry?.period?.to;
    const grace = AHEAD.test(draft.text.slice(sentence.start, sentence.end)) ? 0 : MONTHS_OF_TRANSITION;
    if (to === undefined || !(addMonths(lastDay(to), grace) < today)) return [];
    if (tellsOfReplacement(place, title)) return [];
    const next = entry && knowledge.referenceInForce(entry, today);
    // Who names both tells how the one follows the other.
    if (next && draft.text.slice(sentence.start, sentence.end).includes(next.name)) return [];
    return [
      finding(title, endedMessage(asTitle(draft.text.slice(title.start, title.end)), to, today, next), next ?? entry),
    ];
  });
}

/** Whoever works for the years to come needs the plan of these. */
const AHEAD = /今后五年|未来五年|今后一个时期|“?十五五”?(?:时期|期间)|新的五年/;

function endedMessage(title: string, to: string, today: string, next: Entry<Reference> | undefined): string {
  return next
    ? l10n.t(
        'The period of {0} ended in {1}; on {2}, the date of this draft, current is {3}.',
        title,
        to,
        today,
        asTitle(next.name),
      )
    : l10n.t('The period of {0} ended in {1}, before {2}, the date of this draft.', title, to, today);
}

/** Series of which there is one every year. */
const YEARLY = ['central-economic-work-conference', 'central-rural-work-conference', 'government-work-report'];
/** Series of which there is one every year, and whose names have a number: 二十届中央纪委四次全会. */
const NUMBERED = ['discipline-plenum', 'npc-session', 'cppcc-session'];
/** What was set there is to be carried out; 、五次全会精神 names the next one too. */
const SET_THERE = /^(?:的?(?:有关|相关)?(?:会议)?(?:精神|部署|决策部署|要求|工作报告))/;

function yearlyMeetings(knowledge: Knowledge, place: SentencePlace): Finding[] {
  const { draft, sentence, today } = place;
  const named = knowledge.find(draft.text, sentence, ['references']);
  return [...named, ...heldOn(knowledge, place)].flatMap((match) => {
    const { entry } = match;
    if (entry.series === undefined || !isCitedAsBasis(place, match.start)) return [];
    // 年 first: the name says which of them is meant.
    const isNamed = /^\d{4}年/.test(match.wording)
      ? YEARLY.includes(entry.series) || NUMBERED.includes(entry.series)
      : NUMBERED.includes(entry.series) && SET_THERE.test(draft.text.slice(match.end, sentence.end));
    if (!isNamed || tellsOfReplacement(place, match)) return [];
    const current = knowledge.currentOf(entry.series, today);
    if (!current || current.date <= entry.date || place.isCited(match)) return [];
    // 要认真落实2023年…部署，明年…: who speaks of the next year has the new one in hand.
    const grace = draft.text.slice(sentence.start, sentence.end).includes('明年') ? 0 : MONTHS_OF_GRACE;
    if (!(addMonths(lastDay(current.period?.to ?? current.date), grace) < today)) return [];
    if (hasWord(draft.text, sentence, 'accomplished')) return [];
    const message = l10n.t(
      '“{0}” has been followed by {1} ({2}); on {3}, the date of this draft, that is the current one.',
      match.wording,
      current.name,
      current.date,
      today,
    );
    return [finding(match, message, current)];
  });
}

/** For this long after its end a campaign is still summed up. */
const MONTHS_OF_SUMMING_UP = 3;
const UNDER_WAY = /(?:正在|当前|目前|眼下|现阶段)[^，。；、“]{0,12}(?:开展|进行|推进|实施)的?[“《]?$/;

/** 正在开展的…学习教育, months after its end. */
function endedCampaigns(knowledge: Knowledge, place: SentencePlace): Finding[] {
  const { draft, sentence, today } = place;
  const { text } = draft;
  return knowledge.find(text, sentence, ['references']).flatMap((match) => {
    const { entry } = match;
    const to =
      entry.kind === 'campaign' || !draft.titles.some((title) => contains(title, match)) ? periodOf(entry) : undefined;
    if (to === undefined || !(addMonths(lastDay(to), MONTHS_OF_SUMMING_UP) < today) || place.isCited(match)) return [];
    const isUnderWay = UNDER_WAY.test(text.slice(Math.max(sentence.start, match.start - 20), match.start));
    if (!isUnderWay && !isSetAsTask(place, match.start)) return [];
    if (/^[”》]?(?:以来|期间|成果|常态化|长效|[后时])/.test(text.slice(match.end, match.end + 4))) return [];
    // Told where another time is named, or where what it brought is built upon.
    if (tellsOfReplacement(place, match) || /巩固|成果|之后|结束/.test(text.slice(sentence.start, sentence.end)))
      return [];
    const next = knowledge.referenceInForce(entry, today);
    return [finding(match, endedMessage(match.wording, to, today, next), next ?? entry)];
  });
}

/** Of a campaign, or of a plan that is one by its name: 打赢蓝天保卫战三年行动计划. */
function periodOf({ kind, period, name }: Reference): string | undefined {
  return kind === 'campaign' || (kind === 'plan' && /行动|攻坚/.test(name)) ? period?.to : undefined;
}

/** 要深入实施国企改革三年行动: asked for in so many words. */
function isSetAsTask(place: SentencePlace, offset: number): boolean {
  const { draft, sentence } = place;
  return (
    isCitedAsBasis(place, offset) &&
    (hasWord(draft.text, { start: sentence.start, end: offset }, 'intention') ||
      /^(?:深入|继续|扎实|大力|持续|全面|认真|抓紧|抓好|加快|着力)*(?:实施|推进|贯彻|落实|抓好|开展)/.test(
        draft.text.slice(clauseStart(sentence, offset), offset),
      ))
  );
}

function clauseStart({ start, clauses }: SentencePlace['sentence'], offset: number): number {
  return clauses.findLast((clause) => clause.start <= offset)?.start ?? start;
}

const HELD_IN = /^(?:召开|举行)的[“]?$/;
const CONFERENCE = /^中央(?:经济|农村)工作会议/;

/** 2024年12月召开的中央经济工作会议: named by when it was held. */
function heldOn(
  knowledge: Knowledge,
  { draft, dates }: SentencePlace,
): (Span & { entry: Entry<Reference>; wording: string })[] {
  return dates.flatMap((date) => {
    if (date.form !== 'date' || date.from.length < 7) return [];
    const after = draft.text.slice(date.end, date.end + 16);
    const at = after.indexOf('中央');
    const name = at < 0 ? undefined : CONFERENCE.exec(after.slice(at))?.[0];
    if (name === undefined || !HELD_IN.test(after.slice(0, at))) return [];
    const wording = `${date.from.slice(0, 4)}年${name}`;
    const entry = knowledge.data.references.find((reference) => reference.name === wording);
    return entry ? [{ start: date.start, end: date.end + at + name.length, entry, wording }] : [];
  });
}

function finding({ start, end }: Span, message: string, entry: Entry<Reference> | undefined): Finding {
  return {
    code: 'reference.superseded',
    start,
    end,
    message,
    related: entry ? [relatedEntry(entry)] : [],
    fixes: [],
  };
}
