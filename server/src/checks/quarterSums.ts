/** Finds a half year that its two quarters do not come to: 上半年…86亿元；二季度…49亿元，一季度为41亿元. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../analysis/finding';
import type { SentencePlace } from '../draft/sentencePlace';
import type { Quantity } from '../text/quantities';
import { precisionOf } from './figurePrecision';
import { isExact } from './figureSums';

/** The finding of a sentence, at the half year. O(figures). */
export function wrongHalfYear(
  { draft: { text }, sentence }: SentencePlace,
  figures: readonly Quantity[],
): Finding | undefined {
  const of = (name: RegExp) => {
    const said = figures.filter((figure, i) =>
      name.test(text.slice(Math.max(figures[i - 1]?.end ?? sentence.start, figure.start - REACH), figure.start)),
    );
    return said.length === 1 && isExact(text, said[0]!) ? said[0] : undefined;
  };
  const [whole, first, second] = [
    of(/上半年[^。；]*$/),
    of(/(?:一|第一)季度[^。；]*$/),
    of(/(?:二|第二)季度[^。；]*$/),
  ];
  if (!whole || !first || !second || /^[%‰]?$/.test(whole.unit)) return undefined;
  if (first.unit !== whole.unit || second.unit !== whole.unit) return undefined;
  const sum = first.value + second.value;
  const error = [whole, first, second].reduce(
    (total, one) => total + precisionOf(one, text.slice(one.start, one.end)),
    0,
  );
  if (Math.abs(sum - whole.value) <= error / 2 + 1e-9 * sum || Math.abs(sum - whole.value) > sum * FAR)
    return undefined;
  const written = text.slice(whole.start, whole.end);
  return {
    code: 'figure.inconsistent',
    start: Math.min(whole.start, first.start, second.start),
    end: Math.max(whole.end, first.end, second.end),
    message: l10n.t(
      'By {0} and {1} this is not {2}.',
      text.slice(first.start, first.end),
      text.slice(second.start, second.end),
      written,
    ),
    related: [],
    fixes: [],
  };
}

/** Between the name of the time and its figure, in UTF-16 code units. */
const REACH = 24;
/** Farther off, they are of something else. */
const FAR = 0.3;
