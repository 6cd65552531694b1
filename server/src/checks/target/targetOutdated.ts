/** Finds targets whose deadline lies before the draft's date, or that a later document has replaced. */
import * as l10n from '@vscode/l10n';
import type { Finding, Fix } from '../../analysis/finding';
import type { Snapshot } from '../../analysis/snapshot';
import type { TargetClaim } from '../../draft/claim';
import { targetClaims } from '../../draft/claims';
import type { Draft } from '../../draft/draft';
import { type SentencePlace, sentencePlaces } from '../../draft/sentencePlace';
import type { Corpus } from '../../index/corpus';
import type { Knowledge, WordingMatch } from '../../knowledge/knowledge';
import type { Target } from '../../knowledge/schemas';
import { addMonths, endsBefore, lastDay } from '../../text/partialDate';
import { contains, type Span } from '../../text/span';
import type { Check, CheckConfig } from '../check';
import { isValueOf } from '../figure/indicatorFigures';
import { describeTarget, relatedEntry } from '../timing';
import { countedTargets } from './countedTargets';
import { setAnew } from './newerTargets';
import { isCountryNamedBefore, isOfTheCountry } from './ofTheCountry';
import { undatedTargets } from './undatedTargets';

/**
 * A target is outdated by its claim, not by the year in it: an intention whose deadline has passed on the draft's
 * date. Reports, history, titles and quotations are silent, and so is what could be either, unless the knowledge base
 * holds this very target for this very deadline.
 */
export const targetOutdated: Check = {
  code: 'target.outdated',
  severity: 'warning',
  run: ({ knowledge, corpus }: Snapshot, draft: Draft, config: CheckConfig): Finding[] => {
    const findings: Finding[] = [];
    for (const place of sentencePlaces(draft, config.date)) {
      const claims = targetClaims(place);
      for (const claim of claims) {
        const finding = outdated(knowledge, corpus, place, claim);
        if (finding) findings.push(finding);
      }
      findings.push(...undatedTargets(knowledge, place, claims));
    }
    return findings;
  },
};

/** For this long after a year the reports to the congresses give its results, in words that might set targets too. */
const MONTHS_OF_REPORTS = 3;
/** 到2025年底 gives a result as often as a target, in any report of the year after. */
const MONTHS_OF_RESULTS = 18;
/** Targets are set and repeated for about this long; what lies further back is history. */
const YEARS_OF_TARGETS = 10;

function outdated(knowledge: Knowledge, corpus: Corpus, place: SentencePlace, claim: TargetClaim): Finding | undefined {
  const { draft, today } = place;
  if (claim.modality === 'history' && !endsBefore(claim.deadline.to, today) && isToldAsValid(place, claim)) {
    const told = knownTargets(knowledge, place, claim);
    const early = isTakenUp(place, claim) ? reachedEarly(knowledge, place, claim, told) : undefined;
    return replaced(knowledge, place, claim, told) ?? early;
  }
  if (claim.modality !== 'intention' && claim.modality !== 'bare') return undefined;
  const known = knownTargets(knowledge, place, claim);
  if (!endsBefore(claim.deadline.to, today))
    return (
      replaced(knowledge, place, claim, known) ??
      reachedEarly(knowledge, place, claim, known) ??
      setAnew(corpus, place, claim)
    );
  // 去年底前完成的…: whoever counts from today knows that it has passed.
  if (claim.deadline.form === 'relative' && !isMonthAheadOnce(draft, claim)) return undefined;
  if (claim.modality === 'bare' && (isResult(place, claim) || !isCertainlyMeant(place, claim, known))) return undefined;
  // 力争基本完成2000年底前建成需改造的小区: what is so old describes.
  const isOld = Number(today.slice(0, 4)) - Number(claim.deadline.to.slice(0, 4)) > YEARS_OF_TARGETS;
  if (isOld && known.length === 0) return undefined;
  const target = known[0]?.entry;
  const successor = target && knowledge.targetInForce(target, today);
  const deadline = draft.text.slice(claim.deadline.start, claim.deadline.end);
  return {
    code: 'target.outdated',
    start: claim.start,
    end: claim.end,
    message: passedMessage(deadline, today, target, successor),
    related: [target, successor].flatMap((entry) => (entry ? [relatedEntry(entry)] : [])),
    fixes: fixesFor(draft, claim, known[0], successor),
  };
}

/** 完成了到2020年…的目标; 到2020年，全省…达到95%，比2015年提高5个百分点: what a place has reached. */
function isResult({ draft: { text }, sentence }: SentencePlace, { deadline, governed }: TargetClaim): boolean {
  return (
    /(?:完成|实现|达到|兑现|达成)了(?:国家|全国|省里|规划)?(?:确定|提出|规定|下达)?的?$/.test(
      text.slice(sentence.start, deadline.start),
    ) ||
    (/[全我][省市县区州]/.test(text.slice(governed.start, governed.end)) &&
      /[，,](?:比|较)(?:\d{4}年|上年|[“]?十[一二三四]五)[^，。；]{0,6}(?:提高|上升|增加|增长|提升|下降|降低|减少)/.test(
        text.slice(governed.start, governed.end),
      ))
  );
}

