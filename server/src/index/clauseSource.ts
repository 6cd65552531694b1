/** Finds the passage whose clauses a quotation has in another order, or of which it leaves some out. */
import type { Span } from '../text/span';
import type { Corpus, Passage } from './corpus';
import { letterText } from './letterText';
import { exactSources } from './quotationSource';

export interface ClauseSource {
  readonly passage: Passage;
  readonly kind: 'reordered' | 'shortened';
  /** What a shortened quotation leaves out, as the source has it; empty for a reordered one. */
  readonly missing: readonly string[];
}

const CLAUSE = /[^，、；。：！？,;\n]+/g;
/** Shorter texts are in any order in many documents. In letters. */
const SHORTEST = 12;
const SHORTEST_CLAUSE = 2;
const MOST_CLAUSES = 16;
/** Places looked at for the clause that leads. */
const MOST_PLACES = 40;
/** At most this share of the passage may be left out, and this many letters: else it is another sentence. */
const MOST_LEFT_OUT = 0.5;
const LONGEST_LEFT_OUT = 80;

interface Clause extends Span {
  readonly letters: string;
}

/**
 * The passage closest to `text` by whole clauses: all of its own, in another order and nothing between them, or in their
 * order with others left out. The first and the last may be parts of the source's. The longest clause leads, the others
 * are looked for around it: O(places × |text|).
 */
export function clauseSource(corpus: Corpus, text: string, exceptPath?: string): ClauseSource | undefined {
  const own = clausesOf(text);
  const letters = own.reduce((sum, clause) => sum + clause.letters.length, 0);
  if (own.length < 2 || own.length > MOST_CLAUSES || letters < SHORTEST) return undefined;
  if (own.some((clause) => clause.letters.length < SHORTEST_CLAUSE)) return undefined;
  const longest = own.reduce((best, clause) => (clause.letters.length > best.letters.length ? clause : best));
  const reach = 2 * text.length + LONGEST_LEFT_OUT;
  let shortened: ClauseSource | undefined;
  for (const { document, start } of exactSources(corpus, longest.letters, MOST_PLACES, exceptPath)) {
    const from = Math.max(0, start - reach);
    const around = document.cleanText(from, start + reach);
    const theirs = clausesOf(around);
    const place = ({ start: first, end }: Span): Passage => ({ document, start: from + first, end: from + end });
    const order = permutation(own, theirs);
    if (order) return { passage: place(order), kind: 'reordered', missing: [] };
    const all = shortened ? undefined : subsequence(own, theirs, around);
    if (all) shortened = { passage: place(all), kind: 'shortened', missing: all.missing };
  }
  return shortened;
}

function clausesOf(text: string): Clause[] {
  return [...text.matchAll(CLAUSE)].flatMap((match) => {
    const { letters, at } = letterText(match[0]);
    if (letters === '') return [];
    return [{ letters, start: match.index + at[0]!, end: match.index + at.at(-1)! + 1 }];
  });
}

/** The neighbouring clauses that are `own` in another order. */
function permutation(own: readonly Clause[], theirs: readonly Clause[]): Span | undefined {
  const sorted = own.map(({ letters }) => letters).sort();
  for (let first = 0; first + own.length <= theirs.length; first++) {
    const stretch = theirs.slice(first, first + own.length);
    if (stretch.every(({ letters }, i) => letters === own[i]!.letters)) continue;
    const inner = stretch.map(({ letters }) => letters).sort();
    if (inner.every((letters, i) => letters === sorted[i])) return spanOf(stretch);
    const outer = withParts(stretch, own);
    if (outer) return outer;
  }
  return undefined;
}

/** The same where the first clause of the stretch goes on before it, or the last after it. */
function withParts(stretch: readonly Clause[], own: readonly Clause[]): Span | undefined {
  const left = own.map(({ letters }) => letters);
  const take = (fits: (letters: string) => boolean): string | undefined => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  for (const { letters } of stretch.slice(1, -1)) if (take((one) => one === letters) === undefined) return undefined;
  const [first, last] = [stretch[0]!, stretch.at(-1)!];
  const head = take((one) => first.letters.endsWith(one));
  const tail = head === undefined ? undefined : take((one) => last.letters.startsWith(one));
  if (head === undefined || tail === undefined || head === own[0]!.letters) return undefined;
  return {
    start: first.end - widthOf(first, head.length),
    end: last.start + widthOf(last, tail.length),
  };
}

/** The stretch in which the clauses stand in their order with others between them. */
function subsequence(
  own: readonly Clause[],
  theirs: readonly Clause[],
  around: string,
): (Span & { missing: string[] }) | undefined {
  const [head, tail] = [own[0]!.letters, own.at(-1)!.letters];
  for (let first = 0; first < theirs.length; first++) {
    if (!theirs[first]!.letters.endsWith(head)) continue;
    let matched = 1;
    const missing: Clause[] = [];
    let held = head.length;
    for (let at = first + 1; at < theirs.length && matched < own.length; at++) {
      const clause = theirs[at]!;
      const isLast = matched === own.length - 1;
      if (isLast ? clause.letters.startsWith(tail) : clause.letters === own[matched]!.letters) {
        held += own[matched]!.letters.length;
        matched++;
        if (!isLast) continue;
        const left = missing.reduce((sum, { letters }) => sum + letters.length, 0);
        if (missing.length === 0 || left > LONGEST_LEFT_OUT || left > MOST_LEFT_OUT * (left + held)) break;
        const start = theirs[first]!.end - widthOf(theirs[first]!, head.length);
        const words = missing.map((gap) => around.slice(gap.start, gap.end));
        return { start, end: clause.start + widthOf(clause, tail.length), missing: words };
      }
      missing.push(clause);
    }
  }
  return undefined;
}

/** Clauses hold no marks, but may hold spaces. */
function widthOf({ start, end, letters }: Clause, count: number): number {
  return count === letters.length ? end - start : count;
}

function spanOf(clauses: readonly Clause[]): Span {
  return { start: clauses[0]!.start, end: clauses.at(-1)!.end };
}
