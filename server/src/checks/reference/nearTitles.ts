/** Finds titles of central documents that are written a little otherwise: 《…的指导意见》 for 《…的实施意见》, 以人为核心 for 以人为本. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { Draft } from '../../draft/draft';
import type { Entry, Knowledge } from '../../knowledge/knowledge';
import type { Reference } from '../../knowledge/schemas';
import { findDates } from '../../text/dates';
import { keyOf } from '../../text/keyText';
import { addMonths, firstDay, lastDay } from '../../text/partialDate';
import type { Span } from '../../text/span';
import { relatedEntry } from '../timing';

/** In folded characters. */
const SHORTEST = 10;
/** What differs in one place, in either title. In folded characters. */
const LONGEST_DIFFERENCE = 8;
/** What must be the same of the longer title. */
const SAME_SHARE = 0.65;

/** Drafts of laws, and laws and their rules, of which each has its name. */
const NO_DOCUMENT = /草案|征求意见稿|送审稿|(?:法|法典|条例|细则)$/;

/** Who issues for the whole country, directly before a title. */
const NATIONAL =
  /(?:中共中央|党中央|国务院|中办|国办|中央|国家|全国人大|\p{Script=Han}{2,8}部|[一二三四五六七八九十\d]{1,2}部门)[^，。；：《》]{0,16}$/u;
/** A title that says so itself. */
const OF_THE_COUNTRY = /^中华人民共和国国民经济|^中共中央|^国务院/;
const OF_A_PLACE = /[省市县区州](?:委|政府|人民|里|发展|农业|生态)|我[省市县区]|本[省市县区]|结合实际|配套/;
/** Names of one series differ in such words, and each is right. */
const OF_A_SERIES = /^[一二三四五六七八九十〇\d年—–-]*$/;
/** What kind of document it is: 实施意见, 行动计划. */
const KIND =
  /^(?:若干|指导|实施|工作|的|专项|总体|行动|发展|规划|建设)*(?:意见|建议|措施|决定|方案|规划|纲要|计划|办法|通知)?$/;

/** The findings of a draft. O(titles × titles known). */
export function otherTitles(knowledge: Knowledge, draft: Draft, today: string): Finding[] {
  return draft.titles.flatMap((title) => {
    const written = draft.text.slice(title.start, title.end);
    const key = keyOf(written);
    const known = titlesOf(knowledge);
    if (key.length < SHORTEST || known.has(key) || NO_DOCUMENT.test(written)) return [];
    const evidence = evidenceOf(draft, title, today);
    if (!evidence.isNational && evidence.days.length === 0) return [];
    const meant = [...known].filter(
      ([other, entry]) => isMeant(key, other, entry, evidence) && firstDay(entry.date) <= today,
    );
    const [only] = meant;
    if (!only || meant.some(([, entry]) => entry.id !== only[1].id)) return [];
    return [
      {
        code: 'reference.mismatch' as const,
        start: title.start,
        end: title.end,
        message: l10n.t('The title is {0}.', `《${only[1].name}》`),
        related: [relatedEntry(only[1])],
        fixes: [
          {
            title: l10n.t('Write “{0}”', only[1].name),
            edits: [{ start: title.start, end: title.end, newText: only[1].name }],
            preferred: false,
          },
        ],
      },
    ];
  });
}

/** What the sentence says of a title: that it is of the centre, and the days it names before it. */
interface Evidence {
  readonly isNational: boolean;
  readonly days: readonly { readonly from: string; readonly to: string }[];
}

function evidenceOf({ text, blocks }: Draft, title: Span, today: string): Evidence {
  const block = blocks.find(({ start, end }) => start <= title.start && title.end <= end);
  const sentence = block?.sentences.find(({ start, end }) => start <= title.start && title.start < end);
  if (!sentence) return { isNational: false, days: [] };
  const before = text.slice(sentence.start, title.start).replace(/《$/, '');
  const lead = before.slice(-LONGEST_LEAD);
  const days = findDates(text, { start: sentence.start, end: title.start }, today).filter(
    ({ form, from }) => (form === 'date' || form === 'relative') && from.length >= 7,
  );
  const isNational =
    OF_THE_COUNTRY.test(text.slice(title.start, title.end)) || (NATIONAL.test(lead) && !OF_A_PLACE.test(lead));
  return { isNational, days };
}

const LONGEST_LEAD = 26;

function isMeant(key: string, other: string, { date }: Reference, { isNational, days }: Evidence): boolean {
  const longer = Math.max(key.length, other.length);
  let head = 0;
  while (head < Math.min(key.length, other.length) && key[head] === other[head]) head++;
  let tail = 0;
  while (tail < Math.min(key.length, other.length) - head && key.at(-1 - tail) === other.at(-1 - tail)) tail++;
  if (head + tail < SHORTEST - 2 || head + tail < longer * SAME_SHARE) return false;
  const [written, right] = [key.slice(head, key.length - tail), other.slice(head, other.length - tail)];
  if (Math.max(written.length, right.length) > LONGEST_DIFFERENCE) return false;
  const isDated = days.some(
    ({ from, to }) => addMonths(firstDay(date), -1) <= lastDay(to) && firstDay(from) <= addMonths(lastDay(date), 2),
  );
  // 新时代民政高技能人才: more words narrow it to another document.
  if (right === '' && !KIND.test(written)) return false;
  // 《促进民营经济发展壮大的意见》: a title without the body it begins with.
  if (written === '' && head === 0) return false;
  // …进一步加大…的通知 follows …加大…的通知, and both are right.
  if (/^(?:进一步|继续|深入|持续)$/.test(written + right)) return false;
  // 十四五 and 十五五, 2021 and 2022: another document of the series; the year of an aim has one document.
  if (OF_A_SERIES.test(written + right)) return isDated || /^\d$/.test(written);
  if (!isNational) return false;
  if (isDated) return true;
  const isOfKind =
    KIND.test(written + key.slice(key.length - tail)) && KIND.test(right + other.slice(other.length - tail));
  const isShared = written === '' || [...written].some((character) => right.includes(character));
  return isOfKind || (isShared && head + tail >= longer * SHARED_SHARE);
}

/** Of titles whose difference has a character in common. */
const SHARED_SHARE = 0.75;

const titles = new WeakMap<Knowledge, ReadonlyMap<string, Entry<Reference>>>();

/** Documents and plans by the keys of their titles. */
function titlesOf(knowledge: Knowledge): ReadonlyMap<string, Entry<Reference>> {
  let known = titles.get(knowledge);
  if (!known) {
    const made = new Map<string, Entry<Reference>>();
    for (const entry of knowledge.data.references) {
      if (entry.kind !== 'document' && entry.kind !== 'plan') continue;
      for (const name of [entry.name, ...(entry.aliases ?? [])]) {
        const key = keyOf(name);
        if (key.length >= SHORTEST && !NO_DOCUMENT.test(name)) made.set(key, entry);
      }
    }
    known = made;
    titles.set(knowledge, known);
  }
  return known;
}
