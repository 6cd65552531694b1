/** Remembers what was read from a sentence for as long as its paragraph reads the same, as most do while a draft is typed. */
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Span } from '../../text/span';
import { derived } from '../../util/derived';
import { StretchMemo } from '../../util/stretchMemo';

/** Paragraphs that are kept: those of some ten drafts. */
const MOST_KEPT = 2000;
/** Reading goes so far beyond a paragraph, as to what follows a figure. In UTF-16 code units. */
const AROUND = 16;

/** What is read from sentences, by sentence; one for each thing that is read. */
export class ParagraphMemo<T> {
  readonly #memo: StretchMemo<T>;

  /** @param moved what stands `by` UTF-16 code units further on */
  constructor(moved: (read: T, by: number) => T) {
    this.#memo = new StretchMemo(MOST_KEPT, AROUND, moved);
  }

  /**
   * What `make` reads from a sentence: it may depend on the words of the paragraph and what of them is cited, on the day
   * and on whether the section looks back, and on nothing else of the draft but what `given` says. Beside moving what
   * was read, O(1) where the paragraph was met lately.
   */
  of(place: SentencePlace, make: () => readonly T[], given = ''): readonly T[] {
    const { draft, block, index, today, retrospectFrom } = place;
    const what = `${index} ${today} ${retrospectFrom} ${citedIn(place)} ${given}`;
    return this.#memo.find(draft.text, block, what, make);
  }
}

/** Where a paragraph is cited text, counted from its start. O(cited spans), once for each paragraph of a draft. */
function citedIn({ block, cited }: SentencePlace): string {
  const known = citedOf(cited);
  let within = known.get(block);
  if (within === undefined) {
    within = cited
      .filter(({ start, end }) => start < block.end && end > block.start)
      .map(({ start, end }) => `${start - block.start}-${end - block.start}`)
      .join();
    known.set(block, within);
  }
  return within;
}

const citedOf = derived((_: readonly Span[]) => new Map<Span, string>());
