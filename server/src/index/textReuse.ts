/** Finds the passages of a text that repeat or closely follow passages of the corpus. */
import { keyText } from '../text/keyText';
import type { Span } from '../text/span';
import { editDistance } from './alignment';
import type { Corpus, CorpusPart, Passage } from './corpus';
import { FormulaicWording } from './formulaicWording';
import { isLetter, letterTextOfKey } from './letterText';
import {
  chains,
  FORMULAIC_WORTH,
  heldStretch,
  MISSING_WORTH,
  SPECIFIC_WORTH,
  sourceOf,
  WIDEST_GAP,
  WIDEST_SOURCE_GAP,
} from './matchChains';
import type { IndexedDocument } from './segment';
import { matchesInPart, matchesNear, type SourceMatch } from './sourceMatches';

export interface ReuseSearch {
  /** Shortest passage, in letters (Han characters, letters and digits). */
  readonly minLength: number;
  /** Wording that this many documents share is formulaic: it matches, but is no evidence of copying. */
  readonly formulaicLimit: number;
  /** Stretches of the text that are not its own words (quotations, titles, front matter), ascending. */
  readonly excluded?: readonly Span[];
  /** Set phrases of the text that are known as such: formulaic, however few documents hold them. */
  readonly formulas?: readonly Span[];
  /** A document that is no source: the text itself. */
  readonly exceptPath?: string;
  /** The documents that say what is formulaic, where they are not the sources. */
  readonly formulaicIn?: Corpus;
  /** The corpus is the text itself, as its only document: what stands earlier in it is the source. */
  readonly earlierOnly?: boolean;
}

/** A passage of the text with the closest source; offsets in UTF-16 code units of the text, from letter to letter. */
export interface ReusedPassage extends Span {
  readonly source: Passage;
  /** From 0 to 1: the share of letters that are the source's. */
  readonly similarity: number;
  /** Other documents that hold about the same, the closest first, at most {@link MOST_OTHERS}. */
  readonly others: readonly Passage[];
}

/** A document that holds most of the text. */
export interface ReusedDocument {
  readonly document: IndexedDocument;
  /** From 0 to 1: the share of the text's letters that stand in the document. */
  readonly share: number;
}

export interface Reuse {
  /** Disjoint, ascending. */
  readonly passages: readonly ReusedPassage[];
  /** Where the text as a whole is one document of the corpus. */
  readonly document?: ReusedDocument;
}

/** Formulas in the same order as in the source, over so many key units that few documents share, are some evidence. */
const JOINED_LENGTH = 16;
const JOINED_EVIDENCE = 0.5;
/** A passage ends where its worth falls this far below its highest. */
const DEEPEST_DROP = 20;
/** Seeds must hold this share of the shortest passage before common words around them are looked at. */
const LEAST_SEEDED = 0.5;
/** Longer passages hold enough seeds. In key units. */
const LONGEST_REFINED = 3000;
const LEAST_SIMILARITY = 0.4;
/** Texts longer than this are compared by matched letters only, not aligned. In letters. */
const LONGEST_ALIGNED = 6000;
const MOST_OTHERS = 2;
/** The text is a document of the corpus where that holds this share of the text … */
const LEAST_SHARE_OF_TEXT = 0.8;
/** … and the text this share of it, unless the text is long enough to be a document by itself. In letters. */
const LEAST_SHARE_OF_DOCUMENT = 0.5;
const SHORTEST_DOCUMENT = 200;
const LONG_DOCUMENT = 2000;
/** Shorter matches may be chance. In key units. */
const SHORTEST_SHARED = 8;

/**
 * Seeds of four key units that few places of the corpus hold, extended to maximal matches, chained by document and
 * place, cut where they thin out, and weighed: only letters outside formulaic wording are evidence. Of overlapping
 * passages the one with more evidence counts. Near-linear: O((|text| + matches) log n).
 */
export function textReuse(corpus: Corpus, text: string, search: ReuseSearch): Reuse {
  const reader = new ReuseReader(corpus, text, search);
  return { passages: reader.passages(), ...(reader.document && { document: reader.document }) };
}

/** A passage before it is chosen over others. */
interface Candidate {
  /** Key units of the text, from letter to letter. */
  readonly start: number;
  readonly end: number;
  readonly part: CorpusPart;
  readonly document: IndexedDocument;
  /** Key units of the segment. */
  readonly source: Span;
  /** Letters that the source holds and few other documents do. */
  readonly evidence: number;
  readonly similarity: number;
}

/** The text as it is matched: folded, with the letters counted. */
class ReuseReader {
  readonly #units: Uint16Array;
  /** Whether a key unit is open to matching. */
  readonly #open: Uint8Array;
  /** Open letters before each key unit. */
  readonly #lettersBefore: Int32Array;
  readonly #toText: (key: Span) => Span;
  /** Key units of known set phrases. */
  readonly #known: Uint8Array;
  readonly #formulaic: FormulaicWording;
  /** Long wording that many documents share. */
  readonly #longFormulaic: FormulaicWording;
  document: ReusedDocument | undefined;

