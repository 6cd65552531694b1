/** What is read when sources change. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Corpus } from '../../../server/src/index/corpus';
import { CorpusIndexer, type CorpusRequest } from '../../../server/src/worker/corpusIndexer';
import { openCorpus } from '../../../server/src/worker/openCorpus';
import { inTemporaryFolder, type TemporaryFolder } from '../../support/temporaryFolder';

interface Update {
  readonly corpus: Corpus;
  readonly problems: readonly string[];
  /** How many files were read. */
  readonly read: number;
}

async function update(indexer: CorpusIndexer, request: CorpusRequest): Promise<Update> {
  let read = 0;
  const result = await indexer.update(
    request,
    ({ path }) => {
      if (path !== undefined) read++;
    },
    () => false,
  );
  assert.ok(result);
  const problems = result.problems.map(
    ({ path, line, message }) => `${basename(path)}${line ? `:${line}` : ''}: ${message}`,
  );
  return { corpus: openCorpus(result.parts), problems, read };
}

function requestFor(folder: TemporaryFolder, change: Partial<CorpusRequest> = {}): CorpusRequest {
  return { folders: [folder.at('corpus')], exclude: [], maxCharacters: 1e6, ...change };
}

const namesOf = (corpus: Corpus) => corpus.documents.map(({ path }) => basename(path)).sort();

