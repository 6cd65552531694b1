/** Judges an enumeration of members of a fixed set: complete, in order, and as many as its name says? */
import * as l10n from '@vscode/l10n';
import type { Finding, Fix, Severity } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Entry } from '../../knowledge/knowledge';
import type { Formulation } from '../../knowledge/schemas';
import { addMonths, lastDay } from '../../text/partialDate';
import { lastStartingAt, type Span } from '../../text/span';
import { relatedEntry } from '../timing';
import { isDatedBefore } from './currentUse';
import { isFixedBy } from './fixedSince';
import type { Enumeration } from './setMembers';
import { isNamedBefore, nameBeside, namesTheSet, statedCount, statedSides, wrongCount } from './setNames';

/** A set of fewer is named in part too often, unless its name stands right there. */
const SMALLEST_WITH_GAP = 4;
const SMALLEST_NAMED = 3;
/** So many members named, so long together, show that the set is meant. */
const MUCH_OF_SET = { members: 3, length: 12 };
const MANY_OF_SET = 5;

function isMuchOfSet(entry: Formulation, members: readonly number[]): boolean {
  const length = members.reduce((sum, member) => sum + entry.members![member]!.length, 0);
  return members.length >= MANY_OF_SET || (members.length >= MUCH_OF_SET.members && length >= MUCH_OF_SET.length);
}

/** What is wrong with an enumeration, given all of its sentence. */
export function judgeEnumeration(
  place: SentencePlace,
  found: Enumeration,
  all: readonly Enumeration[],
): Finding | undefined {
  const { entry, members, strange } = found;
  if (!isFixedBy(entry, place.today) || isOfBefore(place, found) || isSomebodysWords(place, found)) return undefined;
  if (isListedAsRight(entry, place.draft.text.slice(found.start, found.end))) return undefined;
  if (new Set(members).size !== members.length || isPartOfAnother(found, all)) return undefined;
  if (members.length === entry.members!.length) return strange ? undefined : ofWhole(place, found);
  if (!isAscending(members)) return undefined;
  if (members.length === entry.members!.length - 1)
    return ofLast(place, found) ?? ofFirst(place, found) ?? ofGap(place, found);
  return ofTwoGaps(place, found);
}

/** All members: in their order, and as many as said. */
function ofWhole(place: SentencePlace, found: Enumeration): Finding | undefined {
  const { entry, members } = found;
  const { text } = place.draft;
  if (entry.ordered !== true || isAscending(members)) {
    const stated = members.length >= MANY_OF_SET ? statedSides(place, found) : undefined;
    const wrong = wrongCount(place, found) ?? (stated !== undefined && stated !== members.length ? found : undefined);
    return (
      wrong &&
      finding(wrong, entry, l10n.t('“{0}” has {1} members: {2}.', entry.text, entry.members!.length, listOf(entry)), [])
    );
  }
  if (found.isLoose || isOpen(place, found) || !isOneList(text, found)) return undefined;
  return finding(
    found,
    entry,
    l10n.t('The members of “{0}” stand in a fixed order: {1}.', entry.text, listOf(entry)),
    [reordered(text, found)],
    namesTheSet(place, entry) ? undefined : 'information',
  );
}

/** All members but one, in their order. */
function ofGap(place: SentencePlace, found: Enumeration): Finding | undefined {
  const { entry, members, strange } = found;
  const size = entry.members!.length;
  const beside = nameBeside(place, found);
  if (size < (beside ? SMALLEST_NAMED : SMALLEST_WITH_GAP) || isOpen(place, found)) return undefined;
  const missing = entry.members!.findIndex((_, i) => !members.includes(i));
  const stated = statedCount(place, found);
  // 以上三个方面: as many are meant as are named.
  if (stated !== undefined && stated !== size && !isCountedAsOnce(place, found)) return undefined;
  const isNamed = beside || namesTheSet(place, entry);
  // A set that has grown at its end may be counted as it is now, and its members be named as they were.
  const isCounted =
    stated === size && (missing !== size - 1 || isCountedAsOnce(place, found) || isCountedAtOnce(place, found));
  const isNear = isNamed || isCounted || isNamedBefore(place, found);
  const isWhole = entry.partial !== true && !found.isLoose && isMuchOfSet(entry, members);
  if (!isNear && !isWhole && (found.isLoose || !isMeantAsSet(place, found, missing))) return undefined;
  if (!beside && !isCounted && isNamedAround(place, found, missing)) return undefined;
  if (beside && isInSentence(place, found, missing)) return undefined;
  if (strange) return ofStrange(place, found, strange, missing, isNamed || isCounted);
  // Without the set's name it stays a note.
  return finding(
    found,
    entry,
    l10n.t('“{0}” is missing from the set “{1}”: {2}.', entry.members![missing]!, entry.text, listOf(entry)),
    [],
    isNamed || isCounted ? undefined : 'information',
  );
}

