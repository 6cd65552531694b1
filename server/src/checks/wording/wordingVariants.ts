/** The variants of formulations that the knowledge base lists as wrong, found where they are really used. */
import * as l10n from '@vscode/l10n';
import type { Fix } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { WordingMatch } from '../../knowledge/knowledge';
import type { FormulationVariant } from '../../knowledge/schemas';
import { firstDay, lastDay } from '../../text/partialDate';
import { lastStartingAt, overlaps, type Span } from '../../text/span';
import { isDatedBefore } from './currentUse';

/**
 * The variant a match stands for, where it is of one of `kinds`, is to be flagged, and is not right where it stands: in a
 * title, a quotation, somebody's mouth, a longer wording, a time before `since`, or as a formulation of its own.
 */
export function flaggedVariant(
  place: SentencePlace,
  match: WordingMatch<'formulations'>,
  matches: readonly WordingMatch<'formulations'>[],
  kinds: readonly FormulationVariant['kind'][],
): FormulationVariant | undefined {
  if (match.role !== 'variant') return undefined;
  const variant = match.entry.variants?.find(({ text }) => text === match.wording);
  if (!variant || !kinds.includes(variant.kind) || variant.severity === 'off') return undefined;
  if (matches.some((other) => other.role === 'name' && other.start <= match.start && match.end <= other.end)) {
    return undefined;
  }
  // From the old to the new: a sentence that puts the current wording beside it speaks of the change.
  if (variant.kind === 'superseded' && isLeft(place, match)) return undefined;
  if (variant.kind === 'superseded' && namesCurrent(place, match, variant.replacement ?? match.entry.text))
    return undefined;
  // With a date in it, it is a target, and judged as one.
  if (place.dates.some((date) => overlaps(date, match))) return undefined;
  return isWithinLonger(place, match, variant) ? undefined : variant;
}

/** 推动能耗双控向碳排放双控转变: what is being left is named rightly. */
function isLeft({ draft, sentence }: SentencePlace, match: Span): boolean {
  return /^”?(?:逐步|全面|加快|稳步)?(?:向[^，。；]{2,16}转|转向|转为|转变为|升级为|调整为|改为)/.test(
    draft.text.slice(match.end, Math.min(sentence.end, match.end + 26)),
  );
}

function namesCurrent({ draft, sentence }: SentencePlace, match: Span, current: string): boolean {
  const { text } = draft;
  return (
    text.slice(sentence.start, match.start).includes(current) || text.slice(match.end, sentence.end).includes(current)
  );
}

/** Whether a slip stands in the draft's own words, or in what it has others say, of a time since the wording was in use. */
export function isOwnWording(place: SentencePlace, span: Span, since: string): boolean {
  return (
    (!place.isCited(span) || isTakenUp(place, span) || isQuotedName(place, span)) && !isDatedBefore(place, span, since)
  );
}

/** Whether words are the draft's own and of its own time, given when the wording in their place came into use. */
export function isCurrentWording(place: SentencePlace, span: Span, since: string): boolean {
  // 党的十八大以来，我们推进…: told of the years behind.
  const { text } = place.draft;
  if (
    /(?<!今年)以来|年来|始终(?!坚持|牢记|高举|用|以|把)|之前|以前|初期|年代|[十百余多]年前/.test(
      text.slice(place.sentence.start, span.start),
    )
  )
    return false;
  if (/^[^，。；]{0,10}(?:以来|年来)/.test(text.slice(span.end, place.sentence.end))) return false;
  // 他提出，要…: words put in somebody's mouth are of that person's time.
  return (
    (!place.isCited(span) || isTakenUp(place, span) || isQuotedName(place, span)) &&
    (!isSaidByOthers(text.slice(place.sentence.start, span.start)) || isSaidSince(place, span, since)) &&
    !isDatedBefore(place, span, since)
  );
}

/** Whether who is said to have said so did at a time when the wording was another already: 去年12月会议明确，…. */
function isSaidSince({ dates }: SentencePlace, span: Span, since: string): boolean {
  const before = dates.filter(({ end, form }) => end <= span.start && (form === 'date' || form === 'relative'));
  return before.length > 0 && before.every(({ from }) => firstDay(from) > lastDay(since));
}

/** 会议指出，…; 他要求，要…: words put in somebody's mouth. 总体要求是：… are the writer's own. */
function isSaidByOthers(lead: string): boolean {
  const said = SAID.exec(lead);
  return said !== null && !OWN_WORDS.test(lead.slice(0, said.index)) && !FOLLOWED.test(lead.slice(0, said.index));
}

const SAID =
  /提出(?!的)|指出|强调|认为|宣布|写入|写道|确立|概括|(?:明确|通过|部署|(?<![总体的])要求|描绘|规定|(?<![一二三四五六七八九十”])规划)(?:了|过|到)?(?:[，：:“‘]|要|必须|坚持|把|将|了)/;
/** 贯彻…的部署，推动…: what others set is followed here. */
const FOLLOWED = /贯彻|落实|按照|围绕|锚定|根据|依据|遵循/;
const OWN_WORDS = /^(?:在此|今天)?[，,]?我们?(?:再次|郑重|在此)*$/;

/** Beside the wording, what quotation marks that set off a name may hold, in UTF-16 code units. */
const BESIDE_NAME = 4;

/** 践行“青山绿水就是金山银山”理念: the marks hold the wording and hardly more, so they set off a name, not a speech. */
function isQuotedName(place: SentencePlace, { start, end }: Span): boolean {
  const around = lastStartingAt(place.cited, start);
  const { text } = place.draft;
  return (
    around !== undefined &&
    text[around.start - 1] === '“' &&
    start - around.start + around.end - end <= BESIDE_NAME &&
    !/[：:]$/.test(text.slice(Math.max(0, around.start - 2), around.start - 1))
  );
}

/** 按照“生产发展、生活宽裕…”的要求: quoted, and gone by. */
function isTakenUp({ draft, sentence }: SentencePlace, { start, end }: Span): boolean {
  const { text } = draft;
  return (
    /(?:按照|坚持|贯彻|落实|围绕|遵循|锚定)“$/.test(text.slice(Math.max(sentence.start, start - 4), start)) &&
    /^”的?(?:总?要求|方针|原则|理念|目标|思路)/.test(text.slice(end, sentence.end))
  );
}

function isWithinLonger({ draft }: SentencePlace, match: WordingMatch, variant: FormulationVariant): boolean {
  return (variant.notWithin ?? []).some((longer) => {
    const at = longer.indexOf(match.wording);
    return at >= 0 && draft.text.startsWith(longer, match.start - at);
  });
}

/** The replacement of a variant, where the knowledge base is certain of it. */
export function variantFixes(match: Span, { replacement }: FormulationVariant): Fix[] {
  if (replacement === undefined) return [];
  return [
    {
      title: l10n.t('Write “{0}”', replacement),
      edits: [{ start: match.start, end: match.end, newText: replacement }],
      preferred: true,
    },
  ];
}