  constructor(
    readonly corpus: Corpus,
    readonly text: string,
    readonly search: ReuseSearch,
  ) {
    const { key, map } = keyText(text);
    const length = key.length;
    this.#units = Uint16Array.from({ length }, (_, i) => key.charCodeAt(i));
    this.#open = new Uint8Array(length).fill(1);
    for (const span of search.excluded ?? []) {
      this.#open.fill(0, map.fromOrigin(span.start), Math.min(length, map.fromOrigin(span.end)));
    }
    this.#lettersBefore = new Int32Array(length + 1);
    for (let i = 0; i < length; i++) {
      this.#lettersBefore[i + 1] = this.#lettersBefore[i]! + (this.#open[i] === 1 && isLetter(this.#units[i]!) ? 1 : 0);
    }
    this.#known = new Uint8Array(length);
    for (const span of search.formulas ?? []) {
      this.#known.fill(1, map.fromOrigin(span.start), Math.min(length, map.fromOrigin(span.end)));
    }
    this.#toText = (span) => map.spanToOrigin(span.start, span.end);
    const { formulaicIn = corpus, formulaicLimit } = search;
    this.#formulaic = new FormulaicWording(formulaicIn, this.#units, formulaicLimit);
    this.#longFormulaic = new FormulaicWording(formulaicIn, this.#units, formulaicLimit, JOINED_LENGTH);
  }

  passages(): ReusedPassage[] {
    const candidates: Candidate[] = [];
    for (const part of this.corpus.parts) {
      const byDocument = matchesInPart(part, this.#units, this.#open, this.search);
      for (const [index, matches] of byDocument) {
        const document = part.segment.documents[index]!;
        this.#noteDocument(document, matches);
        for (const chain of chains(matches, this.#lettersBefore)) this.#weigh(part, document, chain, candidates);
      }
    }
    return this.#choose(candidates);
  }

  #isFormulaic(at: number): boolean {
    return this.#known[at] === 1 || this.#formulaic.covers(at);
  }

  #letters(start: number, end: number): number {
    return this.#lettersBefore[end]! - this.#lettersBefore[start]!;
  }

  /** Remembers the document that holds most of the text. Matches ascend, though not strictly. */
  #noteDocument(document: IndexedDocument, matches: readonly SourceMatch[]): void {
    const letters = this.#letters(0, this.#units.length);
    if (letters < SHORTEST_DOCUMENT) return;
    let held = 0;
    let end = 0;
    for (const match of matches) {
      if (match.end <= end || match.end - match.start < SHORTEST_SHARED) continue;
      held += this.#letters(Math.max(end, match.start), match.end);
      end = match.end;
    }
    const share = held / letters;
    if (share < LEAST_SHARE_OF_TEXT || share <= (this.document?.share ?? 0)) return;
    if (letters < LONG_DOCUMENT && held < LEAST_SHARE_OF_DOCUMENT * document.entry.key[1]) return;
    this.document = { document, share };
  }

