/** Any sequence of changed files leaves the same corpus as reading the folder afresh. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Corpus } from '../../server/src/index/corpus';
import { CorpusIndexer, type CorpusRequest } from '../../server/src/worker/corpusIndexer';
import { openCorpus } from '../../server/src/worker/openCorpus';
import { inTemporaryFolder, type TemporaryFolder } from '../support/temporaryFolder';

const SENTENCES = [
  '要推动科技创新和产业创新深度融合。',
  '要推动科技成果转化，培育新质生产力。',
  '各级党委要扛起责任，抓好落实。',
  '深入实施创新驱动发展战略。',
];
const QUERIES = ['推动科技', '科技创新和产业创新', '抓好落实', '创新', '。'];

const change = fc.record({
  name: fc.constantFrom('甲.md', '乙.txt', 'folder/丙.md', '丁.txt'),
  content: fc.option(fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 30 }), { nil: undefined }),
});

async function read(indexer: CorpusIndexer, request: CorpusRequest): Promise<Corpus> {
  const update = await indexer.update(
    request,
    () => {},
    () => false,
  );
  assert.ok(update);
  return openCorpus(update.parts);
}

/** What a reader of the corpus can see of it. */
function seen(corpus: Corpus): unknown {
  const documents = corpus.documents
    .map((document) => ({ path: document.path, text: document.cleanText() }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const places = QUERIES.map((query) =>
    corpus
      .occurrences(query, 10_000)
      .map((occurrence) => {
        const passage = corpus.passage(occurrence);
        return `${passage.document.path} ${passage.start}–${passage.end} ${JSON.stringify(corpus.location(passage))}`;
      })
      .sort(),
  );
  return { documents, places, characters: corpus.characters };
}

function apply(folder: TemporaryFolder, { name, content }: { name: string; content?: string[] }): void {
  if (content === undefined) folder.remove(name);
  else folder.write(name, content.join('\n'));
}

describe('an index kept up to date', () => {
  it('is the index made from scratch', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 6 }), (steps) =>
        inTemporaryFolder(async (folder) => {
          folder.write('corpus/始.md', SENTENCES.join('\n').repeat(20));
          const request = {
            folders: [folder.at('corpus')],
            exclude: [],
            maxCharacters: 1e6,
            cacheFolder: folder.at('cache'),
          };
          const kept = new CorpusIndexer();
          await read(kept, request);
          for (const changes of steps) {
            for (const one of changes) apply(folder, { ...one, name: `corpus/${one.name}` });
            const corpus = await read(kept, request);
            const fresh = await read(new CorpusIndexer(), { ...request, cacheFolder: undefined });
            assert.deepEqual(seen(corpus), seen(fresh));
          }
          const restarted = await read(new CorpusIndexer(), request);
          const fresh = await read(new CorpusIndexer(), { ...request, cacheFolder: undefined });
          assert.deepEqual(seen(restarted), seen(fresh));
        }),
      ),
      { numRuns: 25 },
    );
  });

  it('keeps to the largest size, whatever changes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 50, max: 600 }),
        (changes, maxCharacters) =>
          inTemporaryFolder(async (folder) => {
            folder.write('corpus/始.md', SENTENCES.join('\n'));
            const request = { folders: [folder.at('corpus')], exclude: [], maxCharacters };
            const kept = new CorpusIndexer();
            await read(kept, request);
            for (const one of changes) {
              apply(folder, { ...one, name: `corpus/${one.name}` });
              const corpus = await read(kept, request);
              assert.ok(corpus.characters <= maxCharacters);
              assert.deepEqual(seen(corpus), seen(await read(new CorpusIndexer(), request)));
            }
          }),
      ),
      { numRuns: 25 },
    );
  });
});
