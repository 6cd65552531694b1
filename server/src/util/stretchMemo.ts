/** Remembers what was found in stretches of a text that changes a little again and again, as a draft does while it is typed. */
import { RecentCache } from './recentCache';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Longer stretches are looked through each time. In UTF-16 code units. */
const LONGEST_KEPT = 1000;

/** What was found in a stretch, by what was looked for. */
type Found<T> = Map<string, readonly T[]>;

/**
 * Findings by the words of a stretch and those directly around it: what stood elsewhere, or in an earlier state of the
 * text, is moved to where it stands now. Asked again about the same text, it answers with the same array.
 */
export class StretchMemo<T> {
  /** Places counted from the start of the stretch. */
  readonly #recent: RecentCache<Found<T>>;
  #text = '';
  /** The stretches of {@link #text} that were asked about, by their start. */
  #here = new Map<number, { readonly end: number; readonly relative: Found<T>; readonly placed: Found<T> }>();

  /**
   * @param capacity stretches that are kept
   * @param around how far beyond a stretch finding looks, in UTF-16 code units
   * @param moved a finding that stands `by` code units further on
   */
  constructor(
    capacity: number,
    readonly around: number,
    readonly moved: (found: T, by: number) => T,
  ) {
    this.#recent = new RecentCache(capacity);
  }

  /** What `make` finds in the stretch; `what` tells apart different things looked for. */
  find(text: string, { start, end }: Stretch, what: string, make: () => readonly T[]): readonly T[] {
    if (end - start > LONGEST_KEPT) return make();
    const here = this.#stretch(text, start, end);
    let placed = here.placed.get(what);
    if (!placed) {
      let relative = here.relative.get(what);
      if (!relative) {
        relative = make().map((one) => this.moved(one, -start));
        here.relative.set(what, relative);
      }
      placed = relative.map((one) => this.moved(one, start));
      here.placed.set(what, placed);
    }
    return placed;
  }

  #stretch(text: string, start: number, end: number) {
    if (text !== this.#text) {
      this.#text = text;
      this.#here = new Map();
    }
    const known = this.#here.get(start);
    if (known?.end === end) return known;
    const from = Math.max(0, start - this.around);
    const words = `${start - from} ${end - start}\n${text.slice(from, end + this.around)}`;
    const stretch = { end, relative: this.#recent.get(words, () => new Map()), placed: new Map() };
    this.#here.set(start, stretch);
    return stretch;
  }
}
