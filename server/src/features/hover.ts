/** The card of a term, formulation, target, body, plan or quotation (what it means, since when, how often and where), or of a sentence. */
import * as l10n from '@vscode/l10n';
import { originOf } from '../analysis/sayingNames';
import { sayingsOf } from '../analysis/sayings';
import type { Snapshot } from '../analysis/snapshot';
import type { Draft } from '../draft/draft';
import { proseBlockAt } from '../draft/parseDraft';
import type { Entry, WordingMatch } from '../knowledge/knowledge';
import type { Figure, Formulation, Institution, Quote, Reference, Target, Term } from '../knowledge/schemas';
import type { Span } from '../text/span';
import { citableFirst, citation } from './completion/provenance';
import { citationLine, escapeMarkdown, locationLink, sourceLine } from './markdown';
import { closestSourceLine, sourceCard, sourcesAt } from './sentenceSources';
import { usageOf } from './usage';

export interface HoverCard extends Span {
  readonly markdown: string;
}

const PASSAGES = 3;
const YEARS = 6;
/** The longest bar of the chart, in characters. */
const BAR = 20;

/**
 * The card for the wording at `offset`, with the wording's own range; where the knowledge has none, the card of the
 * sentence, if a source is close to it. A term is defined even inside a longer formulation, whose card then follows.
 * `path` is the draft's own: it is no source of itself.
 */
export function hover(snapshot: Snapshot, draft: Draft, offset: number, path?: string): HoverCard | undefined {
  if (!proseBlockAt(draft, offset)) return undefined;
  const sentence = sourcesAt(snapshot, draft, offset, path);
  const { knowledge } = snapshot;
  const term = knowledge.at(draft.text, offset, ['terms']);
  const longest = longer(knowledge.at(draft.text, offset), sayingAt(snapshot, draft, offset));
  const first = term ?? longest;
  if (!first || !longest) {
    return sentence && { start: sentence.start, end: sentence.end, markdown: sourceCard(snapshot.corpus, sentence) };
  }
  const matches = first.entry === longest.entry ? [first] : [first, longest];
  const cards = matches.map((match) => card(snapshot, match));
  if (sentence) cards.push(closestSourceLine(snapshot.corpus, sentence));
  return { start: first.start, end: first.end, markdown: cards.join('\n\n---\n\n') };
}

function longer(a: WordingMatch | undefined, b: WordingMatch | undefined): WordingMatch | undefined {
  if (!a || !b) return a ?? b;
  return b.end - b.start > a.end - a.start ? b : a;
}

/** The line of a known work at `offset`, whatever its marks, and a part of one or one with a slip too. */
function sayingAt({ knowledge }: Snapshot, draft: Draft, offset: number): WordingMatch<'quotes'> | undefined {
  const block = proseBlockAt(draft, offset);
  const found = block && sayingsOf(knowledge).find(draft.text, block);
  const saying = found?.find(({ start, end }) => start <= offset && offset <= end);
  if (!saying) return undefined;
  const { start, end, wording } = saying;
  return { kind: 'quotes', entry: saying.entries[0]!, wording, role: 'phrase', start, end };
}

function card(snapshot: Snapshot, match: WordingMatch): string {
  return [describe(snapshot, match), usage(snapshot, match), sources(match)]
    .filter((section) => section !== '')
    .join('\n\n');
}

function describe(snapshot: Snapshot, match: WordingMatch): string {
  const title = `**${escapeMarkdown(nameOf(match))}**`;
  switch (match.kind) {
    case 'terms':
      return [title, ...describeTerm(match.entry as Entry<Term>)].join('\n\n');
    case 'formulations':
      return [title, ...describeFormulation(snapshot, match.entry as Entry<Formulation>)].join('\n\n');
    case 'targets':
      return [title, ...describeTarget(match.entry as Entry<Target>)].join('\n\n');
    case 'institutions':
      return [title, ...describeInstitution(match.entry as Entry<Institution>)].join('\n\n');
    case 'references':
      return [title, ...describeReference(match.entry as Entry<Reference>)].join('\n\n');
    case 'quotes':
      return [title, ...describeQuote(match.entry as Entry<Quote>)].join('\n\n');
    case 'figures':
      return [title, ...describeFigure(match.entry as Entry<Figure>)].join('\n\n');
  }
}

/** The name of the entry a wording belongs to. */
export function nameOf({ kind, entry }: WordingMatch): string {
  switch (kind) {
    case 'terms':
      return (entry as Term).term;
    case 'formulations':
      return (entry as Formulation).text;
    case 'targets':
    case 'figures':
      return (entry as Target | Figure).indicator;
    case 'quotes':
      return (entry as Quote).keyPhrase;
    default:
      return (entry as Institution | Reference).name;
  }
}

function describeTerm(term: Term): string[] {
  const lines = [escapeMarkdown(term.definition)];
  if (term.firstUsed) lines.push(firstUsed(term.firstUsed));
  if (term.related?.length) lines.push(l10n.t('Related: {0}', escapeMarkdown(term.related.join('、'))));
  return lines;
}

