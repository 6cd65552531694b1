/** Which formulations each of two documents uses, and which stand in the place of others. */
import type { Draft } from '../draft/draft';
import type { Knowledge, WordingMatch } from '../knowledge/knowledge';
import type { Span } from '../text/span';
import { nameOf } from './hover';

/** A formulation of the knowledge base with how often each document uses it. */
export interface FormulationUse {
  readonly text: string;
  readonly kind: 'terms' | 'formulations';
  readonly a: number;
  readonly b: number;
  /** Of one that only the first document uses: what the second has in its place. */
  readonly becomes?: string;
}

/** A sentence of the first document and what became of it in the second. */
export interface SentencePair {
  readonly a: Span;
  readonly b: Span;
}

/** Two formulations of a changed sentence are one reworded where they share this much of their letter pairs (Dice). */
const LEAST_ALIKE = 0.3;

interface Use extends Span {
  readonly text: string;
  readonly kind: FormulationUse['kind'];
  /** The name of the entry that replaced it. */
  readonly successor: string | undefined;
}

/** By name. O(length). */
export function formulationChanges(
  knowledge: Knowledge,
  a: Draft,
  b: Draft,
  changed: readonly SentencePair[],
): FormulationUse[] {
  const [left, right] = [usesOf(knowledge, a), usesOf(knowledge, b)];
  const uses = new Map<string, { text: string; kind: FormulationUse['kind']; a: number; b: number }>();
  for (const [side, found] of [['a', left] as const, ['b', right] as const]) {
    for (const { text, kind } of found) {
      const use = uses.get(text) ?? { text, kind, a: 0, b: 0 };
      // A wording that is both term and formulation is one.
      if (use.kind === kind) use[side]++;
      uses.set(text, use);
    }
  }
  const isOnly = (text: string, side: 'a' | 'b') => uses.get(text)?.[side === 'a' ? 'b' : 'a'] === 0;
  const becomes = new Map<string, string>();
  for (const { text, successor } of left) {
    if (successor !== undefined && isOnly(text, 'a') && (uses.get(successor)?.b ?? 0) > 0) becomes.set(text, successor);
  }
  for (const pair of changed) {
    const gone = within(left, pair.a).filter((text) => isOnly(text, 'a') && !becomes.has(text));
    for (const text of gone) {
      const [best] = within(right, pair.b)
        .filter((other) => isOnly(other, 'b') && alike(text, other) >= LEAST_ALIKE)
        .sort((x, y) => alike(text, y) - alike(text, x));
      if (best !== undefined) becomes.set(text, best);
    }
  }
  return [...uses.values()]
    .sort((x, y) => (x.text < y.text ? -1 : 1))
    .map((use) => ({ ...use, ...(becomes.has(use.text) && { becomes: becomes.get(use.text)! }) }));
}

function usesOf(knowledge: Knowledge, draft: Draft): Use[] {
  const names = new Map(knowledge.data.formulations.map(({ id, text }) => [id, text]));
  return draft.blocks.flatMap((block) => {
    if (block.sentences.length === 0) return [];
    return knowledge.find(draft.text, block, ['terms', 'formulations']).flatMap((match) => {
      if (match.role !== 'name' && match.role !== 'alias') return [];
      const { supersededBy } = match.entry as { supersededBy?: string };
      const successor = supersededBy === undefined ? undefined : names.get(supersededBy);
      const { start, end } = match;
      return [{ start, end, text: nameOf(match as WordingMatch), kind: match.kind as Use['kind'], successor }];
    });
  });
}

function within(uses: readonly Use[], span: Span): string[] {
  return uses.filter(({ start, end }) => span.start <= start && end <= span.end).map(({ text }) => text);
}

function alike(one: string, other: string): number {
  const pairs = (text: string) => new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));
  const [left, right] = [pairs(one), pairs(other)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return (2 * shared) / Math.max(1, left.size + right.size);
}
