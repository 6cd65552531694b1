/** Finds fixed sets (四个意识, 新发展理念 …) with a member missing or out of order. */

import * as l10n from '@vscode/l10n';
import type { Finding } from '../analysis/finding';
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import { type SentencePlace, sentencePlaces } from '../draft/sentencePlace';
import type { Knowledge, WordingMatch } from '../knowledge/knowledge';
import { overlaps } from '../text/span';
import { derived } from '../util/derived';
import type { Check, CheckConfig } from './check';
import { isFixedBy } from './fixedSince';
import { judgeEnumeration, listOf } from './incompleteSets';
import { SetMembers } from './setMembers';
import { relatedEntry } from './timing';
import { flaggedVariant, isCurrentWording, variantFixes } from './wordingVariants';

/** Enumerations of members, and the orders and gaps that the knowledge base lists as wrong. */
export const wordingIncomplete: Check = {
  code: 'wording.incomplete',
  severity: 'warning',
  run: ({ knowledge }: Snapshot, draft: Draft, config: CheckConfig): Finding[] => {
    const findings: Finding[] = [];
    const sets = setMembersOf(knowledge);
    for (const place of sentencePlaces(draft, config.date)) {
      const matches = knowledge.find(draft.text, place.sentence, ['formulations']);
      const listed = matches.flatMap((match) => ofVariant(place, match, matches) ?? []);
      findings.push(...listed, ...listedWrong(place, matches));
      const enumerations = sets.find(draft.text, place.sentence);
      for (const enumeration of enumerations) {
        // An order listed as wrong says more precisely what is.
        if (listed.some((finding) => overlaps(finding, enumeration))) continue;
        const finding = judgeEnumeration(place, enumeration, enumerations);
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

const setMembersOf = derived(({ data }: Knowledge) => new SetMembers(data));

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
