/** Finds fixed sets (四个意识, 新发展理念 …) with a member missing or out of order. */
import * as l10n from '@vscode/l10n';
import type { Finding, Fix, Severity } from '../analysis/finding';
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import { type SentencePlace, sentencePlaces } from '../draft/sentencePlace';
import type { Entry, WordingMatch } from '../knowledge/knowledge';
import type { Formulation } from '../knowledge/schemas';
import { startsBy } from '../text/partialDate';
import type { Span } from '../text/span';
import type { Check, CheckConfig } from './check';
import { relatedEntry } from './timing';
import { flaggedVariant, isCurrentWording, variantFixes } from './wordingVariants';

/** A set is fixed only from when it was first put so. */
export const wordingIncomplete: Check = {
  code: 'wording.incomplete',
  severity: 'warning',
  run: ({ knowledge }: Snapshot, draft: Draft, config: CheckConfig): Finding[] => {
    const findings: Finding[] = [];
    for (const place of sentencePlaces(draft, config.date)) {
      const matches = knowledge.find(draft.text, place.sentence, ['formulations']);
      const enumerations = enumerationsOf(draft.text, place.sentence, matches);
      for (const enumeration of enumerations) {
        const finding = judge(place, enumeration, enumerations);
        if (finding) findings.push(finding);
      }
      findings.push(...listedWrong(place, matches));
      for (const match of matches) {
        const finding = ofVariant(place, match, matches);
        if (finding) findings.push(finding);
      }
    }
    return findings;
  },
};

/** An order or gap that the knowledge base lists as wrong. */
function ofVariant(
  place: SentencePlace,
  match: WordingMatch<'formulations'>,
  matches: readonly WordingMatch<'formulations'>[],
): Finding | undefined {
  const { entry } = match;
  const variant = flaggedVariant(place, match, matches, ['order', 'missing']);
  if (!variant || place.isTelling || !isFixedBy(entry, place.today)) return undefined;
  if (!isCurrentWording(place, match, entry.since ?? entry.firstUsed?.date ?? LONG_AGO)) return undefined;
  return {
    code: 'wording.incomplete',
    start: match.start,
    end: match.end,
    message:
      variant.message === undefined
        ? l10n.t('“{0}” is not how “{1}” is put.', match.wording, entry.text)
        : l10n.t('“{0}” is not how “{1}” is put: {2}', match.wording, entry.text, variant.message),
    related: [relatedEntry(entry)],
    fixes: variantFixes(match, variant),
    ...(variant.severity === 'information' && { severity: 'information' }),
  };
}

/** Where the knowledge base does not say since when, no date in the draft lies before. */
const LONG_AGO = '1840';

function isFixedBy(entry: Formulation, today: string): boolean {
  const since = entry.since ?? entry.firstUsed?.date;
  return since === undefined || startsBy(since, today);
}

/** Members of one set, named one after the other. */
interface Enumeration extends Span {
  readonly entry: Entry<Formulation>;
  /** The members named, as indices into the set, in the order of the text. */
  readonly members: readonly number[];
  readonly spans: readonly Span[];
  /** The enumeration goes on, before or after, with something that is no member. */
  readonly isOpen: boolean;
}

const SEPARATOR = /^(?:[、，,]|和|及|与|以及)+$/;
const LONGEST_SEPARATOR = 2;
const LONGEST_REPEATED = 4;

/** A mark or word between members; with words that every member has before it: 面向…、面向…. */
function isSeparator(text: string, sentence: Span, first: number, gap: string): boolean {
  if (gap.length <= LONGEST_SEPARATOR && SEPARATOR.test(gap)) return true;
  const repeated = gap.slice(1);
  return (
    repeated.length > 0 &&
    repeated.length <= LONGEST_REPEATED &&
    /^[、，,]/.test(gap) &&
    text.slice(Math.max(sentence.start, first - repeated.length), first) === repeated
  );
}

function enumerationsOf(text: string, sentence: Span, matches: readonly WordingMatch<'formulations'>[]): Enumeration[] {
  const byEntry = new Map<Entry<Formulation>, WordingMatch<'formulations'>[]>();
  for (const match of matches) {
    if (match.role !== 'member') continue;
    const same = byEntry.get(match.entry);
    if (same) same.push(match);
    else byEntry.set(match.entry, [match]);
  }
  const found: Enumeration[] = [];
  for (const [entry, members] of byEntry) {
    let run: WordingMatch<'formulations'>[] = [];
    for (const [i, match] of members.entries()) {
      run.push(match);
      const next = members[i + 1];
      const gap = next ? text.slice(match.end, next.start) : '';
      if (next && isSeparator(text, sentence, run[0]!.start, gap)) continue;
      if (run.length > 1) found.push(enumeration(text, sentence, entry, run));
      run = [];
    }
  }
  return found;
}

function enumeration(
  text: string,
  sentence: Span,
  entry: Entry<Formulation>,
  run: readonly WordingMatch<'formulations'>[],
): Enumeration {
  const start = run[0]!.start;
  const end = run.at(-1)!.end;
  const before = start > sentence.start ? text[start - 1]! : ' ';
  const after = end < sentence.end ? text.slice(end, end + 1) : ' ';
  return {
    start,
    end,
    entry,
    members: run.map(({ wording }) => entry.members!.indexOf(wording)),
    spans: run,
    isOpen: /[、和及与]/.test(before) || /[、和及与]/.test(after),
  };
}

