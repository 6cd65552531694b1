/** Figures that are right by their number and wrong by their bound: 5%左右 for 4.5%—5%, 1200万人左右 for 1200万人以上. */
import type { Entry } from '../../knowledge/knowledge';
import type { Target } from '../../knowledge/schemas';
import { plainValue, type Quantity } from '../../text/quantities';

/** Whether one end of a range is given for the range. `comparable`: all that is known of the indicator for the year. */
export function isEndOfRange(text: string, comparable: readonly Entry<Target>[], figure: Quantity): boolean {
  const [first, second] = comparable;
  if (comparable.length !== 2 || first!.plan !== second!.plan || first!.value === second!.value) return false;
  const low = comparable.find(({ comparator }) => comparator === '>=');
  const high = comparable.find(({ comparator }) => comparator === '<=');
  if (!low || !high || RANGE_AFTER.test(text.slice(figure.end, figure.end + 3))) return false;
  if (RANGE_BEFORE.test(text.slice(Math.max(0, figure.start - 3), figure.start))) return false;
  const isLow = sameValue(low, figure);
  if (!isLow && !sameValue(high, figure)) return false;
  return figure.comparator === '~' || (isLow ? isAtMost(figure) : isAtLeast(figure));
}

/** The end of one figure and the sign between the two: 4.5%—5%. */
const RANGE_AFTER = /^[至到—–~～-]/;
const RANGE_BEFORE = /[%％\d][至到—–~～-]{1,2}$/;

/** Whether a figure of a report on the work of the government has another bound than there: 以上 for 左右, 以内 for 以上. */
export function hasOtherBound(target: Target, figure: Quantity): boolean {
  if (!/^\d{4}年政府工作报告$/.test(target.plan) || !sameValue(target, figure)) return false;
  switch (target.comparator) {
    case '>=':
      return figure.comparator === '~' || isAtMost(figure);
    case '<=':
      return isAtLeast(figure);
    case '~':
      return isAtLeast(figure);
    default:
      return false;
  }
}

function sameValue({ value, unit }: Target, figure: Quantity): boolean {
  return Math.abs(plainValue(value ?? Number.NaN, unit ?? '') - figure.value) <= Math.abs(figure.value) * 1e-9;
}

function isAtLeast({ comparator }: Quantity): boolean {
  return comparator === '>=' || comparator === '>';
}

function isAtMost({ comparator }: Quantity): boolean {
  return comparator === '<=' || comparator === '<';
}