describe('the indexer', () => {
  it('reads only what changed', () =>
    inTemporaryFolder(async (folder) => {
      for (let i = 0; i < 5; i++) folder.write(`corpus/${i}.md`, `第${i}篇。要推动科技创新。`);
      const indexer = new CorpusIndexer();
      assert.equal((await update(indexer, requestFor(folder))).read, 5);
      assert.equal((await update(indexer, requestFor(folder))).read, 0);
      folder.write('corpus/3.md', '第三篇改了。要推动产业创新。');
      const { corpus, read } = await update(indexer, requestFor(folder));
      assert.equal(read, 1);
      assert.equal(corpus.documents.length, 5);
      assert.equal(corpus.occurrences('推动产业创新', 10).length, 1);
      assert.equal(corpus.occurrences('推动科技创新', 10).length, 4);
    }));

  it('reads nothing after a restart with its cache', () =>
    inTemporaryFolder(async (folder) => {
      for (let i = 0; i < 5; i++) folder.write(`corpus/${i}.md`, `第${i}篇。要推动科技创新。`);
      const request = requestFor(folder, { cacheFolder: folder.at('cache') });
      await update(new CorpusIndexer(), request);
      const { corpus, read } = await update(new CorpusIndexer(), request);
      assert.equal(read, 0);
      assert.equal(corpus.documents.length, 5);
    }));

  it('serves a large index of the last time before it looks for changes', () =>
    inTemporaryFolder(async (folder) => {
      const text = Array.from({ length: 60_000 }, (_, i) => `第${i}件事要抓好落实到底。\n`).join('');
      folder.write('corpus/large.md', text);
      folder.write('corpus/gone.md', '要推动科技创新。');
      const request = requestFor(folder, { cacheFolder: folder.at('cache'), maxCharacters: 1e9 });
      await update(new CorpusIndexer(), request);
      folder.remove('corpus/gone.md');
      const served = async () => {
        const opened: string[][] = [];
        const last = await new CorpusIndexer().update(
          request,
          () => {},
          () => false,
          ({ parts }) => opened.push(namesOf(openCorpus(parts))),
        );
        return [...opened, namesOf(openCorpus(last!.parts))];
      };
      assert.deepEqual(await served(), [['gone.md', 'large.md'], ['large.md']]);
      const [cache] = readdirSync(folder.at('cache')).map((name) => folder.at(`cache/${name}`));
      const bytes = readFileSync(cache!);
      bytes[bytes.length - 8]! ^= 1;
      writeFileSync(cache!, bytes);
      assert.deepEqual(await served(), [['gone.md', 'large.md'], [], ['large.md']], 'what is damaged does not stay');
    }));

  it('reads everything again when asked to', () =>
    inTemporaryFolder(async (folder) => {
      for (let i = 0; i < 3; i++) folder.write(`corpus/${i}.md`, `第${i}篇。`);
      const indexer = new CorpusIndexer();
      await update(indexer, requestFor(folder));
      assert.equal((await update(indexer, requestFor(folder, { rebuild: true }))).read, 3);
    }));

  it('reads everything, and says nothing, when the cache is half a file', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('corpus/甲.md', '要推动科技创新。');
      const request = requestFor(folder, { cacheFolder: folder.at('cache') });
      await update(new CorpusIndexer(), request);
      for (const name of readdirSync(folder.at('cache'))) truncateSync(folder.at(`cache/${name}`), 100);
      const { corpus, problems, read } = await update(new CorpusIndexer(), request);
      assert.equal(read, 1);
      assert.equal(corpus.documents.length, 1);
      assert.deepEqual(problems, []);
      assert.equal((await update(new CorpusIndexer(), request)).read, 0);
    }));

  it('forgets a file that is gone', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('corpus/甲.md', '要推动科技创新。');
      folder.write('corpus/乙.md', '要抓好落实。');
      const indexer = new CorpusIndexer();
      await update(indexer, requestFor(folder));
      folder.remove('corpus/甲.md');
      const { corpus } = await update(indexer, requestFor(folder));
      assert.deepEqual(namesOf(corpus), ['乙.md']);
      assert.deepEqual(corpus.occurrences('科技创新', 10), []);
    }));

  it('follows a file through many changes', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('corpus/main.md', '要抓好落实。'.repeat(50));
      const indexer = new CorpusIndexer();
      for (let i = 0; i < 10; i++) {
        folder.write('corpus/甲.md', `第${'一二三四五六七八九十'[i]}稿，要推动科技创新。`);
        const { corpus } = await update(indexer, requestFor(folder));
        assert.equal(corpus.documents.length, 2);
        assert.equal(corpus.occurrences('科技创新', 10).length, 1);
        assert.equal(corpus.occurrences(`第${'一二三四五六七八九十'[i]}稿`, 10).length, 1);
      }
    }));

  it('changes folders without keeping what was in the others', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('corpus/甲.md', '要推动科技创新。');
      folder.write('other/乙.md', '要抓好落实。');
      const indexer = new CorpusIndexer();
      await update(indexer, requestFor(folder));
      const { corpus } = await update(indexer, requestFor(folder, { folders: [folder.at('other')] }));
      assert.deepEqual(namesOf(corpus), ['乙.md']);
    }));

  it('reads GB18030', () =>
    inTemporaryFolder(async (folder) => {
      // 要推动科技创新。 in GB18030
      const bytes = Buffer.from('d2aacdc6b6afbfc6bcbcb4b4d0c2a1a3', 'hex');
      folder.write('corpus/甲.txt', bytes);
      const { corpus, problems } = await update(new CorpusIndexer(), requestFor(folder));
      assert.deepEqual(problems, []);
      assert.equal(corpus.documents[0]?.cleanText(), '要推动科技创新。');
    }));

  it('names a file that is no text once at every update, without reading it again', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('corpus/甲.md', Buffer.from([0, 1, 2, 3, 0, 0, 0, 255, 254, 0]));
      folder.write('corpus/乙.md', '要抓好落实。');
      const indexer = new CorpusIndexer();
      const first = await update(indexer, requestFor(folder));
      assert.deepEqual(namesOf(first.corpus), ['乙.md']);
      assert.equal(first.problems.length, 1);
      assert.match(first.problems[0]!, /^甲\.md: /);
      assert.deepEqual((await update(indexer, requestFor(folder))).problems, first.problems);
      folder.write('corpus/甲.md', '现在是文字了。');
      const healed = await update(indexer, requestFor(folder));
      assert.deepEqual(healed.problems, []);
      assert.equal(healed.corpus.documents.length, 2);
    }));

  it('leaves out what exceeds the largest size, every time, and takes it in when the size grows', () =>
    inTemporaryFolder(async (folder) => {
      for (const name of ['1', '2', '3']) folder.write(`corpus/${name}.md`, '要推动科技创新。'.repeat(10));
      const indexer = new CorpusIndexer();
      for (let i = 0; i < 3; i++) {
        const { corpus, problems } = await update(indexer, requestFor(folder, { maxCharacters: 200 }));
        assert.deepEqual(namesOf(corpus), ['1.md', '2.md']);
        assert.match(problems.join(), /^3\.md: The corpus is larger than 200 characters/);
      }
      const { corpus, problems } = await update(indexer, requestFor(folder));
      assert.deepEqual(namesOf(corpus), ['1.md', '2.md', '3.md']);
      assert.deepEqual(problems, []);
    }));

  it('keeps the newest of a corpus that is too large, then the highest level, and those without a date last', () =>
    inTemporaryFolder(async (folder) => {
      const write = (name: string, head: string) =>
        folder.write(`corpus/${name}.md`, `---\ntitle: ${name}\n${head}---\n${'要推动科技创新。'.repeat(10)}`);
      write('1 undated', '');
      write('2 old', 'date: 2015-03-05\nlevel: central\n');
      write('3 city', 'date: 2024-06-01\nlevel: municipal\n');
      write('4 central', 'date: 2024-01-01\nlevel: central\n');
      const kept = async (indexer: CorpusIndexer, maxCharacters: number) =>
        namesOf((await update(indexer, requestFor(folder, { maxCharacters }))).corpus);
      const all = (await update(new CorpusIndexer(), requestFor(folder))).corpus.characters;
      const one = Math.ceil(all / 4) + 5;
      const indexer = new CorpusIndexer();
      assert.deepEqual(await kept(indexer, one), ['4 central.md']);
      assert.deepEqual(await kept(indexer, 2 * one), ['3 city.md', '4 central.md']);
      assert.deepEqual(await kept(indexer, 3 * one), ['2 old.md', '3 city.md', '4 central.md']);
      const { read, problems } = await update(indexer, requestFor(folder, { maxCharacters: 3 * one }));
      assert.equal(read, 0);
      assert.match(problems.join(), /^1 undated\.md: .*: 1 documents with \d+ characters are left out/);
      write('5 new', 'date: 2026-01-30\n');
      assert.deepEqual(await kept(indexer, 2 * one), ['4 central.md', '5 new.md']);
      assert.deepEqual(await kept(new CorpusIndexer(), 2 * one), ['4 central.md', '5 new.md']);
    }));

  it('stops between files when a newer request waits, and goes on with the next', () =>
    inTemporaryFolder(async (folder) => {
      for (let i = 0; i < 5; i++) folder.write(`corpus/${i}.md`, `第${i}篇。`);
      const indexer = new CorpusIndexer();
      let read = 0;
      const cancelled = await indexer.update(
        requestFor(folder),
        () => read++,
        () => read >= 2,
      );
      assert.equal(cancelled, undefined);
      assert.equal(read, 2);
      assert.equal((await update(indexer, requestFor(folder))).corpus.documents.length, 5);
    }));

  it('stops in the middle of sorting too', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('corpus/0.md', '要推动科技创新。'.repeat(1000));
      const indexer = new CorpusIndexer();
      let looks = 0;
      let looksWhileSorting = Number.NaN;
      const cancelled = await indexer.update(
        requestFor(folder),
        ({ path }) => {
          if (path === undefined) looks = 0;
        },
        () => {
          looksWhileSorting = ++looks;
          return looks === 5;
        },
      );
      assert.equal(cancelled, undefined);
      assert.equal(looksWhileSorting, 5, 'the fifth look ended it');
      assert.equal((await update(indexer, requestFor(folder))).corpus.documents.length, 1);
    }));

  it('marks our own examples and nobody else’s', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('samples/例.md', '---\nkind: sample\n---\n要推动科技创新。');
      folder.write('corpus/甲.md', '---\nkind: sample\n---\n要抓好落实。');
      const { corpus } = await update(new CorpusIndexer(), requestFor(folder, { sampleFolder: folder.at('samples') }));
      assert.deepEqual(corpus.documents.map(({ path, isSample }) => `${basename(path)} ${isSample}`).sort(), [
        '例.md true',
        '甲.md false',
      ]);
      assert.deepEqual(
        corpus.sources.map(({ path }) => basename(path)),
        ['甲.md'],
      );
    }));

  it('keeps our own examples for the next start, and reads them again when they changed', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('samples/例.md', '要推动科技创新。');
      const request = requestFor(folder, { sampleFolder: folder.at('samples'), cacheFolder: folder.at('cache') });
      const samples = async () => {
        const { corpus } = await update(new CorpusIndexer(), request);
        return corpus.documents.map(({ path, isSample, length }) => `${basename(path)} ${isSample} ${length}`);
      };
      assert.deepEqual(await samples(), ['例.md true 8']);
      assert.deepEqual(await samples(), ['例.md true 8']);
      folder.write('samples/例.md', '要推动科技创新和产业创新。');
      folder.write('samples/又.md', '要抓好落实。');
      assert.deepEqual((await samples()).sort(), ['例.md true 13', '又.md true 6'].sort());
    }));

  it('serves without a cache where the cache cannot be written, and says so', () =>
    inTemporaryFolder(async (folder) => {
      folder.write('corpus/甲.md', '要推动科技创新。');
      folder.write('cache', 'a file stands in the way');
      const { corpus, problems } = await update(
        new CorpusIndexer(),
        requestFor(folder, { cacheFolder: folder.at('cache') }),
      );
      assert.equal(corpus.documents.length, 1);
      assert.match(problems.join(), /could not be kept/);
    }));

  it('answers an empty corpus for an empty folder', () =>
    inTemporaryFolder(async (folder) => {
      const { corpus } = await update(new CorpusIndexer(), { ...requestFor(folder), folders: [] });
      assert.equal(corpus.documents.length, 0);
      assert.deepEqual(corpus.occurrences('创新', 10), []);
    }));
});
