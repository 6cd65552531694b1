/** Workers that crash or hang: started again, the file that did it set aside and named, nobody waits forever. */
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { Finding } from '../../../server/src/analysis/finding';
import { AnalysisHost, type HostStatus } from '../../../server/src/analysis/host';
import { resourcesIn } from '../../../server/src/analysis/resources';
import { CheckThread } from '../../../server/src/worker/checkThread';
import { CorpusIndexer } from '../../../server/src/worker/corpusIndexer';
import { IndexThread } from '../../../server/src/worker/indexThread';
import type { SourcesRequest } from '../../../server/src/worker/protocol';
import { segmentTexts } from '../../../server/src/worker/segmentation';
import { inTemporaryFolder, TemporaryFolder } from '../../support/temporaryFolder';

const setup = {};
/** Megabytes, to be used up quickly. */
const MEMORY = 64;
const config = { date: '2026-11-22', duplicateMinLength: 30, duplicateFormulaicLimit: 3 };

/** What a worker does with the text of a draft, or with the name of a file it reads. */
const misdeeds = `
  const misdeed = (words) => {
    if (words.includes('throw')) setImmediate(() => { throw new Error('thrown on purpose'); });
    else if (words.includes('exit')) process.exit(3);
    else if (words.includes('hang')) for (;;);
    else if (words.includes('memory')) for (const all = []; ; ) all.push(new Array(1000).fill(words));
    else return false;
    return true;
  };
  const { parentPort } = require('node:worker_threads');
`;
const checkWorker = `${misdeeds}
  parentPort.on('message', ({ type, id, text }) => {
    if (type === 'check' && !misdeed(text)) parentPort.postMessage({ type: 'findings', id, revision: 1, findings: [] });
  });
`;
/** Reads three files; the answer names those it was told to leave out. */
const indexWorker = `${misdeeds}
  parentPort.on('message', ({ id, request }) => {
    const files = request.corpus.folders;
    for (const path of files) {
      if (request.corpus.setAside.includes(path)) continue;
      parentPort.postMessage({ type: 'progress', id, progress: { done: 0, total: files.length, path } });
      if (misdeed(path)) return;
    }
    parentPort.postMessage({ type: 'progress', id, progress: { done: 3, total: 3 } });
    parentPort.postMessage({ type: 'update', id, update: { setAside: request.corpus.setAside, corpus: { parts: [] } } });
  });
`;

describe('a check worker', () => {
  let folder: TemporaryFolder;
  let thread: CheckThread;
  beforeEach(() => {
    folder = new TemporaryFolder();
    thread = new CheckThread(folder.write('checkWorker.js', checkWorker), { builtIn: resourcesIn('.') }, MEMORY);
  });
  afterEach(async () => {
    mock.timers.reset();
    await thread.dispose();
    folder.dispose();
  });
  const none: readonly Finding[] = [];

  for (const misdeed of ['throw', 'exit', 'memory']) {
    it(`that ends (${misdeed}): the check fails, the next one is answered`, async () => {
      assert.deepEqual(await thread.check('file:///a.md', 'well', config), none);
      await assert.rejects(thread.check('file:///a.md', misdeed, config));
      assert.deepEqual(await thread.check('file:///a.md', 'well', config), none);
    });
  }

  it('that hangs: ended after half a minute, the next one is answered', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const hung = thread.check('file:///a.md', 'hang', config);
    const waiting = thread.check('file:///a.md', 'well', config);
    mock.timers.tick(30_000);
    await assert.rejects(hung, /took too long/);
    assert.deepEqual(await waiting, none);
  });

  it('runs no check that nobody waits for any more', async () => {
    const first = thread.check('file:///a.md', 'well', config);
    const left = Array.from({ length: 100 }, () => thread.check('file:///a.md', 'exit', config, () => false));
    assert.deepEqual(await first, none);
    assert.deepEqual(
      await Promise.all(left),
      Array.from({ length: 100 }, () => none),
    );
    assert.deepEqual(await thread.check('file:///a.md', 'well', config), none);
  });
});

describe('a check that failed', () => {
  it('is in the status until one succeeds: a draft without findings does not look checked', () =>
    inTemporaryFolder(async (folder) => {
      const statuses: string[] = [];
      const events = {
        onStatus: ({ state, message }: HostStatus) => statuses.push(`${state} ${message}`),
        onSnapshot: () => {},
        onReading: () => {},
        onLog: () => {},
      };
      const resources = { ...resourcesIn('/'), checkWorker: folder.write('checkWorker.js', checkWorker) };
      const host = new AnalysisHost(resources, setup, events);
      try {
        await assert.rejects(host.check('file:///a.md', 'exit', config));
        assert.match(statuses.at(-1)!, /^degraded .*findings may be missing/);
        await host.check('file:///a.md', 'well', config);
        assert.doesNotMatch(statuses.at(-1)!, /missing/);
      } finally {
        await host.dispose();
      }
    }));
});

