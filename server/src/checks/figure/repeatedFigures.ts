/** When two figures of one thing agree, and the finding where they do not. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { Draft } from '../../draft/draft';
import { positionAt } from '../../text/location';
import type { Quantity } from '../../text/quantities';
import type { Span } from '../../text/span';
import { precisionOf } from './figurePrecision';

/** A slip is near what is meant; another number of another thing hardly ever is. */
export const NEAR_ENOUGH = 0.25;

/** Equal, or one is the other rounded, perhaps in a larger unit, where it may be cut as well. */
export function agree(text: string, a: Quantity, b: Quantity): boolean {
  const [x, y] = [a, b].map((figure) => precisionOf(figure, text.slice(figure.start, figure.end))) as [number, number];
  const [finer, coarser] = [Math.min(x, y), Math.max(x, y)];
  const allowed = coarser >= finer * 1000 ? coarser : coarser / 2 + coarser * 1e-9;
  return Math.abs(a.value - b.value) <= allowed;
}

/** The finding at a figure that an earlier one contradicts. */
export function repeat({ text, lineStarts }: Draft, earlier: Span, { start, end }: Span): Finding {
  return {
    code: 'figure.inconsistent',
    start,
    end,
    message: l10n.t(
      'This draft gives {0} for the same in line {1}, here {2}.',
      text.slice(earlier.start, earlier.end),
      positionAt(lineStarts, earlier.start).line + 1,
      text.slice(start, end),
    ),
    related: [],
    fixes: [],
  };
}
