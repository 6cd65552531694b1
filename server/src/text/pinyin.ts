/** The pinyin of phrases, for lookup by typed letters. Used on the lexicon only, never on a corpus. */
import { pinyin } from 'pinyin-pro';

/**
 * The syllables of a phrase without tones, `ü` as `v`, polyphones by their words; a run of letters
 * or digits is one item in lower case, punctuation is left out.
 * @param given full pinyin from a knowledge entry, syllables separated by spaces, which wins
 */
export function syllables(phrase: string, given?: string): string[] {
  if (given !== undefined) return given.toLowerCase().split(/\s+/).filter(Boolean);
  const parts = phrase.match(/[\p{Script=Han}]+|[A-Za-z0-9]+/gu) ?? [];
  return parts.flatMap((part) =>
    /^[A-Za-z0-9]/.test(part) ? [part.toLowerCase()] : pinyin(part, { toneType: 'none', type: 'array', v: true }),
  );
}
