/** Sorts the suffixes of a draft: short, changing, and wanted within a millisecond. */
import { keyText } from '../text/keyText';
import { SuffixArray } from './suffixArray';
import { sortSuffixes } from './suffixSorting';

/** The sorted suffixes of the key of a text; undefined where it is empty. O(length + 65,536). */
export function draftSuffixes(clean: string): SuffixArray | undefined {
  const { key } = keyText(clean);
  if (key === '') return undefined;
  return sortedText(Uint16Array.from({ length: key.length }, (_, i) => key.charCodeAt(i)));
}

/** The sorted suffixes of a short text. O(length + 65,536). */
export function sortedText(text: Uint16Array): SuffixArray {
  const isUsed = new Uint8Array(0x10000);
  for (const unit of text) isUsed[unit] = 1;
  // Numbered by their order the few units of a draft sort alike, without a bucket for each of the 65,536 there could be.
  const numbers = new Uint16Array(0x10000);
  let used = 0;
  for (let unit = 0; unit < 0x10000; unit++) if (isUsed[unit] === 1) numbers[unit] = used++;
  return new SuffixArray(text, sortSuffixes(text.map((unit) => numbers[unit]!)));
}
