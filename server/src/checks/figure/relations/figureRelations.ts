/** Finds figures of one paragraph that contradict each other by what relates them: a change, a share, an average, a total. */
import type { Finding } from '../../../analysis/finding';
import type { SentencePlace } from '../../../draft/sentencePlace';
import { wrongAverages } from './averages';
import { wrongChanges } from './changes';
import { wrongCompositions } from './compositions';
import { wrongListed } from './listed';
import { mentionsOf } from './mentions';
import { wrongRests } from './rests';
import { wrongShares } from './shares';
import { wrongSpansOfTime } from './spans';
import { wrongTotals } from './totals';

/** A paragraph with more figures is a table in words. */
const MOST_FIGURES = 60;

/** The findings among the sentences of an item, at the figure that is said of others. O(length). */
export function wrongRelations(places: readonly SentencePlace[], path?: string): Finding[] {
  const paragraphs = paragraphsOf(places);
  const all = paragraphs.map((paragraph) => mentionsOf(paragraph, path));
  return all.flatMap((mentions, i) => {
    if (mentions.length > MOST_FIGURES) return [];
    const earlier = all.slice(Math.max(0, i - REACH), i).flat();
    return [
      ...wrongCompositions(paragraphs[i]!, mentions),
      ...wrongListed(paragraphs[i]!),
      ...paragraphs[i]!.flatMap(wrongSpansOfTime),
      ...wrongChanges(mentions),
      ...wrongShares(mentions),
      ...wrongAverages(mentions),
      ...wrongTotals(mentions),
      ...wrongRests(mentions, earlier),
    ];
  });
}

/** So many paragraphs back a whole is remembered. */
const REACH = 2;

function paragraphsOf(places: readonly SentencePlace[]): SentencePlace[][] {
  const paragraphs: SentencePlace[][] = [];
  for (const place of places) {
    const last = paragraphs.at(-1);
    if (last && last[0]!.block === place.block) last.push(place);
    else paragraphs.push([place]);
  }
  return paragraphs;
}
