/**
 * Measures phrase mining against the knowledge: how many of the formulations (and terms) that the corpus uses at least
 * four times are among the best mined phrases. `node scripts/runBundled.mjs test/bench/mining.bench.ts [FOLDER]...`;
 * without folders on the public reports, which the knowledge was not made from.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resourcesIn } from '../../server/src/analysis/resources';
import { defaultMiningLimits, minePhrases } from '../../server/src/index/phraseMining';
import { isSeparator } from '../../server/src/text/characters';
import { keyOf } from '../../server/src/text/keyText';
import { readBuiltInKnowledge } from '../../server/src/worker/builtInKnowledge';
import { documentsOf, hasRealFolder, partOf, realFolder } from './completionCorpus';
import { printTable } from './table';

const LEAST_USES = 4;
const RANKS = [500, 1000, 2000, 4000];

/** A phrase without marks around it. */
function bare(text: string): string {
  const key = keyOf(text);
  let start = 0;
  let end = key.length;
  while (start < end && isSeparator(key.charCodeAt(start))) start++;
  while (end > start && isSeparator(key.charCodeAt(end - 1))) end--;
  return key.slice(start, end);
}

async function main(): Promise<void> {
  const root = process.cwd();
  const given = process.argv.slice(2).filter((argument) => argument !== '--');
  if (given.length === 0 && !hasRealFolder) {
    process.stderr.write(`${realFolder} is missing: name a folder\n`);
    return;
  }
  const folders = given.length > 0 ? given : [realFolder];
  const segment = partOf(await documentsOf(folders, join(tmpdir(), 'zhibi-completion')));
  const knowledge = readBuiltInKnowledge(resourcesIn(root));
  const { formulations, terms } = knowledge;
  const started = performance.now();
  const mined = minePhrases(segment, defaultMiningLimits).map(({ key }) => bare(key));
  const seconds = (performance.now() - started) / 1000;
  const used = (text: string) => {
    const { low, high } = segment.suffixes.find(text);
    return high - low >= LEAST_USES;
  };
  const sets = {
    formulations: [...new Set(formulations.map(({ text }) => bare(text)))].filter(used),
    terms: [...new Set(terms.map(({ term }) => bare(term)))].filter(used),
  };
  printTable(
    `${segment.documents.length} documents, ${(segment.suffixes.text.length / 1e6).toFixed(1)} M characters, ${seconds.toFixed(1)} s`,
    ['recall among the best', 'used', ...RANKS.map(String)],
    Object.entries(sets).map(([name, phrases]) => [
      name,
      phrases.length,
      ...RANKS.map((rank) => {
        const best = new Set(mined.slice(0, rank));
        return (phrases.filter((phrase) => best.has(phrase)).length / phrases.length).toFixed(2);
      }),
    ]),
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
