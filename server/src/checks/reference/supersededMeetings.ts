/** The fixed phrase “党的二十大和二十届二中、三中全会精神” after a later plenum, and a congress followed by another. */
import * as l10n from '@vscode/l10n';
import type { Finding, Fix } from '../../analysis/finding';
import { hasWord } from '../../draft/modalityWords';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Entry, Knowledge } from '../../knowledge/knowledge';
import type { Reference } from '../../knowledge/schemas';
import { hanDigitAt, wholeNumeral } from '../../text/numerals';
import { addMonths, lastDay } from '../../text/partialDate';
import type { Span } from '../../text/span';
import { relatedEntry } from '../timing';

/** For this long after a meeting a draft may still have been written before it. */
const MONTHS_OF_GRACE = 1;
/** For this long after a congress what the plenums before it decided is still carried out in their name. */
const MONTHS_OF_A_PLENUM = 6;
const TAIL = '全会精神';
const LONGEST_PHRASE = 40;

/** `start` is at the name of the congress, `end` after 全会精神. */
interface PlenumPhrase {
  readonly start: number;
  readonly end: number;
  readonly congress: number;
  /** 历次, or the number of the last plenum named. */
  readonly last: number | 'all';
  /** Names the congress itself too: 党的二十大和二十届…; only then does the phrase mean to be complete. */
  readonly complete: boolean;
}

/** The findings of one sentence. O(length). */
export function supersededMeetings(knowledge: Knowledge, place: SentencePlace): Finding[] {
  const { draft, sentence, today, inRetrospect } = place;
  const { text } = draft;
  const findings: Finding[] = [];
  // In the sentence alone: a search of the whole text would run to its end for every sentence without the phrase.
  for (const { index } of text.slice(sentence.start, sentence.end).matchAll(/全会精神/g)) {
    const at = sentence.start + index;
    const phrase = phraseBefore(text, Math.max(sentence.start, at - LONGEST_PHRASE), at);
    if (!phrase || inRetrospect || place.isCited(phrase) || isTold(place)) continue;
    // A plenum by itself is studied for what it decided; only that of an earlier congress is out of date as the latest.
    if (!phrase.complete && !isStudied(text, phrase.start)) continue;
    const asOf = phrase.complete ? today : addMonths(today, -MONTHS_OF_A_PLENUM);
    const later = laterCongress(knowledge, phrase.congress, asOf);
    if (later) {
      const name = congressName(later);
      if (!name || text.slice(sentence.start, sentence.end).includes(name)) continue;
      findings.push(finding(phrase, later, today, []));
      continue;
    }
    if (!phrase.complete && !isCalledFirst(text, sentence, phrase)) continue;
    const missing = phrase.last === 'all' ? undefined : laterPlenum(knowledge, phrase, phrase.last, today);
    if (missing) findings.push(finding(phrase, missing, today, fixes(text, phrase)));
  }
  return [...findings, ...earlierCongresses(knowledge, place)];
}

/** 深入学习贯彻党的十九大精神, after a later congress and without naming it. */
function earlierCongresses(knowledge: Knowledge, place: SentencePlace): Finding[] {
  const { draft, sentence, today, inRetrospect } = place;
  const own = draft.text.slice(sentence.start, sentence.end);
  const match = CONGRESS.exec(own);
  if (!match || inRetrospect || isTold(place)) return [];
  const name = match[1]!;
  const congress = wholeNumeral(name.slice(0, -1));
  const later = congress === undefined ? undefined : laterCongress(knowledge, congress, today);
  // 贯彻党的十四大精神: nobody means it of today, a life is told.
  if (later && (congressNumber(later) ?? 0) - congress! > MOST_CONGRESSES_BACK) return [];
  const laterName = later && congressName(later);
  if (!later || !laterName || own.includes(laterName)) return [];
  const start = sentence.start + match.index;
  const span = { start, end: start + match[0].length };
  return place.isCited(span) ? [] : [finding(span, later, today, [])];
}

const MOST_CONGRESSES_BACK = 3;
const CONGRESS = /(?:党的)?(?<=(?:学习|宣传|贯彻|落实|领会)好?(?:党的)?)([一二三四五六七八九十]{2,3}大)(?:报告)?精神/;

function isStudied(text: string, at: number): boolean {
  return /(?:学习|宣传|贯彻|落实|领会)好?$/.test(text.slice(Math.max(0, at - 3), at));
}

/** Tells what was done when the phrase was right. */
function isTold({ draft, sentence, today, dates }: SentencePlace): boolean {
  if (hasWord(draft.text, sentence, 'telling') || hasWord(draft.text, sentence, 'report')) return true;
  if (/年来|以来|一年中/.test(draft.text.slice(sentence.start, sentence.end))) return true;
  return dates.some((date) => date.role !== 'by' && lastDay(date.to) < today);
}

