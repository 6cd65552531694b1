/** Finds fixed sets (四个意识, 新发展理念 …) with a member missing or out of order. */

import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { Snapshot } from '../../analysis/snapshot';
import type { Draft } from '../../draft/draft';
import { type SentencePlace, sentencePlaces } from '../../draft/sentencePlace';
import type { Entry, Knowledge, WordingMatch } from '../../knowledge/knowledge';
import type { Formulation } from '../../knowledge/schemas';
import { WordingTrie } from '../../knowledge/wordingTrie';
import { overlaps, type Span } from '../../text/span';
import { derived } from '../../util/derived';
import type { Check, CheckConfig } from '../check';
import { relatedEntry } from '../timing';
import { isFixedBy } from './fixedSince';
import { judgeEnumeration, listOf } from './incompleteSets';
import { SetMembers } from './setMembers';
import { flaggedVariant, isCurrentWording, variantFixes } from './wordingVariants';

/** Enumerations of members, and the orders and gaps that the knowledge base lists as wrong. */
export const wordingIncomplete: Check = {
  code: 'wording.incomplete',
  severity: 'warning',
  run: ({ knowledge }: Snapshot, draft: Draft, config: CheckConfig): Finding[] => {
    const findings: Finding[] = [];
    const sets = setMembersOf(knowledge);
    const parts = leftOutPartsOf(knowledge);
    for (const place of sentencePlaces(draft, config.date)) {
      const matches = knowledge.find(draft.text, place.sentence, ['formulations']);
      const listed = matches.flatMap((match) => ofVariant(place, match, matches) ?? []);
      const own: Finding[] = [...listed, ...listedWrong(place, matches)];
      const enumerations = sets.find(draft.text, place.sentence);
      for (const enumeration of enumerations) {
        // An order listed as wrong says more precisely what is.
        if (listed.some((finding) => overlaps(finding, enumeration))) continue;
        const finding = judgeEnumeration(place, enumeration, enumerations);
        add(finding);
      }
      for (const finding of partLeftOut(place, parts)) add(finding);
      findings.push(...own);

      /** Two sets may have the same members, and a phrase may hold a set. */
      function add(finding: Finding | undefined): void {
        if (finding && !own.some((other) => overlaps(other, finding))) own.push(finding);
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

const setMembersOf = derived(({ data }: Knowledge) => new SetMembers(data));

/** A formulation with one of its parts left out. */
interface LeftOut {
  readonly entry: Entry<Formulation>;
  readonly part: string;
}

/** Of fewer parts, or shorter without one, what is left may be meant as it is. */
const FEWEST_PARTS = 3;
const SHORTEST_LEFT = 10;

/** Formulations without members of three parts or more (创新、宜居、美丽、韧性、文明、智慧的现代化人民城市), as they are without one part. */
const leftOutPartsOf = derived(({ data }: Knowledge) => {
  const trie = new WordingTrie();
  const leftOut: LeftOut[] = [];
  for (const entry of data.formulations) {
    const mark = entry.text.includes('、') ? '、' : '，';
    const parts = entry.text.split(mark);
    if (entry.members || entry.partial || /[“”]/.test(entry.text) || parts.length < FEWEST_PARTS) continue;
    for (const [i, part] of parts.entries()) {
      // The first part has the verb with it, the last what all of them belong to.
      const text = parts.filter((_, other) => other !== i).join(mark);
      if (i === 0 || i === parts.length - 1 || text.length < SHORTEST_LEFT) continue;
      if (trie.add(text, leftOut.length, 2) === leftOut.length) leftOut.push({ entry, part });
    }
  }
  return { trie, leftOut };
});

function partLeftOut(place: SentencePlace, { trie, leftOut }: ReturnType<typeof leftOutPartsOf>): Finding[] {
  const found: Finding[] = [];
  for (const longestLast of trie.find(place.draft.text, place.sentence)) {
    const { wording, start, end } = longestLast.at(-1)!;
    const { entry, part } = leftOut[wording]!;
    if (place.isTelling || !isFixedBy(entry, place.today) || standsBeside(place, { start, end }, part)) continue;
    if (!isCurrentWording(place, { start, end }, entry.since ?? entry.firstUsed?.date ?? LONG_AGO)) continue;
    found.push({
      code: 'wording.incomplete',
      start,
      end,
      message: l10n.t('“{0}” is missing from “{1}”.', part, entry.text),
      related: [relatedEntry(entry)],
      fixes: [
        { title: l10n.t('Write “{0}”', entry.text), edits: [{ start, end, newText: entry.text }], preferred: false },
      ],
    });
  }
  return found;
}

/** 永久基本农田、生态保护红线、城镇开发边界: the part is there, in another place of the list. */
function standsBeside({ draft: { text } }: SentencePlace, { start, end }: Span, part: string): boolean {
  return text.startsWith(`${part}、`, start - part.length - 1) || text.startsWith(`、${part}`, end);
}

const LONGEST_LIST = 120;
const SMALLEST_LISTED = 4;

/** “四个意识”（甲、乙、丙、丁）: the brackets after a set's name list as many as it has, or one fewer, and some that are no member. */
function listedWrong(place: SentencePlace, matches: readonly WordingMatch<'formulations'>[]): Finding[] {
  const { text } = place.draft;
  return matches.flatMap((match) => {
    const { entry, role, end } = match;
    if (role !== 'name' || !entry.members || entry.members.length < SMALLEST_LISTED) return [];
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
      {
        code: 'wording.incomplete',
        start,
        end: start + list[1]!.length,
        message: l10n.t('“{0}” is no member of the set “{1}”: {2}.', strange.join('、'), entry.text, listOf(entry)),
        related: [relatedEntry(entry)],
        fixes: [],
      },
    ];
  });
}
