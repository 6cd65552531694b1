/**
 * Measures in folders of texts which formulations are met so often, and never with one other character, that any is a slip:
 * what `rigid` in `seeds/formulations.yaml` rests on. With `--write` it enters that there.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { NearWordings } from '../server/src/checks/wording/nearWordings';
import { seedKnowledge } from '../test/support/seedKnowledge';
import { enterMark, MAY_BE_VARIED, textsIn } from './measuredMarks';

/** So often a wording must have been met for its never being varied to say something of a single character. */
const OFTEN = 80;
/** Longer ones are judged by what is fixed in them. */
const LONGEST = 14;
const SHORTEST = 5;
/** What a wording is looked up by. */
const HEAD = 3;

const write = process.argv.includes('--write');
const folders = process.argv.slice(2).filter((argument) => argument !== '--write');
const { data } = seedKnowledge();
const candidates = data.formulations.filter(
  ({ text }) => /^[\p{Script=Han}、，]+$/u.test(text) && text.length >= SHORTEST && text.length <= LONGEST,
);
const near = new NearWordings({
  ...data,
  formulations: candidates.map((entry) => ({ ...entry, fixed: false, rigid: true })),
});
const byHead = new Map<string, string[]>();
for (const { text } of candidates) byHead.set(text.slice(0, HEAD), [...(byHead.get(text.slice(0, HEAD)) ?? []), text]);
const met = new Map<string, number>();
const varied = new Map<string, Set<string>>();

for (const path of folders.flatMap((folder) => textsIn(resolve(folder)))) {
  const text = readFileSync(path, 'utf8');
  for (let at = 0; at < text.length; at++)
    for (const wording of byHead.get(text.slice(at, at + HEAD)) ?? [])
      if (text.startsWith(wording, at)) met.set(wording, (met.get(wording) ?? 0) + 1);
  for (const { wording, start, end } of near.findAll(text, { start: 0, end: text.length }))
    varied.set(wording, (varied.get(wording) ?? new Set()).add(text.slice(start, end)));
}

const rigid = candidates.filter(
  ({ text }) => (met.get(text) ?? 0) >= OFTEN && !varied.has(text) && !MAY_BE_VARIED.has(text),
);
console.log(`rigid: ${rigid.length} of ${candidates.length}`);
for (const { text } of rigid) console.log(`${text} ${met.get(text)}`);
for (const [wording, others] of varied)
  if ((met.get(wording) ?? 0) >= OFTEN)
    console.log(`varied ${wording} (${met.get(wording)}): ${[...others].join(' ')}`);
if (write)
  enterMark(
    'rigid',
    rigid.map(({ id }) => id),
  );
