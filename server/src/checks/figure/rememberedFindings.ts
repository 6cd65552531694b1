/** Remembers what was found in a sentence for as long as its paragraph reads the same, as most do while a draft is typed. */
import type { Finding } from '../../analysis/finding';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Knowledge } from '../../knowledge/knowledge';
import { derived } from '../../util/derived';
import { StretchMemo } from '../../util/stretchMemo';

/** Paragraphs whose findings are kept: those of some ten drafts. */
const MOST_KEPT = 2000;
/** Finding reads so far beyond a sentence: a unit, a word after a figure. In UTF-16 code units. */
const AROUND = 16;

const memoOf = derived((_: Knowledge) => new StretchMemo<Finding>(MOST_KEPT, AROUND, moved));

/**
 * What `make` finds in a sentence: it may depend on the words of the paragraph, the day, and whether the section looks
 * back, and on nothing else of the draft. O(1) where the paragraph was looked at lately, beside moving what was found.
 * @param what tells apart different things looked for
 */
export function rememberedFindings(
  knowledge: Knowledge,
  { draft, block, index, today, retrospectFrom }: SentencePlace,
  what: string,
  make: () => readonly Finding[],
): readonly Finding[] {
  return memoOf(knowledge).find(draft.text, block, `${what} ${index} ${today} ${retrospectFrom}`, make);
}

function moved(finding: Finding, by: number): Finding {
  return { ...finding, start: finding.start + by, end: finding.end + by };
}
