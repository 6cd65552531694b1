/** Goals of the country that are over and still worked for without a deadline: 朝着全国常住人口城镇化率65%的目标迈进, 对标全国2025年…75%的要求. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { TargetClaim } from '../../draft/claim';
import { hasWord } from '../../draft/modalityWords';
import { calledGoal, isHeldUp, isLookedBack, isStrivenFor } from '../../draft/pursuit';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Entry, Knowledge, WordingMatch } from '../../knowledge/knowledge';
import type { Target } from '../../knowledge/schemas';
import { type DateMention, findDates } from '../../text/dates';
import { addMonths, endsBefore, lastDay, startsBy } from '../../text/partialDate';
import { findQuantities, type Quantity } from '../../text/quantities';
import { contains, type Span } from '../../text/span';
import { figureAfter, figureBefore, firstOfEach, isValueOf } from '../figure/indicatorFigures';
import { describeTarget, relatedEntry } from '../timing';
import { type CountedTarget, countedTargets } from './countedTargets';
import { isCountryNamedBefore, isOfTheCountry } from './ofTheCountry';

type Match = WordingMatch<'targets'>;

/** The findings of one sentence. O(length × indicators named). */
export function undatedTargets(knowledge: Knowledge, place: SentencePlace, claims: readonly TargetClaim[]): Finding[] {
  const { draft, sentence } = place;
  if (place.inRetrospect || place.isHypothetical || place.isTelling) return [];
  const matches = knowledge.find(draft.text, sentence, ['targets']);
  const counted = countedTargets(knowledge, place);
  return firstOfEach([...matches, ...counted]).flatMap((match) => {
    // With a date the claim is judged by it.
    if (place.isCited(match) || claims.some((claim) => governs(claim, match, place.today))) return [];
    const part = partAround(place, match);
    if (isLookedBack(draft.text.slice(part.start, part.end))) return [];
    const same = matches.filter(({ start, end }) => start === match.start && end === match.end);
    const goal = namedGoal(knowledge, place, match, same, matches) ?? countedGoal(match, counted);
    if (!goal || !isWorkedFor(place, goal, part)) return [];
    const over = ofTheTimeNamed(place, goal, claims, sharedBy(knowledge, goal));
    if (over.length === 0 || !over.every((entry) => isOver(knowledge, entry, place.today))) return [];
    const target = over.reduce((a, b) => (a.deadline < b.deadline ? b : a));
    const isTheCountrys =
      ONLY_OF_THE_COUNTRY.test(match.wording) ||
      isCalledTheCountrys(place, goal) ||
      isOfTheCountry(place, target.indicator, goal);
    if (!isTheCountrys) return [];
    return [finding(knowledge, target, goal, place.today)];
  });
}

/** Whether a goal is judged by the date of a claim: of one that is over and meant, what another clause says is not. */
function governs({ start, end, deadline, governed, modality }: TargetClaim, goal: Span, today: string): boolean {
  return contains(modality === 'intention' && deadline.to < today ? { start, end } : governed, goal);
}

/** What stands between semicolons around a goal: another indicator may be told there. */
function partAround({ draft: { text }, sentence }: SentencePlace, { start, end }: Span): Span {
  const after = text.slice(end, sentence.end).indexOf('；');
  return {
    start: sentence.start + text.slice(sentence.start, start).lastIndexOf('；') + 1,
    end: after < 0 ? sentence.end : end + after,
  };
}

/** The targets of the country that a goal may be: those it names, and others of their indicator with the same figure. */
function sharedBy({ data }: Knowledge, { known }: NamedGoal): Entry<Target>[] {
  const named = known.map(({ entry }) => entry).filter(({ region }) => region === '全国');
  const others = data.targets.filter(
    (other) =>
      other.region === '全国' &&
      other.value !== undefined &&
      named.some(
        ({ indicator, value, unit }) => indicator === other.indicator && value === other.value && unit === other.unit,
      ),
  );
  return [...new Set([...named, ...others])];
}

/** A goal as the sentence names it, with the targets it may be. */
interface NamedGoal extends Span {
  /** Undefined where the goal is put in words. */
  readonly figure: Span | undefined;
  readonly known: readonly Match[];
}

