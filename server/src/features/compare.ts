/** How the wording changed from one document to another: sentences kept, changed, dropped and new, and formulations used. */
import type { Draft } from '../draft/draft';
import { differences } from '../index/alignment';
import { letterText } from '../index/letterText';
import type { Knowledge } from '../knowledge/knowledge';
import type { Span } from '../text/span';
import { type FormulationUse, formulationChanges } from './formulationChanges';

export type ChangeKind = 'kept' | 'changed' | 'dropped' | 'new';

/** Words of the one document that the other has differently; one side may be empty. */
export interface WordChange {
  readonly from: string;
  readonly to: string;
}

/** A sentence of either document, or a pair; spans in UTF-16 code units of the documents' texts. */
export interface SentenceChange {
  readonly kind: ChangeKind;
  readonly a?: Span;
  readonly b?: Span;
  /** For a changed sentence: 0 to 1, how much of it is the same. */
  readonly similarity?: number;
  readonly changes?: readonly WordChange[];
}

export interface Comparison {
  /** In the order of the second document; what was dropped stands where the first had it. */
  readonly sentences: readonly SentenceChange[];
  /** Paragraphs: kept word for word, changed in part, dropped or new as a whole. */
  readonly paragraphs: Readonly<Record<ChangeKind, number>>;
  /** By name: in the first only, in the second only, in both. */
  readonly formulations: readonly FormulationUse[];
}

/** Below this share of common three-letter pieces two sentences are two, not one that changed. */
const LEAST_SIMILARITY = 0.45;
const PIECE = 3;
/** A piece in more sentences than this says nothing about where to look. */
const COMMON = 60;
/** Longer sentences are compared as a whole only: what differs in them is most of them. */
const LONGEST_COMPARED = 2000;

interface Unit extends Span {
  readonly key: string;
  readonly paragraph: number;
}

/**
 * Compares two documents sentence by sentence, whatever their order. Equal but for punctuation counts as kept. O(length)
 * for what was kept, and for the rest a lookup of its three-letter pieces.
 */
export function compareDocuments(knowledge: Knowledge, a: Draft, b: Draft): Comparison {
  const [left, right] = [unitsOf(a), unitsOf(b)];
  const partner = pairEqual(left, right);
  pairSimilar(left, right, partner);
  const sentences = inOrder(left, right, partner).map((pair) => describe(a, b, left, right, pair));
  const changed = sentences.flatMap(({ kind, a: from, b: to }) =>
    kind === 'changed' && from && to ? [{ a: from, b: to }] : [],
  );
  return {
    sentences,
    paragraphs: countParagraphs(left, right, partner),
    formulations: formulationChanges(knowledge, a, b, changed),
  };
}

function unitsOf(draft: Draft): Unit[] {
  return draft.blocks.flatMap((block, paragraph) =>
    block.sentences.flatMap(({ start, end }) => {
      const key = letterText(draft.text.slice(start, end)).letters;
      return key === '' ? [] : [{ start, end, key, paragraph }];
    }),
  );
}

/** From the index of a unit of the second document to that of its partner in the first, and how alike they are. */
type Partners = Map<number, { readonly left: number; readonly similarity: number }>;

/** Equal sentences, the first unused one of the first document for each of the second. */
function pairEqual(left: readonly Unit[], right: readonly Unit[]): Partners {
  const byKey = new Map<string, number[]>();
  left.forEach(({ key }, i) => {
    const same = byKey.get(key);
    if (same) same.push(i);
    else byKey.set(key, [i]);
  });
  const partners: Partners = new Map();
  const next = new Map<string, number>();
  right.forEach(({ key }, i) => {
    const at = next.get(key) ?? 0;
    const same = byKey.get(key)?.[at];
    if (same === undefined) return;
    next.set(key, at + 1);
    partners.set(i, { left: same, similarity: 1 });
  });
  return partners;
}

