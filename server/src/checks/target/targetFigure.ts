/** Finds figures that differ from the target they state: a lost decimal point, another value for the same deadline. */

import * as l10n from '@vscode/l10n';
import type { Finding, Fix } from '../../analysis/finding';
import type { Snapshot } from '../../analysis/snapshot';
import type { TargetClaim } from '../../draft/claim';
import { targetClaims } from '../../draft/claims';
import type { Draft } from '../../draft/draft';
import { type SentencePlace, sentencePlaces } from '../../draft/sentencePlace';
import type { Entry, Knowledge, WordingMatch } from '../../knowledge/knowledge';
import type { Target } from '../../knowledge/schemas';
import { keyOf } from '../../text/keyText';
import { lastDay } from '../../text/partialDate';
import { findQuantities, plainValue, type Quantity } from '../../text/quantities';
import { overlaps, type Span } from '../../text/span';
import { derived } from '../../util/derived';
import type { Check, CheckConfig } from '../check';
import { precisionOf } from '../figure/figurePrecision';
import {
  figureAfter,
  figureAtEndOfChange,
  figureBefore,
  figureInNextClause,
  firstOfEach,
  isValueOf,
} from '../figure/indicatorFigures';
import { describeTarget, relatedEntry } from '../timing';
import { otherThanCited } from './citedFigures';
import { countedTargets } from './countedTargets';
import { isOfTheCountry } from './ofTheCountry';
import { otherThanPublished } from './publishedFigures';
import { groupByBase, otherBases } from './targetBases';
import { hasOtherBound, isEndOfRange } from './targetBounds';
import { otherDeadlines } from './targetDeadlines';
import { dueBehind, dueNamedBefore, dueYear } from './targetDue';
import { wrongYearsAbove } from './yearsAbove';

/** Only what is certain: another place, body or base may have a figure of its own for the same indicator. */
export const targetFigure: Check = {
  code: 'target.figure',
  severity: 'error',
  run: ({ knowledge, corpus }: Snapshot, draft: Draft, config: CheckConfig): Finding[] => {
    const findings: Finding[] = [];
    const knownByIndicator = byIndicator(knowledge);
    const knownByBase = byBase(knowledge);
    for (const place of sentencePlaces(draft, config.date)) {
      const matches = knowledge
        .find(draft.text, place.sentence, ['targets'])
        .filter(({ role }) => role === 'name' || role === 'alias');
      const claims = targetClaims(place);
      const based = otherBases(knownByBase, place, claims);
      findings.push(
        ...otherDeadlines(knowledge, place, claims),
        ...otherThanPublished(knowledge, place, claims),
        ...wrongYearsAbove(place),
      );
      findings.push(...based.flatMap(({ finding }) => finding ?? []));
      for (const match of firstOfEach(matches)) {
        // What is said of a base year is judged there.
        if (based.some(({ said }) => overlaps(said, match))) continue;
        const figure =
          figureAfter(place, match, matches) ??
          figureAtEndOfChange(place, match) ??
          figureInNextClause(place, match, matches) ??
          figureBefore(place, match);
        const known = knownByIndicator.get(match.entry.indicator) ?? [];
        if (
          !figure ||
          (isOfAnother(place, match) && !namesPlanOf(place, match, known)) ||
          COMPARED.test(draft.text.slice(figure.end, figure.end + 6))
        )
          continue;
        const further = furtherYear(place, known, match, figure) ?? otherThanPlan(place, known, match, figure);
        if (further && !place.isCited(further)) {
          findings.push(further);
          continue;
        }
        const finding =
          misplacedPoint(known, figure) ??
          otherValue(place, known, claims, match, figure) ??
          otherThanCited(corpus, knowledge, place, match, figure);
        if (finding && !place.isCited(figure)) findings.push(finding);
      }
      for (const match of firstOfEach(countedTargets(knowledge, place))) {
        if (matches.some((named) => overlaps(named, match)) || isOfAnother(place, match)) continue;
        const known = knownByIndicator.get(match.entry.indicator) ?? [];
        const finding = otherValue(place, known, claims, match, match.figure);
        if (finding && !place.isCited(match)) findings.push(finding);
      }
    }
    return findings;
  },
};

