/** Prints the built-in knowledge as JSON, with each entry's file and line, so that no YAML is parsed at start-up. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { knowledgeKindOf, loadKnowledge } from '../server/src/knowledge/load';

const folder = process.argv[2] ?? 'seeds';
const files = readdirSync(folder)
  .sort()
  .flatMap((name) => {
    const kind = knowledgeKindOf(name);
    // Paths are relative: the package may be unpacked anywhere.
    return kind ? [{ path: name, kind, text: readFileSync(join(folder, name), 'utf8'), builtIn: true }] : [];
  });
const { value, problems } = loadKnowledge(files);
if (problems.length > 0) {
  for (const { path, line, message } of problems) process.stderr.write(`${path}:${line ?? 1}: ${message}\n`);
  process.exit(1);
}
process.stdout.write(JSON.stringify(value));
