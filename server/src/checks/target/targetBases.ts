/**
 * Targets measured against a year: 人均国内生产总值比2020年翻一番, 设备投资规模较2023年增长25%. Finds another year named as the
 * base where the rest is a known target, and another figure where the base is that of the target.
 */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { TargetClaim } from '../../draft/claim';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Entry } from '../../knowledge/knowledge';
import type { Target } from '../../knowledge/schemas';
import { lastDay } from '../../text/partialDate';
import { findQuantities, plainValue, type Quantity } from '../../text/quantities';
import type { Span } from '../../text/span';
import { describeTarget, relatedEntry } from '../timing';
import { isOfTheCountry } from './ofTheCountry';
import { dueYear } from './targetDue';

/** A target as it is said of its base: subject, base, and the way it is to change. */
interface BasedTarget {
  readonly target: Entry<Target>;
  readonly base: string;
  readonly change: Change;
}

type Change = 'less' | 'more' | 'double';

/** The targets of the country by the words before the base: 单位国内生产总值能耗. */
export type BasedTargets = ReadonlyMap<string, readonly BasedTarget[]>;

/** What is found, with everything from the subject to the figure. */
export interface FoundBase {
  readonly said: Span;
  readonly finding: Finding | undefined;
}

const WITH_BASE = /^(.{3,})[比较在](\d{4})年(?:的?基础上)?(.{2,})$/;
const WITH_CHANGE = /^(.{3,})(降低|下降|减少|增长|提高|增加)$/;

/** O(wordings). */
export function groupByBase(targets: readonly Entry<Target>[]): BasedTargets {
  const groups = new Map<string, BasedTarget[]>();
  const add = (subject: string, based: BasedTarget) => {
    const known = groups.get(subject);
    if (!known) groups.set(subject, [based]);
    else if (!known.some(({ target, base }) => target === based.target && base === based.base)) known.push(based);
  };
  for (const target of targets) {
    if (target.region !== '全国') continue;
    for (const wording of [target.indicator, ...(target.aliases ?? []), ...(target.goals ?? [])]) {
      const [, subject, base, rest] = WITH_BASE.exec(wording) ?? [];
      const change = changeAt(rest ?? '');
      if (subject !== undefined && base !== undefined && change) add(subject, { target, base, change });
      const [, plain, verb] = WITH_CHANGE.exec(wording) ?? [];
      const turn = changeAt(verb ?? '');
      if (target.base !== undefined && plain !== undefined && turn && !/[比较]\d/.test(plain)) {
        add(plain.replace(/五年累计$/, ''), { target, base: target.base, change: turn });
      }
    }
  }
  return groups;
}

function changeAt(words: string): Change | undefined {
  if (/^(?:再)?(?:翻一番|翻番|增长一倍|增加一倍|提高一倍)/.test(words)) return 'double';
  if (/^(?:累计)?(?:降低|下降|减少)/.test(words)) return 'less';
  if (/^(?:累计)?(?:增长|提高|增加)/.test(words)) return 'more';
  return undefined;
}

const BASE = /(?:[比较]|(?<!存)在)(\d{4})年(?:[末底]|的?水平|的?基础上)*/g;
/** What may stand between subject and base, and between base and change. */
const BETWEEN = /(?:[，,]?到\d{4}年|[，,]?(?:要|应|须|将|需|力争|争取|确保|累计|再|必须)){0,3}$/;
const BEFORE_CHANGE = /^(?:[，,]?(?:要|应|须|将|需|力争|争取|确保|必须|至少)){0,2}/;
const LONGEST_SUBJECT = 48;
const REACH_OF_FIGURE = 16;

/** The findings of one sentence. O(bases named × subjects known). */
export function otherBases(known: BasedTargets, place: SentencePlace, claims: readonly TargetClaim[]): FoundBase[] {
  const { draft, sentence } = place;
  const words = draft.text.slice(sentence.start, sentence.end);
  return [...words.matchAll(BASE)].flatMap((match) => {
    const at = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
    const before = words.slice(Math.max(0, match.index - LONGEST_SUBJECT), match.index).replace(BETWEEN, '');
    const subject = longestEnding(known, before);
    if (subject === undefined) return [];
    const rest = draft.text.slice(at.end, sentence.end).replace(BEFORE_CHANGE, '');
    const change = changeAt(rest);
    if (!change || place.isCited(at)) return [];
    const from = sentence.end - rest.length;
    const figure =
      change === 'double'
        ? undefined
        : findQuantities(draft.text, { start: from, end: Math.min(sentence.end, from + REACH_OF_FIGURE) })[0];
    if (change !== 'double' && figure?.unit !== '%') return [];
    const start = sentence.start + words.slice(0, match.index).lastIndexOf(subject);
    const said = { start, end: figure?.end ?? from + 3 };
    const year = dueYear(place, claims, { start, end: start + subject.length, wording: subject });
    if (year === undefined || year < place.today.slice(0, 4)) return [];
    const same = known
      .get(subject)!
      .filter(
        (based) =>
          based.change === change &&
          based.target.deadline.slice(0, 4) === year &&
          lastDay(based.target.issued) <= place.today,
      );
    if (same.length === 0 || !isOfTheCountry(place, subject, said)) return [];
    return [{ said, finding: differs(same, { base: match[1]!, at, figure }) }];
  });
}

/** What a sentence says: measured against which year, and by how much. */
interface Said {
  readonly base: string;
  readonly at: Span;
  readonly figure: Quantity | undefined;
}

function differs(same: readonly BasedTarget[], { base, at, figure }: Said): Finding | undefined {
  const hasValue = ({ target }: BasedTarget) =>
    figure === undefined || Math.abs(plainValue(target.value ?? Number.NaN, target.unit ?? '') - figure.value) < 1e-9;
  const ofBase = same.filter((based) => based.base === base);
  if (ofBase.length > 0) {
    if (!figure || ofBase.some(hasValue)) return undefined;
    return finding(
      figure,
      l10n.t('The figure differs from the target: {0}.', describeTarget(ofBase[0]!.target)),
      ofBase[0]!,
    );
  }
  const meant = same.find(hasValue);
  if (!meant) return undefined;
  return finding(at, l10n.t('The base year is {0}: {1}.', meant.base, describeTarget(meant.target)), meant);
}

function finding({ start, end }: Span, message: string, { target }: BasedTarget): Finding {
  return { code: 'target.figure', start, end, message, related: [relatedEntry(target)], fixes: [] };
}

function longestEnding(known: BasedTargets, before: string): string | undefined {
  let longest: string | undefined;
  for (const subject of known.keys()) {
    if (before.endsWith(subject) && subject.length > (longest?.length ?? 0)) longest = subject;
  }
  return longest;
}
