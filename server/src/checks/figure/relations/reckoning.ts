/** What figures come to, whether a stated one can be that, and the finding where it is not. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../../analysis/finding';
import type { Span } from '../../../text/span';
import { decimals, precisionOf } from '../figurePrecision';
import { contradiction } from '../figureSums';
import type { Mention } from './mentions';

/** How two figures give a third. */
export type Way = (x: number, y: number) => number;

/** The values that two figures, rounded as they are written, give. */
export function rangeOf(x: Mention, y: Mention, way: Way): readonly [low: number, high: number] {
  const values = [x.low, x.high].flatMap((a) => [y.low, y.high].map((b) => way(a, b)));
  return [Math.min(...values), Math.max(...values)];
}

/** Whether a stated figure can be what two others give; rates are often rounded twice. */
export function fits(stated: Mention, x: Mention, y: Mention, way: Way): boolean {
  const [low, high] = rangeOf(x, y, way);
  const isRate = stated.unit === '%' && !stated.isSpelled;
  const slack = (isRate ? (stated.high - stated.low) / 2 : 0) + 1e-6 * Math.abs(high);
  return stated.low - slack <= high && stated.high + slack >= low;
}

/** Whether any two figures of the paragraph but the `two` give the stated one by any of the ways. O(n²). */
export function isExplained(
  mentions: readonly Mention[],
  stated: Mention,
  ways: readonly Way[],
  two: readonly Mention[] = [],
): boolean {
  const others = mentions.filter((mention) => mention !== stated);
  return others.some((x) =>
    others.some(
      (y) =>
        x !== y &&
        x.unit === y.unit &&
        !(two.includes(x) && two.includes(y)) &&
        ways.some((way) => fits(stated, x, y, way)),
    ),
  );
}

/** Farther off, a figure is of something else. */
const FAR = 2.2;

/** Whether a stated figure is near enough to what it should be to be a slip, or the same digits a place off. */
export function isNear(stated: Mention, right: number): boolean {
  const ratio = stated.value / right;
  return (ratio < FAR && ratio > 1 / FAR) || isPlaceOff(ratio);
}

function isPlaceOff(ratio: number): boolean {
  return [0.1, 10, 100, 0.01, 1e4, 1e-4].some((factor) => Math.abs(ratio / factor - 1) < 0.005);
}

/** Whether a stated figure is one digit, two digits changed over or a place off what it should be: 20.5 for 30.5, 320 for 230. */
export function isSlipOf(text: string, stated: Mention, right: number): boolean {
  const written = text.slice(stated.start, stated.end);
  const number = /^[\d.]+/.exec(written)?.[0];
  if (number === undefined) return false;
  const scale = precisionOf(stated.figure, written) * 10 ** decimals(written);
  if (isPlaceOff(stated.value / right)) return true;
  const should = ((right * stated.figure.value) / stated.value / scale).toFixed(decimals(written));
  const digits = number.replace('.', '');
  const others = should.replace('.', '');
  if (digits.length !== others.length || digits.length < 2) return false;
  const different = [...digits].flatMap((digit, i) => (digit === others[i] ? [] : [i]));
  if (different.length === 1) return digits.length > 2 || /[1-9]/.test(digits[1 - different[0]!]!);
  const [a, b] = different;
  return different.length === 2 && b === a! + 1 && digits[a!] === others[b] && digits[b] === others[a!];
}

/** The finding at a stated figure that by two others should be `right`, in the unit of the mention; it shows where the two stand. */
export function contradicts(text: string, stated: Mention, x: Mention, y: Mention, right: number): Contradiction {
  return withEnds(
    stated.isSpelled
      ? spelledOtherwise(text, stated, x, y, right)
      : contradiction(text, stated.figure, [x, y], (right * stated.figure.value) / stated.value),
    [x, y],
  );
}

/** A finding and the figures of the draft it rests on. */
export interface Contradiction extends Finding {
  readonly ends: readonly Span[];
}

/** The finding with the figures it rests on. */
export function withEnds(finding: Finding, ends: readonly Span[]): Contradiction {
  return { ...finding, ends: ends.map(({ start, end }) => ({ start, end })) };
}

function spelledOtherwise(text: string, { start, end }: Mention, x: Mention, y: Mention, right: number): Finding {
  return {
    code: 'figure.inconsistent',
    start,
    end,
    message: l10n.t(
      'By {0} and {1} this is {2}, not {3}.',
      text.slice(x.start, x.end),
      text.slice(y.start, y.end),
      `${right.toFixed(1).replace(/\.0$/, '')}%`,
      text.slice(start, end),
    ),
    related: [],
    fixes: [],
  };
}
