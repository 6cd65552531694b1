/** What the checks over time share: how an entry is shown as a source, and how a date or target is put into words. */
import * as l10n from '@vscode/l10n';
import type { Related } from '../analysis/finding';
import type { EntryOrigin } from '../knowledge/knowledge';
import type { Source, Target } from '../knowledge/schemas';

/** The place in the knowledge base that says so, with the document it cites. */
export function relatedEntry(entry: { readonly origin: EntryOrigin; readonly sources: readonly Source[] }): Related {
  const { origin } = entry;
  const source = entry.sources[0]!;
  const at = { line: origin.line - 1, character: 0 };
  return {
    message: l10n.t('{0} ({1}, {2})', asTitle(source.title), source.issuer, source.date),
    location: { path: origin.path, start: at, end: at },
  };
}

/** A title in its marks, once. */
export function asTitle(title: string): string {
  return /[《》]/.test(title) ? title : `《${title}》`;
}

const COMPARATORS: Readonly<Record<NonNullable<Target['comparator']>, string>> = {
  '=': '',
  '>=': '≥',
  '<=': '≤',
  '>': '>',
  '<': '<',
  '~': '≈',
};

/** A target in a few words: its goal, or its indicator with the figure, with the deadline and the plan that set it. */
export function describeTarget(target: Target): string {
  const what =
    target.value === undefined
      ? (target.goals?.[0] ?? target.indicator)
      : `${target.indicator}${COMPARATORS[target.comparator ?? '=']}${target.value}${target.unit ?? ''}`;
  return l10n.t('{0} by {1} ({2}, {3})', what, target.deadline, asTitle(target.plan), target.issued);
}
