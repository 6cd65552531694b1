/** Finds documents said to have been adopted by another meeting than theirs: 党的十九届六中全会通过的《…“十四五”规划…的建议》. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Entry, Knowledge, WordingMatch } from '../../knowledge/knowledge';
import type { Reference } from '../../knowledge/schemas';
import { firstDay, lastDay } from '../../text/partialDate';
import { withOtherEnd } from '../otherEnd';
import { asTitle, relatedEntry } from '../timing';

const ADOPTED =
  /^(?:召开[，,]|[，,])?(?:(?:审议|审查|表决)并?)?(?:通过|批准|作出|做出)了?的?(?:国家|我国)?(?:中共中央)?[《“]?$/;
/** “十五五”规划《建议》: the proposal for the plan named, which is a document of its own. */
const PROPOSAL = /^[”》]?(?:的)?[《“]?(?:建议|草案|决议|决定)/;
/** In UTF-16 code units. */
const PROPOSAL_REACH = 6;
const REACH = 12;
/** 》是, 》由: from the title to the meeting named after it. */
const ADOPTED_BY = /^[》”]?(?:[（(]$|[，,]?(?:已经?|就|正)?(?:是|由|经|系|在|是由|是在)$)/;
const ADOPTS = /^[”》]?(?:上)?[，,]?(?:审议|审查|表决)?并?(?:通过|批准)/;
const MEETINGS: readonly Reference['kind'][] = ['congress', 'plenum', 'session'];
/** A law is amended by later sessions under its name. */
const ADOPTED_ONCE: readonly Reference['kind'][] = ['document', 'plan'];

/** The findings of one sentence. O(matches²). */
export function adoptedElsewhere(
  { data }: Knowledge,
  place: SentencePlace,
  matches: readonly WordingMatch<'references'>[],
  path: string | undefined,
): Finding[] {
  const { draft } = place;
  return matches.flatMap((meeting) => {
    if (!MEETINGS.includes(meeting.entry.kind) || place.isCited(meeting)) return [];
    const document = matches.find(
      ({ start, end, entry }) =>
        ADOPTED_ONCE.includes(entry.kind) &&
        ((start > meeting.end && ADOPTED.test(draft.text.slice(meeting.end, start))) ||
          (end < meeting.start &&
            ADOPTED_BY.test(draft.text.slice(end, meeting.start)) &&
            ADOPTS.test(draft.text.slice(meeting.end, meeting.end + REACH)))) &&
        !PROPOSAL.test(draft.text.slice(end, end + PROPOSAL_REACH)),
    );
    if (!document) return [];
    const { date } = document.entry;
    const adopting = data.references.find((entry) => MEETINGS.includes(entry.kind) && adopts(entry, date));
    if (!adopting || adopts(meeting.entry, date)) return [];
    const finding: Finding = {
      code: 'reference.mismatch',
      start: meeting.start,
      end: meeting.end,
      message: l10n.t('{0} was adopted by {1}.', asTitle(document.entry.name), adopting.name),
      related: [relatedEntry(document.entry), relatedEntry(adopting as Entry<Reference>)],
      fixes: [],
    };
    return [withOtherEnd(finding, draft, path, document)];
  });
}

/** Whether a document of the day is of the meeting: adopted on one of its days. */
function adopts({ date, period }: Reference, day: string): boolean {
  return day.length === 10 && firstDay(period?.from ?? date) <= day && day <= lastDay(period?.to ?? date);
}
