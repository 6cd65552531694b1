/** What is known of a draft before it is handed over: findings, the sources it draws on, its figures with theirs. Plain tables. */

import * as l10n from '@vscode/l10n';
import type { Finding, Severity } from '../analysis/finding';
import { sayingsOf } from '../analysis/sayings';
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import { countCharacters } from '../draft/parseDraft';
import { type SentencePlace, sentencePlaces } from '../draft/sentencePlace';
import type { Passage } from '../index/corpus';
import { exactSources } from '../index/quotationSource';
import type { WordingMatch } from '../knowledge/knowledge';
import type { Source } from '../knowledge/schemas';
import { positionAt } from '../text/location';
import { findQuantities, plainValue, type Quantity } from '../text/quantities';
import type { Span } from '../text/span';
import type { DraftSources } from './draftSources';
import { type Cell, hrefOf, type ReportTable, words } from './reportTable';
import { newTextFact, paragraphsTable } from './sourcesReport';

export interface DraftReport {
  readonly title: string;
  /** Date, length, counts: one line each. */
  readonly facts: readonly string[];
  readonly tables: readonly ReportTable[];
}

/** What the report is of. */
export interface ReportInput {
  readonly draft: Draft;
  /** The day the draft is read at, `YYYY-MM-DD`. */
  readonly date: string;
  /** Absolute path of the draft: it is no source of its own. */
  readonly path: string;
  readonly findings: readonly (Finding & { readonly severity: Severity })[];
  readonly sources: DraftSources;
}

/** Words longer than this between quotation marks are looked up. In UTF-16 code units. */
const LONGEST_QUOTED_NAME = 9;
/** A clause with fewer characters than this is too common to have a source. */
const SHORTEST_CLAUSE = 8;
/** Words and lines named in a cell. */
const MOST_NAMED = 5;

/** The report of a draft. O(length), and a search in the corpus for every quotation and figure. */
export function draftReport(snapshot: Snapshot, input: ReportInput): DraftReport {
  const { draft, date, findings } = input;
  const characters = countCharacters(draft);
  const counts = (['error', 'warning', 'information', 'hint'] as const).map(
    (severity) => `${severityName(severity)} ${findings.filter((finding) => finding.severity === severity).length}`,
  );
  return {
    title: draft.frontMatter?.values.title || l10n.t('Report of a draft'),
    facts: [
      l10n.t('Draft: {0}', input.path),
      l10n.t('Read at {0}; {1} characters.', date, characters),
      l10n.t('Findings: {0}', counts.join(', ')),
      newTextFact(input.sources),
    ],
    tables: [
      findingsTable(draft, findings),
      sourcesTable(snapshot, input),
      figuresTable(snapshot, input),
      paragraphsTable(snapshot.corpus, draft, input.path, input.sources),
    ],
  };
}

function severityName(severity: Severity): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'information':
      return l10n.t('information');
    case 'hint':
      return l10n.t('hint');
  }
}

function findingsTable(draft: Draft, findings: ReportInput['findings']): ReportTable {
  return {
    heading: l10n.t('Findings'),
    columns: [l10n.t('Line'), l10n.t('Severity'), l10n.t('Code'), l10n.t('Words'), l10n.t('What'), l10n.t('Source')],
    rows: findings.map(({ start, end, code, message, severity, related }) => [
      { text: String(positionAt(draft.lineStarts, start).line + 1) },
      { text: severityName(severity) },
      { text: code },
      { text: words(draft, { start, end }) },
      { text: message },
      related[0] ? { text: related[0].message, href: hrefOf(related[0].location) } : { text: '' },
    ]),
    nothing: l10n.t('Nothing was found.'),
  };
}

/** A source with the words of the draft that come from it. */
interface UsedSource {
  readonly cells: readonly Cell[];
  readonly uses: { readonly line: number; readonly words: string }[];
}

/** Documents whose words the draft quotes or that issued a wording, plan or target it uses; in the order of first use. */
function sourcesTable(snapshot: Snapshot, { draft, path }: ReportInput): ReportTable {
  const used = new Map<string, UsedSource>();
  const add = (span: Span, key: string, cells: readonly Cell[]) => {
    const source = used.get(key) ?? { cells, uses: [] };
    source.uses.push({ line: positionAt(draft.lineStarts, span.start).line + 1, words: words(draft, span) });
    used.set(key, source);
  };
  const found: { span: Span; key: string; cells: readonly Cell[] }[] = [];
  for (const block of draft.blocks) {
    if (block.sentences.length === 0) continue;
    for (const match of snapshot.knowledge.find(draft.text, block, ['formulations', 'references', 'quotes', 'terms'])) {
      const source = match.role === 'variant' || match.role === 'member' ? undefined : issuingDocument(match);
      if (source) found.push({ span: match, key: keyOfSource(source), cells: cellsOfSource(source) });
    }
    for (const saying of sayingsOf(snapshot.knowledge).find(draft.text, block)) {
      const { work = '', speaker = '', date = '' } = saying.entries[0]!;
      found.push({ span: saying, key: work, cells: [{ text: work }, { text: speaker }, { text: date }] });
    }
  }
  for (const quotation of draft.quotations) {
    if (quotation.end - quotation.start <= LONGEST_QUOTED_NAME) continue;
    const passage = newest(exactSources(snapshot.corpus, draft.text.slice(quotation.start, quotation.end), 50, path));
    if (!passage) continue;
    const { title, date } = passage.document;
    const cells = [
      { text: title, href: hrefOf(snapshot.corpus.location(passage)) },
      { text: '' },
      { text: date ?? '' },
    ];
    found.push({ span: quotation, key: passage.document.path, cells });
  }
  found.sort((a, b) => a.span.start - b.span.start);
  for (const { span, key, cells } of found) add(span, key, cells);
  return {
    heading: l10n.t('Sources'),
    columns: [l10n.t('Document'), l10n.t('Issued by'), l10n.t('Date'), l10n.t('Words'), l10n.t('Lines')],
    rows: [...used.values()].map(({ cells, uses }) => [
      ...cells,
      { text: named(uses.map((use) => use.words)) },
      { text: named(uses.map(({ line }) => String(line))) },
    ]),
    nothing: l10n.t('No words of the draft were found in a source.'),
  };
}

