/** Where a whole draft comes from: each paragraph with the sources of its sentences, and how much of it is new. */
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import type { ClosestSource } from '../index/closestSource';
import { letterText } from '../index/letterText';
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

/** A step for each sentence: for {@link inSteps}. `path` is the draft's own: it is no source of itself. */
export function* draftSources(snapshot: Snapshot, draft: Draft, path?: string): Generator<void, DraftSources> {
  const paragraphs: ParagraphSources[] = [];
  const all = { letters: 0, borrowed: 0 };
  for (const { kind, start, end, sentences } of draft.blocks) {
    if (kind !== 'prose' && kind !== 'blockQuote') continue;
    const sourced: SourcedSentence[] = [];
    const documents = new Map<string, { first: ClosestSource; borrowed: number }>();
    let [letters, borrowed] = [0, 0];
    for (const stretch of stretchesOf(sentences)) {
      const { length } = letterText(draft.text.slice(stretch.start, stretch.end)).letters;
      const found = sourcesOfStretch(snapshot, draft, stretch, path);
      letters += length;
      if (found) {
        const [first] = found.sources;
        const document = documents.get(first.document.path) ?? { first, borrowed: 0 };
        documents.set(first.document.path, document);
        sourced.push(found);
        document.borrowed += length * first.share;
        borrowed += length * first.share;
      }
      yield;
    }
    if (letters === 0) continue;
    const shares = [...documents.values()].map((each) => ({ first: each.first, share: each.borrowed / letters }));
    shares.sort((a, b) => b.share - a.share);
    paragraphs.push({ start, end, sentences: sourced, documents: shares, newShare: 1 - borrowed / letters });
    all.letters += letters;
    all.borrowed += borrowed;
  }
  return { paragraphs, newShare: all.letters === 0 ? 1 : 1 - all.borrowed / all.letters };
}
