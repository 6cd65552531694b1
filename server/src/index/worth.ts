/** Which of several documents is shown, or kept, first. */
import type { DocumentKind, DocumentLevel } from '../corpus/document';

/** What the order goes by. */
export interface Weighed {
  readonly path: string;
  readonly date?: string;
  readonly level?: DocumentLevel;
  readonly kind?: DocumentKind;
}

const LEVELS: Readonly<Record<DocumentLevel, number>> = { central: 0, provincial: 1, municipal: 2, other: 3 };

/** How binding the words of a kind are. */
const KINDS: Readonly<Record<DocumentKind, number>> = {
  communique: 0,
  'work-report': 1,
  plan: 2,
  law: 3,
  notice: 4,
  speech: 5,
  commentary: 6,
  news: 7,
  other: 8,
  sample: 9,
};

/**
 * Sorts by year, newest first and those without a date last; within a year by level, central first; then by kind, date
 * and path.
 */
export function byWorth(a: Weighed, b: Weighed): number {
  return (
    descending(a.date?.slice(0, 4) ?? '', b.date?.slice(0, 4) ?? '') ||
    LEVELS[a.level ?? 'other'] - LEVELS[b.level ?? 'other'] ||
    KINDS[a.kind ?? 'other'] - KINDS[b.kind ?? 'other'] ||
    descending(a.date ?? '', b.date ?? '') ||
    descending(b.path, a.path)
  );
}

function descending(a: string, b: string): number {
  return a > b ? -1 : a < b ? 1 : 0;
}
