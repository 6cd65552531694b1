/** Finds titles whose years differ in one from those of the plan they name: 《乡村全面振兴规划（2024—2028年）》. */

import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { Draft } from '../../draft/draft';
import type { Entry, Knowledge } from '../../knowledge/knowledge';
import type { Reference } from '../../knowledge/schemas';
import { keyOf } from '../../text/keyText';
import { derived } from '../../util/derived';
import { relatedEntry } from '../timing';
import { titleEvidence } from './titleEvidence';

const YEARS = /[（(](\d{4})年?[—–~～至到-]{1,2}(\d{4})年?[）)]/;

/**
 * Editions of a plan follow each other with both years changed; where one of the two is right, the other is a slip, and so
 * are years of as many that overlap those of a plan of the centre. Titles with a place in them are the place's own and are
 * never the same but for the years. O(titles).
 */
export function otherTitleYears(knowledge: Knowledge, draft: Draft, today: string): Finding[] {
  return draft.titles.flatMap(({ start, end }) => {
    const title = draft.text.slice(start, end);
    const years = YEARS.exec(title);
    if (!years) return [];
    const editions = plansByName(knowledge).get(nameOf(title)) ?? [];
    const known = editions.map(({ name }) => YEARS.exec(name)!);
    if (known.length === 0 || known.some(([, from, to]) => from === years[1] && to === years[2])) return [];
    const isShifted = ([, from, to]: RegExpExecArray) =>
      Number(from) - Number(years[1]) === Number(to) - Number(years[2]) && from! < years[2]! && years[1]! < to!;
    const oneYear = editions.filter((_, i) => known[i]![1] === years[1] || known[i]![2] === years[2]);
    const meant =
      oneYear.length === 0 && titleEvidence(draft, { start, end }, today).isNational
        ? editions.filter((_, i) => isShifted(known[i]!))
        : oneYear;
    if (meant.length !== 1) return [];
    const [entry] = meant as [Entry<Reference>];
    const at = start + years.index + 1;
    const newText = YEARS.exec(entry.name)![0].slice(1, -1);
    return [
      {
        code: 'reference.mismatch' as const,
        start: at,
        end: at + years[0].length - 2,
        message: l10n.t('The title is {0}.', `《${entry.name}》`),
        related: [relatedEntry(entry)],
        fixes: [
          {
            title: l10n.t('Write “{0}”', newText),
            edits: [{ start: at, end: at + years[0].length - 2, newText }],
            preferred: true,
          },
        ],
      },
    ];
  });
}

function nameOf(title: string): string {
  return keyOf(title.replace(YEARS, '').replace(/^(?:国务院|中共中央|中央)/, ''));
}

/** The references with years in their title, by the title without them. */
const plansByName = derived(({ data }: Knowledge): ReadonlyMap<string, readonly Entry<Reference>[]> => {
  const made = new Map<string, Entry<Reference>[]>();
  for (const entry of data.references) {
    if (!YEARS.test(entry.name)) continue;
    const name = nameOf(entry.name);
    made.set(name, [...(made.get(name) ?? []), entry]);
  }
  return made;
});
