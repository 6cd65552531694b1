/** Verifies the built-in knowledge base: what loading does not see, and how much there is. */

import { isRealDay, lastDay, startsBy } from '../text/partialDate';
import type { Problem } from '../util/problem';
import { duplicates } from './duplicates';
import { type Entry, type KnowledgeData, knowledgeKinds } from './knowledge';
import type { KnowledgeKind, Source } from './schemas';

type AnyEntry = Entry<{ id: string; sources: Source[]; verified: string }>;

/**
 * What is wrong with entries that are each valid: dates that cannot be, links that lead back, two entries for one thing.
 * Messages are for those who keep the knowledge base, in English. O(entries + wordings).
 */
export function verifyKnowledge(data: KnowledgeData): Problem[] {
  const problems: Problem[] = [];
  const report = ({ id, origin }: { id: string; origin: AnyEntry['origin'] }, message: string) =>
    problems.push({ path: origin.path, line: origin.line, message: `${id}: ${message}` });
  for (const kind of knowledgeKinds) {
    for (const entry of data[kind] as readonly AnyEntry[]) {
      for (const message of dateFaults(entry)) report(entry, message);
    }
  }
  for (const target of data.targets) {
    if (lastDay(target.deadline) < target.issued)
      report(target, `deadline ${target.deadline} lies before issued ${target.issued}`);
  }
  for (const formulation of data.formulations) {
    if (isBefore(formulation.until, formulation.since)) report(formulation, 'until lies before since');
    if (formulation.ordered && !formulation.members) report(formulation, 'ordered without members');
  }
  for (const institution of data.institutions) {
    const changed = institution.change !== 'current' && institution.change !== 'nameplate';
    if (changed && institution.until === undefined) report(institution, 'a change without until');
  }
  for (const reference of data.references) {
    if (isBefore(reference.until, reference.effective ?? reference.date))
      report(reference, 'until lies before its beginning');
    const { period } = reference;
    if (period && lastDay(period.to) < period.from) report(reference, 'period ends before it begins');
  }
  for (const kind of ['formulations', 'targets', 'references'] as const) {
    for (const entry of circularLinks(data[kind])) report(entry, 'supersededBy leads back to the entry itself');
  }
  for (const [entry, other, wording] of duplicates(data)) {
    report(entry, `“${wording}” also stands in ${other.id} (line ${other.origin.line})`);
  }
  return problems;
}

function isBefore(date: string | undefined, other: string | undefined): boolean {
  return date !== undefined && other !== undefined && lastDay(date) < other;
}

/** Dates that lie after the day the entry was verified, other than what is set for the future, and days that do not exist. */
const MAY_BE_AHEAD = new Set(['deadline', 'until', 'to', 'effective']);

function dateFaults(entry: AnyEntry): string[] {
  const faults: string[] = [];
  const visit = (value: unknown, key: string) => {
    if (Array.isArray(value)) for (const item of value) visit(item, key);
    else if (value !== null && typeof value === 'object') {
      for (const [name, field] of Object.entries(value)) if (name !== 'origin') visit(field, name);
    } else if (typeof value === 'string' && DATE_KEYS.has(key)) {
      if (value.length === 10 && !isRealDay(value)) faults.push(`${key} ${value} is no day`);
      else if (!MAY_BE_AHEAD.has(key) && !startsBy(value, entry.verified)) {
        faults.push(`${key} ${value} lies after the day of verification, ${entry.verified}`);
      }
    }
  };
  visit(entry, '');
  return faults;
}

const DATE_KEYS = new Set(['date', 'issued', 'since', 'until', 'deadline', 'effective', 'from', 'to', 'verified']);

type Linked = Entry<{ id: string; supersededBy?: string | undefined }>;

function circularLinks(entries: readonly Linked[]): Linked[] {
  const next = new Map(entries.map((entry) => [entry.id, entry.supersededBy]));
  return entries.filter((entry) => {
    const seen = new Set<string>();
    for (let id = entry.supersededBy; id !== undefined && !seen.has(id); id = next.get(id)) {
      if (id === entry.id) return true;
      seen.add(id);
    }
    return false;
  });
}

/** How much the knowledge base holds: entries by kind, and by category, region, change or kind within them. */
export function knowledgeCoverage(data: KnowledgeData): string[] {
  const lines: string[] = [];
  const groups: { [K in KnowledgeKind]: (entry: KnowledgeData[K][number]) => string } = {
    terms: (entry) => entry.category ?? '–',
    formulations: (entry) => entry.category ?? '–',
    targets: (entry) => (entry.region === '全国' ? '全国' : 'regional'),
    institutions: (entry) => entry.change,
    references: (entry) => entry.kind,
    quotes: (entry) => entry.kind ?? '–',
    figures: (entry) => (entry.region === '全国' ? '全国' : 'regional'),
  };
  for (const kind of knowledgeKinds) {
    const groupOf = groups[kind] as (entry: KnowledgeData[KnowledgeKind][number]) => string;
    const counts = new Map<string, number>();
    for (const entry of data[kind]) counts.set(groupOf(entry), (counts.get(groupOf(entry)) ?? 0) + 1);
    const parts = [...counts].sort((a, b) => b[1] - a[1]).map(([group, count]) => `${group} ${count}`);
    lines.push(`${kind}: ${data[kind].length} (${parts.join(', ')})`);
  }
  const withMembers = data.formulations.filter(({ members }) => members !== undefined).length;
  const variants = data.formulations.reduce((sum, { variants: all }) => sum + (all?.length ?? 0), 0);
  lines.push(`formulations with members: ${withMembers}; variants: ${variants}`);
  return lines;
}
