/** Finds formulations that a later one has replaced. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { Snapshot } from '../../analysis/snapshot';
import type { Draft } from '../../draft/draft';
import { hasWord } from '../../draft/modalityWords';
import { type SentencePlace, sentencePlaces } from '../../draft/sentencePlace';
import type { Entry, Knowledge, WordingMatch } from '../../knowledge/knowledge';
import type { Formulation, FormulationVariant } from '../../knowledge/schemas';
import { addMonths, lastDay } from '../../text/partialDate';
import { overlaps } from '../../text/span';
import type { Check, CheckConfig } from '../check';
import { supersededMeetings } from '../reference/supersededMeetings';
import { relatedEntry } from '../timing';
import { flaggedVariant, isCurrentWording, variantFixes } from './wordingVariants';

/** Follows the draft's date: a wording is outdated only from when the one in its place came into use. */
export const wordingSuperseded: Check = {
  code: 'wording.superseded',
  severity: 'warning',
  run: ({ knowledge }: Snapshot, draft: Draft, config: CheckConfig): Finding[] => {
    const findings: Finding[] = [];
    for (const place of sentencePlaces(draft, config.date)) {
      if (place.isTelling) continue;
      const matches = knowledge.find(draft.text, place.sentence, ['formulations']);
      // Which plenums the fixed phrase must name is reference.superseded's to say, once.
      const meetings = supersededMeetings(knowledge, place);
      for (const match of matches) {
        if (meetings.some((meeting) => overlaps(meeting, match))) continue;
        const finding =
          match.role === 'variant' ? ofVariant(place, match, matches) : ofFormulation(knowledge, place, match);
        if (finding) findings.push(finding);
      }
    }
    return findings;
  },
};

/** A new wording takes this long to reach all who write. */
const MONTHS_OF_GRACE = 1;

function ofVariant(
  place: SentencePlace,
  match: WordingMatch<'formulations'>,
  matches: readonly WordingMatch<'formulations'>[],
): Finding | undefined {
  const { entry } = match;
  const variant = flaggedVariant(place, match, matches, ['superseded']);
  const since = entry.since ?? entry.firstUsed?.date;
  if (!variant || since === undefined || !hasReplaced(since, place.today) || place.looksBackTo(since)) return undefined;
  if (!isCurrentWording(place, match, since)) return undefined;
  // What is only a hint is not worth one in a sentence that reports.
  if (variant.severity === 'information' && hasWord(place.draft.text, place.sentence, 'report')) return undefined;
  return {
    code: 'wording.superseded',
    start: match.start,
    end: match.end,
    message: variantMessage(match.wording, entry, variant, since),
    related: [relatedEntry(entry)],
    // 全球发展倡议、…三大全球倡议: with another number the list before it would not fit.
    fixes: isAfterMembers(place, match) ? [] : variantFixes(match, variant),
    ...(variant.severity === 'information' && { severity: 'information' }),
  };
}

/** A formulation of the knowledge base that has itself been replaced. */
function ofFormulation(
  knowledge: Knowledge,
  place: SentencePlace,
  match: WordingMatch<'formulations'>,
): Finding | undefined {
  const { entry, role } = match;
  if (role !== 'name' || entry.until === undefined || !hasReplaced(entry.until, place.today)) return undefined;
  if (place.looksBackTo(entry.until)) return undefined;
  const current = knowledge.formulationInForce(entry, place.today);
  if (!isCurrentWording(place, match, entry.until)) return undefined;
  if (!current) return gone(match, entry);
  if (place.draft.text.slice(place.sentence.start, place.sentence.end).includes(current.text)) return undefined;
  return {
    code: 'wording.superseded',
    start: match.start,
    end: match.end,
    message: l10n.t(
      '“{0}” has not been the wording since {1}; current is “{2}”.',
      entry.text,
      entry.until,
      current.text,
    ),
    related: [relatedEntry(current), relatedEntry(entry)],
    fixes: [],
  };
}

function isAfterMembers({ draft, sentence }: SentencePlace, { entry, start }: WordingMatch<'formulations'>): boolean {
  const before = draft.text.slice(sentence.start, start);
  return entry.members?.some((member) => before.endsWith(member)) === true;
}

/** A wording that nothing stands in the place of. */
function gone({ start, end }: WordingMatch<'formulations'>, entry: Entry<Formulation>): Finding {
  return {
    code: 'wording.superseded',
    start,
    end,
    message: l10n.t('“{0}” has not been the wording since {1}.', entry.text, entry.until!),
    related: [relatedEntry(entry)],
    fixes: [],
  };
}

function hasReplaced(since: string, today: string): boolean {
  return addMonths(lastDay(since), MONTHS_OF_GRACE) < today;
}

function variantMessage(
  wording: string,
  entry: Entry<Formulation>,
  variant: FormulationVariant,
  since: string,
): string {
  const reason = variant.message ?? '';
  const current = variant.replacement ?? entry.text;
  return reason === ''
    ? l10n.t('“{0}” has not been the wording since {1}; current is “{2}”.', wording, since, current)
    : l10n.t('“{0}” has not been the wording since {1}; current is “{2}”: {3}', wording, since, current, reason);
}
