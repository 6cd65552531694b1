/** The word segmenter, as the rest of the server sees it. */

/** Splits text into words; whoever implements it decides with which dictionary. */
export interface Segmenter {
  /** The words of `text`, in order, covering all of it. */
  cut(text: string): string[];
}

/**
 * The segmenter built into the JavaScript runtime (ICU). Slower and coarser than a dictionary of
 * policy language, but always there. Quadratic on long strings: give it sentences.
 */
export function intlSegmenter(): Segmenter {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return { cut: (text) => Array.from(segmenter.segment(text), (part) => part.segment) };
}