/** 国家确定，到2030年…: what somebody set, told as what holds; with a day of the past before it, it is told of that day. */
function isToldAsValid(place: SentencePlace, { deadline }: TargetClaim): boolean {
  const { isTelling, inRetrospect, tellsSetting, dates } = place;
  return (
    !isTelling &&
    !inRetrospect &&
    (!tellsSetting || place.isSetBefore(deadline.start)) &&
    !dates.some(({ start, form }) => start < deadline.start && form !== 'plan')
  );
}

/** 我国提出到2030年…，我市要为实现这一目标作贡献: told, and worked for. */
function isTakenUp({ draft, sentence }: SentencePlace, claim: TargetClaim): boolean {
  return /[，；](?:时间|任务|这|我[们省市县区]|[全各]|要|必须|需要|还需|仍需|为此|对照|距离|当前)[^。]{0,24}(?:要|必须|需|紧|重|努力|贡献|加快|推进|目标|差距|支撑)/.test(
    draft.text.slice(claim.end, sentence.end),
  );
}

/** 今年9月底前要…: a month of this year that is over and is still said to come. */
function isMonthAheadOnce({ text }: Draft, { deadline, modality }: TargetClaim): boolean {
  return (
    modality === 'intention' &&
    deadline.to.length > 4 &&
    /^[到于在]?(?:今年|本年)/.test(text.slice(deadline.start, deadline.end))
  );
}

function passedMessage(
  deadline: string,
  today: string,
  target: Target | undefined,
  successor: Target | undefined,
): string {
  if (successor) {
    return l10n.t(
      'The deadline {0} has passed on {1}, the date of this draft; current is: {2}.',
      deadline,
      today,
      describeTarget(successor),
    );
  }
  if (target?.outcome !== undefined) {
    return l10n.t(
      'The deadline {0} has passed on {1}, the date of this draft; what became of the target: {2}.',
      deadline,
      today,
      target.outcome,
    );
  }
  return l10n.t(
    'The deadline {0} has passed on {1}, the date of this draft, but the sentence still sets it as a target: report the result, or set a new deadline.',
    deadline,
    today,
  );
}

/** A target still ahead that a later document has replaced. */
function replaced(
  knowledge: Knowledge,
  { draft, today }: SentencePlace,
  claim: TargetClaim,
  known: readonly WordingMatch<'targets'>[],
): Finding | undefined {
  // A target may also be followed by that of the next period, and stands until its own deadline then.
  const successors = known.map(({ entry }) =>
    entry.status === 'superseded' ? knowledge.targetInForce(entry, today) : undefined,
  );
  const successor = successors[0];
  // One of several targets of this wording and deadline may still stand: then nothing is certain.
  if (!successor || successors.includes(undefined)) return undefined;
  const target = known[0]!.entry;
  return {
    code: 'target.outdated',
    start: claim.start,
    end: claim.end,
    message: l10n.t(
      'This target ({0}) was replaced on {1}; current is: {2}.',
      describeTarget(target),
      successor.issued,
      describeTarget(successor),
    ),
    related: [relatedEntry(successor), relatedEntry(target)],
    fixes: fixesFor(draft, claim, known[0], successor),
  };
}

/** A target of the country that was reached before its deadline and is still set as a goal. */
function reachedEarly(
  knowledge: Knowledge,
  place: SentencePlace,
  claim: TargetClaim,
  known: readonly WordingMatch<'targets'>[],
): Finding | undefined {
  const { draft, sentence, today } = place;
  const match = known[0];
  const target = match?.entry;
  if (target?.reached === undefined || known.some(({ entry }) => entry.reached === undefined)) return undefined;
  if (!(addMonths(lastDay(target.reached), MONTHS_TO_BE_KNOWN) < today)) return undefined;
  // 提前六年实现2030年…: who says so knows.
  if (/提前|超额|已经?|突破|早于/.test(draft.text.slice(sentence.start, sentence.end))) return undefined;
  if (
    target.region === '全国' &&
    !isOfTheCountry(place, target.indicator, match!) &&
    !isCountryNamedBefore(place, match!.start) &&
    // 为国家到2025年培育1万家…
    !isCountryNamedBefore(place, claim.deadline.start)
  )
    return undefined;
  const successor = knowledge.targetInForce(target, today);
  return {
    code: 'target.outdated',
    start: claim.start,
    end: Math.max(claim.end, match!.end),
    message: l10n.t(
      'This target ({0}) was reached by {1}, before its deadline: {2}.',
      describeTarget(target),
      target.reached,
      successor ? describeTarget(successor) : (target.outcome ?? ''),
    ),
    related: [target, successor].flatMap((entry) => (entry ? [relatedEntry(entry)] : [])),
    fixes: [],
  };
}