/** 把学习贯彻…全会精神作为当前首要政治任务: the latest is meant. */
function isCalledFirst(text: string, sentence: Span, { start, end }: PlenumPhrase): boolean {
  return (
    /^[”]?[^，。；]{0,4}(?:作为|是|列为)[^，。；]{0,8}(?:首要|重大|头等|第一)[^，。；]{0,4}(?:政治)?任务/.test(
      text.slice(end, sentence.end),
    ) || /(?:当前|眼下|目前|近期)[^，。；]{0,16}$/.test(text.slice(sentence.start, start))
  );
}

const PHRASE =
  /(党的)?([一二三四五六七八九十]{2,3})大(?:精神)?[和及、](?:党的)?([一二三四五六七八九十]{2,3})届(历次|[一二三四五六七中、和]{2,20})$/;
const ALONE = /(党的)?([一二三四五六七八九十]{2,3})届(历次|[一二三四五六七中、和]{2,20})$/;

function phraseBefore(text: string, from: number, tail: number): PlenumPhrase | undefined {
  const stretch = text.slice(from, tail);
  const whole = PHRASE.exec(stretch);
  const match = whole ?? ALONE.exec(stretch);
  if (!match) return undefined;
  const congress = wholeNumeral(match.at(-2)!);
  if (whole && wholeNumeral(whole[2]!) !== congress) return undefined;
  const list = match.at(-1)!;
  const last = list === '历次' ? 'all' : hanDigitAt(list, list.lastIndexOf('中') - 1);
  if (congress === undefined || (last !== 'all' && !(last > 0))) return undefined;
  return { start: from + match.index, end: tail + TAIL.length, congress, last, complete: whole !== null };
}

/** The day a meeting has ended on. */
function closed(meeting: Reference): string {
  return lastDay(meeting.period?.to ?? meeting.date);
}

function isKnownTo(meeting: Reference, today: string): boolean {
  return addMonths(closed(meeting), MONTHS_OF_GRACE) < today;
}

/** Numbers of congress and plenum, from the short name of a plenum among its wordings: 二十届四中全会. */
function plenumNumbers(reference: Reference): { congress: number; plenum: number } | undefined {
  for (const wording of [reference.name, ...(reference.aliases ?? [])]) {
    const match = /([一二三四五六七八九十]{2,3})届([一二三四五六七])中全会$/.exec(wording);
    const congress = match && wholeNumeral(match[1]!);
    if (match && congress) return { congress, plenum: hanDigitAt(match[2]!, 0) };
  }
  return undefined;
}

function laterPlenum(
  knowledge: Knowledge,
  phrase: PlenumPhrase,
  last: number,
  today: string,
): Entry<Reference> | undefined {
  return knowledge.data.references
    .filter((reference) => reference.series === 'plenum' && isKnownTo(reference, today))
    .filter((reference) => {
      const numbers = plenumNumbers(reference);
      return numbers?.congress === phrase.congress && numbers.plenum > last;
    })
    .sort((a, b) => (a.date < b.date ? 1 : -1))[0];
}

function laterCongress(knowledge: Knowledge, congress: number, today: string): Entry<Reference> | undefined {
  return knowledge.data.references
    .filter((reference) => reference.series === 'party-congress' && isKnownTo(reference, today))
    .filter((reference) => (congressNumber(reference) ?? 0) > congress)
    .sort((a, b) => (a.date < b.date ? 1 : -1))[0];
}

function congressName(reference: Reference): string | undefined {
  for (const wording of [reference.name, ...(reference.aliases ?? [])]) {
    const match = /([一二三四五六七八九十]{2,3}大)$/.exec(wording);
    if (match) return match[1]!;
  }
  return undefined;
}

function congressNumber(reference: Reference): number | undefined {
  const name = congressName(reference);
  return name === undefined ? undefined : wholeNumeral(name.slice(0, -1));
}

function finding(phrase: Span, later: Entry<Reference>, today: string, found: Fix[]): Finding {
  return {
    code: 'reference.superseded',
    start: phrase.start,
    end: phrase.end,
    message: l10n.t(
      'The phrase leaves out {0} ({1}), which was held before {2}, the date of this draft.',
      later.aliases?.[0] ?? later.name,
      closed(later),
      today,
    ),
    related: [relatedEntry(later)],
    fixes: found,
  };
}

function fixes(text: string, phrase: PlenumPhrase): Fix[] {
  const own = text.slice(phrase.start, phrase.end);
  const at = own.lastIndexOf('届') + 1;
  const newText = `${own.slice(0, at)}历次${TAIL}`;
  return [
    {
      title: l10n.t('Write “{0}”', newText),
      edits: [{ start: phrase.start, end: phrase.end, newText }],
      preferred: false,
    },
  ];
}
