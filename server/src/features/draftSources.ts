/** Where a whole draft comes from: each paragraph with the sources of its sentences, and how much of it is new. */
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import type { ClosestSource } from '../index/closestSource';
import { letterText } from '../index/letterText';
import type { IndexedDocument } from '../index/segment';
import type { Span } from '../text/span';
import { type SourcedSentence, sourcesOfStretch, stretchesOf } from './sentenceSources';

export interface ParagraphSources extends Span {
  /** The sentences that have a source, ascending. */
  readonly sentences: readonly SourcedSentence[];
  /** The documents closest to them, the one with most of the paragraph first. */
  readonly documents: readonly DocumentShare[];
  /** From 0 to 1: the share of letters that no source has. */
  readonly newShare: number;
}

export interface DocumentShare {
  /** The passage of the first sentence that is closest to this document. */
  readonly first: ClosestSource;
  /** From 0 to 1: the share of the paragraph's letters that are the document's. */
  readonly share: number;
}

export interface DraftSources {
  /** Paragraphs and block quotes, ascending; headings, tables and code are left out. */
  readonly paragraphs: readonly ParagraphSources[];
  /** From 0 to 1; 1 for a draft without text. */
  readonly newShare: number;
}

/** A paragraph as it is looked up. */
interface Looked extends Span {
  /** Of all its sentences. */
  letters: number;
  readonly found: { readonly sentence: SourcedSentence; readonly letters: number }[];
}

/**
 * A step for each sentence: for {@link inSteps}. Of documents equally close to a sentence the one that most of the draft
 * is close to comes first. `path` is the draft's own: it is no source of itself.
 */
export function* draftSources(snapshot: Snapshot, draft: Draft, path?: string): Generator<void, DraftSources> {
  const looked: Looked[] = [];
  for (const { kind, start, end, sentences } of draft.blocks) {
    if (kind !== 'prose' && kind !== 'blockQuote') continue;
    const paragraph: Looked = { start, end, letters: 0, found: [] };
    for (const stretch of stretchesOf(sentences)) {
      const letters = letterText(draft.text.slice(stretch.start, stretch.end)).letters.length;
      paragraph.letters += letters;
      const sentence = sourcesOfStretch(snapshot, draft, stretch, path);
      if (sentence) paragraph.found.push({ sentence, letters });
      yield;
    }
    if (paragraph.letters > 0) looked.push(paragraph);
  }
  const closeTo = lettersCloseTo(looked);
  const paragraphs = looked.map((paragraph) => describe(paragraph, closeTo));
  const letters = looked.reduce((sum, paragraph) => sum + paragraph.letters, 0);
  const fresh = looked.reduce((sum, paragraph, i) => sum + paragraph.letters * paragraphs[i]!.newShare, 0);
  return { paragraphs, newShare: letters === 0 ? 1 : fresh / letters };
}

/** The letters of sentences to which no document is closer. */
function lettersCloseTo(looked: readonly Looked[]): ReadonlyMap<IndexedDocument, number> {
  const sums = new Map<IndexedDocument, number>();
  for (const { sentence, letters } of looked.flatMap(({ found }) => found)) {
    for (const { document, share } of sentence.sources) {
      if (share === sentence.sources[0].share) sums.set(document, (sums.get(document) ?? 0) + letters);
    }
  }
  return sums;
}

function describe(
  { start, end, letters, found }: Looked,
  closeTo: ReadonlyMap<IndexedDocument, number>,
): ParagraphSources {
  const documents = new Map<IndexedDocument, { first: ClosestSource; borrowed: number }>();
  let borrowed = 0;
  const sentences = found.map(({ sentence, letters: own }): SourcedSentence => {
    const [first, ...others] = [...sentence.sources].sort(
      (a, b) => b.share - a.share || (closeTo.get(b.document) ?? 0) - (closeTo.get(a.document) ?? 0),
    ) as [ClosestSource, ...ClosestSource[]];
    const document = documents.get(first.document) ?? { first, borrowed: 0 };
    documents.set(first.document, document);
    document.borrowed += own * first.share;
    borrowed += own * first.share;
    return { ...sentence, sources: [first, ...others] };
  });
  const shares = [...documents.values()].map((each) => ({ first: each.first, share: each.borrowed / letters }));
  shares.sort((a, b) => b.share - a.share);
  return { start, end, sentences, documents: shares, newShare: 1 - borrowed / letters };
}
