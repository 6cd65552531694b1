/**
 * Measures in folders of dated texts which formulations are always put in the same words, and which sets are also named in
 * part: what `fixed` and `partial` in `seeds/formulations.yaml` rest on. With `--write` it enters `fixed` there. The texts are public reports and newscasts, in which hardly anything is wrong.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { judgeEnumeration } from '../server/src/checks/wording/incompleteSets';
import { NearWordings, neighbours } from '../server/src/checks/wording/nearWordings';
import { SetMembers } from '../server/src/checks/wording/setMembers';
import { parseDraft } from '../server/src/draft/parseDraft';
import { sentencePlaces } from '../server/src/draft/sentencePlace';
import { seedKnowledge } from '../test/support/seedKnowledge';
import { enterMark, textsIn } from './measuredMarks';

/** So often a wording must have been met for its never being varied to say something; one of parallel parts less often. */
const OFTEN = 8;
const OFTEN_IN_PARTS = 2;

const write = process.argv.includes('--write');
const folders = process.argv.slice(2).filter((argument) => argument !== '--write');
const { data } = seedKnowledge();
const formulations = data.formulations.map((entry) => ({ ...entry, fixed: true }));
const all = { ...data, formulations };
const near = new NearWordings(all);
const sets = new SetMembers(all);
const wordingsOf = new Map(formulations.map((entry) => [entry, [entry.text, ...neighbours(entry)]]));
const met = new Map<string, number>();
const varied = new Map<string, string[]>();
const named = new Map<string, number>();
const inPart = new Map<string, string[]>();

for (const path of folders.flatMap((folder) => textsIn(resolve(folder)))) {
  const text = readFileSync(path, 'utf8');
  const date = /(\d{4})-?(\d{2})-?(\d{2})/.exec(path.split('/').at(-1)!)?.slice(1).join('-') ?? '2026-03-01';
  for (const wordings of wordingsOf.values())
    for (const wording of wordings) count(met, wording, text.split(wording).length - 1);
  const draft = parseDraft(path, text);
  for (const place of sentencePlaces(draft, date)) {
    for (const { wording, start, end } of near.findAll(text, place.sentence))
      note(varied, wording, text.slice(start, end));
    const enumerations = sets.find(text, place.sentence);
    for (const found of enumerations) {
      if (found.members.length === found.entry.members!.length) count(named, found.entry.id, 1);
      else if (judgeEnumeration(place, found, enumerations))
        note(inPart, found.entry.id, text.slice(found.start, found.end));
    }
  }
}

const fixed = formulations.filter((entry) => {
  const wordings = wordingsOf.get(entry)!;
  return (
    wordings.some((wording) => (met.get(wording) ?? 0) >= (wording.includes('、') ? OFTEN_IN_PARTS : OFTEN)) &&
    !wordings.some((wording) => varied.has(wording))
  );
});
console.log(`fixed: ${fixed.length} of ${formulations.length}`);
for (const [wording, others] of varied)
  console.log(`varied ${wording} (${met.get(wording) ?? 0}): ${[...new Set(others)].slice(0, 6).join(' ')}`);
for (const [id, others] of inPart)
  console.log(`in part ${id} (${named.get(id) ?? 0}): ${[...new Set(others)].slice(0, 4).join(' ')}`);
if (write)
  enterMark(
    'fixed',
    fixed.map(({ id }) => id),
  );

function count(counts: Map<string, number>, key: string, by: number): void {
  if (by > 0) counts.set(key, (counts.get(key) ?? 0) + by);
}

function note(notes: Map<string, string[]>, key: string, words: string): void {
  notes.set(key, [...(notes.get(key) ?? []), words]);
}
