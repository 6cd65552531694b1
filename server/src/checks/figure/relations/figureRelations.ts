/** Finds figures of one paragraph that contradict each other by what relates them: a change, a share, an average, a total. */
import type { Finding } from '../../../analysis/finding';
import type { SentencePlace } from '../../../draft/sentencePlace';
import { wrongAverages } from './averages';
import { wrongChanges } from './changes';
import { wrongCompositions } from './compositions';
import { mentionsOf } from './mentions';
import { wrongShares } from './shares';
import { wrongTotals } from './totals';

/** A paragraph with more figures is a table in words. */
const MOST_FIGURES = 60;

/** The findings among the sentences of an item, at the figure that is said of others. O(length). */
export function wrongRelations(places: readonly SentencePlace[]): Finding[] {
  return paragraphsOf(places).flatMap((paragraph) => {
    const mentions = mentionsOf(paragraph);
    if (mentions.length > MOST_FIGURES) return [];
    return [
      ...wrongCompositions(paragraph, mentions),
      ...wrongChanges(mentions),
      ...wrongShares(mentions),
      ...wrongAverages(mentions),
      ...wrongTotals(mentions),
    ];
  });
}

function paragraphsOf(places: readonly SentencePlace[]): SentencePlace[][] {
  const paragraphs: SentencePlace[][] = [];
  for (const place of places) {
    const last = paragraphs.at(-1);
    if (last && last[0]!.block === place.block) last.push(place);
    else paragraphs.push([place]);
  }
  return paragraphs;
}
