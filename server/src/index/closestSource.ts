/** Finds the passages closest to a sentence: those that have it word for word, else those that have most of it. */
import { Corpus, type Passage } from './corpus';
import { letterText } from './letterText';
import { exactSources, quotationSource } from './quotationSource';
import { textReuse } from './textReuse';

/** A passage with how much of the sentence it has. */
export interface ClosestSource extends Passage {
  /** From 0 to 1: the share of the sentence's letters that are the passage's; 1: word for word. */
  readonly share: number;
}

/** What has less of a long sentence says something else; of a short one (see {@link leastShare}) already what has less than this. */
const LEAST_SHARE = 0.6;
const LEAST_SHARE_OF_SHORT = 0.8;
/** Sentences up to this are short, those from that on long; between them the share falls evenly. In letters. */
const SHORT = 12;
const LONG = 24;
/** Shorter sentences are everybody's. In letters. */
const SHORTEST = 8;
/** Longer ones are no sentence. In letters. */
const LONGEST = 1000;
/** Longer sentences are looked for in parts only, not as a whole with slips. In letters. */
const LONGEST_WHOLE = 240;
/** Places of the same words looked at; the wording of more is nobody's. */
const MOST_PLACES = 300;

/**
 * Up to `limit` passages, one for each document, the closest first and of equally close ones the earliest dated: it is
 * the original. Samples are left out, and so is the document at `exceptPath`. Bounded whatever the sentence: its parts
 * are looked for by rare seeds in O(|sentence| × (places + log n)), and no longer sentence than {@link LONGEST} is.
 */
export function closestSources(corpus: Corpus, sentence: string, limit: number, exceptPath?: string): ClosestSource[] {
  const { length } = letterText(sentence).letters;
  if (length < SHORTEST || length > LONGEST) return [];
  const exact = exactSources(corpus, sentence, MOST_PLACES, exceptPath);
  const found = exact.length > 0 ? exact.map((passage) => ({ ...passage, share: 1 })) : near();
  const documents = new Set<unknown>();
  return found
    .sort((a, b) => b.share - a.share || (a.document.date ?? '9').localeCompare(b.document.date ?? '9'))
    .filter(({ document }) => !documents.has(document) && documents.add(document))
    .slice(0, limit);

  function near(): ClosestSource[] {
    const least = leastShare(length);
    const path = exceptPath === undefined ? {} : { exceptPath };
    const closest: ClosestSource[] = [];
    if (length <= LONGEST_WHOLE) {
      const maxDistance = Math.floor(length * (1 - least));
      const whole = quotationSource(corpus, sentence, { maxDistance, ...path });
      // A passage that differs in some letters is never the same words.
      if (whole) closest.push({ ...whole.passage, share: 1 - Math.max(1, whole.distance) / length });
    }
    // Its passages must hold the square of a share to have it: evidence is weighed by similarity.
    const minLength = Math.max(SHORTEST, Math.floor(length * least * least));
    // Here the writer asks: wording that many documents share has a source as well.
    const search = { minLength, formulaicLimit: Number.POSITIVE_INFINITY, formulaicIn: Corpus.empty, ...path };
    for (const { start, end, source, similarity, others } of textReuse(corpus, sentence, search).passages) {
      const part = letterText(sentence.slice(start, end)).letters.length / length;
      const share = Math.min(similarity * part, 1 - 1 / length);
      for (const passage of [source, ...others]) closest.push({ ...passage, share });
    }
    return closest.filter(({ share }) => share >= least);
  }
}

/** Set phrases are alike by chance in half a short sentence. */
function leastShare(length: number): number {
  const fall = Math.min(1, Math.max(0, (length - SHORT) / (LONG - SHORT)));
  return LEAST_SHARE_OF_SHORT - fall * (LEAST_SHARE_OF_SHORT - LEAST_SHARE);
}
