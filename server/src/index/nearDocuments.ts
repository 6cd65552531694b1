/** Picks the documents that a draft resembles, and sorts their suffixes by taking them out of the sorted suffixes of all. */
import type { DocumentKind } from '../corpus/document';
import type { Corpus, CorpusPart } from './corpus';
import type { IndexedDocument } from './segment';
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

/** The suffixes of the documents near a draft, one array for each part that holds any. O(characters) once for each corpus and profile. */
export function nearSuffixes(corpus: Corpus, profile: DraftProfile): SuffixArray[] {
  const near = nearDocuments(corpus, profile);
  return corpus.parts.flatMap((part) => suffixesOf(part, near) ?? []);
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

function suffixesOf({ segment }: CorpusPart, near: ReadonlySet<IndexedDocument>): SuffixArray | undefined {
  const { text, suffixes } = segment.suffixes;
  // One bit for each unit: the suffixes come in an order that jumps all over the text, and so little stays in the processor's cache.
  const isNear = new Uint8Array((text.length >>> 3) + 1);
  let length = 0;
  for (const document of segment.documents) {
    if (!near.has(document)) continue;
    const { start, end } = document.keySpan;
    for (let at = start; at < end; at++) isNear[at >>> 3]! |= 1 << (at & 7);
    length += end - start;
  }
  if (length === 0) return undefined;
  const own = new Int32Array(length);
  let found = 0;
  for (let rank = 0; rank < suffixes.length; rank++) {
    const at = suffixes[rank]!;
    if ((isNear[at >>> 3]! & (1 << (at & 7))) !== 0) own[found++] = at;
  }
  return new SuffixArray(text, own);
}