  /** Cuts a chain of matches into passages that are worth reporting. */
  #weigh(part: CorpusPart, document: IndexedDocument, seeded: readonly SourceMatch[], found: Candidate[]): void {
    const least = this.search.minLength;
    if (this.#lettersMatched(seeded) < least * LEAST_SEEDED) return;
    const chain = this.#refined(part, document, seeded);
    const start = chain.reduce((first, match) => Math.min(first, match.start), this.#units.length);
    const end = chain.reduce((last, match) => Math.max(last, match.end), 0);
    if (this.#letters(start, end) < least) return;
    const matched = new Uint8Array(end - start);
    const joined = new Uint8Array(end - start);
    for (const match of chain) {
      matched.fill(1, match.start - start, match.end - start);
      if (match.end - match.start >= JOINED_LENGTH) joined.fill(1, match.start - start, match.end - start);
    }
    for (const piece of this.#dense(matched, start)) {
      let evidence = 0;
      let held = 0;
      for (let i = piece.start; i < piece.end; i++) {
        if (matched[i - start] === 0 || this.#letters(i, i + 1) === 0) continue;
        held++;
        if (!this.#isFormulaic(i)) evidence++;
        else if (joined[i - start] === 1 && this.#known[i] === 0 && !this.#longFormulaic.covers(i))
          evidence += JOINED_EVIDENCE;
      }
      const letters = this.#letters(piece.start, piece.end);
      if (letters < least || evidence < letters * LEAST_EVIDENCE) continue;
      const { held: heldOfSource, ...source } = heldStretch(part, chain, piece);
      // A source matched again and again by a text that repeats itself is held once.
      held = Math.min(held, heldOfSource);
      evidence = Math.min(evidence, heldOfSource);
      const similarity = this.#similarity(part, piece, source, held);
      if (similarity < LEAST_SIMILARITY || evidence * similarity < least * LEAST_STRENGTH) continue;
      found.push({ ...piece, part, document, source, evidence, similarity });
    }
  }

  #lettersMatched(chain: readonly SourceMatch[]): number {
    let letters = 0;
    let end = 0;
    for (const match of chain) {
      if (match.end <= end) continue;
      letters += this.#letters(Math.max(end, match.start), match.end);
      end = match.end;
    }
    return letters;
  }

  /** The matches of a chain with those that common words make around them. */
  #refined(part: CorpusPart, document: IndexedDocument, seeded: readonly SourceMatch[]): readonly SourceMatch[] {
    const { start, end } = sourceOf(seeded, { start: 0, end: this.#units.length });
    const textStart = seeded.reduce((first, match) => Math.min(first, match.start), this.#units.length);
    const textEnd = seeded.reduce((last, match) => Math.max(last, match.end), 0);
    if (textEnd - textStart > LONGEST_REFINED || end - start > LONGEST_REFINED) return seeded;
    const { keySpan } = document;
    const text = {
      start: Math.max(0, textStart - WIDEST_GAP),
      end: Math.min(this.#units.length, textEnd + WIDEST_GAP),
    };
    const near = {
      start: Math.max(keySpan.start, start - WIDEST_SOURCE_GAP),
      end: Math.min(keySpan.end, end + WIDEST_SOURCE_GAP),
    };
    if (this.search.earlierOnly) {
      text.start = Math.max(text.start, textStart);
      near.end = Math.min(near.end, textStart);
    }
    return [...seeded, ...matchesNear(this.#units, this.#open, text, part.segment.sections.key, near)];
  }

  /** The stretches of highest worth, ended where the worth has dropped too far. */
  *#dense(matched: Uint8Array, offset: number): Generator<Span> {
    let start = -1;
    let best = 0;
    let bestEnd = -1;
    let worth = 0;
    for (let at = 0; at <= matched.length; at++) {
      const isEnd = at === matched.length;
      if (!isEnd && this.#letters(offset + at, offset + at + 1) === 0) continue;
      if (!isEnd && matched[at] === 1) {
        if (start < 0) {
          start = at;
          worth = 0;
          best = 0;
        }
        worth += this.#isFormulaic(offset + at) ? FORMULAIC_WORTH : SPECIFIC_WORTH;
        if (worth > best) {
          best = worth;
          bestEnd = at + 1;
        }
        continue;
      }
      worth += MISSING_WORTH;
      if (start >= 0 && (isEnd || worth < best - DEEPEST_DROP || worth <= 0)) {
        yield { start: offset + start, end: offset + bestEnd };
        start = -1;
      }
    }
  }

  #similarity(part: CorpusPart, piece: Span, source: Span, held: number): number {
    const mine = letterTextOfKey(this.#units, piece.start, piece.end).letters;
    const theirs = letterTextOfKey(part.segment.sections.key, source.start, source.end).letters;
    const longer = Math.max(mine.length, theirs.length);
    // Clauses in another order cost an alignment much, but not the share of letters held.
    const share = Math.min(1, held / longer);
    if (longer > LONGEST_ALIGNED) return share;
    return Math.max(share, 1 - editDistance(mine, theirs) / longer);
  }

  /** One source for each place of the text: the one with most evidence; others that hold about the same are named. */
  #choose(candidates: Candidate[]): ReusedPassage[] {
    candidates.sort(
      (a, b) => strength(b) - strength(a) || (a.document.date ?? '9').localeCompare(b.document.date ?? '9'),
    );
    const chosen: { candidate: Candidate; others: Candidate[] }[] = [];
    for (const candidate of candidates) {
      const rival = chosen.find(({ candidate: other }) => other.start < candidate.end && candidate.start < other.end);
      if (!rival) chosen.push({ candidate, others: [] });
      else if (
        rival.others.length < MOST_OTHERS &&
        rival.candidate.document !== candidate.document &&
        strength(candidate) > 0.8 * strength(rival.candidate)
      ) {
        rival.others.push(candidate);
      }
    }
    chosen.sort((a, b) => a.candidate.start - b.candidate.start);
    return chosen.map(({ candidate, others }) => ({
      ...this.#toText(candidate),
      source: this.#passage(candidate),
      similarity: candidate.similarity,
      others: others.map((other) => this.#passage(other)),
    }));
  }

  #passage({ document, source }: Candidate): Passage {
    return this.corpus.passage({ document, ...source });
  }
}

/** A passage with fewer letters of its own than this share is a string of set phrases. */
const LEAST_EVIDENCE = 0.35;
/** Letters that few documents share, weighed by similarity, must be as many as this share of the shortest passage. */
const LEAST_STRENGTH = 1;

function strength({ evidence, similarity }: Candidate): number {
  return evidence * similarity;
}
