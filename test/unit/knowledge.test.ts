/** Knowledge files are read entry by entry, and their wordings are found in texts. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from '../../server/src/knowledge/jsonSchemas';
import { emptyKnowledgeData, Knowledge, type KnowledgeData } from '../../server/src/knowledge/knowledge';
import { type KnowledgeFile, knowledgeKindOf, loadKnowledge } from '../../server/src/knowledge/load';
import { verifyKnowledge } from '../../server/src/knowledge/verify';
import { seedFiles, seedKnowledge, seedsFolder } from '../support/seedKnowledge';

const SOURCES = "sources: [{ title: 试行办法, issuer: 市政府, date: '2024' }]\n  verified: '2026-01-01'\n";

function termFile(entries: string, builtIn = true): KnowledgeFile {
  return { path: builtIn ? '/seeds/terms.yaml' : '/own/terms.yaml', kind: 'terms', text: entries, builtIn };
}

function term(id: string, wording: string, more = ''): string {
  return `- id: ${id}\n  term: ${wording}\n  definition: 释义\n  ${more}${SOURCES}`;
}

describe('loading knowledge', () => {
  it('keeps what is right and names file, line and reason of what is not', () => {
    const text = `${term('a', '甲')}${term('b', '乙', 'colour: red\n  ')}- id: c\n  term: 丙\n${term('d', '丁')}`;
    const { value, problems } = loadKnowledge([termFile(text)]);
    assert.deepEqual(
      value.terms.map(({ id, origin }) => [id, origin.line]),
      [
        ['a', 1],
        ['d', 14],
      ],
    );
    assert.deepEqual(
      problems.map(({ path, line }) => [path, line]),
      [
        ['/seeds/terms.yaml', 6],
        ['/seeds/terms.yaml', 12],
      ],
    );
    assert.match(problems[0]!.message, /“colour” is not known/);
    assert.match(problems[1]!.message, /is missing/);
  });

  it('survives broken YAML, other shapes and an empty file', () => {
    const broken = loadKnowledge([termFile(`${term('a', '甲')}- id: "b\n  term: 乙\n`)]);
    assert.deepEqual(
      broken.value.terms.map(({ id }) => id),
      ['a'],
    );
    assert.equal(broken.problems.length, 1);
    for (const text of ['a: 1', '42', '- 3\n- [x]', '- id: *nobody', '\u0000- id: [', '- {id: &a [*a]}'])
      assert.notEqual(loadKnowledge([termFile(text)]).problems.length, 0);
    assert.deepEqual(loadKnowledge([termFile('')]), { value: emptyKnowledgeData, problems: [] });
    assert.deepEqual(loadKnowledge([termFile('# only a remark\n')]).problems, []);
  });

  it("replaces a built-in entry with the writer's own of the same id", () => {
    const own = termFile(term('a', '我的甲'), false);
    const { value, problems } = loadKnowledge([own, termFile(term('a', '甲') + term('b', '乙'))]);
    assert.deepEqual(
      value.terms.map((entry) => entry.term),
      ['我的甲', '乙'],
    );
    assert.equal(value.terms[0]!.origin.path, '/own/terms.yaml');
    assert.deepEqual(problems, []);
  });

  it('says of a key that is a list what is wrong, and prints nothing', async () => {
    const printed: string[] = [];
    const note = (warning: Error) => printed.push(warning.message);
    process.on('warning', note);
    const { problems } = loadKnowledge([termFile(`${term('a', '甲')}- id: b\n  ? [乙, 丙]\n  : 丁\n`)]);
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', note);
    assert.equal(problems.length, 1);
    assert.deepEqual(printed, []);
  });

  it('reports an id used twice and keeps the first', () => {
    const { value, problems } = loadKnowledge([termFile(term('a', '甲') + term('a', '乙'))]);
    assert.deepEqual(
      value.terms.map((entry) => entry.term),
      ['甲'],
    );
    assert.match(problems[0]!.message, /used twice/);
  });

  it('reads a year without quotation marks', () => {
    const { problems } = loadKnowledge([termFile(term('a', '甲').replace("'2024'", '2024'))]);
    assert.deepEqual(problems, []);
  });

  it('reports a link that leads nowhere and keeps the entry', () => {
    const text = `- id: a\n  text: 甲\n  supersededBy: nowhere\n  ${SOURCES}`;
    const { value, problems } = loadKnowledge([{ ...termFile(text), kind: 'formulations' }]);
    assert.equal(value.formulations.length, 1);
    assert.match(problems[0]!.message, /nowhere/);
  });

  it('knows knowledge files by their names', () => {
    assert.deepEqual(['terms.yaml', 'quotes.yml', 'ignored.yaml', 'terms.json'].map(knowledgeKindOf), [
      'terms',
      'quotes',
      undefined,
      undefined,
    ]);
  });
});

function knowledgeOf(...terms: string[]): Knowledge {
  return new Knowledge(loadKnowledge([termFile(terms.join(''))]).value);
}

function wordingsIn(knowledge: Knowledge, text: string): string[] {
  return knowledge.find(text).map(({ start, end, entry }) => `${text.slice(start, end)}=${entry.id}`);
}

describe('finding wordings', function () {
  this.timeout(20_000);

  it('takes the longest, and hides what lies inside it', () => {
    const knowledge = knowledgeOf(term('a', '生产力'), term('b', '新质生产力'), term('c', '发展新质生产力'));
    assert.deepEqual(wordingsIn(knowledge, '加快发展新质生产力，解放生产力'), ['发展新质生产力=c', '生产力=a']);
  });

  it('folds width, spaces, dashes and quotation marks, and maps back', () => {
    const knowledge = knowledgeOf(term('a', '“十四五”规划'), term('b', 'R&D经费'), term('c', 'GB/T 9704-2012'));
    const text = '落实 “十四五” 规划，增加Ｒ&Ｄ经费，执行GB/T 9704—2012';
    assert.deepEqual(wordingsIn(knowledge, text), ['“十四五” 规划=a', 'Ｒ&Ｄ经费=b', 'GB/T 9704—2012=c']);
  });

  it('does not join the end of a quotation with what follows it', () => {
    const knowledge = knowledgeOf(term('a', '新发展理念'));
    assert.deepEqual(wordingsIn(knowledge, '“四新”发展理念，“新发展理念”，“新”发展理念'), [
      '新发展理念=a',
      '“新”发展理念=a',
    ]);
  });

  it('finds the term around an offset', () => {
    const knowledge = knowledgeOf(term('a', '新质生产力', 'aliases: [新生产力]\n  '));
    const text = '第一行\n发展新质生产力';
    const found = [3, 6, 11].map((offset) => knowledge.at(text, offset)?.wording);
    assert.deepEqual(found, [undefined, '新质生产力', '新质生产力']);
    assert.equal(knowledge.at('新生产力', 1)?.role, 'alias');
  });

  it('knows which reference and target is current on a date', () => {
    const knowledge = seedKnowledge();
    assert.match(knowledge.currentOf('five-year-plan', '2026-11-22')!.name, /十五个五年/);
    assert.match(knowledge.currentOf('five-year-plan', '2022-11-22')!.name, /十四个五年/);
    const old = knowledge.get('targets', 'innovation-power.2050')!;
    assert.equal(knowledge.targetInForce(old, '2026-11-22')?.deadline, '2035');
    assert.equal(knowledge.targetInForce(old, '2019-05-01'), undefined);
  });

  it('is built and searched quickly', () => {
    const { data } = seedKnowledge();
    const text = '推进科技创新和产业创新深度融合，发展新质生产力。'.repeat(400);
    const built = fastest(() => new Knowledge(data));
    assert.ok(built < 300, `built in ${built} ms`);
    const searched = fastest(() => seedKnowledge().find(text));
    assert.ok(searched < 60, `searched in ${searched} ms`);
  });
});

/** The fastest of five runs, in milliseconds: what the machine does besides counts least. */
function fastest(run: () => unknown): number {
  return Math.min(
    ...Array.from({ length: 5 }, () => {
      const from = performance.now();
      run();
      return performance.now() - from;
    }),
  );
}

describe('the built-in knowledge base', function () {
  this.timeout(20_000);

  it('loads without problems', () => {
    assert.deepEqual(loadKnowledge(seedFiles()).problems, []);
  });

  it('holds no impossible dates, circular links or duplicates', () => {
    assert.deepEqual(verifyKnowledge(seedKnowledge().data), []);
  });

  it('has JSON schemas that are up to date', () => {
    for (const [kind, schema] of jsonSchemas()) {
      assert.equal(
        readFileSync(join(seedsFolder, 'schema', `${kind}.schema.json`), 'utf8'),
        schema,
        'run scripts/generateSchemas',
      );
    }
  });

  it('reports what cannot be', () => {
    const { value } = loadKnowledge([termFile(term('a', '甲') + term('b', '甲').replace("'2024'", "'2027'"))]);
    const data: KnowledgeData = value;
    assert.deepEqual(
      verifyKnowledge(data).map(({ line, message }) => `${line} ${message}`),
      ['6 b: date 2027 lies after the day of verification, 2026-01-01', '6 b: “甲” also stands in a (line 1)'],
    );
  });
});