/** “四有”好老师：有理想信念、有道德情操、有扎实学识、有创新精神: the last of a named set is another. */
function ofLast(place: SentencePlace, found: Enumeration): Finding | undefined {
  const { entry, members, end } = found;
  const { draft, sentence } = place;
  const right = entry.members!.at(-1)!;
  if (members.includes(entry.members!.length - 1) || found.strange || found.isLoose) return undefined;
  const strange = LAST_MEMBER.exec(draft.text.slice(end, Math.min(sentence.end, end + LONGEST_MEMBER)))?.[1];
  if (strange === undefined || strange.length !== right.length || strange[0] !== right[0]) return undefined;
  if ((entry.memberAliases?.[right] ?? []).includes(strange)) return undefined;
  if (!nameBeside(place, found) && !namesTheSet(place, entry)) return undefined;
  const span = { start: end + 1, end: end + 1 + strange.length };
  return finding(span, entry, l10n.t('“{0}” is no member of the set “{1}”: {2}.', strange, entry.text, listOf(entry)), [
    { title: l10n.t('Write “{0}”', right), edits: [{ ...span, newText: right }], preferred: false },
  ]);
}

/** “四个意识”，即政权意识、大局意识、核心意识、看齐意识: the first of a named set is another. */
function ofFirst(place: SentencePlace, found: Enumeration): Finding | undefined {
  const { entry, members, start } = found;
  const { draft, sentence } = place;
  const right = entry.members![0]!;
  if (members.includes(0) || found.strange || found.isLoose || draft.text[start - 1] !== '、') return undefined;
  const span = { start: start - 1 - right.length, end: start - 1 };
  if (span.start < sentence.start || !FIRST_AFTER.test(draft.text.slice(sentence.start, span.start))) return undefined;
  const strange = draft.text.slice(span.start, span.end);
  if (!/^\p{Script=Han}+$/u.test(strange) || !isLike(strange, right)) return undefined;
  if ((entry.memberAliases?.[right] ?? []).includes(strange)) return undefined;
  if (!nameBeside(place, found) && !namesTheSet(place, entry)) return undefined;
  return finding(span, entry, l10n.t('“{0}” is no member of the set “{1}”: {2}.', strange, entry.text, listOf(entry)), [
    { title: l10n.t('Write “{0}”', right), edits: [{ ...span, newText: right }], preferred: false },
  ]);
}

/** What stands before the first of a list: a mark, or that the list begins. */
const FIRST_AFTER =
  /(?:[：（，。；“—]|即|就是|分别是|主要是|包括|指的是|增强|坚定|坚持|树立|牢固树立|强化|落实|践行|贯彻|做到|^)$/;

const LAST_MEMBER = /^、(\p{Script=Han}{2,10})(?=[，。；”）])/u;
const LONGEST_MEMBER = 14;

/** A set of so many whose members go in pairs: 坚持真理、坚守理想，践行初心、担当使命. */
const SMALLEST_OF_PAIRS = 6;

/** Two members that belong together left out of a long list that stands beside its name. */
function ofTwoGaps(place: SentencePlace, found: Enumeration): Finding | undefined {
  const { entry, members } = found;
  const all = entry.members!;
  if (all.length < SMALLEST_OF_PAIRS || all.length % 2 !== 0 || members.length !== all.length - 2) return undefined;
  const missing = all.flatMap((_, i) => (members.includes(i) ? [] : [i]));
  if (missing[0]! % 2 !== 0 || missing[1] !== missing[0]! + 1) return undefined;
  if (entry.partial || found.isLoose || found.strange || isOpen(place, found)) return undefined;
  if (!nameBeside(place, found) && !namesTheSet(place, entry)) return undefined;
  return finding(
    found,
    entry,
    l10n.t(
      '“{0}” is missing from the set “{1}”: {2}.',
      missing.map((i) => all[i]!).join('、'),
      entry.text,
      listOf(entry),
    ),
    [],
  );
}

