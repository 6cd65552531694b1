/** What it costs to type a text with a pinyin input method: the letters of each word, and one key to choose it. */
import { isHan } from '../../server/src/text/characters';
import { syllables } from '../../server/src/text/pinyin';
import { intlSegmenter } from '../../server/src/text/segmenter';

const segmenter = intlSegmenter();

/** The keys of each code unit of `text`; the keys of a word are spread over its characters. */
export function pinyinKeys(text: string): Float64Array {
  const keys = new Float64Array(text.length).fill(1);
  let at = 0;
  for (const clause of text.split(/(?<=[，。；：、\n])/)) {
    for (const word of segmenter.cut(clause)) {
      if (isHan(word.charCodeAt(0))) {
        const letters = syllables(word).reduce((sum, syllable) => sum + syllable.length, 0);
        keys.fill((letters + 1) / word.length, at, at + word.length);
      }
      at += word.length;
    }
  }
  return keys;
}
