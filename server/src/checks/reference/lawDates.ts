/** Finds laws and documents said to be adopted, issued or in force from another day than theirs: 《…法》自2021年7月1日起施行. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Entry } from '../../knowledge/knowledge';
import type { Reference } from '../../knowledge/schemas';
import type { DateMention } from '../../text/dates';
import { addMonths, firstDay, lastDay } from '../../text/partialDate';
import type { Span } from '../../text/span';
import { asTitle, relatedEntry } from '../timing';

/** What a sentence may say happened to a law on a day. */
interface LawEvent {
  /** What follows the date where the law is named before it. */
  readonly after: RegExp;
  /** What stands between the date and the law named after it. */
  readonly of: RegExp;
  readonly dayOf: (law: Reference) => string | undefined;
  /** A day of the law on which something else happened: the one given is the other's. */
  readonly otherDayOf: (law: Reference) => string | undefined;
  /** How far apart the day a document bears and the day it is made known may be. */
  readonly months?: number;
  /** A day so many years away is still meant of this one. */
  readonly years?: number;
  readonly message: (title: string, day: string) => string;
}

const EVENTS: readonly LawEvent[] = [
  {
    after: /^(?:正式)?(?:公布|颁布|发布)(?:并|之日起)?(?:施行|实施|生效)/,
    of: /^(?:正式)?(?:公布|颁布|发布)(?:并|之日起)?(?:施行|实施|生效)的[《“]?(?:中华人民共和国)?$/,
    // Where both were on one day; else either may be meant.
    dayOf: ({ date, effective }) => (date === effective ? date : undefined),
    otherDayOf: () => undefined,
    message: (title, day) => l10n.t('{0} took effect on {1}.', title, day),
  },
  {
    after: /^起?(?:正式|开始)?(?:施行|实施|生效)/,
    of: /^起?(?:正式|开始)?(?:施行|实施|生效)的(?:新?修[订正]的?|新的?)?[《“]?(?:中华人民共和国)?$/,
    dayOf: ({ effective }) => effective,
    otherDayOf: ({ kind, date }) => (kind === 'law' ? date : undefined),
    message: (title, day) => l10n.t('{0} took effect on {1}.', title, day),
  },
  {
    // What the State Council passes bears the day it is made known.
    after: /^(?!经?国务院)(?:经?[^，。；]{0,20}会议?)?(?:表决|审议|修[订正])?通过/,
    of: /^(?!经?国务院)(?:经?[^，。；]{0,20}会议?)?(?:表决|审议|修[订正])?通过的(?:新?修[订正]的?|新的?)?[《“]?(?:中华人民共和国)?$/,
    dayOf: ({ kind, date }) => (kind === 'law' ? date : undefined),
    otherDayOf: ({ kind, effective }) => (kind === 'law' ? effective : undefined),
    message: (title, day) => l10n.t('{0} was adopted on {1}.', title, day),
  },
  {
    after: /^(?:由?[^，。；《]{0,12})?(?:联合)?(?:印发|出台|发布|公布|颁布)/,
    of: /^[，,]?(?:(?:国务院|中共中央|党中央|中央|国家|中办|[^，。；《]{0,10}部门?)(?:办公厅)?[、和]?(?:国务院|国办)?(?:办公厅)?)?(?:[就已又也还]|正式|联合)*(?:印发|出台|发布|公布|颁布|制定)了?的?《$/,
    dayOf: ({ kind, date }) => (kind === 'document' || kind === 'plan' ? date : undefined),
    // What is in force from the day it is made known may bear an earlier day.
    otherDayOf: ({ date, effective }) =>
      effective?.length === 10 && date.length === 10 && addMonths(date, 1) < effective ? effective : undefined,
    months: 2,
    years: 5,
    message: (title, day) => l10n.t('{0} was issued on {1}.', title, day),
  },
];

