/** Finds passages of the sources: the exact words first, then those that share most rare three-character pieces. */
import type { Snapshot } from '../analysis/snapshot';
import type { Corpus, Passage } from '../index/corpus';
import type { IndexedDocument } from '../index/segment';
import { keyOf } from '../text/keyText';
import { sentences } from '../text/sentences';
import { spanAt } from '../text/span';

export interface SearchOptions {
  readonly limit: number;
  /** Also passages that hold only parts of the words. */
  readonly fuzzy: boolean;
}

export interface SearchResult extends Passage {
  /** The clean text of the passage: the sentence that holds the words. */
  readonly text: string;
  /** 1 for the exact words, below that the share of them found. */
  readonly score: number;
}

const PIECE = 3;
/** A piece that occurs more often says nothing about where to look. */
const COMMON = 2000;
const LEAST_SHARE = 0.35;

/** The passages for a query, best first and newest first among equals; examples are left out. */
export function searchPassages(snapshot: Snapshot, query: string, options: SearchOptions): SearchResult[] {
  const { corpus } = snapshot;
  const key = keyOf(query);
  if (key === '') return [];
  const exact = corpus
    .occurrences(key, Math.max(1000, options.limit * 10))
    .map((occurrence) => ({ ...sentenceOf(corpus, corpus.passage(occurrence)), score: 1 }));
  const results = distinct(exact);
  if (options.fuzzy || results.length === 0) results.push(...byPieces(corpus, key));
  return distinct(results.sort(better)).slice(0, options.limit);
}

function better(a: SearchResult, b: SearchResult): number {
  const byScore = b.score - a.score;
  if (byScore !== 0) return byScore;
  const [dateA, dateB] = [a.document.date ?? '', b.document.date ?? ''];
  if (dateA !== dateB) return dateA < dateB ? 1 : -1;
  return a.document.path === b.document.path ? a.start - b.start : a.document.path < b.document.path ? -1 : 1;
}

function distinct(results: readonly SearchResult[]): SearchResult[] {
  const seen = new Set<string>();
  return results.filter(({ document, start }) => {
    const place = `${document.path}\u0000${start}`;
    return !seen.has(place) && seen.add(place);
  });
}

function byPieces(corpus: Corpus, key: string): SearchResult[] {
  const votes = new Map<string, { passage: Passage; weight: number; pieces: Set<string> }>();
  let whole = 0;
  for (const piece of new Set(pieces(key))) {
    const ranges = corpus.find(piece);
    const count = ranges.reduce((sum, range) => sum + range.high - range.low, 0);
    const weight = 1 / Math.log2(2 + count);
    whole += weight;
    if (count === 0 || count > COMMON) continue;
    for (const occurrence of corpus.inRanges(ranges, piece.length, COMMON)) {
      const passage = corpus.passage(occurrence);
      const paragraph = corpus.paragraphAround(passage.document, passage.start);
      const place = `${passage.document.path}\u0000${paragraph.start}`;
      const vote = votes.get(place) ?? { passage, weight: 0, pieces: new Set<string>() };
      if (!vote.pieces.has(piece)) {
        vote.pieces.add(piece);
        vote.weight += weight;
      }
      votes.set(place, vote);
    }
  }
  return [...votes.values()]
    .filter(({ weight }) => weight >= whole * LEAST_SHARE)
    .map(({ passage, weight }) => ({ ...sentenceOf(corpus, passage), score: Math.min(0.99, weight / whole) }));
}

function pieces(key: string): string[] {
  if (key.length <= PIECE) return [key];
  return Array.from({ length: key.length - PIECE + 1 }, (_, i) => key.slice(i, i + PIECE));
}

/** The sentence (or sentences) of clean text around a passage. */
function sentenceOf(corpus: Corpus, passage: Passage): Passage & { text: string } {
  const { document } = passage;
  const paragraph = corpus.paragraphAround(document, passage.start);
  const text = document.cleanText(paragraph.start, Math.max(paragraph.end, passage.end));
  const spans = sentences(text, { start: 0, end: text.length });
  const first = spanAt(spans, passage.start - paragraph.start);
  const last = spanAt(spans, Math.max(0, passage.end - paragraph.start - 1));
  const start = first?.start ?? passage.start - paragraph.start;
  const end = Math.max(last?.end ?? 0, passage.end - paragraph.start);
  return passageOf(document, paragraph.start + start, paragraph.start + end);
}

function passageOf(document: IndexedDocument, start: number, end: number): Passage & { text: string } {
  return { document, start, end, text: document.cleanText(start, end) };
}
