/** Fuzzes the knowledge files: whatever is written in them, right entries are kept and the others named with their line. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { loadIgnored } from '../../server/src/knowledge/ignoredFindings';
import { Knowledge, knowledgeKinds } from '../../server/src/knowledge/knowledge';
import { loadKnowledge } from '../../server/src/knowledge/load';
import { loadSkeletons } from '../../server/src/knowledge/skeletons';
import { seedsFolder } from '../support/seedKnowledge';
import { draftText } from './draftTexts';
import { fuzzTarget } from './fuzzTarget';

const yamlPieces = [
  ...[
    '- ',
    '  ',
    '\n',
    ': ',
    '"',
    "'",
    '|',
    '>',
    '[',
    ']',
    '{',
    '}',
    '&a ',
    '*a',
    '<<: *a',
    '!!js/function ',
    '#',
    '---\n',
    '...\n',
  ],
  ...[
    'id: a',
    'term: 新质生产力',
    'definition: 甲',
    'sources:',
    'verified: 2026-11-22',
    'deadline: 2030',
    'supersededBy: a',
  ],
  ...['__proto__: 1', 'constructor: 1', 'null', '~', '.nan', '1e999', '\t', '\r\n', '\u0000', '\ufeff', '9'.repeat(40)],
];

const seedTexts = knowledgeKinds.map((kind) => readFileSync(join(seedsFolder, `${kind}.yaml`), 'utf8').slice(0, 4000));

/** A stretch of the built-in files, with pieces of YAML put into it. */
const mutated = fc
  .tuple(
    fc.constantFrom(...seedTexts),
    fc.nat({ max: 3000 }),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 20 }), fc.constantFrom(...yamlPieces, '')), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([text, length, changes]) =>
    changes.reduce(
      (yaml, [at, removed, inserted]) => {
        const start = at % (yaml.length + 1);
        return yaml.slice(0, start) + inserted + yaml.slice(start + removed);
      },
      text.slice(0, length),
    ),
  );
const assembled = fc.array(fc.constantFrom(...yamlPieces), { maxLength: 40 }).map((pieces) => pieces.join(''));

const input = fc.record({
  kind: fc.constantFrom(...knowledgeKinds),
  text: fc.oneof(
    { weight: 3, arbitrary: mutated },
    { weight: 2, arbitrary: assembled },
    { weight: 1, arbitrary: draftText },
  ),
});

export const knowledgeTarget = fuzzTarget('knowledge files', input, ({ kind, text }) => {
  const path = `/knowledge/${kind}.yaml`;
  const { value, problems } = loadKnowledge([{ path, kind, text, builtIn: false }]);
  const lines = text.split(/\r\n|\r|\n/).length;
  for (const problem of problems) {
    assert.ok(
      problem.line === undefined || (problem.line >= 1 && problem.line <= lines + 1),
      `line ${problem.line} of ${lines}`,
    );
    assert.notEqual(problem.message.trim(), '');
  }
  const knowledge = new Knowledge(value);
  for (const entry of value[kind]) assert.equal(knowledge.get(kind, entry.id), entry);
  knowledge.find(text);
  loadIgnored('/knowledge/ignored.yaml', text);
  loadSkeletons('/knowledge/snippets.json', text);
  assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  assert.deepEqual(Object.keys(Object.prototype), []);
});
