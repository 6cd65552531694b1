/** Finds titles of central documents that are written a little otherwise: 《…的指导意见》 for 《…的实施意见》, 以人为核心 for 以人为本. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { Draft } from '../../draft/draft';
import type { Entry, Knowledge } from '../../knowledge/knowledge';
import type { Reference } from '../../knowledge/schemas';
import { keyOf } from '../../text/keyText';
import { addMonths, firstDay, lastDay } from '../../text/partialDate';
import { provinceIn } from '../../text/provinces';
import type { Span } from '../../text/span';
import { derived } from '../../util/derived';
import { relatedEntry } from '../timing';
import { type TitleEvidence, titleEvidence } from './titleEvidence';

/** In folded characters. */
const SHORTEST = 10;
/** What differs in one place, in either title. In folded characters. */
const LONGEST_DIFFERENCE = 8;
/** What must be the same of the longer title. */
const SAME_SHARE = 0.65;

/** Drafts of laws, and laws and their rules, of which each has its name. */
const NO_DOCUMENT = /草案|征求意见稿|送审稿|(?:法|法典|条例|细则)$/;

/** Names of one series differ in such words, and each is right. */
const OF_A_SERIES = /^[一二三四五六七八九十〇\d年—–-]*$/;
/** （2019年本）, 2023年全面推进乡村振兴: behind the year that an edition, or a document of every year, has. */
const EDITION = /^\d*(?:年?[版本]?）|年[版本]|年全面推进)/;
/** What kind of document it is: 实施意见, 行动计划. */
const KIND =
  /^(?:若干|指导|实施|工作|的|专项|总体|行动|发展|规划|建设)*(?:意见|建议|措施|决定|决议|方案|规划|纲要|计划|办法|通知)?$/;

/** The findings of a draft. O(titles × titles known). */
export function otherTitles(knowledge: Knowledge, draft: Draft, today: string): Finding[] {
  return draft.titles.flatMap((title) => {
    const outer = draft.text.slice(title.start, title.end);
    const whole = otherTitle(knowledge, draft, title, outer, today);
    if (whole) return [whole];
    const issued = ISSUED.exec(outer);
    if (!issued) return [];
    const start = title.start + issued[1]!.length;
    const inner = otherTitle(knowledge, draft, { start, end: start + issued[2]!.length }, issued[2]!, today);
    return inner ? [inner] : [];
  });
}

/** 国务院关于印发〈中国制造2025〉的通知: the notice is called by what it issues. */
const ISSUED = /^((?:中共中央|国务院)[^〈《]{0,16}印发[〈《]?)([^〈〉《》]+)[〉》]?的通知$/;

function otherTitle(
  knowledge: Knowledge,
  draft: Draft,
  span: Span,
  written: string,
  today: string,
): Finding | undefined {
  const key = keyOf(written);
  const meant =
    otherRegulation(knowledge, draft, span, key, today) ?? otherDocument(knowledge, draft, span, written, today);
  if (!meant) return undefined;
  const { entry, name } = meant;
  return {
    code: 'reference.mismatch',
    start: span.start,
    end: span.end,
    message: l10n.t('The title is {0}.', `《${name}》`),
    related: [relatedEntry(entry)],
    fixes: [
      {
        title: l10n.t('Write “{0}”', name),
        edits: [{ start: span.start, end: span.end, newText: name }],
        preferred: false,
      },
    ],
  };
}

/** A document with the name of it that a title is held against. */
interface Titled {
  readonly entry: Entry<Reference>;
  readonly name: string;
}

/** The one document that a title nearly is. */
function otherDocument(
  knowledge: Knowledge,
  draft: Draft,
  span: Span,
  written: string,
  today: string,
): Titled | undefined {
  const key = keyOf(written);
  const known = titlesOf(knowledge);
  if (key.length < SHORTEST || known.has(key) || NO_DOCUMENT.test(written)) return undefined;
  const evidence = titleEvidence(draft, span, today);
  if (evidence.isLocal || (!evidence.isNational && evidence.days.length === 0 && key.length < LONG)) return undefined;
  const meant = [...known].filter(
    ([other, { entry }]) => isMeant(key, other, entry, evidence) && firstDay(entry.date) <= today,
  );
  const [only] = meant;
  return only && meant.every(([, { entry }]) => entry.id === only[1].entry.id) ? only[1] : undefined;
}