/** A result takes this long to reach all who write. */
const MONTHS_TO_BE_KNOWN = 3;

/** The targets of the knowledge base that the claim is: its goal or its indicator with the figure, for its deadline. */
function knownTargets(knowledge: Knowledge, place: SentencePlace, claim: TargetClaim): WordingMatch<'targets'>[] {
  const { draft } = place;
  const year = claim.deadline.to.slice(0, 4);
  const isDueThen = (target: Target) => target.deadline.slice(0, 4) === year && holdsFor(target, draft);
  const named = knowledge
    .find(draft.text, claim.governed, ['targets'])
    .filter((match) => isDueThen(match.entry) && (match.role === 'goal' || hasFigure(match.entry, match, claim)));
  if (named.length > 0) return named;
  return countedTargets(knowledge, place).filter(
    ({ start, end, entry, figure }) =>
      contains(claim.governed, { start, end }) && isDueThen(entry) && isValueOf(entry, figure.value),
  );
}

/** A regional target is known only in a draft that names the region. */
function holdsFor(target: Target, draft: Draft): boolean {
  return target.region === '全国' || draft.text.includes(target.region.replace(/[省市]$|自治区$/, ''));
}

/** Whether the figure that follows the indicator is the target's. */
function hasFigure(target: Target, { start, end }: Span, claim: TargetClaim): boolean {
  // 培育1万家专精特新“小巨人”企业: directly before what it counts.
  const figure =
    claim.quantities.find((quantity) => quantity.end <= start && start - quantity.end <= 2) ??
    claim.quantities.find((quantity) => quantity.start >= end);
  return figure !== undefined && isValueOf(target, figure.value);
}

function isCertainlyMeant(
  place: SentencePlace,
  claim: TargetClaim,
  known: readonly WordingMatch<'targets'>[],
): boolean {
  const { draft, sentence, today, dates } = place;
  const { text } = draft;
  const { deadline } = claim;
  // 到2020年…的战略决策是正确的 speaks of the target.
  if (/的[^，。；的]{2,8}(?:是|得到|来之不易)/.test(text.slice(deadline.end, claim.end))) return false;
  if (
    /第[一二三四五][步阶][段]?[，,：:]?(?:从现在起|从今年起)?$/.test(
      text.slice(Math.max(sentence.start, deadline.start - 10), deadline.start),
    )
  )
    return true;
  const isAlone = !dates.some((date) => date.start >= deadline.end && date.start < claim.end);
  if (text[deadline.end - 1] === '前' && isAlone && isTask(text.slice(deadline.end, claim.end))) return true;
  const passed = (months: number) => addMonths(lastDay(deadline.to), months) < today;
  if (!passed(MONTHS_OF_REPORTS)) return false;
  if (
    isWrittenAsTarget(text, claim, today) ||
    isWrittenAsGoal(text, sentence, claim, today) ||
    place.isUnderGoals ||
    isFirstOfSteps(place, claim)
  )
    return true;
  return known.length > 0 && (!/[底末]$/.test(text.slice(deadline.start, deadline.end)) || passed(MONTHS_OF_RESULTS));
}

/**
 * 到2025年，…。到2030年，…: two steps told alike, of which the later is still ahead. A result is told with its day (到2025年底) or
 * compared with what was.
 */
function isFirstOfSteps(place: SentencePlace, claim: TargetClaim): boolean {
  const { draft, sentence, today } = place;
  if (!isStep(draft.text, sentence, claim)) return false;
  return stepsAfter(place).some(
    ({ step, sentence: other }) =>
      isStep(draft.text, other, step) &&
      !endsBefore(step.deadline.to, today) &&
      (step.modality === 'bare' || step.modality === 'intention'),
  );
}

/** Opens its sentence with 到 and a bare year, and compares with nothing. */
function isStep(text: string, sentence: Span, { deadline, governed }: TargetClaim): boolean {
  return (
    deadline.start === sentence.start &&
    DEADLINE_AS_YEAR.test(text.slice(deadline.start, deadline.end)) &&
    !/[比较]|同比|居|位列|排名/.test(text.slice(governed.start, governed.end))
  );
}

/** The claims of the sentence after this one, in its block or at the start of the next. */
function stepsAfter({ draft, block, index, today }: SentencePlace): { step: TargetClaim; sentence: Span }[] {
  const places = sentencePlaces(draft, today);
  const own = places.findIndex((place) => place.block === block && place.index === index);
  const next = places[own + 1];
  return next ? targetClaims(next).map((step) => ({ step, sentence: next.sentence })) : [];
}

