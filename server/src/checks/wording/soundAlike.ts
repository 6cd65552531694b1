/** Characters and words that sound alike: what an input method offers in the place of what was meant. */
import { pinyin } from 'pinyin-pro';
import type { Span } from '../../text/span';
import { alikeAtEnds } from './wordsAtDifference';

/** What must be right around a word that sounds like another, and before it. */
const AROUND = { all: 4, before: 2 };

/** Two characters beside each other that both sound like those of the wording, if they are the whole difference: 真正的多边注意. O(length). */
export function homophonesAt(text: string, start: number, wording: string): Span | undefined {
  const { head, tail } = alikeAtEnds(text, start, wording);
  if (wording.length - head - tail !== 2 || head < AROUND.before || head + tail < AROUND.all) return undefined;
  const at = start + head;
  // At the end the word may go on: 高质量发展示范 ends in 展示.
  if (tail === 0 && /\p{Script=Han}/u.test(text[at + 2] ?? '')) return undefined;
  const isAlike = [0, 1].every((i) => soundAlike(text[at + i]!, wording[head + i]!, true));
  return isAlike ? { start: at, end: at + 2 } : undefined;
}

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
