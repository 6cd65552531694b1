/** Known phrases (terms, formulations, sayings, and what the corpus repeats) for completion by their first characters or by pinyin. */
import { matchesPinyin } from '../text/pinyinMatch';

/** Where a phrase comes from. `mined`: found in her corpus by statistics. */
export type PhraseOrigin = 'term' | 'formulation' | 'saying' | 'mined';

/** Plain data: it crosses threads. */
export interface LexiconPhrase {
  /** As it is inserted. */
  readonly text: string;
  /** Folded, without surrounding quotation marks: what typed characters are compared with. */
  readonly key: string;
  readonly origin: PhraseOrigin;
  /** The id of the knowledge entry, for what is not mined. */
  readonly entry?: string;
  /** Full pinyin without tones, one syllable for each Han character and one item for each run of others; empty where pinyin is off. */
  readonly syllables: readonly string[];
  /** How many source documents use it. */
  readonly documents: number;
}

/** Phrases sorted for lookup. Immutable. */
export class PhraseLexicon {
  readonly #byKey: readonly LexiconPhrase[];
  readonly #byInitial: ReadonlyMap<string, readonly LexiconPhrase[]>;

  /** O(phrases log phrases). */
  constructor(readonly phrases: readonly LexiconPhrase[]) {
    this.#byKey = [...phrases].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    const byInitial = new Map<string, LexiconPhrase[]>();
    for (const phrase of phrases) {
      const initial = phrase.syllables[0]?.[0];
      if (initial === undefined) continue;
      const group = byInitial.get(initial);
      if (group) group.push(phrase);
      else byInitial.set(initial, [phrase]);
    }
    for (const group of byInitial.values()) group.sort(byUse);
    this.#byInitial = byInitial;
  }

  static readonly empty = new PhraseLexicon([]);

  /** The phrases that begin with `key` and go on after it, most used first. O(log phrases + matches). */
  startingWith(key: string, limit: number): LexiconPhrase[] {
    let low = 0;
    let high = this.#byKey.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#byKey[middle]!.key < key) low = middle + 1;
      else high = middle;
    }
    const found: LexiconPhrase[] = [];
    for (let i = low; i < this.#byKey.length && this.#byKey[i]!.key.startsWith(key); i++) {
      if (this.#byKey[i]!.key.length > key.length) found.push(this.#byKey[i]!);
    }
    return found.sort(byUse).slice(0, limit);
  }

  /**
   * The phrases whose pinyin the letters spell: initials (`xzscl`), in full (`xinzhishengchanli`) or
   * mixed (`xinzhiscl`), from the beginning; those spelled to their end first. O(phrases with that initial).
   */
  spelled(letters: string, limit: number): LexiconPhrase[] {
    const group = this.#byInitial.get(letters[0] ?? '') ?? [];
    const whole: LexiconPhrase[] = [];
    const part: LexiconPhrase[] = [];
    for (const phrase of group) {
      const match = matchesPinyin(letters, phrase.syllables);
      if (match === 'whole') whole.push(phrase);
      else if (match === 'part') part.push(phrase);
    }
    return [...whole, ...part].slice(0, limit);
  }
}

function byUse(a: LexiconPhrase, b: LexiconPhrase): number {
  return (
    b.documents - a.documents ||
    originRank(a) - originRank(b) ||
    a.key.length - b.key.length ||
    (a.key < b.key ? -1 : 1)
  );
}

function originRank(phrase: LexiconPhrase): number {
  return phrase.origin === 'mined' ? 1 : 0;
}