/**
 * 到2022年，…达到60%以上: written as plans write their targets. Reports give the figure reached, not its bound: in three
 * million characters of published reports no result is told in this form. Older years are more likely told history.
 */
function isWrittenAsTarget(text: string, { deadline, end, quantities }: TargetClaim, today: string): boolean {
  if (text[deadline.start] !== '到' || (deadline.form !== 'date' && deadline.form !== 'plan')) return false;
  if (Number(today.slice(0, 4)) - Number(deadline.to.slice(0, 4)) > YEARS_OF_TARGETS) return false;
  const figure = quantities.find(({ comparator }) => comparator === '>=' || comparator === '<=');
  if (!figure || figure.start >= end) return false;
  return /(?:达到|提高到|提升到|控制在|下降到|降低到|增加到|扩大到|保持在|稳定在)$/.test(
    text.slice(deadline.end, figure.start),
  );
}

/**
 * 到2022年，基本建立…体系，服务能力明显提升: what plans write of the year they end with, without a figure and without 了 or 已.
 * A result is told with its day (到2022年底).
 */
function isWrittenAsGoal(
  text: string,
  sentence: Span,
  { deadline, governed, quantities }: TargetClaim,
  today: string,
): boolean {
  if (!/^到\S{4}年$/.test(text.slice(deadline.start, deadline.end)) || text[deadline.end] === '的') return false;
  if (Number(today.slice(0, 4)) - Number(deadline.to.slice(0, 4)) > YEARS_OF_TARGETS) return false;
  if (deadline.start > sentence.start && !/[，；：:;）]/.test(text[deadline.start - 1]!)) return false;
  const said = text.slice(deadline.end, governed.end);
  const [clause] = /^[，,]?[^，,。；;]*/.exec(said)!;
  // 累计建成1.2万个, 创历史新高: with a figure or a rank it may as well be a result.
  if (quantities.some(({ start }) => start < deadline.end + clause.length) || RANKED.test(said)) return false;
  return GOAL.test(clause);
}

const RANKED = /累计|新高|位[居列]|[比较是]\d{4}|倍|第一/;
const GOAL =
  /^[，,](?:[^，。；]{0,12})?(?:建成|建立|形成|构建|打造|培育|实现|完成|使|建设|达到)|(?:基本|全面|系统|初步)(?:建成|建立|形成|构建|实现|完成|解决|消除|达标|健全|齐全|普及|满足|确立|推行)|(?:更加|比较|较为|更为)(?:完善|健全|合理|优化|成熟|规范|均衡)|(?:明显|显著|大幅|大幅度|持续|稳步|不断|进一步|有效)(?:提升|提高|增强|改善|优化|完善|下降|降低|增加|落实|扩大|缩小|健全)/;

/**
 * 2024年底前完成…: a deadline with 前 and a bare verb is a task; a report says 已 or 了, and was turned down before. With
 * 的 and no comma it may only describe a noun: 2019年前建成的小区.
 */
function isTask(claimed: string): boolean {
  return (
    (/^[，,]/.test(claimed) || !DESCRIBES.test(claimed)) &&
    /^[，,]?(?:全面|基本|全部|率先|分批|逐步|再)?(?:完成|建成|实现|达到|建立|形成|投产|投用|开工|出台|启动|取消|淘汰|退出|消除)/.test(
      claimed,
    )
  );
}

/** 建成的小区, 完成改造的房屋: the verb describes what follows 的; 建成东部重要的枢纽 has a goal of its own. */
const DESCRIBES = /^[^，,、]{0,6}的[^，,。；;]{1,12}(?:[，,]|要|将|今年|已|均|都|全)|^[^，,、]{0,4}的/;

const DEADLINE_AS_YEAR = /^到\d{4}年$/;

/** Writes the current goal where the sentence is just a deadline and the goal: 到2050年建成… */
function fixesFor(
  draft: Draft,
  claim: TargetClaim,
  match: WordingMatch<'targets'> | undefined,
  successor: Target | undefined,
): Fix[] {
  const { deadline } = claim;
  const goal = successor?.goals?.[0];
  if (match?.role !== 'goal' || goal === undefined || successor!.value !== undefined) return [];
  if (!DEADLINE_AS_YEAR.test(draft.text.slice(deadline.start, deadline.end))) return [];
  if (!/^[，,]?$/.test(draft.text.slice(deadline.end, match.start))) return [];
  const newText = `到${successor!.deadline.slice(0, 4)}年${draft.text.slice(deadline.end, match.start)}${goal}`;
  return [
    {
      title: l10n.t('Write the current target “{0}”', newText),
      edits: [{ start: deadline.start, end: match.end, newText }],
      preferred: false,
    },
  ];
}
