/**
 * Compiles the knowledge of a folder into another: `compileKnowledge.ts seeds dist` writes `knowledge.json`, the entries
 * with the line each is written on and the documents they cite, and `pinyin.json`, the pinyin of their phrases, so that
 * neither YAML nor a dictionary of pinyin is read at start-up.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { knowledgeKinds } from '../server/src/knowledge/knowledge';
import { knowledgeKindOf, loadKnowledge } from '../server/src/knowledge/load';
import { pinyinTable } from '../server/src/worker/lexiconBuilder';

const [folder = 'seeds', target = 'dist'] = process.argv.slice(2);
const files = readdirSync(folder)
  .sort()
  .flatMap((name) => {
    const kind = knowledgeKindOf(name);
    return kind ? [{ path: name, kind, text: readFileSync(join(folder, name), 'utf8'), builtIn: true }] : [];
  });
const { value, problems } = loadKnowledge(files);
if (problems.length > 0) {
  for (const { path, line, message } of problems) process.stderr.write(`${path}:${line ?? 1}: ${message}\n`);
  process.exit(1);
}
// The file is named like the kind, and the package may be unpacked anywhere. Many entries cite one document.
const sources = new Map<string, number>();
const numberOf = (source: unknown) => {
  const json = JSON.stringify(source);
  const number = sources.get(json) ?? sources.size;
  sources.set(json, number);
  return number;
};
const entries = knowledgeKinds.map((kind) => [
  kind,
  value[kind].map((entry) => ({ ...entry, origin: entry.origin.line, sources: entry.sources.map(numberOf) })),
]);
const compiled = { entries: Object.fromEntries(entries), sources: [...sources.keys()].map((json) => JSON.parse(json)) };
writeFileSync(join(target, 'knowledge.json'), JSON.stringify(compiled));
writeFileSync(join(target, 'pinyin.json'), JSON.stringify(pinyinTable(value)));