/** In folded characters: a title that needs nothing said of it. */
const LONG = 20;

/** 暂行 is a part of the name of a regulation, not to be left out; one that has it may have been followed by one without. */
const INTERIM = '暂行';
const REGULATION = /(?:条例|办法|规定)$/;
const SHORTEST_REGULATION = 6;

function otherRegulation(
  knowledge: Knowledge,
  draft: Draft,
  span: Span,
  key: string,
  today: string,
): Titled | undefined {
  if (key.length < SHORTEST_REGULATION || !REGULATION.test(key)) return undefined;
  const known = regulationsOf(knowledge);
  const meant = known.get(key.replace(REGULATION, (kind) => INTERIM + kind));
  if (!meant || known.has(key)) return undefined;
  const { kind, date, until } = meant.entry;
  // Of rules of ministries the next edition often has no 暂行.
  if (kind !== 'law' && !key.endsWith('条例')) return undefined;
  if (firstDay(date) > today || until !== undefined) return undefined;
  return titleEvidence(draft, span, today).isLocal ? undefined : meant;
}

/** Regulations by the keys of their names. */
const regulationsOf = derived(({ data }: Knowledge): ReadonlyMap<string, Titled> => {
  const made = new Map<string, Titled>();
  for (const entry of data.references) {
    for (const name of [entry.name, ...(entry.aliases ?? [])]) {
      const bare = bareName(name);
      const key = keyOf(bare);
      if (REGULATION.test(key)) made.set(key, { entry, name: bare });
    }
  }
  return made;
});

/** Some entries have the marks in their names. */
function bareName(name: string): string {
  return name.replace(/^《|》$/g, '');
}

function isMeant(key: string, other: string, { date }: Reference, { isNational, days }: TitleEvidence): boolean {
  if (Math.abs(key.length - other.length) > LONGEST_DIFFERENCE) return false;
  const longer = Math.max(key.length, other.length);
  let head = 0;
  while (head < Math.min(key.length, other.length) && key[head] === other[head]) head++;
  let tail = 0;
  while (tail < Math.min(key.length, other.length) - head && key.at(-1 - tail) === other.at(-1 - tail)) tail++;
  if (head + tail < Math.min(SHORTEST - 2, longer * REORDERED_SHARE)) return false;
  const [written, right] = [key.slice(head, key.length - tail), other.slice(head, other.length - tail)];
  const isDated = days.some(
    ({ from, to }) => addMonths(firstDay(date), -1) <= lastDay(to) && firstDay(from) <= addMonths(lastDay(date), 2),
  );
  const isSpokenFor = isNational || isDated || key.length >= LONG;
  if (isSpokenFor && isReworded({ written, right, head, tail, longer }, other)) return true;
  if (head + tail < SHORTEST - 2 || head + tail < longer * SAME_SHARE) return false;
  if (Math.max(written.length, right.length) > LONGEST_DIFFERENCE) return false;
  if (provinceIn(written) !== provinceIn(right)) return false;
  // 新时代民政高技能人才: more words narrow it to another document.
  if (right === '' && !KIND.test(written)) return false;
  // 《促进民营经济发展壮大的意见》: a title without the body it begins with.
  if (written === '' && head === 0) return false;
  // …进一步加大…的通知 follows …加大…的通知, and both are right.
  if (MORE.test(written + right)) return false;
  // 十四五 and 十五五, 2021 and 2022: another document of the series; the year of an aim has one document.
  if (OF_A_SERIES.test(written + right))
    return isDated || (/^\d$/.test(written) && !EDITION.test(key.slice(key.length - tail)));
  if (!isNational) return false;
  if (isDated) return true;
  const isOfKind =
    KIND.test(written + key.slice(key.length - tail)) && KIND.test(right + other.slice(other.length - tail));
  const isShared = written === '' || inCommon(written, right) * 2 > Math.min(written.length, right.length);
  return isOfKind || (isShared && head + tail >= longer * SHARED_SHARE);
}

