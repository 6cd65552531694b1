/** Finds formulations ascribed to a meeting or document older than they are: 党的十九大报告提出“三个务必”. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Entry, Knowledge, WordingMatch } from '../../knowledge/knowledge';
import type { Formulation, Reference, Term } from '../../knowledge/schemas';
import { addMonths, firstDay, lastDay } from '../../text/partialDate';
import type { Span } from '../../text/span';
import { relatedEntry } from '../timing';

/** What may stand between the name of an occasion and the formulation it is said to have put forward. */
const PUT_FORWARD =
  /^[》”]?(?:的?(?:报告|公报|决定|决议|文件))?[》”]?(?:首次|明确|郑重|正式|鲜明|创造性地?|又|就|也|进一步|中|里|上)*(?:提出|确立|概括|明确)了?(?:要|坚持|增强|牢记|做到|坚定|实施|推进|推动|加快|构建|建设|发展|的)*[“‘]?$/;
/** The day itself: 2018年首次提出“三个务必”. */
const PUT_FORWARD_ON = /^[，,]?[^，。；、]{0,12}(?:首次|第一次|首度)提出了?(?:要|坚持|的)*[“‘]?$/;
/** Not when it was first said, but when it was taken up in full. */
const NOT_FIRST = /写入|阐述|部署|印发/;

interface Occasion extends Span {
  readonly name: string;
  /** The first and the last day on which it can have been put forward there. */
  readonly from: string;
  readonly until: string;
}

/** The findings of one sentence. O(matches × occasions). */
export function earlierOccasions(
  knowledge: Knowledge,
  place: SentencePlace,
  references: readonly WordingMatch<'references'>[],
): Finding[] {
  const { draft, sentence, dates } = place;
  const { text } = draft;
  const named = knowledge.find(text, sentence, ['formulations', 'terms']) as WordingMatch<'formulations' | 'terms'>[];
  const formulations = named.filter(
    ({ role, entry: { firstUsed } }) =>
      (role === 'name' || role === 'alias') &&
      firstUsed &&
      firstUsed.date.length >= 7 &&
      !NOT_FIRST.test(firstUsed.occasion),
  );
  if (formulations.length === 0) return [];
  const meetings: Occasion[] = references.flatMap(({ start, end, entry, wording }) =>
    isDated(entry)
      ? [{ start, end, name: wording, from: firstDay(entry.date), until: lastDay(entry.period?.to ?? entry.date) }]
      : [],
  );
  const days: Occasion[] = dates
    .filter(({ form, role }) => form === 'date' && (role === 'in' || role === 'by'))
    .map(({ start, end, from, to }) => ({
      start,
      end,
      name: text.slice(start, end),
      from: firstDay(from),
      until: lastDay(to),
    }));
  return formulations.flatMap((match) => {
    const first = firstDay(match.entry.firstUsed!.date);
    const occasion =
      meetings.find(
        ({ start, end, until }) =>
          until < first && start < match.start && PUT_FORWARD.test(text.slice(end, match.start)),
      ) ??
      otherFirst(text, match, meetings) ??
      laterFirst(text, match, meetings) ??
      days.find(
        ({ start, end, until }) =>
          until < first && start < match.start && PUT_FORWARD_ON.test(text.slice(end, match.start)),
      );
    return occasion && !place.isCited(occasion) ? [finding(occasion, match.entry)] : [];
  });
}

/** 这“两个结合”是党的十九大报告首次提出的: what was said for the first time was said nowhere else. */
const SAID_FIRST_AFTER = /^[”》]?[^，。；]{0,10}(?:是|由|在|最早是?由?|于)$/;
const FIRST_AFTER =
  /^[》”]?(?:的?报告|公报|决定|决议)?[》”]?(?:上|中|里)?(?:首次|第一次|首度|最早|率先)(?:明确|正式|公开|创造性地?)?提出/;
/** 是党的十九大提出的: stressed so, it is the first time too. */
const STRESSED_AFTER = /^[》”]?(?:的?报告|公报|决定|决议)?[》”]?(?:上|中|里)?(?:明确|正式)?提出的(?=[，。；]|重[大要])/;
/** How far apart the day of a meeting and that of the first words may be. */
const MONTHS_APART = 1;

/** The occasion named right after a formulation as where it was first said, where that was another. */
function otherFirst(
  text: string,
  match: WordingMatch<'formulations' | 'terms'>,
  meetings: readonly Occasion[],
): Occasion | undefined {
  return meetings.find(({ start, end, from, until }) => {
    if (start < match.end || start - match.end > LONGEST_LINK) return false;
    const link = text.slice(match.end, start);
    const tail = text.slice(end, end + 16);
    if (!saysFirstAt(link, tail)) return false;
    const first = firstDay(match.entry.firstUsed!.date);
    return first < addMonths(from, -MONTHS_APART) || first > addMonths(until, MONTHS_APART);
  });
}

/** Whether what stands between a concept and a meeting, and after it, says that it was first put forward there. */
export function saysFirstAt(link: string, tail: string): boolean {
  if (link.length > LONGEST_LINK || !SAID_FIRST_AFTER.test(link)) return false;
  return FIRST_AFTER.test(tail) || (link.includes('是') && STRESSED_AFTER.test(tail));
}

const LONGEST_LINK = 16;

/** 党的二十大首次提出“…”: between the meeting and what it is said to have put forward first. */
const FIRST_PUT_FORWARD =
  /^[》”]?(?:的?(?:报告|公报|决定|决议|文件))?[》”]?(?:上|中|里)?[，,]?(?:首次|第一次|首度|率先)(?:明确|郑重|正式|创造性地?)*提出了?(?:要|坚持|构建|建设|发展|实施|推进|的)*[“‘]?$/;

/** The meeting right before a formulation that is said to have had it first, long after it was first said. */
function laterFirst(
  text: string,
  match: WordingMatch<'formulations' | 'terms'>,
  meetings: readonly Occasion[],
): Occasion | undefined {
  const first = lastDay(match.entry.firstUsed!.date);
  return meetings.find(
    ({ end, from }) =>
      end <= match.start &&
      match.start - end <= LONGEST_LINK * 2 &&
      addMonths(first, MONTHS_APART) < from &&
      FIRST_PUT_FORWARD.test(text.slice(end, match.start)),
  );
}

const DATED: readonly Reference['kind'][] = ['congress', 'plenum', 'work-conference', 'session', 'meeting', 'document'];

function isDated({ kind, date }: Reference): boolean {
  return DATED.includes(kind) && date.length >= 7;
}

function finding(occasion: Occasion, entry: Entry<Formulation | Term>): Finding {
  const first = entry.firstUsed!;
  return {
    code: 'reference.mismatch',
    start: occasion.start,
    end: occasion.end,
    message: l10n.t(
      '“{0}” was not put forward first at {1}: {2}, {3}.',
      'text' in entry ? entry.text : entry.term,
      occasion.name,
      first.date,
      first.occasion,
    ),
    related: [relatedEntry(entry)],
    fixes: [],
  };
}