/** A goal in words, or an indicator with its figure and the targets that have this figure. */
function namedGoal(
  knowledge: Knowledge,
  place: SentencePlace,
  match: Match,
  same: readonly Match[],
  matches: readonly Match[],
): NamedGoal | undefined {
  const inWords = same.filter(({ entry, wording }) => entry.goals?.includes(wording));
  if (inWords.length > 0)
    return isWordingOfItsTime(knowledge, place, match)
      ? undefined
      : { start: match.start, end: match.end, figure: undefined, known: inWords };
  const isKnown = (figure: Quantity | undefined) => figure && same.some(({ entry }) => isValueOf(entry, figure.value));
  const beside = figureAfter(place, match, matches) ?? figureBefore(place, match);
  const figure = isKnown(beside) ? beside : figureOfGoalBehind(place, match, matches);
  if (!figure) return undefined;
  return {
    start: figure === beside ? Math.min(match.start, figure.start) : figure.start,
    end: Math.max(match.end, figure.end),
    figure,
    known: same.filter(({ entry }) => isValueOf(entry, figure.value)),
  };
}

/** 研发投入强度只有1.9%，朝着2.5%的国家目标: the indicator was named in a clause before. */
function figureOfGoalBehind(
  { draft, sentence, dates }: SentencePlace,
  match: Match,
  matches: readonly Match[],
): Quantity | undefined {
  const { text } = draft;
  const next = matches.find(({ start }) => start >= match.end);
  const end = Math.min(next?.start ?? sentence.end, match.end + REACH_BEHIND);
  const before = text.slice(match.end, end).search(/[；。]/);
  const span = { start: match.end, end: before < 0 ? end : match.end + before };
  return findQuantities(text, span, dates).find((figure) => {
    const lead = text.slice(match.end, figure.start);
    return (
      /[，,](?:要|仍|须|必须|还要)?(?:围绕|朝着|向着?|对照|对标|瞄准|锚定|按照?|紧盯|盯住|为|距离?|离)(?:国家|全国|规划)?(?:实现|达到)?$/.test(
        lead,
      ) &&
      (/(?:国家|全国)(?:实现|达到)?$/.test(lead) ||
        /^(?:及?以上|左右)?的(?:国家|全国)/.test(text.slice(figure.end, figure.end + 6)))
    );
  });
}

/** How far behind its indicator a goal may be named, in UTF-16 code units. */
const REACH_BEHIND = 50;

/** Within a wording that is found by itself: 决胜全面建成小康社会. */
function isWordingOfItsTime(knowledge: Knowledge, { draft, sentence }: SentencePlace, match: Match): boolean {
  return knowledge
    .find(draft.text, sentence, ['formulations'])
    .some(
      (known) =>
        known.role === 'variant' && contains(known, match) && known.end - known.start > match.end - match.start,
    );
}

/** 建成12亿亩高标准农田: the figure stands within the deed. */
function countedGoal(match: Match, counted: readonly CountedTarget[]): NamedGoal | undefined {
  const same = counted.filter(({ start, end }) => start === match.start && end === match.end);
  const [first] = same;
  return (
    first && {
      start: first.start,
      end: first.end,
      figure: first.figure,
      known: same.filter(({ entry, figure }) => isValueOf(entry, figure.value)),
    }
  );
}

/**
 * Of targets those of the time that is named for the goal: all where none is, none where it is another. What is said of
 * this year or later leaves it open.
 */
function ofTheTimeNamed(
  place: SentencePlace,
  goal: Span,
  claims: readonly TargetClaim[],
  targets: readonly Entry<Target>[],
): readonly Entry<Target>[] {
  const { draft, sentence, today } = place;
  const { text } = draft;
  const clause = sentence.clauses.find(({ start, end }) => start <= goal.start && goal.start < end) ?? sentence;
  const part = partAround(place, goal);
  const thisYear = today.slice(0, 4);
  // The years of a title, and of another goal that is worked for, say nothing of this one.
  const dates = place.dates.filter(
    (date) =>
      !place.isCited(date) &&
      !claims.some(({ deadline, modality, end }) => deadline === date && modality === 'intention' && end <= goal.start),
  );
  const named = dates.filter(
    ({ start, from, to, form }) =>
      start >= part.start &&
      start < part.end &&
      ((start >= clause.start && start < goal.end + REACH_OF_GOAL && !opensNextClause(text, goal, { start, form })) ||
        (to.slice(0, 4) < thisYear && form !== 'plan') ||
        (from.slice(0, 4) > thisYear && start < goal.start)),
  );
  if (PERIOD_NAMED.test(text.slice(clause.start, goal.end))) return [];
  if (named.length === 0) return targets;
  // Of a plan the year it ends with.
  const years = new Set(
    named.map(({ from, to, form }) => (form === 'plan' || (form === 'date' && from === to) ? to.slice(0, 4) : '')),
  );
  const [year] = years;
  // 对照国家2025年…的目标，我市实际达到31%: what has come of it.
  if (years.size !== 1 || tellsOfBefore(place, year!) || /实际|目前已/.test(text.slice(goal.end, part.end))) return [];
  return targets.filter(({ deadline }) => deadline === year);
}