const BEFORE_DATE =
  /^》?(?:[（(][^（）()]{4,24}号[）)])?[，,（(]?(?:已经?|将|正式|也|早)*(?:是|由(?:国务院|中共中央|中办|中共中央办公厅|国务院办公厅)(?:[、和]?国务院|[、和]?国办|[、和]?国务院办公厅)?)?[自于从在]?$/;
/** 国务院, between a date and the title it issued. */
const OF_THE_CENTRE = /(?:国务院|中共中央|党中央|中办|国办)[^，。；《》]{0,16}《[“]?$/;
/** 《…》已由十四届全国人大四次会议表决通过，将于. */
const ADOPTED_BEFORE = /^》?[^。；《]{0,40}(?:通过|公布|颁布)[，,](?:并|将|已)?[自于从]$/;
/** Of an edition of it the knowledge base may not have. */
const OF_AN_EDITION = /新?修[订正改]|新《|新版|原《|旧|草案/;
/** A date further away is that of another edition, in years. */
const NEAR = 1;

/** What is said of the law at `match`, where none of `entries`, all that have its name, knows that day. O(dates). */
export function otherLawDate(
  { draft, sentence, dates }: SentencePlace,
  match: Span & { readonly wording: string },
  entries: readonly Entry<Reference>[],
): Finding | undefined {
  const { text } = draft;
  // Of an edition: only one of that very year can be the one that is known.
  const isOfAnEdition = OF_AN_EDITION.test(text.slice(sentence.start, sentence.end));
  for (const { after, of, dayOf, otherDayOf, months = 0, years: usual = NEAR, message } of EVENTS) {
    const years = isOfAnEdition ? 0 : usual;
    const date = dates.find(({ form, from, start, end }) => {
      // 已于今年8月1日施行: a day of this year.
      if (form !== 'date' && !(form === 'relative' && from.length >= 7)) return false;
      if (start < match.end) return of.test(text.slice(end, match.start));
      const between = text.slice(match.end, start);
      return (BEFORE_DATE.test(between) || ADOPTED_BEFORE.test(between)) && after.test(text.slice(end, sentence.end));
    });
    if (!date) continue;
    // 我市于2021年出台《…》: a place issues documents under the titles of the centre.
    if (
      months > 0 &&
      !(date.end < match.start && OF_THE_CENTRE.test(text.slice(date.end, match.start))) &&
      /[我全本][省市县区州]|[省市县区州](?:委|政府|里)|[省市县区州]\p{Script=Han}{2,10}(?:局|厅|委|部门|办公室)/u.test(
        text.slice(sentence.start, Math.max(date.end, match.start)),
      )
    )
      continue;
    const other = entries.find(
      (entry) => date.from.length === 10 && otherDayOf(entry) === date.from && dayOf(entry) !== date.from,
    );
    if (other && !entries.some((entry) => dayOf(entry) === date.from))
      return finding(date, match, message, dayOf(other) ?? other.date, other);
    const all = entries.map(dayOf);
    const days = isOfAnEdition ? all.filter((day) => day !== undefined) : all;
    if (days.some((day) => day === undefined || mayBe(day, date, months))) continue;
    const at = days.findIndex((day) => yearsBetween(day!, date.from) <= years);
    if (at < 0) continue;
    return finding(date, match, message, days[at]!, entries[all.indexOf(days[at])]!);
  }
  return isOfAnEdition ? undefined : otherDayOfYear({ text, end: sentence.end }, match, entries);
}

function finding(
  { start, end }: Span,
  { wording }: { readonly wording: string },
  message: LawEvent['message'],
  day: string,
  entry: Entry<Reference>,
): Finding {
  return {
    code: 'reference.mismatch',
    start,
    end,
    message: message(asTitle(wording), day),
    related: [relatedEntry(entry)],
    fixes: [],
  };
}

const DAY_IN_FORCE =
  /^》?[，,（(]?(?:已经?|将|正式|也)*[自于从]?(\d{1,2})月(\d{1,2})日起(?:正式|全面)?(?:施行|实施|生效)/;

const DAY_LATER = /(?<=通过[，,]|公布[，,])自(\d{1,2})月(\d{1,2})日起(?:正式|全面)?(?:施行|实施|生效)/;

/** 《…法》自7月1日起施行: a day without its year, of a law with one day of its own. */
function otherDayOfYear(
  { text, end }: { readonly text: string; readonly end: number },
  match: Span & { readonly wording: string },
  entries: readonly Entry<Reference>[],
): Finding | undefined {
  const rest = text.slice(match.end, end);
  const said = DAY_IN_FORCE.exec(rest.slice(0, LONGEST_DAY)) ?? (/《/.test(rest) ? null : DAY_LATER.exec(rest));
  const [entry] = entries;
  if (!said || !entry || entries.some(({ effective }) => effective?.length !== 10)) return undefined;
  const day = `${said[1]!.padStart(2, '0')}-${said[2]!.padStart(2, '0')}`;
  if (entries.some(({ effective }) => effective!.endsWith(day))) return undefined;
  const start = match.end + said.index + said[0].search(/\d/);
  return {
    code: 'reference.mismatch',
    start,
    end: match.end + said.index + said[0].length,
    message: l10n.t('{0} took effect on {1}.', asTitle(match.wording), entry.effective!),
    related: [relatedEntry(entry)],
    fixes: [],
  };
}

const LONGEST_DAY = 24;

function mayBe(day: string, { from, to }: DateMention, months: number): boolean {
  return addMonths(firstDay(from), -months) <= lastDay(day) && firstDay(day) <= addMonths(lastDay(to), months);
}

function yearsBetween(a: string, b: string): number {
  return Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4)));
}
