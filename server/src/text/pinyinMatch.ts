/** Whether typed letters spell a phrase: by initials, in full, or mixed. */

/**
 * `whole`: the letters name every syllable; `part`: they name the first ones and perhaps begin
 * another; `none` otherwise. Each syllable may be typed as its first letter, as `zh`, `ch`, `sh`,
 * or in full; the last one typed may be cut short. O(letters × syllables).
 */
export function matchesPinyin(letters: string, syllables: readonly string[]): 'whole' | 'part' | 'none' {
  // The lengths of `letters` that can be consumed by the syllables so far.
  let reached = new Set([0]);
  let part = false;
  for (const syllable of syllables) {
    const next = new Set<number>();
    for (const from of reached) {
      const rest = letters.length - from;
      if (rest > 0 && rest < syllable.length && syllable.startsWith(letters.slice(from))) part = true;
      for (const length of typedLengths(syllable)) {
        if (length <= rest && letters.startsWith(syllable.slice(0, length), from)) next.add(from + length);
      }
    }
    if (reached.has(letters.length)) part = true;
    reached = next;
    if (reached.size === 0) break;
  }
  if (reached.has(letters.length)) return 'whole';
  return part ? 'part' : 'none';
}

function typedLengths(syllable: string): number[] {
  const lengths = [1, syllable.length];
  if (/^[zcs]h/.test(syllable)) lengths.push(2);
  return lengths;
}