/** Of titles whose difference has a character in common. */
const SHARED_SHARE = 0.75;

/** …进一步加大… follows …加大…, and …规定 follows …暂行规定. */
const MORE = /^(?:进一步|继续|深入|持续|暂行|试点|（试行）)$/;
/** What makes much of what is done, and words for doing it: none of them is what a document is about. */
const VERB =
  /^(?:进一步|继续|深入|持续|全面|大力|加快|扎实|切实|有效|积极|着力|统筹|系统|稳步|有力|有序|推进|促进|推动|加强|强化|深化|完善|健全|建立|构建|打造|提升|提高|增强|优化|改善|改进|规范|实施|开展|支持|扩大|坚持|落实|做好|建设|发展|更好|充分|发挥|新时代|新时期|新形势下|新阶段|高质量|体系|体制|机制|制度|和|与|及|的)+$/;
/** Words of a title that are taken for each other. */
const ALIKE =
  /^(?:总体|整体|决定|决议|增进|增加|增强|措施|举措|方案|预案|制度|体制|机制|布局|格局|推进|促进|推动|加强|加快|强化|深化|建设|建立|构建|打造|提升|提高|改革|改善|改进|完善|实施|实行|推行|和|与|及)$/;
/** In folded characters: what may be put in or left out. */
const LONGEST_PUT_IN = 4;
const REWORDED_SHARE = 0.8;
const REORDERED_SHARE = 0.88;

/** Where two titles differ, with how much is the same before and after it. */
interface Difference {
  readonly written: string;
  readonly right: string;
  readonly head: number;
  readonly tail: number;
  readonly longer: number;
}

/** Whether one place only says otherwise what the other title says: by another word for the same, in another order, or a word of it twice. */
function isReworded({ written, right, head, tail, longer }: Difference, other: string): boolean {
  if (OF_A_SERIES.test(written + right) || /[〇零一二三四五六七八九十\d省市县区州]/.test(written + right)) return false;
  if (provinceIn(written) !== undefined || provinceIn(right) !== undefined) return false;
  const both = inCommon(written, right);
  const isReordered = both >= SHORTEST_REORDERED && both === Math.min(written.length, right.length);
  if (isReordered && head + tail + both >= longer * REORDERED_SHARE) return true;
  if (head + tail < longer * REWORDED_SHARE || head + tail < SHORTEST - 2) return false;
  // 总体 for 整体: one character of a word of two.
  if (written.length === 1 && right.length === 1) {
    const [before, after] = [other.slice(head - 1, head), other.slice(head + 1, head + 2)];
    return [
      ['', ''],
      [before, ''],
      ['', after],
    ].some(([first, last]) => ALIKE.test(first + written + last) && ALIKE.test(first + right + last));
  }
  if (written !== '' && right !== '') return VERB.test(written) && VERB.test(right);
  if (longer < LONG || written.length + right.length > LONGEST_PUT_IN || VERB.test(written + right)) return false;
  return right === '' ? other.includes(written) : head > 0 && tail > 0 && !KIND.test(right);
}

/** In folded characters. */
const SHORTEST_REORDERED = 3;

/** How many characters two texts have in common, in any order. O(length²) of short texts. */
function inCommon(text: string, other: string): number {
  let rest = other;
  for (const character of text) rest = rest.replace(character, '');
  return other.length - rest.length;
}

/** Documents and plans by the keys of their titles. */
const titlesOf = derived(({ data }: Knowledge): ReadonlyMap<string, Titled> => {
  const made = new Map<string, Titled>();
  for (const entry of data.references) {
    if (entry.kind !== 'document' && entry.kind !== 'plan') continue;
    for (const name of [entry.name, ...(entry.aliases ?? [])]) {
      const key = keyOf(name);
      if (key.length >= SHORTEST && !NO_DOCUMENT.test(name)) made.set(key, { entry, name: bareName(name) });
    }
  }
  return made;
});