function describeFormulation({ knowledge }: Snapshot, formulation: Formulation): string[] {
  const lines: string[] = [];
  if (formulation.members) {
    lines.push(formulation.members.map((member, i) => `${i + 1}. ${escapeMarkdown(member)}`).join('\n'));
  }
  if (formulation.firstUsed) lines.push(firstUsed(formulation.firstUsed));
  if (formulation.until) lines.push(l10n.t('No longer current since {0}.', formulation.until));
  const successor = knowledge.data.formulations.find(({ id }) => id === formulation.supersededBy);
  if (successor) lines.push(l10n.t('Now: {0}', escapeMarkdown(successor.text)));
  if (formulation.note) lines.push(escapeMarkdown(formulation.note));
  return lines;
}

function firstUsed({ date, occasion }: { date: string; occasion: string }): string {
  return l10n.t('First used: {0}, {1}', date, escapeMarkdown(occasion));
}

function describeTarget(target: Target): string[] {
  const value = target.value === undefined ? '' : `${target.comparator ?? ''}${target.value}${target.unit ?? ''}`;
  const goal = [target.goals?.[0] ?? '', value].filter(Boolean).join(' ');
  const lines = [
    l10n.t('Target: {0} by {1} ({2})', escapeMarkdown(goal), target.deadline, escapeMarkdown(target.region)),
    l10n.t('Set by: {0}, {1}', escapeMarkdown(target.plan), target.issued),
  ];
  if (target.outcome) lines.push(l10n.t('Outcome: {0}', escapeMarkdown(target.outcome)));
  return lines;
}

function describeInstitution(institution: Institution): string[] {
  const lines: string[] = [];
  if (institution.until && institution.replacedBy) {
    const now = escapeMarkdown(institution.replacedBy.join('、'));
    lines.push(l10n.t('Until {0}; now: {1}', institution.until, now));
  }
  if (institution.note) lines.push(escapeMarkdown(institution.note));
  return lines;
}

function describeReference(reference: Reference): string[] {
  const named = [reference.number, reference.issuer].filter((text) => text !== undefined).join(' · ');
  const lines = [`${escapeMarkdown(named)}${named ? ' · ' : ''}${reference.date}`];
  if (reference.period) lines.push(`${reference.period.from} – ${reference.period.to}`);
  if (reference.topic) lines.push(escapeMarkdown(reference.topic));
  if (reference.until) lines.push(l10n.t('No longer current since {0}.', reference.until));
  return lines;
}

function describeQuote(quote: Entry<Quote>): string[] {
  const { speaker = '', work, date = '', occasion = '', editions, note } = quote;
  const [origin, said] = [escapeMarkdown(originOf(quote)), escapeMarkdown(occasion)];
  const lines = [
    work === undefined
      ? l10n.t('{0}, {1}, {2}', escapeMarkdown(speaker), date, said)
      : date === ''
        ? origin
        : l10n.t('{0}, {1}', origin, date),
  ];
  if (editions?.length) lines.push(l10n.t('Also: {0}', escapeMarkdown(editions.join(' / '))));
  if (note) lines.push(escapeMarkdown(note));
  return lines;
}

/** The figures of the last years, the newest first. */
function describeFigure({ values, unit, region }: Figure): string[] {
  const newest = [...values].sort((a, b) => ((a.year ?? '') < (b.year ?? '') ? 1 : -1)).slice(0, YEARS);
  const said = newest.map(({ year, value, growth }) =>
    [
      year ?? '',
      value === undefined ? '' : `${value}${unit}`,
      growth === undefined ? '' : l10n.t('growth {0}%', growth),
    ]
      .filter(Boolean)
      .join(' '),
  );
  return [[escapeMarkdown(region), ...said].join(' · ')];
}

/** How often her documents use the wording, by year, and the newest passages that do. */
function usage(snapshot: Snapshot, match: WordingMatch): string {
  const { years: allYears, occurrences } = usageOf(snapshot.corpus, match.wording);
  if (occurrences.length === 0) return '';
  const years = allYears.slice(0, YEARS).map(({ year, count }) => [year ?? l10n.t('undated'), count] as const);
  const newest = citableFirst(occurrences).slice(0, PASSAGES);
  const passages = newest.map((occurrence) => citationLine(citation(snapshot, occurrence)));
  return [l10n.t('In your documents:'), chart(years), passages.join('\n')].join('\n\n');
}

/** One bar a year, the fullest year's the longest; a year with few uses still has the shortest bar. */
function chart(years: readonly (readonly [year: string, count: number])[]): string {
  const most = Math.max(...years.map(([, count]) => count));
  const bars = years.map(
    ([year, count]) => `${year} ${'█'.repeat(Math.max(1, Math.round((count / most) * BAR)))} ${count}`,
  );
  return ['```text', ...bars, '```'].join('\n');
}

function sources({ entry }: WordingMatch): string {
  const { sources: issued } = entry;
  const start = { line: entry.origin.line - 1, character: 0 };
  const origin = locationLink(l10n.t('Entry'), { path: entry.origin.path, start, end: start });
  const checked = l10n.t('{0}, checked {1}', origin, entry.verified);
  if (issued.length === 0) return checked;
  return [l10n.t('Sources:'), issued.map(sourceLine).join('\n'), checked].join('\n\n');
}
