/** What figures that are exact as written come to, and the finding where that is not what is said. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../analysis/finding';
import { digitAt } from '../text/numerals';
import type { Quantity } from '../text/quantities';
import { decimals, precisionOf } from './figurePrecision';

/** In digits; 近40亿元, 40多家, 30%左右 and bounds stand for more than one value. */
export function isExact(text: string, { start, end, comparator }: Quantity): boolean {
  return (
    comparator === '=' &&
    digitAt(text, start) >= 0 &&
    !/[余多]/.test(text.slice(start, end)) &&
    !/^(?:左右|上下|以[上下内]|多|余|多?[个倍])/.test(text.slice(end, end + 2)) &&
    !/(?:近|约|超|逾|达?到?了?将近|不到|不足|大约|接近)$/.test(text.slice(Math.max(0, start - 3), start))
  );
}

/** Half of the last place written; a number that ends in zeros may be rounded to them. */
export function halfPlace(text: string, figure: Quantity): number {
  const written = text.slice(figure.start, figure.end);
  const zeros = decimals(written) > 0 ? 0 : (/^[\d,，]*?[1-9](0{2,})(?!\d)/.exec(written)?.[1]?.length ?? 0);
  return (precisionOf(figure, written) * 10 ** zeros) / 2;
}

/** The finding where the parts come to more than their whole, or to another sum; `given` is the whole as written, where it is not. */
export function wrongSum(
  text: string,
  whole: Quantity,
  parts: readonly Quantity[],
  than: 'more' | 'other',
  given?: string,
): Finding | undefined {
  const sum = parts.reduce((total, { value }) => total + value, 0);
  const error = [whole, ...parts].reduce((total, figure) => total + halfPlace(text, figure), 0);
  const isWhole = [whole, ...parts].every((figure) => isCountedOneByOne(text, figure));
  const allowed = isWhole ? 0 : error;
  const over = sum - whole.value;
  if (over <= allowed && (than === 'more' || over >= -allowed)) return undefined;
  const written = given ?? text.slice(whole.start, whole.end);
  const unit = written.replace(/^[\d.,，\s]+/, '');
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

/** 18个村 is exact, 1.8万个 is rounded. */
function isCountedOneByOne(text: string, { start, end, unit }: Quantity): boolean {
  return /^(?:个|家|户|所|座|项|件|条|名|人|村|处)$/.test(unit) && !/[万亿]/.test(text.slice(start, end));
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
