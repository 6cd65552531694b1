/** Picks the documents that a draft resembles, and sorts their suffixes by taking them out of the sorted suffixes of all. */
import type { DocumentKind } from '../corpus/document';
import type { Corpus } from './corpus';
import type { IndexedDocument, Segment } from './segment';
import { SuffixArray } from './suffixArray';

/** What a draft is, as far as it is known. */
export interface DraftProfile {
  /** `YYYY-MM-DD` or less precise. */
  readonly date: string;
  readonly kind: DocumentKind;
}

/** Older documents say much the same in other words. */
const YEARS = 2;
/** Beyond this the near documents are too many to say more than the whole. */
const MOST_CHARACTERS = 4_000_000;
/** Where nearly everything is near, nothing is. */
const MOST_SHARE = 0.7;

/**
 * The suffixes of the documents near a draft, one array for each part that holds any: O(characters) in steps of under a
 * millisecond, or nothing where the same documents of the same segment were chosen before.
 */
export function* nearSuffixes(corpus: Corpus, profile: DraftProfile): Generator<void, SuffixArray[]> {
  const near = nearDocuments(corpus, profile);
  const found: SuffixArray[] = [];
  for (const { segment } of corpus.parts) {
    const documents = segment.documents.filter((document) => near.has(document));
    if (documents.length > 0) found.push(yield* suffixesOf(segment, documents));
  }
  return found;
}

/** The newest documents of the draft's kind, or of any kind where there are none, of the last years before the draft. */
export function nearDocuments(corpus: Corpus, { date, kind }: DraftProfile): ReadonlySet<IndexedDocument> {
  const earliest = Number(date.slice(0, 4)) - YEARS;
  const latest = Number(date.slice(0, 4)) + 1;
  const recent = corpus.sources.filter((document) => {
    const year = Number(document.date?.slice(0, 4));
    return year >= earliest && year <= latest;
  });
  const alike = kind === 'other' ? [] : recent.filter((document) => document.kind === kind);
  const chosen = new Set<IndexedDocument>();
  let characters = 0;
  const byDate = (a: IndexedDocument, b: IndexedDocument) => (a.date! < b.date! ? 1 : a.date! > b.date! ? -1 : 0);
  for (const document of (alike.length > 0 ? alike : recent).sort(byDate)) {
    characters += document.length;
    if (characters > MOST_CHARACTERS) break;
    chosen.add(document);
  }
  return characters > corpus.characters * MOST_SHARE ? new Set() : chosen;
}

interface Chosen {
  readonly documents: readonly IndexedDocument[];
  readonly suffixes: SuffixArray;
}

/** Choices from one segment that are kept, at most 16 MB each: for the kinds and years of drafts that she works on at a time. */
const CHOICES = 4;
const chosenFrom = new WeakMap<Segment, readonly Chosen[]>();

function* suffixesOf(segment: Segment, documents: readonly IndexedDocument[]): Generator<void, SuffixArray> {
  const before = chosenFrom.get(segment) ?? [];
  const known = before.find(
    (choice) =>
      choice.documents.length === documents.length && choice.documents.every((each, i) => each === documents[i]),
  );
  const chosen = known ?? { documents, suffixes: yield* suffixesIn(segment, documents) };
  chosenFrom.set(segment, [chosen, ...before.filter((choice) => choice !== known)].slice(0, CHOICES));
  return chosen.suffixes;
}

/** Ranks looked at in a step. */
const STEP = 1 << 16;

/** The sorted suffixes that begin in some documents, taken out of the sorted suffixes of all. */
function* suffixesIn(segment: Segment, documents: readonly IndexedDocument[]): Generator<void, SuffixArray> {
  const { text, suffixes, firstUnits } = segment.suffixes;
  // One bit for each unit: the suffixes come in an order that jumps all over the text, and so little stays in the processor's cache.
  const isNear = new Uint8Array((text.length >>> 3) + 1);
  let length = 0;
  for (const document of documents) {
    const { start, end } = document.keySpan;
    for (let at = start; at < end; at++) isNear[at >>> 3]! |= 1 << (at & 7);
    length += end - start;
    yield;
  }
  const own = new Int32Array(length);
  const ownFirst = new Int32Array(firstUnits.length);
  let found = 0;
  for (let unit = 0; unit + 1 < firstUnits.length; unit++) {
    const end = firstUnits[unit + 1]!;
    for (let rank = firstUnits[unit]!; rank < end; rank++) {
      const at = suffixes[rank]!;
      if ((isNear[at >>> 3]! & (1 << (at & 7))) !== 0) own[found++] = at;
      if (rank % STEP === 0) yield;
    }
    ownFirst[unit + 1] = found;
  }
  return new SuffixArray(text, own, ownFirst);
}
