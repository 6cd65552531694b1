/** What a snapshot is made of: the built-in knowledge once, her own beside it, and what both yield. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type KnowledgeData, withOwn } from '../../../server/src/knowledge/knowledge';
import { lazyBuiltInKnowledge, readBuiltInKnowledge } from '../../../server/src/worker/builtInKnowledge';
import type { KnowledgeRequest } from '../../../server/src/worker/protocol';
import { SourcesReader } from '../../../server/src/worker/sourcesReader';
import { inTemporaryFolder, type TemporaryFolder } from '../../support/temporaryFolder';

const SOURCE = { title: '工作方案', issuer: '市政府', date: '2026-01' };
const compiledTerm = (id: string, term: string, line: number) => ({
  ...{ id, term, definition: '一项工作。', sources: [0], verified: '2026-11-22' },
  origin: line,
});
const OWN = `- id: b
  term: 双链联动
  definition: 本市的一项工作。
  sources:
    - { title: 工作方案, issuer: 市政府, date: "2026-01" }
  verified: "2026-11-22"
`;

/** A package with two terms, of which the first has a pinyin that nobody would work out. */
function inPackage(folder: TemporaryFolder): KnowledgeRequest {
  const none = { formulations: [], targets: [], institutions: [], references: [], quotes: [], figures: [] };
  mkdirSync(folder.at('dist'), { recursive: true });
  const write = (name: string, value: unknown) => writeFileSync(folder.at(`dist/${name}`), JSON.stringify(value));
  const entries = { terms: [compiledTerm('a', '重庆', 3), compiledTerm('b', '两新', 9)], ...none };
  write('knowledge.json', { entries, sources: [SOURCE] });
  write('pinyin.json', { 重庆: 'wei zhi' });
  return {
    knowledgeFile: folder.at('dist/knowledge.json'),
    pinyinFile: folder.at('dist/pinyin.json'),
    knowledgeFolder: folder.at('seeds'),
    folders: [folder.at('.zhibi')],
  };
}

async function update(reader: SourcesReader, folder: TemporaryFolder, knowledge: KnowledgeRequest) {
  mkdirSync(folder.at('sources'), { recursive: true });
  const read = await reader.update(
    { corpus: { folders: [folder.at('sources')], exclude: [], maxCharacters: 1e6 }, knowledge, pinyin: true },
    () => {},
    () => false,
  );
  assert.ok(read);
  return read;
}

const terms = ({ terms }: KnowledgeData) => terms.map(({ id, term, origin }) => `${id} ${term} ${origin.line}`);

describe('the built-in knowledge', () => {
  it('says where each entry is written, and what it cites', () =>
    inTemporaryFolder(async (folder) => {
      const data = readBuiltInKnowledge(inPackage(folder));
      assert.deepEqual(terms(data), ['a 重庆 3', 'b 两新 9']);
      assert.deepEqual(data.terms[0]?.origin, { path: folder.at('seeds/terms.yaml'), line: 3, builtIn: true });
      assert.deepEqual(data.terms[1]?.sources, [SOURCE]);
    }));

  it('is taken as empty by those that cannot read it', () =>
    inTemporaryFolder(async (folder) => {
      const read = lazyBuiltInKnowledge({ ...inPackage(folder), knowledgeFile: folder.at('none.json') });
      assert.deepEqual(read().terms, []);
    }));
});

describe('a reader of sources', () => {
  it('tells what is her own, and that nothing in it changed', () =>
    inTemporaryFolder(async (folder) => {
      const knowledge = inPackage(folder);
      folder.write('.zhibi/terms.yaml', OWN);
      const reader = new SourcesReader();
      const { own } = await update(reader, folder, knowledge);
      assert.deepEqual(terms(own), ['b 双链联动 1']);
      assert.equal((await update(reader, folder, knowledge)).own, own);
      folder.write('.zhibi/terms.yaml', OWN.replace('双链', '三链'));
      assert.deepEqual(terms((await update(reader, folder, knowledge)).own), ['b 三链联动 1']);
    }));

  it('puts an entry of hers in the place of the built-in one with its id', () =>
    inTemporaryFolder(async (folder) => {
      const knowledge = inPackage(folder);
      folder.write('.zhibi/terms.yaml', OWN);
      const { own, phrases } = await update(new SourcesReader(), folder, knowledge);
      assert.deepEqual(terms(withOwn(readBuiltInKnowledge(knowledge), own)), ['a 重庆 3', 'b 双链联动 1']);
      assert.deepEqual(
        phrases.map(({ text }) => text),
        ['重庆', '双链联动'],
      );
    }));

  it('takes the pinyin of built-in phrases as it was compiled, and works out that of hers', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('.zhibi/terms.yaml', OWN);
      const { phrases } = await update(new SourcesReader(), folder, inPackage(folder));
      assert.deepEqual(
        phrases.map(({ syllables }) => syllables.join(' ')),
        ['wei zhi', 'shuang lian lian dong'],
      );
    }));

  for (const missing of ['knowledgeFile', 'pinyinFile'] as const)
    it(`works without the ${missing} of the package, and names it`, () =>
      inTemporaryFolder(async (folder) => {
        folder.write('.zhibi/terms.yaml', OWN);
        const knowledge = { ...inPackage(folder), [missing]: folder.at('none.json') };
        const { own, problems } = await update(new SourcesReader(), folder, knowledge);
        assert.equal(own.terms.length, 1);
        assert.deepEqual(
          problems.map(({ path }) => path),
          [folder.at('none.json')],
        );
      }));
});
