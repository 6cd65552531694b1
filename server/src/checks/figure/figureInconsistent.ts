/** Finds one indicator with two figures in a draft, for the same subject and the same time, and figures that do not add up. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { Snapshot } from '../../analysis/snapshot';
import { targetClaims } from '../../draft/claims';
import type { Draft } from '../../draft/draft';
import { draftItems, sentencesByItem } from '../../draft/draftItems';
import { type SentencePlace, sentencePlaces } from '../../draft/sentencePlace';
import { keyOf } from '../../text/keyText';
import { positionAt } from '../../text/location';
import { findQuantities, type Quantity } from '../../text/quantities';
import { lastStartingAt, type Span } from '../../text/span';
import type { Check, CheckConfig } from '../check';
import { wrongAnnouncedCounts } from './announcedCounts';
import { wrongCalendarDays, wrongDaysOfWeek } from './calendarDays';
import { wrongDateOrder, wrongSpans } from './dateOrder';
import { wrongArithmetic } from './figureArithmetic';
import { figuresAcross } from './figuresAcross';
import { figureAfter, firstOfEach } from './indicatorFigures';
import { wrongNamedSums } from './namedSums';
import { wrongReferredCounts } from './referredCounts';
import { wrongRelations } from './relations/figureRelations';
import { agree } from './repeatedFigures';
import { wrongRestCounts } from './restCounts';
import { wrongRetoldChanges } from './retoldChanges';
import { wrongRetoldGoals } from './retoldGoals';
import { isYearBehind, type StatedCount, statedCounts } from './statedCounts';

/** What a sentence says an indicator is at a time. */
interface Statement {
  readonly figure: Quantity;
  /** As written, with its unit. */
  readonly written: string;
  /** Equal for statements that must agree: indicator, words before it, time, whether it is aimed at, unit. */
  readonly about: string;
  /** The place as 全市; '' where none is named. */
  readonly place: string;
  /** The line of the draft, 0-based. */
  readonly line: number;
}

/** Only statements that name their year and put the indicator in the same words; what is cited or told is not the draft's own. */
export const figureInconsistent: Check = {
  code: 'figure.inconsistent',
  severity: 'warning',
  run: ({ knowledge }: Snapshot, draft: Draft, config: CheckConfig): Finding[] => {
    const items = draftItems(draft);
    let item: Span | undefined;
    let first = new Map<string, Statement[]>();
    const findings: Finding[] = [];
    for (const place of sentencePlaces(draft, config.date)) {
      const own = lastStartingAt(items, place.sentence.start);
      if (own !== item) first = new Map();
      item = own;
      const matches = knowledge
        .find(draft.text, place.sentence, ['targets'])
        .filter(({ role }) => role === 'name' || role === 'alias');
      for (const match of firstOfEach(matches)) {
        const statement = statementOf(place, match, figureAfter(place, match, matches));
        if (statement) compare(statement);
        else for (const end of endsOfChange(place, match)) compare(end);
      }
      findings.push(...wrongArithmetic(knowledge, place), ...wrongDateOrder(place));
      if (place.isHypothetical) continue;
      for (const count of statedCounts(knowledge, place)) {
        if ((count.isDated || !place.isTelling) && !place.isCited(count.figure)) compare(countStatement(place, count));
      }
    }
    const ofDraft = [
      ...figuresAcross(knowledge, draft, config.date),
      ...wrongAnnouncedCounts(draft, knowledge),
      ...wrongReferredCounts(draft),
      ...sentencesByItem(draft, config.date).flatMap((places) => [
        ...wrongNamedSums(places),
        ...wrongRestCounts(places),
        ...wrongRetoldChanges(places),
        ...wrongRetoldGoals(places),
        ...wrongRelations(knowledge, places, config.path),
      ]),
      ...wrongCalendarDays(draft),
      ...wrongDaysOfWeek(draft),
      ...wrongSpans(draft.text),
    ];
    for (const finding of ofDraft) {
      const at = findings.findIndex(({ start, end }) => start < finding.end && finding.start < end);
      if (at < 0) findings.push(finding);
      // The same with the places of the figures it rests on.
      else if (findings[at]!.start === finding.start && findings[at]!.end === finding.end && finding.related.length > 0)
        findings[at] = finding;
    }
    return findings.filter((finding) => !isRevision(draft.text, finding));

    function compare(statement: Statement): void {
      const known = first.get(statement.about) ?? [];
      const earlier = known.find((other) => areOfOnePlace(other, statement));
      if (!earlier) first.set(statement.about, [...known, statement]);
      else if (
        !agree(draft.text, earlier.figure, statement.figure) &&
        findings.at(-1)?.start !== statement.figure.start
      )
        findings.push(finding(statement, earlier));
    }
  },
};

/** 经最终核实，2024年国内生产总值为…: another figure than the first, and said to be. */
function isRevision(text: string, { start }: Span): boolean {
  const before = text.slice(Math.max(0, start - REACH_OF_REVISION), start);
  return /(?:最终核实|修订|重新核算|普查(?:结果|数据|修订|后|口径)|修正)[^。；\n]*$/.test(before);
}

const REACH_OF_REVISION = 40;

/** 全市 and no place are one where the figures are of one size; the country's are larger. */
function areOfOnePlace(a: Statement, b: Statement): boolean {
  if (a.place === b.place) return true;
  const times = a.figure.value / b.figure.value;
  return (a.place === '' || b.place === '') && times > 0.5 && times < 2;
}

