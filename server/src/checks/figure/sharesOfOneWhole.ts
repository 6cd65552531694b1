/** Finds counts that do not go with their share, where the shares beside them are all of one whole: 4个，占14.3%；11个，占39.3%；8个，占32.1%. */
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Quantity } from '../../text/quantities';
import { decimals } from './figurePrecision';
import { SHARE } from './figureShare';
import { contradiction, isExact } from './figureSums';
import { isCountedOneByOne } from './figureUnits';

const FEWEST = 4;
const MOST = 12;
/** The shares of a whole, each rounded. */
const NEAR_HUNDRED = 0.5;

interface Pair {
  readonly count: Quantity;
  readonly share: Quantity;
  /** The wholes that the share can be of. */
  readonly least: number;
  readonly most: number;
}

/** Only where the shares come to 100% and all counts but one go with them. O(figures). */
export function countBesideShare(
  { draft: { text } }: SentencePlace,
  figures: readonly Quantity[],
): Finding | undefined {
  const pairs: Pair[] = [];
  for (const [i, share] of figures.entries()) {
    const count = figures[i - 1];
    if (share.unit !== '%' || !count || !SHARE.test(text.slice(count.end, share.start))) continue;
    if (!isCountedOneByOne(text, count) || !isExact(text, count) || !isExact(text, share)) return undefined;
    const half = 10 ** -decimals(text.slice(share.start, share.end)) / 2;
    if (share.value <= half) return undefined;
    pairs.push({
      count,
      share,
      least: (count.value * 100) / (share.value + half),
      most: (count.value * 100) / (share.value - half),
    });
  }
  if (pairs.length < FEWEST || pairs.length > MOST || pairs.some(({ count }) => count.unit !== pairs[0]!.count.unit))
    return undefined;
  const sum = pairs.reduce((all, { share }) => all + share.value, 0);
  if (Math.abs(sum - 100) > NEAR_HUNDRED || wholeOf(pairs) !== undefined) return undefined;
  const odd = pairs.filter((one) => wholeOf(pairs.filter((other) => other !== one)) !== undefined);
  const [wrong] = odd;
  if (!wrong || odd.length > 1) return undefined;
  const whole = wholeOf(pairs.filter((other) => other !== wrong))!;
  const right = Math.round((whole * wrong.share.value) / 100);
  return contradiction(text, wrong.count, [wrong.share, pairs.find((one) => one !== wrong)!.share], right);
}

/** A whole number that all of the shares can be of. */
function wholeOf(pairs: readonly Pair[]): number | undefined {
  const least = Math.max(...pairs.map((pair) => pair.least));
  const most = Math.min(...pairs.map((pair) => pair.most));
  const whole = Math.ceil(least - 1e-9);
  return whole <= most + 1e-9 ? whole : undefined;
}
