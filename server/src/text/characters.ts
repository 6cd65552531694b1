/** Classes of characters in Chinese official prose. */

/** Whether a UTF-16 code unit is part of a Han character (including the surrogates of the rare ones). */
export function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    code === 0x3007 ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xd840 && code <= 0xdfff)
  );
}

/** Whether an offset lies within a character, between the two code units of a surrogate pair. */
export function isWithinCharacter(text: string, offset: number): boolean {
  return isHighHalf(text.charCodeAt(offset - 1)) && isLowHalf(text.charCodeAt(offset));
}

/** A stretch of a longer text without the half of a character at either end. */
export function wholeCharacters(stretch: string): { readonly text: string; readonly skipped: number } {
  const skipped = isLowHalf(stretch.charCodeAt(0)) ? 1 : 0;
  const end = isHighHalf(stretch.charCodeAt(stretch.length - 1)) ? stretch.length - 1 : stretch.length;
  return { text: stretch.slice(skipped, end), skipped };
}

function isHighHalf(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowHalf(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

const SENTENCE_END = new Set('。！？!?…'.split(''));
const CLAUSE_END = new Set('，；：、,;:'.split(''));
const CLOSING = new Set('”’」』）)》】〕]'.split(''));

/** Ends a sentence: 。！？ and their half-width forms. A half-width full stop does not (it is a decimal point as often). */
export function isSentenceEnd(character: string): boolean {
  return SENTENCE_END.has(character);
}

/** Ends a clause within a sentence: ，；：、 and their half-width forms. */
export function isClauseEnd(character: string): boolean {
  return CLAUSE_END.has(character);
}

/** Closes a quotation or bracket, and so belongs to the sentence it follows. */
export function isClosing(character: string): boolean {
  return CLOSING.has(character);
}

/** Whether a UTF-16 code unit is punctuation or a space: nothing a word may contain. */
export function isSeparator(code: number): boolean {
  if (code >= 0x30 && code <= 0x39) return false;
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return false;
  if (code < 0x80) return true;
  if (code >= 0x2000 && code <= 0x206f) return true;
  if (code >= 0x3000 && code <= 0x303f && code !== 0x3007) return true;
  if (code >= 0xff00 && code <= 0xff0f) return true;
  if (code >= 0xff1a && code <= 0xff20) return true;
  if (code >= 0xff3b && code <= 0xff40) return true;
  return (code >= 0xff5b && code <= 0xff65) || code === 0xb7 || code === 0xa0;
}