/** Whether the paragraph has named a time up to `year` before: what it says of a goal of then may be history. */
function tellsOfBefore({ draft, block, index, today }: SentencePlace, year: string): boolean {
  return block.sentences
    .slice(0, index)
    .some((sentence) => findDates(draft.text, sentence, today).some(({ to }) => to.slice(0, 4) <= year));
}

/** 对标…的要求，今年改造800张: when something else is done. */
function opensNextClause(text: string, goal: Span, { start, form }: Pick<DateMention, 'start' | 'form'>): boolean {
  return form === 'relative' && start > goal.end && /[，,]/.test(text.slice(goal.end, start));
}

const PERIOD_NAMED = /年末|年底|全年|期末/;

/** Behind a goal, in UTF-16 code units. */
const REACH_OF_GOAL = 10;

/** Set in so many words, without being called a goal: 确保全国…达到65%. */
const SET =
  /(?:确保|力争|争取|努力(?:实现|使|让|推动)|务必|坚决|奋力|夺取)(?:如期|早日|全面|全力|高质量|实现|完成|我国|全国|国家|使)*(?:的)?$/;
/** 为…作出新的贡献, 为…而奋斗. */
const FOR = /为(?:早日|如期|夺取|实现|决胜|推动|助力)*$/;
const STRIVING =
  /^(?:、[^，。；了]{2,24})?(?:[^，。；了]{0,8})(?:而)?(?:(?:不懈|努力|团结|共同|顽强)*奋斗|努力拼搏|(?:作出|做出)[^，。；]{0,4}(?:更大|新的|应有|积极|自己的)[^，。；]{0,4}贡献|贡献[^，。；]{0,14}力量)(?=[。！!；;]|$)/;
/** 推动…的目标如期实现: made to come true. */
const MADE = /(?:推动|确保|助力|力争|服务|支撑|促进|保证|推进|保障)[^，。；]{0,40}$/;
const COME_TRUE =
  /^(?:及?以上|左右|以内)?的?(?:国家|全国|奋斗|规划|战略)*(?:目标|任务|指标)(?:如期|顺利|早日|高质量|全面)*(?:实现|完成|落地)(?!了)/;
/** 助力全国…2025年提高到65%。 */
const CALLED_FOR = /(?:助力|服务|支撑|推动|促进|力促|助推)(?:我国|全国|国家)[^，。；]{0,40}$/;
const ENDS_THERE = /^(?:及?以上|左右|以内)?[。！]/;
/** 为全国…提高到65%多作贡献. */
const CONTRIBUTES =
  /^(?:及?以上|左右|以内)?(?:、[^，。；了]{2,24})?(?:而)?(?:(?:多|再|继续|不断)(?:作|做)(?:出)?[^，。；了]{0,8}贡献|(?:作出|做出)[^，。；了]{0,4}(?:更大|新的|应有|积极|自己的)[^，。；了]{0,4}贡献|贡献[^，。；了]{0,6}(?:力量|智慧|份额)|扛[起牢稳][^，。；]{0,8}(?:担当|责任)|(?:努力|奋斗)(?=[，。！；]))/;
/** 要达到国家规划确定的3.2人: its figure set by the country. */
const SET_BY_THE_COUNTRY =
  /(?:要|必须|确保|力争|努力|争取)(?:尽快|早日|如期)?(?:达到|实现|完成)(?:国家|国务院|中央)(?:规划|标准)?(?:所)?(?:确定|规定|明确|提出|要求)的$/;
/** 国家层面要求…达到10%，我们只有6.2%，追赶的任务很重: asked, and not reached. */
const ASKED = /(?:国家|国务院|中央)(?:层面|规划)?(?:明确)?(?:要求|规定|提出|确定|部署)[，,]?[^，。；已曾]{0,40}$/;
const CAUGHT_UP_WITH =
  /^(?:及?以上|左右|以内)?[，,](?:而)?(?:我[们省市县区州镇乡]|全[省市县区州]|目前|当前|本[省市县区])[^。；]{0,30}(?:仅|只有|差距|不足|低于|还差)[^。；]{0,30}(?:追赶|差距|加快|抓紧|奋力|补课|补上|补齐|迎头赶上|任务)/;
