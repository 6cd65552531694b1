/** Finds the passages of a text that repeat or closely follow passages of the corpus. */
import type { Span } from '../text/span';
import { PairHash } from '../util/pairHash';
import { RecentCache } from '../util/recentCache';
import type { Corpus, CorpusPart, Passage } from './corpus';
import { chains, spanOf } from './matchChains';
import {
  LONGEST_REFINED,
  leastSeeded,
  strength,
  type WeighedPassage,
  weighed,
  weighedStretch,
} from './passageWeighing';
import { ReusedText, type ReuseSearch } from './reusedText';
import type { IndexedDocument } from './segment';
import { type MatchTable, matchesInPart, type SourceMatch } from './sourceMatches';

export interface CorpusReuseSearch extends ReuseSearch {
  /** A document that is no source: the text itself. */
  readonly exceptPath?: string;
  /** The documents that say what is formulaic, where they are not the sources. */
  readonly formulaicIn?: Corpus;
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
 * passages the one with more evidence counts. Near-linear: O((|text| + matches) log n). What was looked up and weighed
 * lately is remembered, so that a text with one paragraph changed takes little more than that paragraph.
 */
export function textReuse(corpus: Corpus, text: string, search: CorpusReuseSearch): Reuse {
  const { formulaicIn = corpus } = search;
  const own = new ReusedText(text, search, formulaicIn);
  const candidates: Candidate[] = [];
  let whole: ReusedDocument | undefined;
  for (const part of corpus.parts) {
    const table = matchesInPart(part, own.units, own.open, search.exceptPath);
    for (const [index, document] of part.segment.documents.entries()) {
      if (table.firstOf[index] === table.firstOf[index + 1]) continue;
      const share = shareOfText(own, table, index, document);
      if (share > (whole?.share ?? 0)) whole = { document, share };
      for (const chain of chains(table, index, own.lettersBefore, leastSeeded(search.minLength))) {
        for (const passage of remembered(own, { part, document, formulaicIn }, chain, search))
          candidates.push({ ...passage, document });
      }
    }
  }
  return { passages: chosen(corpus, own, candidates), ...(whole && { document: whole }) };
}

/** A passage before it is chosen over others. */
interface Candidate extends WeighedPassage {
  readonly document: IndexedDocument;
}

/** The share of the text that a document holds, where both are long enough to tell and it is enough to be the document; else 0. */
function shareOfText(text: ReusedText, table: MatchTable, index: number, document: IndexedDocument): number {
  const letters = text.letters(0, text.length);
  if (letters < SHORTEST_DOCUMENT) return 0;
  const { starts, ends, firstOf } = table;
  let held = 0;
  let end = 0;
  // Matches ascend, though not strictly.
  for (let i = firstOf[index]!; i < firstOf[index + 1]!; i++) {
    if (ends[i]! <= end || ends[i]! - starts[i]! < SHORTEST_SHARED) continue;
    held += text.letters(Math.max(end, starts[i]!), ends[i]!);
    end = ends[i]!;
  }
  const share = held / letters;
  if (share < LEAST_SHARE_OF_TEXT) return 0;
  return letters < LONG_DOCUMENT && held < LEAST_SHARE_OF_DOCUMENT * document.segment.place(document.index, 'keyLength')
    ? 0
    : share;
}

/** Groups of matches whose passages are kept: those of some ten drafts. */
const MOST_KEPT = 6000;

/** By what is formulaic and by part; places of the text count from where a group of matches begins. */
const weighedOf = new WeakMap<Corpus, WeakMap<CorpusPart, RecentCache<readonly WeighedPassage[]>>>();

interface RememberedSource {
  readonly part: CorpusPart;
  readonly document: IndexedDocument;
  readonly formulaicIn: Corpus;
}

/** The passages of a group of matches, weighed once for as long as neither it nor the text around it changes. */
function remembered(
  text: ReusedText,
  { part, document, formulaicIn }: RememberedSource,
  chain: readonly SourceMatch[],
  { minLength, formulaicLimit }: ReuseSearch,
): readonly WeighedPassage[] {
  const span = spanOf(chain);
  const source = { key: part.segment.sections.key, ...document.keySpan };
  const make = () => weighed(text, source, chain, minLength);
  // A key as long as that would cost what it saves.
  if (span.end - span.start > LONGEST_REFINED) return make();
  const byPart = weighedOf.get(formulaicIn) ?? new WeakMap<CorpusPart, RecentCache<readonly WeighedPassage[]>>();
  weighedOf.set(formulaicIn, byPart);
  const known = byPart.get(part) ?? new RecentCache<readonly WeighedPassage[]>(MOST_KEPT);
  byPart.set(part, known);
  const matches = new PairHash();
  for (const match of chain)
    matches
      .add(match.start - span.start)
      .add(match.end - span.start)
      .add(match.source);
  const stretch = text.fingerprint(weighedStretch(span, text.length));
  const key = `${minLength} ${formulaicLimit} ${matches.name} ${stretch}`;
  const passages = known.get(key, () => make().map((passage) => moved(passage, -span.start)));
  return passages.map((passage) => moved(passage, span.start));
}

function moved(passage: WeighedPassage, by: number): WeighedPassage {
  return { ...passage, start: passage.start + by, end: passage.end + by };
}

/** One source for each place of the text: the one with most evidence; others that hold about the same are named. */
function chosen(corpus: Corpus, text: ReusedText, candidates: Candidate[]): ReusedPassage[] {
  candidates.sort(
    (a, b) => strength(b) - strength(a) || (a.document.date ?? '9').localeCompare(b.document.date ?? '9'),
  );
  const kept: { candidate: Candidate; others: Candidate[] }[] = [];
  for (const candidate of candidates) {
    const rival = kept.find(({ candidate: other }) => other.start < candidate.end && candidate.start < other.end);
    if (!rival) kept.push({ candidate, others: [] });
    else if (
      rival.others.length < MOST_OTHERS &&
      rival.candidate.document !== candidate.document &&
      strength(candidate) > 0.8 * strength(rival.candidate)
    ) {
      rival.others.push(candidate);
    }
  }
  kept.sort((a, b) => a.candidate.start - b.candidate.start);
  const passage = ({ document, source }: Candidate) => corpus.passage({ document, ...source });
  return kept.map(({ candidate, others }) => ({
    ...text.toText(candidate),
    source: passage(candidate),
    similarity: candidate.similarity,
    others: others.map(passage),
  }));
}
