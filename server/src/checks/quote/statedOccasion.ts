/** What a draft, or the line that signs a passage of a source, says of the origin of words: document, speaker, day, occasion. */

import { letterText } from '../../index/letterText';
import type { IndexedDocument } from '../../index/segment';
import type { Span } from '../../text/span';

/** A day, month or year as it is written. */
export interface StatedDay {
  readonly text: string;
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  /** The first of several days. */
  readonly isRange: boolean;
}

const DAY = /(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?(至)?/;

/** The first date of a text, undefined where it has none; the year of a report's name is no date. */
export function statedDay(text: string): StatedDay | undefined {
  const found = DAY.exec(text.replace(NAMED_REPORT, (name) => '　'.repeat(name.length)));
  if (!found) return undefined;
  const [whole, year, month, day, range] = found;
  return {
    text: whole.replace(/至$/, ''),
    year: Number(year),
    isRange: range !== undefined,
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
  };
}

/** Whether two statements may mean one day. */
export function mayBeSameDay(a: StatedDay, b: StatedDay): boolean {
  if (a.year !== b.year) return false;
  if (a.month === undefined || b.month === undefined) return true;
  if (a.month !== b.month) return false;
  return a.day === undefined || b.day === undefined || a.isRange || b.isRange || a.day === b.day;
}

/** A document of a series or by title, as the words before a quotation name it. */
export interface NamedDocument {
  /** In the text that names it. */
  readonly span: Span;
  readonly isNamed: (document: IndexedDocument) => boolean;
  /** How a document of the same series is named in its place; undefined for one that is not of the series. */
  readonly nameOf: (document: IndexedDocument) => string | undefined;
}

const NAMED_REPORT = /(\d{4})年(?:国务院|的)?《?政府工作报告》?/g;
const CONGRESS = /(?<!届)(?:党的|中共)(十[一二三四五六七八九]|二十)大报告/g;
const TITLE = /《([^《》]{6,60})》/g;

/** The documents that a text names; a report of a place is left out. */
export function namedDocuments(text: string): NamedDocument[] {
  const found: NamedDocument[] = [];
  for (const match of text.matchAll(NAMED_REPORT)) {
    if (/[省市县区州]$/.test(text.slice(0, match.index))) continue;
    found.push({
      span: { start: match.index, end: match.index + match[0].length },
      isNamed: (document) => isNationalReport(document) && yearOf(document) === match[1],
      nameOf: (document) =>
        isNationalReport(document) ? match[0].replace(match[1]!, yearOf(document) ?? match[1]!) : undefined,
    });
  }
  for (const match of text.matchAll(CONGRESS)) {
    found.push({
      span: { start: match.index, end: match.index + match[0].length },
      isNamed: ({ title }) => congressOf(title) === match[1],
      nameOf: ({ title }) => {
        const congress = congressOf(title);
        return congress && match[0].replace(match[1]!, congress);
      },
    });
  }
  for (const match of text.matchAll(TITLE)) {
    const letters = letterText(match[1]!).letters;
    found.push({
      span: { start: match.index, end: match.index + match[0].length },
      isNamed: ({ title }) => letterText(title).letters.includes(letters),
      nameOf: ({ title }) => `《${title}》`,
    });
  }
  return found;
}

function isNationalReport({ title, place }: IndexedDocument): boolean {
  return place === undefined && /政府工作报告/.test(title) && !/[省市县区州]|决议|新华社|解读/.test(title);
}

/** The year of a report: in its title, else of its date. */
function yearOf({ title, date }: IndexedDocument): string | undefined {
  return /(\d{4})/.exec(title)?.[1] ?? date?.slice(0, 4);
}

/** The number of the congress a report was made to, from its title. */
function congressOf(title: string): string | undefined {
  return (
    /[（(]?(十[一二三四五六七八九]|二十)大(?:报告)?[)）]?$/.exec(title)?.[1] ??
    /第(十[一二三四五六七八九]|二十)次全国代表大会上的(?:政治)?报告/.exec(title)?.[1]
  );
}

/** People whose words are quoted by name alone. */
const LEADERS =
  /毛泽东|周恩来|刘少奇|朱德|邓小平|陈云|江泽民|李鹏|朱镕基|胡锦涛|温家宝|习近平|李克强|李强(?!调(?!研))|赵乐际|王沪宁|蔡奇|丁薛祥|李希(?!望)|韩正(?!在)|栗战书|汪洋|王岐山|何立峰|张国清|刘国中|王毅/g;

/** The leaders a text names, each once. */
export function leadersIn(text: string): string[] {
  return [...new Set(text.match(LEADERS) ?? [])];
}

const OCCASION =
  /[在赴]([^，。；：“”]{2,50}?)(?:上的|时的|上|时|期间|中)?(?:讲话|致辞|指出|强调|提出|重要讲话|演讲|报告|$)/;
const GENERAL =
  /(?:座谈会|会议|大会|全会|集体学习|学习|考察|调研|视察|工作|讲话|期间|全国|开幕|闭幕|主持|召开|出席|参加|看望|深入|推进|发展|上|时)/g;

/** The occasion of words without what occasions have in common; undefined where none is told. */
export function statedOccasion(text: string): string | undefined {
  const occasion = OCCASION.exec(text.replace(DAY, ''))?.[1];
  const own = occasion && letterText(occasion.replace(GENERAL, '')).letters;
  return own && own.length >= 2 ? own : undefined;
}

/** Whether two occasions have nothing in common by which they could be one, put differently. */
export function areDifferentOccasions(a: string, b: string): boolean {
  for (let i = 0; i + 2 <= a.length; i++) if (b.includes(a.slice(i, i + 2))) return false;
  return true;
}
