/** Cuts the next phrase off a suggestion: to its next punctuation, else a word or two. */

/** A word of one or two characters is not worth a key of its own. */
const SHORTEST = 3;

const endsPhrase = /[\p{P}\s]$/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The beginning of `text` that one key accepts: whole words up to punctuation, which is included, or of at least three characters. */
export function nextPhrase(text: string): string {
  let phrase = '';
  for (const { segment } of segmenter.segment(text)) {
    phrase += segment;
    if (phrase.length >= SHORTEST && !/^[\p{P}\s]/u.test(text.slice(phrase.length))) break;
    if (endsPhrase.test(phrase)) break;
  }
  return phrase;
}
