/** Finds days of a year by the quality of the air that come to more than a year has: 优良325天，轻度污染33天，中度及以上污染18天. */
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Quantity } from '../../text/quantities';
import { isExact, wrongSum } from './figureSums';

const DAYS = 366;
/** What the days are of; none lies in another. */
const QUALITIES: readonly RegExp[] = [
  /优良(?:天数|级天数)?(?:为|达到?|有|共)?$/,
  /轻度污染(?:天数)?(?:为|有|共)?$/,
  /中度(?:及以上)?污染(?:天数)?(?:为|有|共)?$/,
  /重度(?:及以上)?污染(?:天数)?(?:为|有|共)?$/,
];

/** The finding where the days of one sentence are more than a year's. Figures ascending. O(figures). */
export function daysBeyondYear(
  { draft: { text }, sentence }: SentencePlace,
  figures: readonly Quantity[],
): Finding | undefined {
  const parts: Quantity[] = [];
  const named = new Set<RegExp>();
  for (const figure of figures) {
    if (figure.unit !== '天') continue;
    const lead = text.slice(Math.max(sentence.start, figure.start - 14), figure.start);
    const quality = QUALITIES.find((words) => words.test(lead));
    if (!quality) continue;
    // Told twice, or of two places.
    if (named.has(quality) || !isExact(text, figure)) return undefined;
    named.add(quality);
    parts.push(figure);
  }
  const [first] = parts;
  if (!first || parts.length < 2) return undefined;
  return wrongSum(text, { ...first, value: DAYS }, parts, { than: 'more', given: `${DAYS}天` });
}
