/** Finds wordings one character off a standard formulation, term or name: 新制生产力 for 新质生产力. */

import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { Snapshot } from '../../analysis/snapshot';
import type { Draft } from '../../draft/draft';
import { type SentencePlace, sentencePlaces } from '../../draft/sentencePlace';
import type { Knowledge, WordingMatch } from '../../knowledge/knowledge';
import type { Formulation, Term } from '../../knowledge/schemas';
import { foreignPlaceIn } from '../../text/foreignPlaces';
import { keyOf } from '../../text/keyText';
import { addMonths, lastDay, startsBy } from '../../text/partialDate';
import { overlaps, type Span } from '../../text/span';
import { derived } from '../../util/derived';
import { StretchMemo } from '../../util/stretchMemo';
import type { Check, CheckConfig } from '../check';
import { relatedEntry } from '../timing';
import { isFixedBy } from './fixedSince';
import { type NearWording, NearWordings } from './nearWordings';
import { flaggedVariant, isOwnWording, variantFixes } from './wordingVariants';

/** Wrong wordings that the knowledge base lists, and characters that only sound like the right one. */
export const wordingVariant: Check = {
  code: 'wording.variant',
  severity: 'information',
  run: (snapshot: Snapshot, draft: Draft, config: CheckConfig): Finding[] => {
    const findings: Finding[] = [];
    const near = nearWordingsOf(snapshot.knowledge);
    for (const place of sentencePlaces(draft, config.date)) {
      const matches = snapshot.knowledge.find(draft.text, place.sentence);
      const formulations = matches.filter((match) => match.kind === 'formulations') as WordingMatch<'formulations'>[];
      for (const match of formulations) {
        const finding = listed(place, match, formulations);
        if (finding) findings.push(finding);
      }
      for (const wording of near(draft.text, place.sentence)) {
        if (matches.some((match) => isMeant(match, wording))) continue;
        const finding = slip(snapshot, place, wording);
        if (finding && !findings.some((other) => overlaps(other, finding))) findings.push(finding);
      }
    }
    return findings;
  },
};

/** What is a known wording of at least this length itself is meant as it stands. */
const MEANT_AS_IT_IS = 4;
/** But not in a wording so many times longer that is never put with it: 物质文明和生态文明相协调的现代化. */
const LONGER = 2;

function isMeant(match: Span, { start, end, different, isMeasured }: NearWording): boolean {
  const length = match.end - match.start;
  if (length < MEANT_AS_IT_IS || !overlaps(match, different)) return false;
  return !isMeasured || match.start < start || match.end > end || end - start < LONGER * length;
}

/** Sentences whose near wordings are kept: those of some five drafts. */
const MOST_KEPT = 2000;
/** What stands around a sentence is part of the words at its ends. */
const AROUND = 8;

/** The near wordings of a sentence; one that was asked about lately is not looked through again. */
const nearWordingsOf = derived(({ data }: Knowledge) => {
  const wordings = new NearWordings(data);
  const memo = new StretchMemo<NearWording>(MOST_KEPT, AROUND, (near, by) => ({
    ...near,
    start: near.start + by,
    end: near.end + by,
    different: { start: near.different.start + by, end: near.different.end + by },
  }));
  return (text: string, sentence: Span) => memo.find(text, sentence, '', () => wordings.find(text, sentence));
});

/** In use for as long as the knowledge base looks back. */
const LONG_AGO = '1840';

/** So many months after it was first put so, what is told of the years behind is put so too. */
const SETTLED = 60;

/** Between the name of a country and what is its own, in UTF-16 code units. */
const REACH_OF_OWNER = 6;

function listed(
  place: SentencePlace,
  match: WordingMatch<'formulations'>,
  matches: readonly WordingMatch<'formulations'>[],
): Finding | undefined {
  const variant = flaggedVariant(place, match, matches, ['wording']);
  // Without a replacement the list only says what another wording is preferred to.
  if (!variant?.replacement) return undefined;
  // 越南新型生产力: another country has wordings of its own.
  const { text } = place.draft;
  if (foreignPlaceIn(text.slice(Math.max(place.sentence.start, match.start - REACH_OF_OWNER), match.start)))
    return undefined;
  const since = match.entry.since ?? match.entry.firstUsed?.date ?? LONG_AGO;
  // A slip is one whoever is said to have said so, and also in what is told of the years since.
  if (place.isTelling && addMonths(lastDay(since), SETTLED) > place.today) return undefined;
  if (!isOwnWording(place, match, since) || since > place.today) return undefined;
  return {
    code: 'wording.variant',
    start: match.start,
    end: match.end,
    message: variant.message
      ? l10n.t('The standard wording is “{0}”: {1}', variant.replacement, variant.message)
      : l10n.t('The standard wording is “{0}”.', variant.replacement),
    related: [relatedEntry(match.entry)],
    fixes: variantFixes(match, variant),
  };
}

/** The earliest day on which the wording is known to have been in use. */
function inUseSince({ kind, entry }: WordingMatch): string {
  const { since, metSince, firstUsed }: Partial<Formulation> =
    kind === 'formulations' || kind === 'terms' ? (entry as Formulation | Term) : {};
  return [since, metSince, firstUsed?.date, ...entry.sources.map(({ date }) => date)]
    .filter((date) => date !== undefined)
    .reduce((first, date) => (date < first ? date : first));
}

/** The wording that stands there is in no source: then it is no other phrase, but a slip. */
function slip(
  { corpus, knowledge }: Snapshot,
  { draft, today }: SentencePlace,
  near: NearWording,
): Finding | undefined {
  const { start, end, wording } = near;
  const written = draft.text.slice(start, end);
  const match = knowledge.find(wording).find((found) => found.wording === wording);
  // What was written before the wording was in use may have been the wording of its time.
  const entry = match?.entry ?? near.set;
  if ((entry as Formulation | undefined)?.alsoPut?.includes(written)) return undefined;
  if (match ? !startsBy(inUseSince(match), today) : near.set && !isFixedBy(near.set, today)) return undefined;
  if (corpus.occurrences(keyOf(written), 1).length > 0) return undefined;
  return {
    code: 'wording.variant',
    start,
    end,
    message:
      near.different.end - near.different.start === 1
        ? l10n.t('“{0}” is one character off the standard wording “{1}”.', written, wording)
        : l10n.t('“{0}” is two characters off the standard wording “{1}”.', written, wording),
    related: entry ? [relatedEntry(entry)] : [],
    fixes: [{ title: l10n.t('Write “{0}”', wording), edits: [{ start, end, newText: wording }], preferred: false }],
  };
}
