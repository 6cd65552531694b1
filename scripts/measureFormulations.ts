/**
 * Measures in folders of dated texts which formulations are always put in the same words, which are also put otherwise, and
 * which sets are also named in part: what `fixed`, `alsoPut` and `partial` in `seeds/` rest on. With `--write` it enters the
 * first two there. The texts are public reports, in which hardly anything is wrong, and, given as `--spoken=FOLDER`, newscasts
 * written down by ear.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { judgeEnumeration } from '../server/src/checks/wording/incompleteSets';
import { NearWordings, neighbours } from '../server/src/checks/wording/nearWordings';
import { SetMembers } from '../server/src/checks/wording/setMembers';
import { soundAlike } from '../server/src/checks/wording/soundAlike';
import { parseDraft } from '../server/src/draft/parseDraft';
import { sentencePlaces } from '../server/src/draft/sentencePlace';
import { seedKnowledge } from '../test/support/seedKnowledge';
import { enterMark, enterValues, MAY_BE_VARIED, textsIn } from './measuredMarks';

/** So often a wording must have been met for its never being varied to say something; one of parallel parts less often. */
const OFTEN = 8;
const OFTEN_IN_PARTS = 2;
/** A shorter one is more easily put with another word, and must have been met more often. In UTF-16 code units. */
const SHORT = 7;
const OFTEN_IF_SHORT = 30;

/** What sounds like the wording, or has the same characters in another order, is a slip in what was written down by ear unless it was met more often. */
const SLIPS = 2;

const write = process.argv.includes('--write');
const SPOKEN = '--spoken=';
const edited = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const spoken = process.argv.flatMap((argument) => (argument.startsWith(SPOKEN) ? [argument.slice(SPOKEN.length)] : []));
const { data } = seedKnowledge();
const formulations = data.formulations.map((entry) => ({ ...entry, fixed: true }));
const all = { ...data, formulations };
const near = new NearWordings(all);
const sets = new SetMembers(all);
const wordingsOf = new Map(formulations.map((entry) => [entry, [entry.text, ...neighbours(entry)]]));
const met = new Map<string, number>();
/** By wording, how often each near one was met. */
const varied = new Map<string, Map<string, number>>();
const named = new Map<string, number>();
const inPart = new Map<string, string[]>();

for (const path of [...edited, ...spoken].flatMap((folder) => textsIn(resolve(folder)))) {
  const isSpoken = spoken.some((folder) => path.startsWith(resolve(folder)));
  const text = readFileSync(path, 'utf8');
  const date = /(\d{4})-?(\d{2})-?(\d{2})/.exec(path.split('/').at(-1)!)?.slice(1).join('-') ?? '2026-03-01';
  for (const wordings of wordingsOf.values())
    for (const wording of wordings) count(met, wording, text.split(wording).length - 1);
  const draft = parseDraft(path, text);
  for (const place of sentencePlaces(draft, date)) {
    for (const { wording, start, end } of near.findAll(text, place.sentence)) {
      const others = varied.get(wording) ?? new Map<string, number>();
      varied.set(wording, others);
      count(others, text.slice(start, end), isSpoken ? 1 : SLIPS + 1);
    }
    const enumerations = sets.find(text, place.sentence);
    for (const found of enumerations) {
      if (found.members.length === found.entry.members!.length) count(named, found.entry.id, 1);
      else if (judgeEnumeration(place, found, enumerations))
        note(inPart, found.entry.id, text.slice(found.start, found.end));
    }
  }
}

for (const [wording, others] of varied) {
  for (const [other, times] of others) if (times <= SLIPS && isLikeSlip(wording, other)) others.delete(other);
  if (others.size === 0) varied.delete(wording);
}
const fixed = formulations.filter((entry) => {
  const wordings = wordingsOf.get(entry)!;
  return (
    wordings.some((wording) => (met.get(wording) ?? 0) >= oftenFor(wording)) &&
    !wordings.some((wording) => varied.has(wording) || MAY_BE_VARIED.has(wording))
  );
});
console.log(`fixed: ${fixed.length} of ${formulations.length}`);
for (const [wording, others] of varied)
  console.log(`varied ${wording} (${met.get(wording) ?? 0}): ${[...others.keys()].slice(0, 6).join(' ')}`);
for (const [id, others] of inPart)
  console.log(`in part ${id} (${named.get(id) ?? 0}): ${[...new Set(others)].slice(0, 4).join(' ')}`);
if (write) {
  enterMark(
    'fixed',
    fixed.map(({ id }) => id),
  );
  enterValues(
    'formulations',
    'alsoPut',
    othersOf(data.formulations, (entry) => [entry.text, ...(entry.members ?? []), ...neighbours(entry)]),
  );
  enterValues(
    'terms',
    'alsoPut',
    othersOf(data.terms, (entry) => [entry.term, ...(entry.aliases ?? [])]),
  );
}

function oftenFor(wording: string): number {
  if (wording.includes('、')) return OFTEN_IN_PARTS;
  return wording.length < SHORT ? OFTEN_IF_SHORT : OFTEN;
}

/** By id, what was met in the place of the wordings of an entry, as YAML. */
function othersOf<E extends { readonly id: string }>(
  entries: readonly E[],
  wordings: (entry: E) => string[],
): Map<string, string> {
  const known = new Set(data.formulations.flatMap(({ text, members = [] }) => [text, ...members]));
  return new Map(
    entries.flatMap((entry) => {
      const others = [...new Set(wordings(entry))].flatMap((wording) => [...(varied.get(wording)?.keys() ?? [])]);
      const unknown = [...new Set(others)].filter((other) => !known.has(other)).sort();
      return unknown.length > 0 ? [[entry.id, `[${unknown.join(', ')}]`] as const] : [];
    }),
  );
}

/** Whether two wordings differ in characters that sound alike, or in their order alone. */
function isLikeSlip(wording: string, other: string): boolean {
  if (wording.length !== other.length) return false;
  if ([...wording].sort().join('') === [...other].sort().join('')) return true;
  return [...wording].every((character, i) => character === other[i] || soundAlike(character, other[i]!, true));
}

function count(counts: Map<string, number>, key: string, by: number): void {
  if (by > 0) counts.set(key, (counts.get(key) ?? 0) + by);
}

function note(notes: Map<string, string[]>, key: string, words: string): void {
  notes.set(key, [...(notes.get(key) ?? []), words]);
}
