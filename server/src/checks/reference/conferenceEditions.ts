/** Conferences of the centre by their name without the year, and those the knowledge base knows of each: 2018年全国教育大会. */
import type { Entry, Knowledge } from '../../knowledge/knowledge';
import type { Reference } from '../../knowledge/schemas';
import { derived } from '../../util/derived';

/** A conference of the centre, which the knowledge base names with its year: 2025年中央城市工作会议. */
export const CONFERENCE = /(?:中央|全国)\p{Script=Han}{2,14}?(?:工作会议|大会|会议)/u;
/** Held every year. */
const EVERY_YEAR = /经济工作|农村工作|政法工作/;

const byName = derived(({ data }: Knowledge): ReadonlyMap<string, readonly Entry<Reference>[]> => {
  const made = new Map<string, Entry<Reference>[]>();
  for (const entry of data.references) {
    if (!/^\d{4}年/.test(entry.name)) continue;
    const name = entry.name.slice(5);
    made.set(name, [...(made.get(name) ?? []), entry]);
  }
  for (const editions of made.values()) editions.sort((a, b) => (a.name < b.name ? -1 : 1));
  return made;
});

/** The conferences of a name without its year, the oldest first. O(1) after the first. */
export function editionsOf(knowledge: Knowledge, name: string): readonly Entry<Reference>[] {
  return byName(knowledge).get(name) ?? [];
}

/** The names, without the year, of meetings that are named with it: 民营企业座谈会. */
export const meetingNames = derived((knowledge: Knowledge): readonly string[] =>
  [...byName(knowledge).keys()].filter((name) => name.endsWith('座谈会')),
);

/** Whether there was none in the year: between two that are known there was no other, unless there is one every year. */
export function isBetweenEditions(editions: readonly Entry<Reference>[], year: string): boolean {
  const [first, last] = [editions[0], editions.at(-1)];
  if (!first || !last || EVERY_YEAR.test(first.name)) return false;
  return first.name.slice(0, 4) < year && year < last.name.slice(0, 4);
}

/** The same, or after the last that is known, as far as the knowledge base was read. */
export function isNoneOf(editions: readonly Entry<Reference>[], year: string): boolean {
  const [first, last] = [editions[0], editions.at(-1)];
  if (!first || !last || EVERY_YEAR.test(first.name) || editions.some(({ name }) => name.startsWith(year)))
    return false;
  return first.name.slice(0, 4) < year && year <= last.verified.slice(0, 4);
}
