/** Picks the documents that a draft resembles, and sorts their suffixes by taking them out of the sorted suffixes of all. */
import type { DocumentKind } from '../corpus/document';
import type { Span } from '../text/span';
import type { Corpus } from './corpus';
import type { IndexedDocument, Segment } from './segment';
import { countFirstUnits, FIRST_UNITS, SuffixArray, summedFirstUnits } from './suffixArray';

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
const STEP = 1 << 17;
/** Blocks looked at in a step. */
const BLOCKS_IN_STEP = 1 << 12;
/** Key units of a block, as a power of two: what is said of a block at once stays in the processor's cache. */
const BLOCK = 8;
const [FAR, NEAR, MIXED] = [0, 1, 2];

/** The sorted suffixes that begin in some documents, taken out of the sorted suffixes of all. */
function* suffixesIn(segment: Segment, documents: readonly IndexedDocument[]): Generator<void, SuffixArray> {
  const { text, suffixes } = segment.suffixes;
  const places = new NearPlaces(text.length);
  const counts = new Int32Array(FIRST_UNITS);
  for (const { keySpan } of documents) {
    places.add(keySpan);
    countFirstUnits(text, keySpan, counts);
    yield;
  }
  yield* places.finish();
  const own = new Int32Array(places.length);
  let found = 0;
  for (let rank = 0; rank < suffixes.length; rank += STEP) {
    found = places.select(suffixes, rank, Math.min(suffixes.length, rank + STEP), own, found);
    yield;
  }
  return new SuffixArray(text, own, summedFirstUnits(counts));
}

/** Which places of a text lie in some spans of it. */
class NearPlaces {
  /** Exact, one bit for each unit. */
  readonly #bits: Uint8Array;
  /** For each block whether all, none or some of its units are near: sorted suffixes jump all over the text. */
  readonly #blocks: Uint8Array;
  length = 0;

  constructor(textLength: number) {
    this.#bits = new Uint8Array((textLength >>> 3) + 1);
    this.#blocks = new Uint8Array((textLength >>> BLOCK) + 1);
  }

  add({ start, end }: Span): void {
    for (let at = start; at < end; at++) this.#bits[at >>> 3]! |= 1 << (at & 7);
    this.length += end - start;
  }

  *finish(): Generator<void> {
    const bytes = 1 << (BLOCK - 3);
    for (let block = 0; block < this.#blocks.length; block++) {
      if (block % BLOCKS_IN_STEP === BLOCKS_IN_STEP - 1) yield;
      let [and, or] = [0xff, 0];
      for (let at = block * bytes; at < (block + 1) * bytes; at++) {
        const byte = this.#bits[at] ?? 0;
        and &= byte;
        or |= byte;
      }
      this.#blocks[block] = or === 0 ? FAR : and === 0xff ? NEAR : MIXED;
    }
  }

  /** Copies the near ones of `suffixes` from rank `low` to `high` behind the `count` there are, and answers how many there are then. */
  select(suffixes: Int32Array, low: number, high: number, into: Int32Array, count: number): number {
    const [bits, blocks] = [this.#bits, this.#blocks];
    let found = count;
    for (let rank = low; rank < high; rank++) {
      const at = suffixes[rank]!;
      const block = blocks[at >>> BLOCK]!;
      if (block === FAR || (block === MIXED && (bits[at >>> 3]! & (1 << (at & 7))) === 0)) continue;
      into[found++] = at;
    }
    return found;
  }
}
