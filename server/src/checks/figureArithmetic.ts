/** Finds figures of one sentence that do not add up: a rate of growth, a difference, a share or a whole that its parts contradict. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../analysis/finding';
import type { SentencePlace } from '../draft/sentencePlace';
import { findQuantities, type Quantity } from '../text/quantities';
import { decimals, precisionOf } from './figurePrecision';
import { halfPlace, isExact, wrongSum } from './figureSums';
import { wrongParts, wrongShares } from './partsOfWhole';

/** Only figures that the words themselves set in relation, each exact as written. O(length of the sentence). */
export function wrongArithmetic(place: SentencePlace): Finding[] {
  const { draft, sentence, dates } = place;
  const { text } = draft;
  const figures = findQuantities(text, sentence, dates);
  const findings: Finding[] = [];
  for (let i = 0; i < figures.length; i++) {
    const triple = figures.slice(i, i + 3);
    const finding =
      (triple.length === 3 && triple.every((figure) => isExact(text, figure))
        ? (wrongChange(place, triple) ?? wrongShare(place, triple))
        : undefined) ?? wrongParts(place, figures.slice(i));
    if (finding && !place.isCited(finding)) findings.push(finding);
  }
  const sectors = wrongSectors(place, figures);
  if (sectors && !place.isCited(sectors)) findings.push(sectors);
  const shares = wrongShares(place, figures);
  if (shares && !place.isCited(shares)) findings.push(shares);
  return findings;
}

/** Growth of these is counted at constant prices, of others on another basis. */
const OTHER_BASIS = /生产总值|GDP|增加值|产值|实际|可比|同口径|扣除|剔除|不变价|折算|名义/;
const REACH = 40;

const COMPARED_WITH =
  /^[^，。；]{0,6}[，,]?(?:比|较)(?:上年|去年|上一年|前一年|上年同期|去年同期|同期|\d{4}年)?(?:同期)?的?$/;
const GROWS = /^[，,]?(?:同比|净)?(增长|增加|提高|上升|下降|减少|降低)(?:了)?$/;
const FROM = /(?:由|从)[^，。；]{0,20}?$/;
const TO =
  /^[^，。；\d]{0,6}?(?:增长|增加|提高|提升|上升|扩大|拓展|攀升|跃升|上涨|恢复|下降|减少|降低|缩小|缩减|压减|回落|增|升|降|减|扩)了?[到至](?:[^，。；]{0,8}的)?$/;
const GROWS_BY = /^[，,、](年均)?(?:累计|共|净|同比)?(?:增长|增加|提高|提升|上升|扩大|上涨|下降|减少|降低|缩小)了?$/;
const FALLS = /下降|减少|降低|缩小|缩减|压减|回落|[降减]了?[到至]/;

/** 48亿元，比上年的40亿元增长12%; 由60%提高到65%，提高4个百分点; 由2020年的40亿元增至2025年的58亿元，年均增长9%. */
function wrongChange(place: SentencePlace, [first, second, change]: readonly Quantity[]): Finding | undefined {
  const { text } = place.draft;
  const [a, b, by] = [first!, second!, change!];
  if (a.unit !== b.unit || a.unit === '' || by.start - a.end > REACH) return undefined;
  const [to, after] = [text.slice(a.end, b.start), text.slice(b.end, by.start)];
  const before = text.slice(Math.max(place.sentence.start, a.start - REACH), a.start);
  const isCompared = COMPARED_WITH.test(to) && GROWS.test(after);
  const said = isCompared ? null : GROWS_BY.exec(after);
  const sign = FALLS.test(after) ? -1 : 1;
  // 由40降至30，增长…: told of something else.
  const isFromTo = said !== null && FROM.test(before) && TO.test(to) && sign < 0 === FALLS.test(to);
  if (!isCompared && !isFromTo) return undefined;
  if (OTHER_BASIS.test(text.slice(place.sentence.start, by.start))) return undefined;
  if (isCompared) return wrongDifference(place, by, [b, a], sign);
  if (said?.[1] === undefined) return wrongDifference(place, by, [a, b], sign);
  const years = yearIn(to) - yearIn(before);
  if (by.unit !== '%' || a.unit === '%' || !(years > 0)) return undefined;
  // From 2015 to 2024 some count nine years of growth and some ten.
  const yearly = [years, years + 1].map((n) => (x: number, y: number) => sign * ((y / x) ** (1 / n) - 1) * 100);
  return outside(place, by, yearly, [a, b]);
}

