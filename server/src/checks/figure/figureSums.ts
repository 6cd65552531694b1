/** What figures that are exact as written come to, and the finding where that is not what is said. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import { digitAt } from '../../text/numerals';
import type { Quantity } from '../../text/quantities';
import type { Span } from '../../text/span';
import { decimals, precisionOf, unitWritten } from './figurePrecision';
import { isCountedOneByOne } from './figureUnits';

/** In digits; 近40亿元, 40多家 (not 比71亿元多了15亿元), 30%左右 and bounds stand for more than one value. */
export function isExact(text: string, { start, end, comparator }: Quantity): boolean {
  return (
    comparator === '=' &&
    digitAt(text, start) >= 0 &&
    !/[\d０-９][，,]$/.test(text.slice(Math.max(0, start - 2), start)) &&
    !/[余多]/.test(text.slice(start, end)) &&
    !/^(?:左右|上下|以[上下内]|多(?![了出])|余|多?[个倍])/.test(text.slice(end, end + 2)) &&
    !/(?:近|约|超|逾|过|达?到?了?将近|至少|最多|不到|不足|大约|接近)$/.test(text.slice(Math.max(0, start - 3), start))
  );
}

/** Half of the last place written; a number that ends in zeros may be rounded to them, and what is counted is not rounded. */
export function halfPlace(text: string, figure: Quantity): number {
  const written = text.slice(figure.start, figure.end);
  const isCounted = isCountedOneByOne(text, figure);
  const zeros = decimals(written) > 0 ? 0 : (/^[\d,，]*?[1-9](0{2,})(?!\d)/.exec(written)?.[1]?.length ?? 0);
  if (isCounted && zeros < 3) return 0;
  return (precisionOf(figure, written) * 10 ** zeros) / 2;
}

/** Parts that are listed with their whole are given to the last place, whatever it is. */
function halfPlaceAsWritten(text: string, figure: Quantity): number {
  return isCountedOneByOne(text, figure) ? 0 : precisionOf(figure, text.slice(figure.start, figure.end)) / 2;
}

/** What two figures can come to; `figures` are as given, `ways` in which they may have been reckoned, the first the plain one. */
export interface Reckoning {
  readonly figures: readonly [Quantity, Quantity];
  readonly ways: readonly ((x: number, y: number) => number)[];
}

/** Of what rounding can do at the worst, what it is taken to do where a whole rate was reckoned from the figures as written. */
const USUAL_ROUNDING = 0.35;

/** The finding where the figure stated is out of all that the two others, rounded as they are, can give by any way. */
export function outside(text: string, stated: Quantity, { figures: [x, y], ways }: Reckoning): Finding | undefined {
  const [ownX, ownY, es] = [x, y, stated].map((figure) => halfPlace(text, figure)) as [number, number, number];
  // 240万 and 300万 are given to the same place.
  const areAlike = unitOf(text, x) === unitOf(text, y);
  const [ex, ey] = areAlike ? [Math.min(ownX, ownY), Math.min(ownX, ownY)] : [ownX, ownY];
  const written = text.slice(stated.start, stated.end);
  const isRate = stated.unit === '%' || stated.unit === '倍';
  const isPlain =
    stated.unit === '%' && x.unit !== '%' && decimals(written) === 0 && [x, y].every((f) => hasTwoPlaces(text, f));
  const weight = isPlain ? USUAL_ROUNDING : 1;
  for (const value of ways) {
    const middle = value(x.value, y.value);
    const corners = [-ex, ex].flatMap((dx) => [-ey, ey].map((dy) => value(x.value + dx, y.value + dy)));
    const [low, high] = [Math.min(...corners), Math.max(...corners)];
    const [least, most] = [middle - (middle - low) * weight, middle + (high - middle) * weight];
    // 5.1 for 5.0 is rounded twice; a slip is larger.
    const slack = (isRate ? 2 : 1) * es + 1e-6 * Math.abs(middle);
    if (!(stated.value < least - slack || stated.value > most + slack)) return undefined;
  }
  return contradiction(text, stated, [x, y], ways[0]!(x.value, y.value));
}

/** The finding at a figure that by two others should be `right`. */
export function contradiction(text: string, stated: Quantity, [x, y]: readonly [Span, Span], right: number): Finding {
  const written = text.slice(stated.start, stated.end);
  const unit = written.startsWith('翻') ? '倍' : unitWritten(written);
  const scale = precisionOf(stated, written) * 10 ** decimals(written);
  return {
    code: 'figure.inconsistent',
    start: stated.start,
    end: stated.end,
    message: l10n.t(
      'By {0} and {1} this is {2}, not {3}.',
      text.slice(x.start, x.end),
      text.slice(y.start, y.end),
      `${(right / scale).toFixed(Math.max(decimals(written), 1)).replace(/\.0$/, '')}${unit}`,
      written,
    ),
    related: [],
    fixes: [],
  };
}

/** The finding where words of rising or of being more stand between figures that fall or are less. */
export function doesNotFit(text: string, said: string, a: Span, b: Span): Finding {
  return {
    code: 'figure.inconsistent',
    start: a.start,
    end: b.end,
    message: l10n.t(
      '“{0}” does not fit from {1} to {2}.',
      said,
      text.slice(a.start, a.end),
      text.slice(b.start, b.end),
    ),
    related: [],
    fixes: [],
  };
}

function unitOf(text: string, { start, end }: Quantity): string {
  return unitWritten(text.slice(start, end));
}

/** 20 says more than 3 or 0.8. */
function hasTwoPlaces(text: string, { start, end }: Quantity): boolean {
  return /[1-9]\D?\d/.test(text.slice(start, end).replace(/\.(?=\d)/, ''));
}

/** How parts are held against their whole. */
export interface SumOptions {
  /** Whether parts that come to less are wrong too. */
  readonly than: 'more' | 'other';
  /** The whole as written, where it is not. */
  readonly given?: string;
  /** The parts are of one row, where 6万亩 beside 7.5万亩 is 6.0万亩. */
  readonly isOneRow?: true;
}

/** The finding where the parts come to more than their whole, or to another sum. */
export function wrongSum(
  text: string,
  whole: Quantity,
  parts: readonly Quantity[],
  { than, given, isOneRow }: SumOptions,
): Finding | undefined {
  const sum = parts.reduce((total, { value }) => total + value, 0);
  const places = parts.map((figure) => halfPlaceAsWritten(text, figure));
  const error =
    halfPlaceAsWritten(text, whole) +
    (isOneRow ? Math.min(...places) * parts.length : places.reduce((total, place) => total + place, 0));
  const isWhole = [whole, ...parts].every((figure) => isCountedOneByOne(text, figure));
  const allowed = (isWhole ? 0 : error) + 1e-9 * whole.value;
  const over = sum - whole.value;
  if (over <= allowed && (than === 'more' || over >= -allowed)) return undefined;
  const written = given ?? text.slice(whole.start, whole.end);
  const unit = unitWritten(written);
  const scale = precisionOf(whole, written) * 10 ** decimals(written);
  return {
    code: 'figure.inconsistent',
    start: Math.min(whole.start, parts[0]!.start),
    end: Math.max(whole.end, parts.at(-1)!.end),
    message: l10n.t('The parts come to {0}, the whole is given as {1}.', `${round(sum / scale)}${unit}`, written),
    related: [],
    fixes: [],
  };
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
