/**
 * Measures in folders of texts how often each formulation is met, and in which of its parts something else was met too: what
 * `met` and `open` in `seeds/formulations.yaml` say. With `--write` it enters them there. `--without=2026` leaves out the texts
 * with that in their name, so that what is found in them can be read as the measure of the rule.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { NearlyThere } from '../server/src/checks/wording/oneDifference';
import { seedKnowledge } from '../test/support/seedKnowledge';
import { enterMeasure, textsIn } from './measuredMarks';

/** What was met less often says nothing. */
const OFTEN = 4;
const SHORTEST = 5;
/** What was met so many times more seldom than the wording is a slip of the texts, but at its ends, where words are chosen. */
const SELDOM = 200;

const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const without = options.find((option) => option.startsWith('--without='))?.split('=')[1];
const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const { data } = seedKnowledge();
const candidates = data.formulations.filter(
  ({ text }) => /^[\p{Script=Han}、，“”]+$/u.test(text) && text.length >= SHORTEST,
);
/** Terms and what listed variants stand for, for what they say of the ends of longer wordings. */
const shorter = [
  ...data.terms.flatMap(({ term, aliases }) => [term, ...(aliases ?? [])]),
  ...data.formulations.flatMap(({ variants }) => variants?.map(({ replacement }) => replacement ?? '') ?? []),
];
const near = new NearlyThere([...candidates.map(({ text }) => text), ...shorter]);
const met = new Map<string, number>();
/** By wording and place in it, how often something else was met there. */
const others = new Map<string, Map<number, number>>();

for (const path of folders.flatMap((folder) => textsIn(resolve(folder)))) {
  if (without !== undefined && path.split('/').at(-1)!.includes(without)) continue;
  const text = readFileSync(path, 'utf8');
  const differences = near.find(text, 0, text.length, (wording) => met.set(wording, (met.get(wording) ?? 0) + 1));
  for (const { wording, start, at, right, written } of differences) {
    if (!/^\p{Script=Han}*$/u.test(text.slice(start + at, start + at + written) + wording.slice(at, at + right)))
      continue;
    const places = others.get(wording) ?? new Map<number, number>();
    others.set(wording, places);
    // What is added opens the place between two characters.
    for (let place = right === 0 ? at - 1 : at; place < at + Math.max(right, 1); place++)
      places.set(place, (places.get(place) ?? 0) + 1);
  }
}

/** 推进全面从严治党: whose last character is another one after less is so after more. */
for (const { text } of candidates) {
  const last = text.length - 1;
  for (let from = 1; from <= text.length - SHORTEST; from++) {
    const within = text.slice(from);
    if ((others.get(within)?.get(within.length - 1) ?? 0) < 2) continue;
    const places = others.get(text) ?? new Map<number, number>();
    others.set(text, places.set(last, Number.POSITIVE_INFINITY));
  }
}

const measures = new Map(
  candidates.flatMap(({ id, text }) => {
    const times = met.get(text) ?? 0;
    const open = openParts(text, (place) => {
      const other = others.get(text)?.get(place) ?? 0;
      return place === 0 || place === text.length - 1 ? other > 0 : other * SELDOM > times;
    });
    return times >= OFTEN && open.join('').length < text.length ? [[id, { met: times, open }] as const] : [];
  }),
);
console.log(`measured: ${measures.size} of ${candidates.length}`);
if (options.includes('--write')) enterMeasure(measures);
else for (const [id, { met: times, open }] of measures) console.log(`${id} ${times} ${open.join(' ')}`);

/** The parts of a text whose places are open. */
function openParts(text: string, isOpen: (place: number) => boolean): string[] {
  const marked = Array.from(text, (character, place) => (isOpen(place) ? character : ' ')).join('');
  return [...new Set(marked.split(' ').filter((part) => part !== ''))];
}
