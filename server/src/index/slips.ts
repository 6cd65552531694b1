/** Finds the wordings of the sources that are one slip away from given letters: one wrong, missing, extra or two swapped. */
import type { WordingRange } from './bestOccurrences';
import type { Corpus, CorpusPart } from './corpus';
import { isLetter } from './letterText';
import type { SuffixArray, SuffixRange } from './suffixArray';

/** A wording with fewer letters is one slip away from too many others. */
const SHORTEST = 3;
/** Longer wordings are found by their parts; every letter more would cost a walk. */
const LONGEST = 64;

/** A wording of the sources, and where it stands. */
export interface SlippedWording {
  readonly key: string;
  readonly ranges: readonly WordingRange[];
  /** Occurrences, those in hidden documents and samples included. */
  readonly count: number;
}

/**
 * The wordings of the sources within one slip of `letters`, the most frequent first; nothing for fewer than three
 * letters. A slip in the first or last letter gives the rest of the wording. Walks the sorted suffixes as a tree:
 * O(branches below the first letters × log n), some ten thousand steps.
 */
export function wordingsWithOneSlip(corpus: Corpus, letters: string): SlippedWording[] {
  if (letters.length < SHORTEST || letters.length > LONGEST) return [];
  const wordings = new Map<string, WordingRange[]>();
  corpus.parts.forEach((part, index) => {
    for (const [key, range] of slipsInPart(part, letters)) {
      const found = { part: index, range, depth: key.length };
      const known = wordings.get(key);
      if (known) known.push(found);
      else wordings.set(key, [found]);
    }
  });
  const counted = [...wordings].map(([key, ranges]) => ({
    key,
    ranges,
    count: ranges.reduce((sum, { range }) => sum + range.high - range.low, 0),
  }));
  return counted.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

function slipsInPart({ segment: { suffixes } }: CorpusPart, letters: string): Map<string, SuffixRange> {
  const found = new Map<string, SuffixRange>();
  const add = (key: string, range: SuffixRange) => {
    if (range.low < range.high) found.set(key, range);
  };
  add(letters.slice(1), suffixes.find(letters.slice(1)));
  let range = suffixes.whole;
  for (let depth = 0; depth < letters.length && range.low < range.high; depth++) {
    const [before, here, next] = [letters.slice(0, depth), letters[depth]!, letters[depth + 1]];
    const [rest, afterNext] = [letters.slice(depth + 1), letters.slice(depth + 2)];
    if (next === undefined) {
      add(before, range);
      break;
    }
    add(before + rest, follow(suffixes, range, depth, rest));
    if (next !== here) add(before + next + here + afterNext, follow(suffixes, range, depth, next + here + afterNext));
    if (depth > 0) {
      for (const branch of suffixes.branches(range, depth)) {
        if (!isLetter(branch.unit)) continue;
        const unit = String.fromCharCode(branch.unit);
        if (unit !== here) add(before + unit + rest, follow(suffixes, branch, depth + 1, rest));
        add(before + unit + here + rest, follow(suffixes, branch, depth + 1, here + rest));
      }
    }
    range = suffixes.refine(range, depth, here.charCodeAt(0));
  }
  found.delete(letters);
  return found;
}

/** The suffixes of `range`, alike in their first `depth` units, that go on with `key`. */
function follow(suffixes: SuffixArray, range: SuffixRange, depth: number, key: string): SuffixRange {
  let at = range;
  for (let i = 0; i < key.length && at.low < at.high; i++) at = suffixes.refine(at, depth + i, key.charCodeAt(i));
  return at;
}
