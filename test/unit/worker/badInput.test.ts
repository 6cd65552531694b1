/** What can be wrong with files and folders: each is named, and the rest is indexed. */
import assert from 'node:assert/strict';
import { chmodSync, closeSync, ftruncateSync, openSync, symlinkSync } from 'node:fs';
import { basename } from 'node:path';
import type { Corpus } from '../../../server/src/index/corpus';
import { CorpusIndexer, type CorpusRequest } from '../../../server/src/worker/corpusIndexer';
import { openCorpus } from '../../../server/src/worker/openCorpus';
import { inTemporaryFolder, type TemporaryFolder } from '../../support/temporaryFolder';

const GOOD = '要推动科技创新。';

/** Indexes `corpus/`; `onFile` is called before each file is read, with its number from 0. */
async function index(
  folder: TemporaryFolder,
  indexer = new CorpusIndexer(),
  onFile: (number: number) => void = () => {},
): Promise<{ names: string[]; problems: string[]; corpus: Corpus }> {
  const request: CorpusRequest = { folders: [folder.at('corpus')], exclude: [], maxCharacters: 1e6 };
  const update = await indexer.update(
    request,
    ({ done }) => onFile(done),
    () => false,
  );
  assert.ok(update);
  const corpus = openCorpus(update.parts);
  return {
    names: corpus.documents.map(({ path }) => basename(path)).sort(),
    problems: update.problems.map(({ path, message }) => `${basename(path)}: ${message}`),
    corpus,
  };
}

describe('the indexer over a folder of bad files', () => {
  it('names a file that is deleted before its turn', () =>
    inTemporaryFolder(async (folder) => {
      for (const name of ['1.md', '2.md', '3.md']) folder.write(`corpus/${name}`, GOOD);
      const { names, problems } = await index(folder, undefined, (number) => {
        if (number === 0) folder.remove('corpus/2.md');
      });
      assert.deepEqual(names, ['1.md', '3.md']);
      assert.equal(problems.length, 1);
      assert.match(problems[0]!, /^2\.md: There is no such file/);
    }));

  it('reads a file again that changed while it was indexed', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('corpus/1.md', GOOD);
      folder.write('corpus/2.md', GOOD);
      const indexer = new CorpusIndexer();
      await index(folder, indexer, (number) => {
        if (number === 0) folder.write('corpus/2.md', '写到一半');
      });
      folder.write('corpus/2.md', '写完了，要抓好落实。');
      const { corpus } = await index(folder, indexer);
      assert.equal(corpus.occurrences('写到一半', 10).length, 0);
      assert.equal(corpus.occurrences('要抓好落实', 10).length, 1);
    }));

  it('names a file that may not be read', function () {
    if (process.getuid?.() === 0) this.skip();
    return inTemporaryFolder(async (folder) => {
      folder.write('corpus/1.md', GOOD);
      const closed = folder.write('corpus/2.md', GOOD);
      chmodSync(closed, 0);
      const { names, problems } = await index(folder);
      assert.deepEqual(names, ['1.md']);
      assert.match(problems.join(), /^2\.md: It may not be read/);
    });
  });

  it('names a file of 200 MB without reading it', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('corpus/1.md', GOOD);
      const large = openSync(folder.write('corpus/2.txt', ''), 'w');
      ftruncateSync(large, 200 * 1024 * 1024);
      closeSync(large);
      const before = process.memoryUsage().rss;
      const { names, problems } = await index(folder);
      assert.deepEqual(names, ['1.md']);
      assert.match(problems.join(), /^2\.txt: The file has 200 MB/);
      assert.ok(process.memoryUsage().rss - before < 100 * 1024 * 1024);
    }));

  it('names Word documents that are cut off or none, PDF files that are none, and empty files', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('corpus/1.md', GOOD);
      folder.write('corpus/2.docx', Buffer.from('504b0304140000000800', 'hex'));
      folder.write('corpus/3.docx', '这不是文档');
      folder.write('corpus/4.pdf', '%PDF-1.7\n');
      folder.write('corpus/5.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
      folder.write('corpus/6.md', '');
      folder.write('corpus/7.wps', '文字');
      const { names, problems } = await index(folder);
      assert.deepEqual(names, ['1.md']);
      assert.deepEqual(
        problems.map((problem) => problem.slice(0, problem.indexOf(':'))),
        ['2.docx', '3.docx', '4.pdf', '5.doc', '6.md', '7.wps'],
      );
    }));

  it('reads names with spaces, Chinese, quotation marks and a percent sign', () =>
    inTemporaryFolder(async (folder) => {
      const names = ['2024 年 报告 (终稿).md', '“十四五”规划%20.txt', "a'b.md", '甲 '.repeat(20).trim().concat('.md')];
      for (const name of names) folder.write(`corpus/有 空格的 文件夹/${name}`, GOOD);
      const found = await index(folder);
      assert.deepEqual(found.names, [...names].sort());
      assert.deepEqual(found.problems, []);
    }));

  it('comes back from links that lead in a circle', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('corpus/a/1.md', GOOD);
      symlinkSync(folder.at('corpus'), folder.at('corpus/a/up'));
      symlinkSync('self.md', folder.at('corpus/self.md'));
      const { names, problems } = await index(folder);
      assert.deepEqual(names, ['1.md']);
      assert.deepEqual(problems, []);
    }));
});

describe('a sidecar beside a document', () => {
  const titles = ({ corpus }: { corpus: Corpus }) =>
    corpus.documents.map(({ title, date, level, place }) => [title, date, level, place].filter(Boolean).join(' '));

  it('is read, read again when it changes, and forgotten when it is gone', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('corpus/始.md', '要抓好落实。'.repeat(50));
      folder.write('corpus/甲.txt', GOOD);
      const indexer = new CorpusIndexer();
      const changed = async (sidecar: string | undefined) => {
        if (sidecar === undefined) folder.remove('corpus/甲.txt.zhibi.yaml');
        else folder.write('corpus/甲.txt.zhibi.yaml', sidecar);
        return titles(await index(folder, indexer)).filter((title) => !title.startsWith('始'));
      };
      assert.deepEqual(await changed(undefined), ['甲']);
      assert.deepEqual(await changed('title: 一\n'), ['一']);
      const sidecar = 'title: 二\ndate: 2024-05\nlevel: 市级\nplace: 杭州市\n';
      assert.deepEqual(await changed(sidecar), ['二 2024-05 municipal 杭州市']);
      assert.deepEqual(await changed(undefined), ['甲']);
    }));

  it('tells its mistakes at every update, with its own path and line', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('corpus/甲.txt', GOOD);
      folder.write('corpus/甲.txt.zhibi.yaml', 'title: 一\ndate: 不详\n');
      const indexer = new CorpusIndexer();
      for (let i = 0; i < 2; i++) {
        const { problems } = await index(folder, indexer);
        assert.deepEqual(problems, ['甲.txt.zhibi.yaml: The value of date is not understood.']);
      }
    }));
});