/** The document to cite for a wording: a plan, law or meeting stands for itself. */
function issuingDocument(match: WordingMatch): Source | undefined {
  if (match.kind === 'references') {
    const { name, issuer, date } = (match as WordingMatch<'references'>).entry;
    return { title: name, issuer: issuer ?? '', date };
  }
  return match.entry.sources[0];
}

function keyOfSource({ title, date }: Source): string {
  return `${title}\u0000${date}`;
}

function cellsOfSource({ title, issuer, date, url }: Source): Cell[] {
  return [{ text: title, ...(url && { href: url }) }, { text: issuer }, { text: date }];
}

/** Every clause with a figure in it, and where the figure comes from. */
function figuresTable(snapshot: Snapshot, { draft, date, path }: ReportInput): ReportTable {
  const rows: Cell[][] = [];
  for (const place of sentencePlaces(draft, date)) {
    const targets = snapshot.knowledge.find(draft.text, place.sentence, ['targets']);
    for (const clause of place.sentence.clauses) {
      const figures = findQuantities(draft.text, clause, place.dates).filter((figure) => isFigure(draft, figure));
      if (figures.length === 0) continue;
      const source = targetSource(targets, figures) ?? passageSource(snapshot, place, clause, path);
      rows.push([
        { text: String(positionAt(draft.lineStarts, clause.start).line + 1) },
        { text: figures.map(({ start, end }) => draft.text.slice(start, end)).join(', ') },
        { text: words(draft, clause) },
        source ?? { text: l10n.t('no source found') },
      ]);
    }
  }
  return {
    heading: l10n.t('Figures'),
    columns: [l10n.t('Line'), l10n.t('Figure'), l10n.t('Words'), l10n.t('Source')],
    rows,
    nothing: l10n.t('The draft has no figures.'),
  };
}

/** With a unit, or in digits; 第3 is a place in an order, C919 a name. */
function isFigure({ text }: Draft, { start, unit }: Quantity): boolean {
  const before = text[start - 1] ?? '';
  return !/[第A-Za-z-]/.test(before) && (unit !== '' || /\d/.test(text[start]!));
}

/** The target of the sentence that has one of the figures. */
function targetSource(targets: readonly WordingMatch<'targets'>[], figures: readonly Quantity[]): Cell | undefined {
  const target = targets.find(({ entry: { value, unit = '' } }) =>
    figures.some(
      (figure) => value !== undefined && unit.endsWith(figure.unit) && plainValue(value, unit) === figure.value,
    ),
  )?.entry;
  if (!target) return undefined;
  const [source] = target.sources;
  return { text: l10n.t('{0}, {1}', target.plan, target.issued), ...(source?.url && { href: source.url }) };
}

/** The newest document that has the clause, or the whole sentence, word for word. */
function passageSource(snapshot: Snapshot, place: SentencePlace, clause: Span, path: string): Cell | undefined {
  const { text } = place.draft;
  for (const span of [place.sentence, clause]) {
    if (span.end - span.start < SHORTEST_CLAUSE) continue;
    const passage = newest(exactSources(snapshot.corpus, text.slice(span.start, span.end), 50, path));
    if (!passage) continue;
    const { title, date } = passage.document;
    return {
      text: date ? l10n.t('{0}, {1}', title, date) : title,
      href: hrefOf(snapshot.corpus.location(passage)),
    };
  }
  return undefined;
}

function newest(passages: readonly Passage[]): Passage | undefined {
  return [...passages].sort((a, b) => {
    const [dateA, dateB] = [a.document.date ?? '', b.document.date ?? ''];
    return dateA === dateB ? (a.document.path < b.document.path ? -1 : 1) : dateA < dateB ? 1 : -1;
  })[0];
}

/** Each once, the first few. */
function named(texts: readonly string[]): string {
  const distinct = [...new Set(texts)];
  const first = distinct.slice(0, MOST_NAMED).join('; ');
  return distinct.length > MOST_NAMED ? l10n.t('{0} and {1} more', first, distinct.length - MOST_NAMED) : first;
}
