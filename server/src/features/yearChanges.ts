/** How the formulations of the sources changed from one year to another: new, gone, reworded, used more or less. */
import * as l10n from '@vscode/l10n';
import type { Snapshot } from '../analysis/snapshot';
import type { Corpus } from '../index/corpus';
import { keyOf } from '../text/keyText';
import type { FormulationUse } from './formulationChanges';
import type { DraftReport } from './report';
import type { Cell } from './reportTable';

/** The documents of one year. */
export interface YearOfSources {
  /** `YYYY`. */
  readonly year: string;
  readonly documents: number;
  /** UTF-16 code units of clean text. */
  readonly characters: number;
}

export interface YearChanges {
  readonly a: YearOfSources;
  readonly b: YearOfSources;
  /** What either year uses; counts are of uses. By name. */
  readonly formulations: readonly FormulationUse[];
}

export type YearChange = 'reworded' | 'new' | 'dropped' | 'more' | 'less' | 'same';

/** Rates that differ by less than this factor are the same, … */
const FACTOR = 2;
/** … and so are those of what both years use less often than this. */
const LEAST_USES = 5;

/** Counts every formulation and term of the knowledge in the sources of two years. A step for each, for {@link inSteps}. */
export function* yearChanges({ corpus, knowledge }: Snapshot, from: string, to: string): Generator<void, YearChanges> {
  const sides = sidesOf(corpus, from, to);
  const { formulations, terms } = knowledge.data;
  const wordings = [
    ...formulations.map(({ id, text, supersededBy }) => ({ id, text, supersededBy, kind: 'formulations' as const })),
    ...terms.map(({ id, term }) => ({ id, text: term, supersededBy: undefined, kind: 'terms' as const })),
  ];
  const uses = new Map<string, FormulationUse>();
  for (const { text, kind } of wordings) {
    if (uses.has(text)) continue;
    const [a, b] = countIn(corpus, sides, keyOf(text));
    if (a + b > 0) uses.set(text, { text, kind, a, b });
    yield;
  }
  const names = new Map(formulations.map(({ id, text }) => [id, text]));
  for (const { text, supersededBy } of wordings) {
    const use = uses.get(text);
    const becomes = supersededBy === undefined ? undefined : names.get(supersededBy);
    if (use && use.b === 0 && becomes !== undefined && (uses.get(becomes)?.b ?? 0) > 0) {
      uses.set(text, { ...use, becomes });
    }
  }
  return {
    a: yearOf(corpus, from),
    b: yearOf(corpus, to),
    formulations: [...uses.values()].sort((x, y) => (x.text < y.text ? -1 : 1)),
  };
}

/** For each part and document: 1 for the first year, 2 for the second, 0 for neither. */
function sidesOf(corpus: Corpus, from: string, to: string): readonly Uint8Array[] {
  return corpus.parts.map(({ segment, hidden }) =>
    Uint8Array.from(segment.documents, ({ date = '', isSample }, i) => {
      if (isSample || hidden.has(i)) return 0;
      return date.startsWith(from) ? 1 : date.startsWith(to) ? 2 : 0;
    }),
  );
}

/** O(uses in the whole corpus). */
function countIn(corpus: Corpus, sides: readonly Uint8Array[], key: string): [number, number] {
  const counts = [0, 0, 0];
  corpus.find(key).forEach(({ low, high }, part) => {
    const { segment } = corpus.parts[part]!;
    for (let rank = low; rank < high; rank++) {
      const side = sides[part]![segment.documentIndexAt(segment.suffixes.suffixes[rank]!)] ?? 0;
      counts[side]!++;
    }
  });
  return [counts[1]!, counts[2]!];
}

function yearOf(corpus: Corpus, year: string): YearOfSources {
  const documents = corpus.sources.filter(({ date }) => date?.startsWith(year));
  return { year, documents: documents.length, characters: documents.reduce((sum, { length }) => sum + length, 0) };
}

/** What became of a formulation: by uses for the text of its year, since one year may have more documents. */
export function changeOf({ a, b, becomes }: FormulationUse, changes: Pick<YearChanges, 'a' | 'b'>): YearChange {
  if (becomes !== undefined) return 'reworded';
  if (a === 0) return 'new';
  if (b === 0) return 'dropped';
  const rise = (b * Math.max(1, changes.a.characters)) / (a * Math.max(1, changes.b.characters));
  if (a + b < LEAST_USES) return 'same';
  return rise >= FACTOR ? 'more' : rise <= 1 / FACTOR ? 'less' : 'same';
}

export function changeName(change: YearChange): string {
  switch (change) {
    case 'reworded':
      return l10n.t('reworded');
    case 'new':
      return l10n.t('new');
    case 'dropped':
      return l10n.t('dropped');
    case 'more':
      return l10n.t('used more');
    case 'less':
      return l10n.t('used less');
    case 'same':
      return l10n.t('as before');
  }
}

const ORDER: readonly YearChange[] = ['reworded', 'new', 'dropped', 'more', 'less', 'same'];

/** The page: what changed most first. */
export function yearsReport(changes: YearChanges): DraftReport {
  const { a, b, formulations } = changes;
  const rows = formulations
    .map((use) => ({ ...use, change: changeOf(use, changes) }))
    .sort(
      (x, y) =>
        ORDER.indexOf(x.change) - ORDER.indexOf(y.change) || y.a + y.b - (x.a + x.b) || (x.text < y.text ? -1 : 1),
    );
  return {
    title: l10n.t('Formulations of {0} compared with {1}', b.year, a.year),
    facts: [a, b].map(({ year, documents, characters }) =>
      l10n.t('{0}: {1} documents, {2} characters', year, documents, characters),
    ),
    tables: [
      {
        heading: l10n.t('Formulations'),
        columns: [l10n.t('Change'), l10n.t('Words'), a.year, b.year],
        rows: rows.map(({ text, becomes, change, a: before, b: now }): Cell[] => [
          { text: changeName(change) },
          { text: becomes === undefined ? text : `${text} → ${becomes}` },
          { text: String(before) },
          { text: String(now) },
        ]),
        nothing: l10n.t('No document of these years uses a known formulation.'),
      },
    ],
  };
}