/** 三大全球倡议, “五大安全” after a list: the count takes up what all members are called by. */
function isCountedAsOnce({ draft, sentence }: SentencePlace, { entry, end }: Enumeration): boolean {
  const ending = entry.members![0]!.slice(-2);
  // The count itself is listed as superseded.
  const after = draft.text.slice(end, Math.min(sentence.end, end + COUNT_AFTER_LIST));
  if (entry.variants?.some(({ kind, text }) => kind === 'superseded' && after.includes(text))) return false;
  return (
    entry.members!.every((member) => member.endsWith(ending)) &&
    new RegExp(`^[”’]?(?:这|等)?[“‘]?[两三四五六七八九十](?:大|个|项)\\p{Script=Han}{0,4}${ending}`, 'u').test(after)
  );
}

/** 脑机接口、具身智能这六个方向: no 等 leaves the list open. */
function isCountedAtOnce({ draft, sentence }: SentencePlace, { end }: Enumeration): boolean {
  return /^[”’]?这[四五六七八九十](?:个|大|项|类)/.test(draft.text.slice(end, Math.min(sentence.end, end + 5)));
}

/** How far after a list its count may reach, in UTF-16 code units. */
const COUNT_AFTER_LIST = 14;

/** 不怕牺牲、敢于斗争: another member than the set has stands in its place. */
function ofStrange(
  place: SentencePlace,
  { entry, members }: Enumeration,
  strange: Span,
  missing: number,
  isNamed: boolean,
): Finding | undefined {
  const words = place.draft.text.slice(strange.start, strange.end);
  const right = entry.members![missing]!;
  const isInPlace = members[missing - 1] === missing - 1 && members[missing] === missing + 1;
  if (!isInPlace || !isLike(words, right) || (entry.memberAliases?.[right] ?? []).includes(words)) return undefined;
  return finding(
    strange,
    entry,
    l10n.t('“{0}” is no member of the set “{1}”: {2}.', words, entry.text, listOf(entry)),
    [{ title: l10n.t('Write “{0}”', right), edits: [{ ...strange, newText: right }], preferred: false }],
    isNamed ? undefined : 'information',
  );
}

/** Half of the characters at least are those of the member, and it is about as long: no words of the writer's own. */
function isLike(words: string, member: string): boolean {
  const shared = [...words].filter((character) => member.includes(character)).length;
  return words.length === member.length && shared * 2 >= member.length;
}

const LONG_AGO = '1840';
/** So many months after it was first put so, a set is the same in what is told of the years behind. */
const SETTLED = 60;

/** Told of a time when the set may have been another. */
function isOfBefore(place: SentencePlace, { entry, start, end }: Enumeration): boolean {
  const since = entry.since ?? entry.firstUsed?.date;
  if (isDatedBefore(place, { start, end }, since ?? LONG_AGO)) return true;
  if (!place.isTelling) return false;
  const { draft, sentence, today } = place;
  if (since === undefined || addMonths(lastDay(since), SETTLED) > today) return true;
  return /曾|当时|那时|当年|当初|彼时|早在|最初|原来|此前|历史上|以往/.test(
    draft.text.slice(sentence.start, sentence.end),
  );
}

/** The knowledge base lists the words as another way to put it: 系统治理、综合治理、源头治理. */
function isListedAsRight({ variants }: Formulation, words: string): boolean {
  return variants?.some(({ text, severity }) => severity === 'off' && text === words) === true;
}

/** Quoted words and titles are others' words, unless the quotation is just the set. */
function isSomebodysWords(place: SentencePlace, found: Enumeration): boolean {
  if (!place.isCited(found)) return false;
  const around = lastStartingAt(place.cited, found.start);
  if (!around || place.draft.text[around.start] === '《') return true;
  return found.start - around.start > 1 || around.end - found.end > 1;
}

function isPartOfAnother(found: Enumeration, all: readonly Enumeration[]): boolean {
  return all.some(
    (other) =>
      other !== found &&
      other.start <= found.start &&
      found.end <= other.end &&
      (isComplete(other) || other.members.length > found.members.length),
  );
}

/** The enumeration goes on, before or after, with something that is no member. */
function isOpen({ draft, sentence }: SentencePlace, { start, end }: Span): boolean {
  const before = start > sentence.start ? draft.text[start - 1]! : ' ';
  const after = end < sentence.end ? draft.text[end]! : ' ';
  return /[、和及与]/.test(before) || /[、和及与]/.test(after);
}

const CALLED_WHOLE =
  /^[”’]?的?(?:为指导|总要求|要求|总方针|方针|原则|理念|格局|布局|总目标|二十字|十六字|二十四字|根本要求|基本要求|目标)/;