/** The last year named; not a number where none is. */
function yearIn(words: string): number {
  return Number([...words.matchAll(/(\d{4})年/g)].at(-1)?.[1]);
}

function wrongDifference(
  place: SentencePlace,
  by: Quantity,
  figures: readonly [Quantity, Quantity],
  sign: number,
): Finding | undefined {
  const { unit } = figures[0];
  const rate = (x: number, y: number) => (sign * (y - x)) / x;
  if (by.unit === '%' && unit !== '%') return outside(place, by, [(x, y) => rate(x, y) * 100], figures);
  // 增长3倍 is said of four times as much and of three times as much.
  if (by.unit === '倍' && sign > 0) return outside(place, by, [rate, (x, y) => y / x], figures);
  const isDifference = unit === '%' ? /百分点$/.test(by.unit) : by.unit === unit;
  return isDifference ? outside(place, by, [(x, y) => sign * (y - x)], figures) : undefined;
}

const SHARE_BETWEEN =
  /^[^。；;]{0,30}[，,]其中[，,]?[^，。；、其]{1,20}$|^[^，。；\d]{0,12}中[，,]?有?[^，。；、\d]{0,16}$/;
const SHARE = /^[，,]?占比?(?:达到|达|为)?$|^[，,]?占(?:总数|总量|全部)的?$/;

/** 420家，其中高新技术企业105家，占比35%. */
function wrongShare(place: SentencePlace, [whole, part, share]: readonly Quantity[]): Finding | undefined {
  const { text } = place.draft;
  if (whole!.unit !== part!.unit || whole!.unit === '' || whole!.unit === '%' || share!.unit !== '%') return undefined;
  if (!SHARE_BETWEEN.test(text.slice(whole!.end, part!.start))) return undefined;
  if (!SHARE.test(text.slice(part!.end, share!.start))) return undefined;
  return outside(place, share!, [(x, y) => (y * 100) / x], [whole!, part!]);
}

/** The finding where the figure stated is out of all that the two others, rounded as they are, can give by any of `ways`. */
function outside(
  { draft: { text } }: SentencePlace,
  stated: Quantity,
  ways: readonly ((x: number, y: number) => number)[],
  [x, y]: readonly [Quantity, Quantity],
): Finding | undefined {
  const [ex, ey, es] = [x, y, stated].map((figure) => halfPlace(text, figure)) as [number, number, number];
  for (const value of ways) {
    const corners = [-ex, ex].flatMap((dx) => [-ey, ey].map((dy) => value(x.value + dx, y.value + dy)));
    const [low, high] = [Math.min(...corners), Math.max(...corners)];
    // 5.1 for 5.0 is rounded twice; a slip is larger.
    if (!(stated.value < low - 2 * es || stated.value > high + 2 * es)) return undefined;
  }
  const written = text.slice(stated.start, stated.end);
  const unit = written.replace(/^[\d.,，\s]+/, '');
  const scale = precisionOf(stated, written) * 10 ** decimals(written);
  const right = ways[0]!(x.value, y.value) / scale;
  return {
    code: 'figure.inconsistent',
    start: stated.start,
    end: stated.end,
    message: l10n.t(
      'By {0} and {1} this is {2}, not {3}.',
      text.slice(x.start, x.end),
      text.slice(y.start, y.end),
      `${right.toFixed(Math.max(decimals(written), 1)).replace(/\.0$/, '')}${unit}`,
      written,
    ),
    related: [],
    fixes: [],
  };
}

const SECTORS = [
  /(?:第一产业|一产)(?:实现)?增加值/,
  /(?:第二产业|二产)(?:实现)?增加值/,
  /(?:第三产业|三产)(?:实现)?增加值/,
];
const OF_ALL_SECTORS = /生产总值/;

/** 第一产业增加值…，第二产业增加值…，第三产业增加值… and the 地区生产总值 of the same sentence. */
function wrongSectors({ draft: { text }, sentence }: SentencePlace, figures: readonly Quantity[]): Finding | undefined {
  const sums = figures.map((figure, i) => ({
    figure,
    name: text.slice(figures[i - 1]?.end ?? sentence.start, figure.start),
  }));
  const of = (name: RegExp) => {
    const named = sums.filter((sum) => sum.figure.unit === '元' && name.test(sum.name));
    return named.length === 1 && isExact(text, named[0]!.figure) ? named[0]!.figure : undefined;
  };
  const whole = of(OF_ALL_SECTORS);
  const parts = SECTORS.map(of);
  if (!whole || parts.includes(undefined)) return undefined;
  return wrongSum(text, whole, parts as Quantity[], 'other');
}