/** Pairs what is left by the pieces it shares, the likest first. */
function pairSimilar(left: readonly Unit[], right: readonly Unit[], partners: Partners): void {
  const taken = new Set([...partners.values()].map((partner) => partner.left));
  const places = new Map<string, number[]>();
  const sizes = new Map<number, number>();
  left.forEach(({ key }, i) => {
    if (taken.has(i)) return;
    const own = piecesOf(key);
    sizes.set(i, own.size);
    for (const piece of own) {
      const at = places.get(piece);
      if (at) at.push(i);
      else places.set(piece, [i]);
    }
  });
  const candidates: { left: number; right: number; similarity: number }[] = [];
  right.forEach(({ key }, i) => {
    if (partners.has(i)) return;
    const own = piecesOf(key);
    const shared = new Map<number, number>();
    for (const piece of own) {
      const at = places.get(piece);
      if (!at || at.length > COMMON) continue;
      for (const other of at) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, count] of shared) {
      const similarity = (2 * count) / (own.size + sizes.get(other)!);
      // The same pieces in another order are not the same sentence.
      if (similarity >= LEAST_SIMILARITY)
        candidates.push({ left: other, right: i, similarity: Math.min(0.99, similarity) });
    }
  });
  candidates.sort((x, y) => y.similarity - x.similarity || x.right - y.right || x.left - y.left);
  for (const { left: other, right: i, similarity } of candidates) {
    if (taken.has(other) || partners.has(i)) continue;
    taken.add(other);
    partners.set(i, { left: other, similarity });
  }
}

function piecesOf(key: string): Set<string> {
  if (key.length <= PIECE) return new Set([key]);
  return new Set(Array.from({ length: key.length - PIECE + 1 }, (_, i) => key.slice(i, i + PIECE)));
}

interface Pair {
  readonly left?: number;
  readonly right?: number;
  readonly similarity: number;
}

/** All sentences in the order of the second document; a dropped one follows its neighbour in the first. */
function inOrder(left: readonly Unit[], right: readonly Unit[], partners: Partners): Pair[] {
  const rightOf = new Map([...partners].map(([i, partner]) => [partner.left, i]));
  const droppedAfter = new Map<number, Pair[]>();
  let anchor = -1;
  left.forEach((_, i) => {
    const at = rightOf.get(i);
    if (at !== undefined) {
      anchor = at;
      return;
    }
    const dropped = droppedAfter.get(anchor) ?? [];
    dropped.push({ left: i, similarity: 0 });
    droppedAfter.set(anchor, dropped);
  });
  const ordered = [...(droppedAfter.get(-1) ?? [])];
  right.forEach((_, i) => {
    const partner = partners.get(i);
    ordered.push({ right: i, similarity: partner?.similarity ?? 0, ...(partner && { left: partner.left }) });
    ordered.push(...(droppedAfter.get(i) ?? []));
  });
  return ordered;
}

function describe(a: Draft, b: Draft, left: readonly Unit[], right: readonly Unit[], pair: Pair): SentenceChange {
  const from = pair.left === undefined ? undefined : left[pair.left]!;
  const to = pair.right === undefined ? undefined : right[pair.right]!;
  const spans = {
    ...(from && { a: { start: from.start, end: from.end } }),
    ...(to && { b: { start: to.start, end: to.end } }),
  };
  if (!from || !to) return { kind: from ? 'dropped' : 'new', ...spans };
  if (from.key === to.key) return { kind: 'kept', ...spans };
  return {
    kind: 'changed',
    ...spans,
    similarity: pair.similarity,
    changes: wordChanges(textOf(a, from), textOf(b, to)),
  };
}

function textOf({ text }: Draft, { start, end }: Span): string {
  return text.slice(start, end);
}

function wordChanges(from: string, to: string): WordChange[] {
  if (from.length > LONGEST_COMPARED || to.length > LONGEST_COMPARED) return [{ from, to }];
  return differences(from, to).map(({ left, right }) => ({
    from: from.slice(left.start, left.end),
    to: to.slice(right.start, right.end),
  }));
}

/** A paragraph is kept where all its sentences are, and dropped or new where none has a partner. */
function countParagraphs(
  left: readonly Unit[],
  right: readonly Unit[],
  partners: Partners,
): Record<ChangeKind, number> {
  const counts: Record<ChangeKind, number> = { kept: 0, changed: 0, dropped: 0, new: 0 };
  const matched = new Set([...partners.values()].map((partner) => partner.left));
  for (const group of grouped(right)) {
    if (group.every((i) => partners.get(i)?.similarity === 1)) counts.kept++;
    else if (group.some((i) => partners.has(i))) counts.changed++;
    else counts.new++;
  }
  for (const group of grouped(left)) if (!group.some((i) => matched.has(i))) counts.dropped++;
  return counts;
}

/** The indices of the units of each paragraph. */
function grouped(units: readonly Unit[]): number[][] {
  const groups = new Map<number, number[]>();
  units.forEach(({ paragraph }, i) => {
    const group = groups.get(paragraph);
    if (group) group.push(i);
    else groups.set(paragraph, [i]);
  });
  return [...groups.values()];
}
