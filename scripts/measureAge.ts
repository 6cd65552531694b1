/**
 * Measures in folders of dated texts how long formulations and terms have been in use: what `metSince` in `seeds/` rests on.
 * A text is dated by its name (2019-03-05, 20190305, 2019_…). With `--write` it enters the day in `seeds/`.
 */
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { seedKnowledge } from '../test/support/seedKnowledge';
import { enterValues, textsIn } from './measuredMarks';

/** What a wording is looked up by, in UTF-16 code units. */
const HEAD = 3;

const write = process.argv.includes('--write');
const folders = process.argv.slice(2).filter((argument) => argument !== '--write');
const { data } = seedKnowledge();
const entries = [
  ...data.formulations.filter(({ since }) => since === undefined).map((entry) => ({ entry, wording: entry.text })),
  ...data.terms.map((entry) => ({ entry, wording: entry.term })),
].filter(({ entry, wording }) => entry.firstUsed === undefined && wording.length > HEAD);
const byHead = new Map<string, typeof entries>();
for (const named of entries) {
  const head = named.wording.slice(0, HEAD);
  byHead.set(head, [...(byHead.get(head) ?? []), named]);
}
const met = new Map<string, string>();

const dated = folders
  .flatMap((folder) => textsIn(resolve(folder)))
  .flatMap((path) => {
    const date = dateOf(basename(path));
    return date === undefined ? [] : [{ path, date }];
  })
  .sort((a, b) => (a.date < b.date ? -1 : 1));
for (const { path, date } of dated) {
  const text = readFileSync(path, 'utf8');
  for (let at = 0; at < text.length; at++)
    for (const { entry, wording } of byHead.get(text.slice(at, at + HEAD)) ?? [])
      if (!met.has(entry.id) && text.startsWith(wording, at)) met.set(entry.id, date);
}

const older = new Map(
  entries.flatMap(({ entry }) => {
    const date = met.get(entry.id);
    const known = entry.sources.map((source) => source.date).sort()[0]!;
    return date !== undefined && date < known.slice(0, date.length) ? [[entry.id, `"${date}"`] as const] : [];
  }),
);
console.log(`met before their sources: ${older.size} of ${entries.length}, in ${dated.length} dated texts`);
if (write) for (const kind of ['formulations', 'terms'] as const) enterValues(kind, 'metSince', older);

/** The day or year in a file name; undefined where there is none. */
function dateOf(name: string): string | undefined {
  const [, year, month, day] = /^((?:19|20)\d{2})(?:-?([01]\d)-?([0-3]\d))?(?!\d)/.exec(name) ?? [];
  return month === undefined ? year : `${year}-${month}-${day}`;
}