/** 82.6岁，规划值为82岁: what was reached, with what was planned beside it. */
const COMPARED = /^[，,（(](?:规划|计划|目标|预期)(?:值|目标)|^的?基础上/;

const FURTHER = /^[^，,。；;]{0,6}[，,、；;](?:到)?(\d{4})年(?:达到?|提高到|提升到|增加到|超过|突破)$/;

/** 2025年超过15%，2035年达到20%: what the same indicator is to reach in a further year. */
function furtherYear(
  place: SentencePlace,
  known: readonly Entry<Target>[],
  match: WordingMatch<'targets'>,
  first: Quantity,
): Finding | undefined {
  const { draft, sentence, dates, today } = place;
  const rest = { start: first.end, end: Math.min(sentence.end, first.end + 40) };
  const [figure] = findQuantities(draft.text, rest, dates);
  const year = figure && FURTHER.exec(draft.text.slice(first.end, figure.start))?.[1];
  if (!figure || year === undefined || year <= today.slice(0, 4) || figure.unit !== first.unit) return undefined;
  const same = known.filter((target) => target.region === '全国' && target.deadline.slice(0, 4) === year);
  const [target] = same;
  if (!target || same.some((other) => other.value === undefined || isValueOf(other, figure.value))) return undefined;
  if (plainUnit(target.unit) !== plainUnit(figure.unit) || isOfOtherDocument(place, match, same)) return undefined;
  if (!isOfTheCountry(place, match.entry.indicator, match) && !namesPlanOf(place, match, same)) return undefined;
  return finding(figure, l10n.t('The figure differs from the target: {0}.', describeTarget(target)), target, []);
}

/** 《…行动计划》提出，…提升至接近75%: the plan named before the indicator set one other figure, whatever the year. */
function otherThanPlan(
  place: SentencePlace,
  known: readonly Entry<Target>[],
  match: WordingMatch<'targets'>,
  figure: Quantity,
): Finding | undefined {
  const { draft, dates, sentence } = place;
  const by = dates
    .filter(({ end, role }) => end <= match.start && role === 'by')
    .at(-1)
    ?.to.slice(0, 4);
  // Of a year to come the claim itself is judged.
  if (by !== undefined && by >= place.today.slice(0, 4)) return undefined;
  if (!/(?:提出|明确|确定|要求|规定)[^。；]{0,24}$/.test(draft.text.slice(sentence.start, match.start)))
    return undefined;
  const set = known.filter(
    (target) =>
      target.value !== undefined &&
      (by === undefined || target.deadline.slice(0, 4) === by) &&
      lastDay(target.issued) <= place.today &&
      namesPlanOf(place, match, [target]),
  );
  const [target] = set;
  if (!target || set.some((other) => isValueOf(other, figure.value))) return undefined;
  if (plainUnit(target.unit) !== plainUnit(figure.unit)) return undefined;
  return finding(figure, l10n.t('The figure differs from the target: {0}.', describeTarget(target)), target, []);
}

const SHORTEST_TITLE = 8;

/** Whether the sentence names the plan of one of the targets before the indicator, by its title or as nearly as a slip leaves it. */
function namesPlanOf({ draft, sentence }: SentencePlace, match: Span, targets: readonly Target[]): boolean {
  return draft.titles.some(({ start, end }) => {
    if (start < sentence.start || end > match.start) return false;
    const title = keyOf(draft.text.slice(start, end));
    // 《政府工作报告》 is one of many.
    if (title.length < SHORTEST_TITLE) return false;
    return targets.some(
      ({ plan }) => keyOf(plan).includes(title) || (title.length >= 16 && title.slice(-8) === keyOf(plan).slice(-8)),
    );
  });
}

const byIndicator = derived(({ data }: Knowledge) => groupByIndicator(data.targets));
const byBase = derived(({ data }: Knowledge) => groupByBase(data.targets));

/** The targets of each indicator, the newest first: what is in force is what a finding cites. */
function groupByIndicator(targets: readonly Entry<Target>[]): Map<string, Entry<Target>[]> {
  const groups = new Map<string, Entry<Target>[]>();
  for (const target of [...targets].sort((a, b) => (a.issued < b.issued ? 1 : -1))) {
    const same = groups.get(target.indicator);
    if (same) same.push(target);
    else groups.set(target.indicator, [target]);
  }
  return groups;
}

/** A firm, school or part of the economy has shares of its own. */
const ANOTHER =
  /企业|公司|集团|营业收入|销售收入|主营|高校|院所|医院|工业|制造业|行业|园区|高新区|产业|团队|项目|财政|支出占财政/;

function isOfAnother({ draft, sentence }: SentencePlace, match: Span): boolean {
  const before = draft.text.slice(Math.max(sentence.start, match.start - 12), match.start);
  return ANOTHER.test(before.slice(before.search(/[^，,；;。]*$/)));
}

/** A rate of change may be anything. */
const CHANGE = /增长|增速|下降|降低|提高|涨幅|翻/;

/** 28% for 2.8%: ten times a known share, and far from all that are known. */
function misplacedPoint(known: readonly Entry<Target>[], figure: Quantity): Finding | undefined {
  if (figure.unit !== '%') return undefined;
  const shares = known.filter(
    (target) => target.unit === '%' && target.value !== undefined && !CHANGE.test(target.indicator),
  );
  if (shares.length === 0 || shares.some((target) => figure.value <= target.value! * 3)) return undefined;
  const meant = shares.filter((target) => Math.abs(target.value! * 10 - figure.value) < 1e-9);
  const target = meant[0];
  if (!target) return undefined;
  return finding(
    figure,
    l10n.t('{0}% is ten times the target, a decimal point is missing: {1}.', figure.value, describeTarget(target)),
    target,
    meant.every(({ value, reached }) => value === target.value && !reached) ? [withValue(figure, target)] : [],
  );
}

/** “十三五”…五年新增5000万人: not what a report on the work of the government sets for its year. */
const OF_MANY_YEARS = /十[一二三四五六]五|[五5]年(?!前)|累计|年均/;
const OF_ONE_YEAR = /^\d{4}年政府工作报告$/;

/** 新增高铁营业里程1万公里: what is added is no level. */
const ADDED = /(?:新增|新建|新开工|新改建|改造|每年|年均|年度)$/;

const YEARS_IN_FORCE = 8;

/** Another value for the same deadline than every known target of the country, in a sentence about the country. */
function otherValue(
  place: SentencePlace,
  known: readonly Entry<Target>[],
  claims: readonly TargetClaim[],
  match: WordingMatch<'targets'>,
  figure: Quantity,
): Finding | undefined {
  const year = dueYear(place, claims, match) ?? dueNamedBefore(place, figure) ?? dueBehind(place, figure);
  if (year === undefined || year < place.today.slice(0, 4)) return undefined;
  if (
    ADDED.test(place.draft.text.slice(place.sentence.start, match.start)) &&
    !/新增|新建|新开工|改造|每年|年均/.test(match.wording)
  )
    return undefined;
  const isOfManyYears = OF_MANY_YEARS.test(place.draft.text.slice(place.sentence.start, match.start));
  const same = known.filter(
    (target) =>
      target.region === '全国' &&
      target.deadline.slice(0, 4) === year &&
      target.value !== undefined &&
      !(isOfManyYears && OF_ONE_YEAR.test(target.plan)),
  );
  if (isOfOtherDocument(place, match, same)) return undefined;
  // What was set long ago may have been set anew in a document that the knowledge base does not hold.
  if (same.every(({ issued }) => Number(place.today.slice(0, 4)) - Number(issued.slice(0, 4)) > YEARS_IN_FORCE))
    return undefined;
  const comparable = same.filter((target) => plainUnit(target.unit) === plainUnit(figure.unit));
  const target = comparable.find(({ issued }) => lastDay(issued) <= place.today) ?? comparable[0];
  if (!target || comparable.length !== same.length) return undefined;
  if (
    !isOfTheCountry(place, match.entry.indicator, match) &&
    !/^(?:全国|我国)/.test(match.wording) &&
    !isOfItsSize(place, figure, target) &&
    !followsPlan(place, match, same) &&
    !namesPlanOf(place, match, same)
  )
    return undefined;
  // 高于规划确定的目标: a result.
  if (/^[，,]?(?:高于|低于|超过|好于|快于|优于|超额)/.test(place.draft.text.slice(figure.end, figure.end + 4)))
    return undefined;
  const isKnown = (value: number) => comparable.some((other) => isValueOf(other, value));
  if (isKnown(figure.value) && isKnown(rangeEnd(place.draft.text, figure))) {
    const isOtherBound =
      isEndOfRange(place.draft.text, comparable, figure) || (comparable.length === 1 && hasOtherBound(target, figure));
    if (!isOtherBound) return undefined;
  }
  if (isRoundedBound(place.draft.text, figure, target)) return undefined;
  const inForce = comparable.filter((other) => other.supersededBy === undefined);
  return finding(
    figure,
    l10n.t('The figure differs from the target: {0}.', describeTarget(target)),
    target,
    inForce.length === 1 && plainUnit(target.unit) === target.unit && !target.reached
      ? [withValue(figure, target)]
      : [],
  );
}

/** 23%以上 for 23.04%: the target cut to what is easily said. */
function isRoundedBound(text: string, figure: Quantity, { value, unit }: Target): boolean {
  const precision = precisionOf(figure, text.slice(figure.start, figure.end));
  const rest = plainValue(value!, unit ?? '') - figure.value;
  return figure.comparator !== '=' && rest > 0 && rest < Math.min(precision, figure.value * CUT);
}

/** As a share of the figure. */
const CUT = 0.005;

/** 10%至15%: where the range that a figure begins ends; the figure itself where it begins none. */
function rangeEnd(text: string, { value, unit, end }: Quantity): number {
  const [upper] = /^(?:至|到|[—–~～-]{1,2})\d/.test(text.slice(end, end + 3))
    ? findQuantities(text, { start: end + 1, end: Math.min(text.length, end + LONGEST_FIGURE) })
    : [];
  return upper?.unit === unit ? upper.value : value;
}

const LONGEST_FIGURE = 14;

/** Counted in people, tonnes or money and near the country's figure, it can be that of no place. */
function isOfItsSize({ draft, sentence }: SentencePlace, figure: Quantity, target: Target): boolean {
  if (!/^(?:人|斤|吨|亩|千瓦|元|公里)$/.test(figure.unit)) return false;
  const share = figure.value / plainValue(target.value!, target.unit ?? '');
  return (
    share >= 0.5 &&
    share <= 2 &&
    plainValue(target.value!, target.unit ?? '') >= SIZE_OF_A_COUNTRY &&
    !/世界|全球|美国|欧盟/.test(draft.text.slice(sentence.start, sentence.end))
  );
}

/** 《…意见》给出了时间表。到2027年，…: the sentence before names the plan that set the target, and this one no place before the figure. */
function followsPlan(
  { draft, block, index, sentence }: SentencePlace,
  match: Span,
  targets: readonly Target[],
): boolean {
  const before = block.sentences[index - 1];
  if (!before || /[省市县区州我]/.test(draft.text.slice(sentence.start, match.end))) return false;
  return draft.titles.some(({ start, end }) => {
    if (start < before.start || end > before.end) return false;
    const title = keyOf(draft.text.slice(start, end));
    return targets.some(({ plan }) => keyOf(plan).includes(title));
  });
}

const SIZE_OF_A_COUNTRY = 1e7;

/** 《“健康中国2030”规划纲要》提出，…79岁: a document named in the sentence has a figure of its own, unless it is the one that set the target. */
function isOfOtherDocument(
  { draft, sentence }: SentencePlace,
  match: Span,
  targets: readonly Entry<Target>[],
): boolean {
  const named = draft.titles.filter(({ start, end }) => start >= sentence.start && end <= match.start);
  return named.some(({ start, end }) => {
    const title = keyOf(draft.text.slice(start, end));
    return targets.every(({ plan }) => !keyOf(plan).includes(title) && !title.includes(keyOf(plan)));
  });
}

function plainUnit(unit: string | undefined): string {
  return (unit ?? '').replace(/^[万亿]+/, '').replace(/^个$|标准煤$|油当量$|(?:[/／]|每)立方米$/, '');
}

function finding(figure: Quantity, message: string, target: Entry<Target>, fixes: Fix[]): Finding {
  return {
    code: 'target.figure',
    start: figure.start,
    end: figure.end,
    message,
    related: [relatedEntry(target)],
    fixes,
  };
}

function withValue(figure: Quantity, target: Target): Fix {
  const newText = `${target.value}${target.unit ?? ''}`;
  return {
    title: l10n.t('Write “{0}”', newText),
    edits: [{ start: figure.start, end: figure.end, newText }],
    preferred: false,
  };
}
