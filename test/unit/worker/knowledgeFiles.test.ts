/** The writer's own knowledge: what is right is there, what is wrong is named with its line. */
import assert from 'node:assert/strict';
import { symlinkSync, truncateSync } from 'node:fs';
import { basename } from 'node:path';
import { emptyKnowledgeData } from '../../../server/src/knowledge/knowledge';
import { readKnowledge } from '../../../server/src/worker/knowledgeFiles';
import { inTemporaryFolder, type TemporaryFolder } from '../../support/temporaryFolder';

const TERM = (id: string, term: string) => `- id: ${id}
  term: ${term}
  definition: 本市的一项工作。
  sources:
    - { title: 工作方案, issuer: 市政府, date: "2026-01" }
  verified: "2026-11-22"
`;

function read(folder: TemporaryFolder) {
  return readKnowledge([folder.at('.zhibi')], emptyKnowledgeData);
}

describe('knowledge files', () => {
  it('give their entries', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('.zhibi/terms.yaml', TERM('a', '青峪模式') + TERM('b', '双链联动'));
      const { value, problems } = await read(folder);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        value.data.terms.map(({ term, origin }) => `${term} ${origin.line} ${origin.builtIn}`),
        ['青峪模式 1 false', '双链联动 7 false'],
      );
    }));

  it('that never end, or are larger than anybody writes them, are named and left out', function () {
    if (process.platform === 'win32') this.skip();
    return inTemporaryFolder(async (folder) => {
      folder.write('.zhibi/terms.yaml', TERM('a', '青峪模式'));
      symlinkSync('/dev/zero', folder.at('.zhibi/targets.yaml'));
      const large = folder.write('.zhibi/quotes.yaml', '');
      truncateSync(large, 9 * 2 ** 20);
      const { value, problems } = await read(folder);
      assert.deepEqual(
        problems.map(({ path, message }) => `${basename(path)}: ${message}`),
        ['quotes', 'targets'].map(
          (name) => `${name}.yaml: This is no file, or one of more than 8 MB, and is left out.`,
        ),
      );
      assert.equal(value.data.terms.length, 1);
    });
  });

  it('that do not exist are no problem', () =>
    inTemporaryFolder(async (folder) => {
      const { value, problems } = await read(folder);
      assert.deepEqual(problems, []);
      assert.deepEqual(value.data.terms, []);
    }));

  it('with broken YAML are named with line and remedy; entries before the break and other files are there', () =>
    inTemporaryFolder(async (folder) => {
      const path = folder.write('.zhibi/terms.yaml', `${TERM('a', '青峪模式')}- id: b\n  term: "没有写完\n`);
      folder.write(
        '.zhibi/institutions.yaml',
        '- id: x\n  name: 市创新办\n  change: current\n  sources: [{ title: 方案, issuer: 市政府, date: "2026" }]\n  verified: "2026-11-22"\n',
      );
      const { value, problems } = await read(folder);
      assert.deepEqual(
        value.data.terms.map(({ term }) => term),
        ['青峪模式'],
      );
      assert.equal(value.data.institutions.length, 1);
      assert.equal(problems.length, 1);
      assert.equal(problems[0]!.path, path);
      assert.ok(problems[0]!.line! >= 7);
      assert.match(problems[0]!.message, /not valid YAML.*check indentation/);
    }));

  it('with a wrong field lose that entry only', () =>
    inTemporaryFolder(async (folder) => {
      folder.write(
        '.zhibi/terms.yaml',
        TERM('a', '青峪模式').replace('definition', 'defintion') + TERM('b', '双链联动'),
      );
      const { value, problems } = await read(folder);
      assert.deepEqual(
        value.data.terms.map(({ term }) => term),
        ['双链联动'],
      );
      assert.equal(problems[0]?.line, 1);
      assert.match(problems[0]!.message, /definition|defintion/);
    }));

  it('of other names are not read', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('.zhibi/notes.yaml', '{{{');
      folder.write('.zhibi/terms.txt', '{{{');
      assert.deepEqual((await read(folder)).problems, []);
    }));
});

describe('the list of ignored findings', () => {
  const ignored = '- code: target.outdated\n  fingerprint: 0123456789abcdef\n  text: 到2020年\n';

  it('gives its fingerprints', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('.zhibi/ignored.yaml', ignored);
      const { value, problems } = await read(folder);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        value.ignored.map(({ fingerprint }) => fingerprint),
        ['0123456789abcdef'],
      );
    }));

  it('may be empty', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('.zhibi/ignored.yaml', '# nothing yet\n');
      assert.deepEqual((await read(folder)).problems, []);
    }));

  for (const [what, text] of [
    ['no YAML', '- code: "x'],
    ['no list', 'code: x'],
    ['a wrong fingerprint', ignored.replace('0123456789abcdef', 'xyz')],
  ] as const) {
    it(`silences nothing and is named when it holds ${what}`, () =>
      inTemporaryFolder(async (folder) => {
        folder.write('.zhibi/ignored.yaml', text);
        const { value, problems } = await read(folder);
        assert.deepEqual(value.ignored, []);
        assert.equal(problems.length, 1);
        assert.equal(problems[0]!.path, folder.at('.zhibi/ignored.yaml'));
      }));
  }
});
