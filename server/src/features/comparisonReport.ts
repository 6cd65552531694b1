/** The comparison of a draft with a document as a page: formulations first, then sentences changed, new, dropped and kept. */
import * as l10n from '@vscode/l10n';
import type { Draft } from '../draft/draft';
import { differences } from '../index/alignment';
import type { SourceLocation } from '../text/location';
import { positionAt } from '../text/location';
import type { Span } from '../text/span';
import type { ChangeKind, Comparison, SentenceChange } from './compare';
import type { FormulationUse } from './formulationChanges';
import type { DraftReport } from './report';
import { type Cell, type CellPart, hrefOf, type ReportTable } from './reportTable';
import { changeName } from './yearChanges';

/** One of the two documents. */
export interface ComparedSide {
  readonly name: string;
  readonly draft: Draft;
  /** Where a stretch of it can be opened. */
  place(span: Span): SourceLocation | undefined;
}

/** Longer sentences are shown whole, with nothing marked. In UTF-16 code units. */
const LONGEST_MARKED = 2000;
/** Differences with no more between them than this are one: letters that agree by chance say nothing. */
const LEAST_BETWEEN = 1;
/** Rows of one table. */
const MOST_ROWS = 1000;

/** How many sentences and how many paragraphs were kept, changed, dropped and new: a line each. */
export function comparisonTotals({ sentences, paragraphs }: Comparison): string[] {
  const count = (kind: ChangeKind) => sentences.filter((sentence) => sentence.kind === kind).length;
  return [
    l10n.t(
      'Sentences: {0} kept, {1} changed, {2} dropped, {3} new',
      count('kept'),
      count('changed'),
      count('dropped'),
      count('new'),
    ),
    l10n.t(
      'Paragraphs: {0} kept, {1} changed, {2} dropped, {3} new',
      paragraphs.kept,
      paragraphs.changed,
      paragraphs.dropped,
      paragraphs.new,
    ),
  ];
}

/** The page; `a` is the earlier document, `b` the draft. */
export function comparisonReport(a: ComparedSide, b: ComparedSide, comparison: Comparison): DraftReport {
  const { sentences, formulations } = comparison;
  const of = (kind: ChangeKind) => sentences.filter((sentence) => sentence.kind === kind);
  const inBoth = formulations.filter((use) => use.a > 0 && use.b > 0).length;
  return {
    title: l10n.t('{0} compared with {1}', b.name, a.name),
    facts: [...comparisonTotals(comparison), l10n.t('Formulations that both use: {0}', inBoth)],
    tables: [
      formulationsTable(formulations),
      changedTable(a, b, of('changed')),
      table(l10n.t('New sentences'), of('new'), ({ b: to }) => whole(b, to!)),
      table(l10n.t('Dropped sentences'), of('dropped'), ({ a: from }) => whole(a, from!)),
      table(l10n.t('Kept sentences'), of('kept'), ({ b: to }) => whole(b, to!)),
    ],
  };
}

function formulationsTable(uses: readonly FormulationUse[]): ReportTable {
  const taken = new Set(uses.map(({ becomes }) => becomes));
  const rows = [
    ...uses.filter(({ becomes }) => becomes !== undefined).map((use) => ['reworded', use.text, use.becomes!] as const),
    ...uses.filter(({ a, text }) => a === 0 && !taken.has(text)).map((use) => ['new', '', use.text] as const),
    ...uses
      .filter(({ b, becomes }) => b === 0 && becomes === undefined)
      .map((use) => ['dropped', use.text, ''] as const),
  ];
  return {
    heading: l10n.t('Formulations that changed'),
    columns: [l10n.t('Change'), l10n.t('Before'), l10n.t('Now')],
    rows: rows.map(([kind, before, now]) => [{ text: changeName(kind) }, { text: before }, { text: now }]),
    nothing: l10n.t('Both documents use the same formulations.'),
  };
}

function changedTable(a: ComparedSide, b: ComparedSide, changed: readonly SentenceChange[]): ReportTable {
  return {
    heading: l10n.t('Changed sentences'),
    columns: [l10n.t('Line'), l10n.t('Words'), l10n.t('Before')],
    rows: changed.slice(0, MOST_ROWS).map(({ a: from, b: to }) => {
      const [before, now] = [textOf(a, from!), textOf(b, to!)];
      return [lineCell(b, to!), { text: now, parts: marked(before, now) }, lineCell(a, from!)];
    }),
    nothing: '—',
  };
}

function table(
  heading: string,
  sentences: readonly SentenceChange[],
  row: (sentence: SentenceChange) => readonly Cell[],
): ReportTable {
  return {
    heading,
    columns: [l10n.t('Line'), l10n.t('Words')],
    rows: sentences.slice(0, MOST_ROWS).map(row),
    nothing: '—',
  };
}

function whole(side: ComparedSide, span: Span): Cell[] {
  return [lineCell(side, span), { text: textOf(side, span) }];
}

/** The line in the file it opens. */
function lineCell(side: ComparedSide, span: Span): Cell {
  const location = side.place(span);
  const line = (location?.start ?? positionAt(side.draft.lineStarts, span.start)).line + 1;
  return { text: String(line), ...(location && { href: hrefOf(location) }) };
}

function textOf({ draft }: ComparedSide, { start, end }: Span): string {
  return draft.text.slice(start, end).replace(/\s*\n\s*/g, '');
}

/** The words now, with what was there before between them. */
function marked(before: string, now: string): CellPart[] {
  if (before.length > LONGEST_MARKED || now.length > LONGEST_MARKED) return [{ text: now }];
  const joined: { left: Span; right: Span }[] = [];
  for (const { left, right } of differences(before, now)) {
    const last = joined.at(-1);
    if (last && right.start - last.right.end <= LEAST_BETWEEN && left.start - last.left.end <= LEAST_BETWEEN) {
      joined[joined.length - 1] = {
        left: { start: last.left.start, end: left.end },
        right: { start: last.right.start, end: right.end },
      };
    } else joined.push({ left, right });
  }
  const parts: CellPart[] = [];
  let at = 0;
  for (const { left, right } of joined) {
    parts.push(
      { text: now.slice(at, right.start) },
      { text: before.slice(left.start, left.end), change: 'removed' },
      { text: now.slice(right.start, right.end), change: 'added' },
    );
    at = right.end;
  }
  parts.push({ text: now.slice(at) });
  return parts.filter(({ text }) => text !== '');
}