const CALLED_BEFORE =
  /(?:总要求|总方针|方针|原则|理念|总目标|根本要求|基本要求|标准|主线|精神)(?:，)?(?:是|为|就是|即|概括为|：|——)[“‘]?$/;
/** So many long members are hardly ever named in their order but for the set's sake. */
const MANY = 5;
const LONG_TOGETHER = 28;

/**
 * Without the set's name: 道路自信、理论自信、文化自信, where the word that all members end with makes the set; what is called
 * the whole (…的总要求) of a set that goes by its members; or many members from the first to the last.
 * 系统治理、综合治理、源头治理 may be just what is meant.
 */
function isMeantAsSet(place: SentencePlace, found: Enumeration, missing: number): boolean {
  const { draft, sentence } = place;
  const { entry, start, end } = found;
  if (entry.partial) return false;
  const members = entry.members!;
  if (isItsOwnName(entry)) {
    if (isLedAsItsName(place, found)) return true;
    if (CALLED_WHOLE.test(draft.text.slice(end, sentence.end))) return true;
    if (CALLED_BEFORE.test(draft.text.slice(sentence.start, start))) return true;
  }
  // Sets grow at their end: without its name, the list may be the set of an earlier time.
  if (missing === members.length - 1) return false;
  // 违反政治纪律、组织纪律: of a set, what was broken.
  if (/违反/.test(draft.text.slice(sentence.start, sentence.end))) return false;
  if (missing > 0 && members.length >= MANY && members.join('').length >= LONG_TOGETHER) return true;
  const ending = members[0]!.slice(-2);
  return members.every((member) => member.endsWith(ending));
}

/** 协同推进降碳、减污、增长: what the name of the set begins with stands before its members. */
function isLedAsItsName({ draft, sentence }: SentencePlace, { entry, start }: Enumeration): boolean {
  const lead = entry.text.slice(0, entry.text.indexOf(entry.members![0]!));
  return lead.length >= SHORTEST_LEAD && draft.text.slice(sentence.start, start).endsWith(lead);
}

/** In UTF-16 code units. */
const SHORTEST_LEAD = 4;

/** A set that goes by its members: 产业兴旺、生态宜居、乡风文明、治理有效、生活富裕. */
function isItsOwnName({ text, members }: Formulation): boolean {
  return members!.every((member) => text.includes(member));
}

/** So far around a list of its paragraph the member that it lacks may be named. In UTF-16 code units. */
const LOOKED_AROUND = 2000;

function isNamedAround({ draft, block }: SentencePlace, found: Enumeration, missing: number): boolean {
  const from = Math.max(block.start, found.start - LOOKED_AROUND);
  const to = Math.min(block.end, found.end + LOOKED_AROUND);
  return draft.text.slice(from, to).includes(found.entry.members![missing]!);
}

function isInSentence({ draft, sentence }: SentencePlace, { entry }: Enumeration, missing: number): boolean {
  return draft.text.slice(sentence.start, sentence.end).includes(entry.members![missing]!);
}

/** Members in one row: 、 between them, before the last perhaps a word. 法治与德治、自治 groups them, on purpose. */
function isOneList(text: string, { spans }: Enumeration): boolean {
  return spans.every((span, i) => {
    const next = spans[i + 1];
    return !next || i === spans.length - 2 || text.slice(span.end, next.start).startsWith('、');
  });
}

/** All members in their order, or all of a set without order. */
function isComplete({ entry, members }: Enumeration): boolean {
  return members.length === entry.members!.length && (entry.ordered !== true || isAscending(members));
}

function isAscending(members: readonly number[]): boolean {
  return members.every((member, i) => i === 0 || members[i - 1]! < member);
}

/** The members as a list for a message. */
export function listOf(entry: Formulation): string {
  return entry.members!.join('、');
}

function finding(
  { start, end }: Span,
  entry: Entry<Formulation>,
  message: string,
  fixes: Fix[],
  severity?: Severity,
): Finding {
  return {
    code: 'wording.incomplete',
    start,
    end,
    message,
    related: [relatedEntry(entry)],
    fixes,
    ...(severity && { severity }),
  };
}

/** The same words between the members, the members in their order. */
function reordered(text: string, { entry, spans, start, end }: Enumeration): Fix {
  let newText = '';
  for (const [i, span] of spans.entries()) {
    newText += entry.members![i]! + text.slice(span.end, spans[i + 1]?.start ?? span.end);
  }
  return { title: l10n.t('Write “{0}”', newText), edits: [{ start, end, newText }], preferred: true };
}