describe('an index worker', () => {
  const setAsideOf = (update: unknown) => (update as { setAside: string[] }).setAside;
  const request = (...files: string[]) => ({ corpus: { folders: files } }) as unknown as SourcesRequest;
  const whenReading = (path: string) => {
    let seen = () => {};
    const reading = new Promise<void>((resolve) => {
      seen = resolve;
    });
    return { reading, onProgress: (progress: { path?: string }) => progress.path === path && seen() };
  };

  for (const misdeed of ['throw', 'exit', 'memory']) {
    it(`that ends while it reads a file (${misdeed}): goes on without it`, () =>
      inTemporaryFolder(async (folder) => {
        const events = { onProgress: () => {}, onOpened: () => {}, onPhrases: () => {} };
        const thread = new IndexThread(folder.write('indexWorker.js', indexWorker), setup, events, MEMORY);
        const update = await thread.update(request('/a', `/${misdeed}-1`, '/b', `/${misdeed}-2`));
        assert.deepEqual(setAsideOf(update), [`/${misdeed}-1`, `/${misdeed}-2`]);
        await thread.dispose();
      }));
  }

  it('that hangs on a file: ended after two minutes, goes on without it', () =>
    inTemporaryFolder(async (folder) => {
      mock.timers.enable({ apis: ['setTimeout'] });
      const { reading, onProgress } = whenReading('/hang');
      const events = { onProgress, onOpened: () => {}, onPhrases: () => {} };
      const thread = new IndexThread(folder.write('indexWorker.js', indexWorker), setup, events);
      const update = thread.update(request('/a', '/hang', '/b'));
      await reading;
      mock.timers.tick(120_000);
      mock.timers.reset();
      assert.deepEqual(setAsideOf(await update), ['/hang']);
      await thread.dispose();
    }));

  it('gives a file another chance when a rebuild is asked for', () =>
    inTemporaryFolder(async (folder) => {
      const events = { onProgress: () => {}, onOpened: () => {}, onPhrases: () => {} };
      const thread = new IndexThread(folder.write('indexWorker.js', indexWorker), setup, events);
      await thread.update(request('/exit'));
      const rebuild = { corpus: { folders: ['/a'], rebuild: true } } as unknown as SourcesRequest;
      assert.deepEqual(setAsideOf(await thread.update(rebuild)), []);
      await thread.dispose();
    }));

  it('fails where it ends without reading anything', () =>
    inTemporaryFolder(async (folder) => {
      const events = { onProgress: () => {}, onOpened: () => {}, onPhrases: () => {} };
      const thread = new IndexThread(folder.write('indexWorker.js', 'process.exit(1)'), setup, events);
      await assert.rejects(thread.update(request('/a')), /ended/);
      await thread.dispose();
    }));
});

describe('the process that loads nodejieba', () => {
  const request = { words: ['科技创新'], texts: ['推动科技创新', '抓好落实'] };
  const misdeeds: Readonly<Record<string, string>> = {
    'crashes as native code does': "process.once('message', () => process.kill(process.pid, 'SIGSEGV'));",
    'crashes while it loads': "process.kill(process.pid, 'SIGABRT');",
    'ends without a word': "process.once('message', () => process.exit(0));",
    'answers something else': "process.once('message', () => process.send({ cuts: [] }));",
  };
  for (const [misdeed, code] of Object.entries(misdeeds)) {
    it(`${misdeed}: the words are cut without it`, () =>
      inTemporaryFolder(async (folder) => {
        const { cuts, segmenter } = await segmentTexts(folder.write('process.js', code), request);
        assert.equal(segmenter, 'Intl.Segmenter');
        assert.deepEqual(
          cuts.map((words) => words.join('')),
          request.texts,
        );
      }));
  }
});

describe('a file set aside', () => {
  it('is named as a problem and not read; the others are', () =>
    inTemporaryFolder(async (folder) => {
      const bad = folder.write('seeds/坏.md', '# 坏\n\n推动科技创新和产业创新深度融合。\n');
      folder.write('seeds/好.md', '# 好\n\n让企业出题、能人答题、市场阅卷。\n');
      const corpus = { folders: [folder.at('seeds')], exclude: [], maxCharacters: 1_000_000, setAside: [bad] };
      const update = await new CorpusIndexer().update(
        corpus,
        () => {},
        () => false,
      );
      assert.equal(update?.problems.length, 1);
      assert.equal(update.problems[0]!.path, bad);
      assert.match(update.problems[0]!.message, /left out/);
    }));
});