function countStatement(
  { draft: { text, lineStarts } }: SentencePlace,
  { figure, about, place }: StatedCount,
): Statement {
  return {
    figure,
    written: text.slice(figure.start, figure.end),
    about: `${about}|${figure.unit}`,
    place,
    line: positionAt(lineStarts, figure.start).line,
  };
}

const OPENINGS = /^(?:力争|确保|争取|努力|实现|完成|使|其中|预计|计划|要|将|我们|的|全年|共|累计)+/;
/** 我市 is 全市. */
const OWN_PLACE = /^(?:[全我本]([国省市县区州盟旗镇乡村校]))/;

function statementOf(
  place: SentencePlace,
  match: { readonly start: number; readonly end: number; readonly wording: string },
  figure: Quantity | undefined,
): Statement | undefined {
  const { draft, sentence, dates } = place;
  const { text, lineStarts } = draft;
  if (!figure || figure.unit === '' || place.isTelling || place.isHypothetical || place.isCited(figure))
    return undefined;
  const clause = sentence.clauses.find(({ start, end }) => start <= match.start && match.start < end);
  const date = dates.filter(({ end }) => end <= match.start).at(-1);
  // Only a year names a time that two sentences can share.
  if (!clause || !date || date.from !== date.to || date.to.length !== 4) return undefined;
  const isOver = date.form === 'relative';
  if (isOver && !isYearBehind(date, place.today)) return undefined;
  // 将保持去年规模，预计新增…: the year of another clause.
  if (isOver && date.end < clause.start && /[^，,]/.test(text.slice(date.end, clause.start))) return undefined;
  if (place.isSetBefore(match.start)) return undefined;
  const words = text.slice(Math.max(clause.start, date.end), match.start);
  // 去年上半年, 去年1至6月: no year.
  if (isOver && /^(?:[上下]半年|[前第一二三四]|\d|同期|底|末|初|以来|[的]?[^，。；]{0,4}(?:月|季))/.test(words))
    return undefined;
  const subject = words.replace(OPENINGS, '');
  const isReported = isOver || /^[^，。；]{0,2}的?基础上/.test(text.slice(figure.end, figure.end + 6));
  const isAimedAt =
    !isReported &&
    targetClaims(place).some(
      ({ governed, modality, deadline }) =>
        governed.start <= match.start &&
        match.end <= governed.end &&
        // 提高到72% by a year ahead is no result.
        (modality !== 'report' || deadline.to > place.today),
    );
  // 下降13% and 13%: what is said of the indicator between it and its figure must be the same.
  const said = text
    .slice(match.end, figure.start)
    .replace(/(?:提高|提升)到|达到|达|要|将|为|约|在|超过|突破|保持|控制|左右/g, '');
  return {
    figure,
    written: text.slice(figure.start, figure.end),
    about: [
      keyOf(match.wording),
      keyOf(subject.replace(OWN_PLACE, '').replace(OPENINGS, '')),
      keyOf(said),
      date.to,
      isAimedAt,
      figure.unit,
    ].join('|'),
    place: placeOf(subject),
    line: positionAt(lineStarts, figure.start).line,
  };
}

function placeOf(subject: string): string {
  const place = OWN_PLACE.exec(subject)?.[1];
  return place === undefined ? '' : `全${place}`;
}

const BEGINS = /^(?:由|从)(\d{4})年的?$/;
const ENDS = /^(?:提高|提升|增长|上升|增加|扩大|下降|降低|减少|缩小)[到至](\d{4})年的?$/;

/** 由2020年的57.3%提高到2025年的62.8%: what an indicator was in two years. */
function endsOfChange(
  place: SentencePlace,
  match: { readonly start: number; readonly end: number; readonly wording: string },
): Statement[] {
  const { draft, sentence, dates } = place;
  const { text, lineStarts } = draft;
  const clause = sentence.clauses.find(({ start, end }) => start <= match.start && match.start < end);
  if (!clause || place.isTelling || place.isHypothetical) return [];
  const [from, to] = findQuantities(text, { start: match.end, end: clause.end }, dates);
  if (!from || !to || from.unit !== to.unit || from.unit === '') return [];
  const years = [BEGINS.exec(text.slice(match.end, from.start))?.[1], ENDS.exec(text.slice(from.end, to.start))?.[1]];
  if (years.includes(undefined)) return [];
  const date = dates.filter(({ end }) => end <= match.start).at(-1);
  const subject = text.slice(Math.max(clause.start, date?.end ?? 0), match.start).replace(OPENINGS, '');
  return [from, to].map((figure, i) => ({
    figure,
    written: text.slice(figure.start, figure.end),
    about: [
      keyOf(match.wording),
      keyOf(subject.replace(OWN_PLACE, '').replace(OPENINGS, '')),
      '',
      years[i],
      false,
      figure.unit,
    ].join('|'),
    place: placeOf(subject),
    line: positionAt(lineStarts, figure.start).line,
  }));
}

function finding({ figure, written }: Statement, earlier: Statement): Finding {
  return {
    code: 'figure.inconsistent',
    start: figure.start,
    end: figure.end,
    message: l10n.t(
      'This draft gives {0} for the same indicator and year in line {1}, here {2}.',
      earlier.written,
      earlier.line + 1,
      written,
    ),
    related: [],
    fixes: [],
  };
}
