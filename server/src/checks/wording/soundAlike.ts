/** Characters that sound alike. */
import { pinyin } from 'pinyin-pro';

const sounds = new Map<string, readonly string[]>();

/** In a long wording beginnings that many speakers do not tell apart sound alike too: 意思 for 意识. */
export function soundAlike(a: string, b: string, isLong: boolean): boolean {
  const plain = (sound: string) => (isLong ? sound.replace(/^([zcs])h/, '$1') : sound);
  const second = soundsOf(b).map(plain);
  return soundsOf(a).some((sound) => second.includes(plain(sound)));
}

/**
 * All readings of a character without tones, endings that many speakers do not tell apart as one (xin and xing, as in the
 * fuzzy pinyin of the input methods); none where it is no Chinese character.
 */
function soundsOf(character: string): readonly string[] {
  let known = sounds.get(character);
  if (!known) {
    known = /\p{Script=Han}/u.test(character)
      ? pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true }).map((sound) =>
          sound.replace(/ng$/, 'n'),
        )
      : [];
    sounds.set(character, known);
  }
  return known;
}