/** 围绕贫困县全部摘帽倒排工期: goals in words need no name. */
const HELD_UP_AT_ONCE = /(?:围绕|聚焦|紧扣|对照|锚定|瞄准|紧盯)[^，。；]{0,24}$/;

/** Whether the sentence strives for the goal. O(length of the sentence). */
function isWorkedFor({ draft, sentence }: SentencePlace, goal: NamedGoal, part: Span): boolean {
  const { text } = draft;
  // 围绕…全部脱贫、贫困县全部摘帽: a row of goals is held up together.
  const from = sentence.start + text.slice(sentence.start, goal.start).search(/[^，,；;：:]*$/);
  const before = text.slice(from, goal.start);
  const after = text.slice(goal.end, part.end);
  if (hasWord(text, { start: goal.end, end: part.end }, 'report')) return false;
  const called = calledGoal(after);
  const upToFigure = text.slice(from, goal.figure?.start ?? goal.start);
  return (
    (called > 0 && isHeldUp(upToFigure)) ||
    (MADE.test(upToFigure) && COME_TRUE.test(after)) ||
    (CALLED_FOR.test(upToFigure) && ENDS_THERE.test(after)) ||
    (/(?:为|围绕|紧扣)[^，。；]{0,40}$/.test(upToFigure) && CONTRIBUTES.test(after)) ||
    SET_BY_THE_COUNTRY.test(upToFigure) ||
    (ASKED.test(text.slice(part.start, goal.start)) && CAUGHT_UP_WITH.test(after)) ||
    SET.test(before) ||
    (FOR.test(before) && STRIVING.test(after)) ||
    (goal.figure === undefined && HELD_UP_AT_ONCE.test(before) && isStrivenFor(after))
  );
}

/** 对照国家70%的目标, 4.35亿人的全国目标: whose goal it is, said beside its figure. */
function isCalledTheCountrys(place: SentencePlace, { start, end, figure }: NamedGoal): boolean {
  return (
    isCountryNamedBefore(place, start, figure?.start) ||
    /^[^，。；]{0,4}的(?:国家|全国)/.test(place.draft.text.slice(end, end + 8))
  );
}

/** For this long after its year a goal may still stand in drafts: its results are not published yet. */
const MONTHS_OF_REPORTS = 3;

/** Whether a goal no longer stands: its year is over, it was reached, or another has replaced it. */
function isOver(knowledge: Knowledge, target: Entry<Target>, today: string): boolean {
  const successor = knowledge.targetInForce(target, today);
  const isFollowed = (successor !== undefined && successor !== target) || isSetForNow(knowledge, target, today);
  const isLongPast = addMonths(lastDay(target.deadline), MONTHS_OF_REPORTS) < today;
  if (endsBefore(target.deadline, today)) return isFollowed || isLongPast;
  const isReached = target.reached !== undefined && addMonths(lastDay(target.reached), MONTHS_OF_REPORTS) < today;
  return isReached || (target.status === 'superseded' && isFollowed);
}

/** Whether the same indicator has a goal of the country that is in force: that of this year, beside that of the last. */
function isSetForNow({ data }: Knowledge, { indicator, region }: Target, today: string): boolean {
  return data.targets.some(
    (other) =>
      other.indicator === indicator &&
      other.region === region &&
      !endsBefore(other.deadline, today) &&
      startsBy(other.issued, today),
  );
}

/** What only the country can become or do, whoever works for it. */
const ONLY_OF_THE_COUNTRY = /强国|创新型国家|全面建成小康社会|脱贫攻坚战|贫困人口|贫困县|全球|世界|中国/;

function finding(knowledge: Knowledge, target: Entry<Target>, { start, end }: Span, today: string): Finding {
  const successor = knowledge.targetInForce(target, today);
  const what = successor && successor !== target ? describeTarget(successor) : target.outcome;
  return {
    code: 'target.outdated',
    start,
    end,
    message:
      what === undefined
        ? l10n.t('This target ({0}) is over on {1}, the date of this draft.', describeTarget(target), today)
        : l10n.t(
            'This target ({0}) is over on {1}, the date of this draft; since then: {2}.',
            describeTarget(target),
            today,
            what,
          ),
    related: [target, ...(successor && successor !== target ? [successor] : [])].map(relatedEntry),
    fixes: [],
  };
}
