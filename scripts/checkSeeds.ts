/** Checks the built-in knowledge base: schema, dates, links, duplicates; prints its coverage; exit 1 on problems. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type KnowledgeFile, knowledgeKindOf, loadKnowledge } from '../server/src/knowledge/load';
import { knowledgeCoverage, verifyKnowledge } from '../server/src/knowledge/verify';

const folder = resolve(process.argv[2] ?? 'seeds');
const files = readdirSync(folder).flatMap((name): KnowledgeFile[] => {
  const kind = knowledgeKindOf(name);
  const path = join(folder, name);
  return kind ? [{ path, kind, text: readFileSync(path, 'utf8'), builtIn: true }] : [];
});
const { value, problems } = loadKnowledge(files);
const all = [...problems, ...verifyKnowledge(value)];
for (const { path, line, message } of all) console.error(`${relative(process.cwd(), path)}:${line ?? 1}: ${message}`);
console.log(knowledgeCoverage(value).join('\n'));
if (all.length > 0) {
  console.error(`${all.length} problems`);
  process.exitCode = 1;
}
