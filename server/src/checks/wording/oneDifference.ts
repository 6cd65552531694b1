/** Finds where a text has a wording but for one place: there other characters stand, one is left out, or one is added. */

/** A place where a text differs from a wording. Offsets in UTF-16 code units. */
export interface Difference {
  readonly wording: string;
  /** Where in the text what stands for the wording begins and ends. */
  readonly start: number;
  readonly end: number;
  /** Where in the wording the difference begins, how many of its characters are not there, and how many others are. */
  readonly at: number;
  readonly right: number;
  readonly written: number;
}

/** How many characters of the wording are replaced by how many, what is least first. */
const REPLACED = [
  [1, 1],
  [0, 1],
  [1, 0],
  [2, 2],
  [1, 2],
  [2, 1],
  [2, 0],
] as const;
const SHORTEST = 4;
const LONGEST_SEED = 4;
const SHORTEST_SEED = 2;
/** So much of a wording must be there, in all. */
const RIGHT = 3;

/** Wordings by what they begin and end with: whatever the one difference, the one or the other is whole. */
export class NearlyThere {
  readonly #heads = new Map<string, string[]>();
  readonly #tails = new Map<string, string[]>();
  readonly #first = new Set<number>();

  constructor(wordings: Iterable<string>) {
    for (const wording of new Set(wordings)) {
      if (wording.length < SHORTEST) continue;
      const length = seedOf(wording);
      this.#add(this.#heads, wording.slice(0, length), wording);
      this.#add(this.#tails, wording.slice(-length), wording);
    }
  }

  #add(seeds: Map<string, string[]>, seed: string, wording: string): void {
    const same = seeds.get(seed);
    if (same) same.push(wording);
    else seeds.set(seed, [wording]);
    this.#first.add(seed.charCodeAt(0));
  }

  /** All differences in `text` from `from` to `to`; `whole` hears of the wordings that are there as they are. O(length × wordings that share a seed). */
  *find(text: string, from: number, to: number, whole?: (wording: string) => void): Generator<Difference> {
    for (let place = from; place < to; place++) {
      if (!this.#first.has(text.charCodeAt(place))) continue;
      for (let length = SHORTEST_SEED; length <= LONGEST_SEED && place + length <= to; length++) {
        const seed = text.slice(place, place + length);
        for (const wording of this.#heads.get(seed) ?? []) {
          const found = fromHead(text, place, to, wording, whole);
          if (found) yield found;
        }
        for (const wording of this.#tails.get(seed) ?? []) {
          const found = fromTail(text, from, place + length, wording, length);
          if (found) yield found;
        }
      }
    }
  }
}

function seedOf(wording: string): number {
  return Math.max(SHORTEST_SEED, Math.min(LONGEST_SEED, Math.ceil((wording.length - 2) / 2)));
}

function fromHead(
  text: string,
  start: number,
  to: number,
  wording: string,
  whole?: (wording: string) => void,
): Difference | undefined {
  let head = 0;
  while (head < wording.length && text[start + head] === wording[head]) head++;
  if (head === wording.length) {
    whole?.(wording);
    return undefined;
  }
  for (const [right, written] of REPLACED) {
    const end = start + wording.length - right + written;
    const tail = wording.length - head - right;
    if (tail < 0 || end > to || head + tail < RIGHT || (tail === 0 && right * written !== 1)) continue;
    if (text.startsWith(wording.slice(head + right), start + head + written))
      return { wording, start, end, at: head, right, written };
  }
  return undefined;
}

/** A difference before the last characters of a wording, too near its beginning to be found from there. */
function fromTail(text: string, from: number, end: number, wording: string, seed: number): Difference | undefined {
  let tail = 0;
  while (tail < wording.length && text[end - 1 - tail] === wording.at(-1 - tail)) tail++;
  if (tail === wording.length) return undefined;
  for (const [right, written] of REPLACED) {
    const head = wording.length - tail - right;
    const start = end - wording.length + right - written;
    if (head < 0 || head >= seed || start < from || head + tail < RIGHT || (head === 0 && right * written !== 1))
      continue;
    if (text.startsWith(wording.slice(0, head), start)) return { wording, start, end, at: head, right, written };
  }
  return undefined;
}
