/** Finds figures of one paragraph that contradict each other by what relates them: a change, a share, an average, a total. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../../analysis/finding';
import type { SentencePlace } from '../../../draft/sentencePlace';
import type { Knowledge } from '../../../knowledge/knowledge';
import type { Span } from '../../../text/span';
import { derived } from '../../../util/derived';
import { withOtherEnd } from '../../otherEnd';
import { ParagraphMemo } from '../paragraphMemo';
import { wrongAverages } from './averages';
import { wrongChanges } from './changes';
import { wrongCompositions } from './compositions';
import { wrongListed } from './listed';
import { type Mention, mentionsOf } from './mentions';
import type { Contradiction } from './reckoning';
import { mayTellRest, wrongRests } from './rests';
import { wrongShares } from './shares';
import { wrongSpansOfTime } from './spans';
import { wrongTotals } from './totals';

/** A paragraph with more figures is a table in words. */
const MOST_FIGURES = 60;
/** So many paragraphs back a whole is remembered. */
const REACH = 2;

const memoOf = derived((_: Knowledge) => new ParagraphMemo<Contradiction>(moved));

function moved(finding: Contradiction, by: number): Contradiction {
  const shift = ({ start, end }: Span) => ({ start: start + by, end: end + by });
  return { ...finding, ...shift(finding), ends: finding.ends.map(shift) };
}

/** The findings among the sentences of an item, at the figure that is said of others; `path` of the draft. O(length). */
export function wrongRelations(
  knowledge: Knowledge,
  places: readonly SentencePlace[],
  path: string | undefined,
): Finding[] {
  const paragraphs = paragraphsOf(places);
  const memo = memoOf(knowledge);
  const read = new Map<readonly SentencePlace[], Mention[]>();
  const mentionsIn = (paragraph: readonly SentencePlace[]) => {
    const mentions = read.get(paragraph) ?? mentionsOf(paragraph);
    read.set(paragraph, mentions);
    return mentions;
  };
  return paragraphs.flatMap((paragraph, i) => {
    const [first] = paragraph;
    const { draft, block } = first!;
    // What is remembered has its message.
    const within = memo.of(
      first!,
      () => wrongWithin(paragraph, mentionsIn(paragraph)),
      `relations ${l10n.t('English')}`,
    );
    const across = mayTellRest(draft.text.slice(block.start, block.end))
      ? wrongRests(mentionsIn(paragraph), paragraphs.slice(Math.max(0, i - REACH), i).flatMap(mentionsIn))
      : [];
    return [...within, ...across.map(asContradiction)].map(({ ends, ...finding }) =>
      ends.reduce((shown: Finding, end) => withOtherEnd(shown, draft, path, end), finding),
    );
  });
}

function wrongWithin(paragraph: readonly SentencePlace[], mentions: readonly Mention[]): Contradiction[] {
  if (mentions.length > MOST_FIGURES) return [];
  return [
    ...wrongCompositions(paragraph, mentions),
    ...wrongListed(paragraph),
    ...paragraph.flatMap(wrongSpansOfTime),
    ...wrongChanges(mentions),
    ...wrongShares(mentions),
    ...wrongAverages(mentions),
    ...wrongTotals(mentions),
  ].map(asContradiction);
}

function asContradiction(finding: Finding | Contradiction): Contradiction {
  return 'ends' in finding ? finding : { ...finding, ends: [] };
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