/** A set of fewer is named in part too often. */
const SMALLEST_WITH_GAP = 4;
function judge(place: SentencePlace, found: Enumeration, all: readonly Enumeration[]): Finding | undefined {
  const { entry, members, isOpen } = found;
  const size = entry.members!.length;
  if (!isFixedBy(entry, place.today)) return undefined;
  if (place.isCited(found) || place.isTelling || new Set(members).size !== members.length) return undefined;
  if (
    all.some((other) => other !== found && other.start <= found.start && found.end <= other.end && isComplete(other))
  ) {
    return undefined;
  }
  if (members.length === size) {
    if (entry.ordered !== true || isAscending(members) || isOpen || !isOneList(place.draft.text, found))
      return undefined;
    return finding(
      found,
      l10n.t('The members of “{0}” stand in a fixed order: {1}.', entry.text, listOf(entry)),
      [reordered(place.draft.text, found)],
      namesTheSet(place, entry) ? undefined : 'information',
    );
  }
  if (members.length !== size - 1 || size < SMALLEST_WITH_GAP || isOpen || !isAscending(members)) return undefined;
  const missing = entry.members!.find((_, i) => !members.includes(i))!;
  const isNamed = namesTheSet(place, entry);
  // Sets grow at their end: without its name, the list may be the set of an earlier time.
  if (!isNamed && missing === entry.members!.at(-1)) return undefined;
  if (!isNamed && !isMeantAsSet(place, found)) return undefined;
  const from = Math.max(place.block.start, found.start - LOOKED_AROUND);
  const to = Math.min(place.block.end, found.end + LOOKED_AROUND);
  if (place.draft.text.slice(from, to).includes(missing)) return undefined;
  // All but one in their order and nothing beside them is hardly ever meant: three such lists in 5.7 million characters
  // of published news and reports. Without the set's name it stays a note.
  return finding(
    found,
    l10n.t('“{0}” is missing from the set “{1}”: {2}.', missing, entry.text, listOf(entry)),
    [],
    isNamed ? undefined : 'information',
  );
}

/** So far around a list of its paragraph the member that it lacks may be named. In UTF-16 code units. */
const LOOKED_AROUND = 2000;

const CALLED_WHOLE = /^”?的?(?:为指导|总要求|要求|总方针|方针|原则|理念|格局|布局|总目标|二十字|十六字)/;

/**
 * Without the set's name: 道路自信、理论自信、文化自信, where the word that all members end with makes the set; or what is called
 * the whole (…的总要求) of a set that goes by its members. 系统治理、综合治理、源头治理 may be just what is meant.
 */
function isMeantAsSet({ draft, sentence }: SentencePlace, { entry, end }: Enumeration): boolean {
  if (isItsOwnName(entry) && CALLED_WHOLE.test(draft.text.slice(end, sentence.end))) return true;
  // 违反政治纪律、组织纪律: of a set, what was broken.
  if (/违反/.test(draft.text.slice(sentence.start, sentence.end))) return false;
  const ending = entry.members![0]!.slice(-2);
  return entry.members!.every((member) => member.endsWith(ending));
}

/** A set that goes by its members: 产业兴旺、生态宜居、乡风文明、治理有效、生活富裕. */
function isItsOwnName({ text, members }: Formulation): boolean {
  return members!.every((member) => text.includes(member));
}

/** Whether the sentence names the set it enumerates: “四个意识”. */
function namesTheSet({ draft, sentence }: SentencePlace, { text }: Formulation): boolean {
  const bare = (words: string) => words.replace(/[“”‘’]/g, '');
  return bare(draft.text.slice(sentence.start, sentence.end)).includes(bare(text));
}

/** Members in one row: 、 between them, before the last perhaps a word. 法治与德治、自治 groups them, on purpose. */
function isOneList(text: string, { spans }: Enumeration): boolean {
  return spans.every((span, i) => {
    const next = spans[i + 1];
    return !next || i === spans.length - 2 || text.slice(span.end, next.start).startsWith('、');
  });
}

const LONGEST_LIST = 120;

/** “四个意识”（甲、乙、丙、丁）: the brackets after a set's name list as many as it has, or one fewer, and some that are no member. */
function listedWrong(place: SentencePlace, matches: readonly WordingMatch<'formulations'>[]): Finding[] {
  const { text } = place.draft;
  return matches.flatMap((match) => {
    const { entry, role, end } = match;
    if (role !== 'name' || !entry.members || entry.members.length < SMALLEST_WITH_GAP) return [];
    const list = /^”?（([^（）]+)）/.exec(text.slice(end, Math.min(place.sentence.end, end + LONGEST_LIST)));
    if (!list) return [];
    const parts = list[1]!.split('、');
    if (parts.length < entry.members.length - 1 || parts.length > entry.members.length) return [];
    const strange = parts.filter((part) => !entry.members!.includes(part));
    // Words of their own for every member are another way to put it.
    if (strange.length === 0 || strange.length * 2 > parts.length || !isFixedBy(entry, place.today) || place.isTelling)
      return [];
    const start = end + list[0].indexOf('（') + 1;
    return [
      finding(
        { start, end: start + list[1]!.length, entry },
        l10n.t('“{0}” is no member of the set “{1}”: {2}.', strange.join('、'), entry.text, listOf(entry)),
        [],
      ),
    ];
  });
}

/** All members in their order, or all of a set without order. */
function isComplete({ entry, members }: Enumeration): boolean {
  return members.length === entry.members!.length && (entry.ordered !== true || isAscending(members));
}

function isAscending(members: readonly number[]): boolean {
  return members.every((member, i) => i === 0 || members[i - 1]! < member);
}

function listOf(entry: Formulation): string {
  return entry.members!.join('、');
}

function finding(
  found: Span & { readonly entry: Entry<Formulation> },
  message: string,
  fixes: Fix[],
  severity?: Severity,
): Finding {
  return {
    code: 'wording.incomplete',
    start: found.start,
    end: found.end,
    message,
    related: [relatedEntry(found.entry)],
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
