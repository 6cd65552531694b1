/** The built server when things go wrong around it: killed while it works, disks that are full or read-only, files that change under it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CorpusStatus } from '../../server/src/lsp/messages';
import { loadSegment } from '../../server/src/worker/segmentStore';
import type { LspClient, ServerStatus } from '../support/lspClient';
import { DOCUMENTS, TestWorkspace } from './workspace';

const WORKS = '让企业出题、能人答题、‸';
/** Enough for an index that takes a moment to make and to write. */
const MANY = 150;

/** Documents of our own, each different, a few thousand characters long. */
function manyDocuments(): Record<string, string | Uint8Array> {
  const documents: Record<string, string | Uint8Array> = { ...DOCUMENTS };
  for (let i = 0; i < MANY; i++) {
    const lines = Array.from(
      { length: 60 },
      (_, line) => `第${line}项任务由第${i * 60 + line}小组牵头，年底前报送进展，做到件件有着落。`,
    );
    documents[`汇编/第${i}号.md`] = `# 第${i}号工作安排\n\n${lines.join('\n')}\n`;
  }
  return documents;
}

/** Rounds of a test that repeats itself; `ZHIBI_ROUNDS` asks for more than fit into every run. */
const ROUNDS = Number(process.env.ZHIBI_ROUNDS ?? 8);
/** A folder that is indexed beside the documents of the tests where a cache is damaged. */
const CORPUS = process.env.ZHIBI_CORPUS;

function digestOf(folder: string): string {
  const sum = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.(?:md|txt)$/.test(name)) sum.update(name).update(readFileSync(join(folder, name)));
  }
  return sum.digest('hex');
}

describe('a server that is killed', () => {
  let workspace: TestWorkspace;
  before(() => {
    workspace = new TestWorkspace(manyDocuments());
  });
  after(() => workspace.dispose());

  it('starts again with a whole index, changes no source and leaves nothing behind', async function () {
    this.timeout(300_000 + ROUNDS * 6000);
    const seeds = join(workspace.path, 'seeds');
    const before = digestOf(seeds);
    for (let round = 0; round < ROUNDS; round++) {
      // From a cache, from none, and with a cache that has to be written anew.
      if (round % 3 === 1) workspace.folder.remove('cache');
      if (round % 3 === 2)
        workspace.folder.write(
          `workspace/seeds/汇编/第${round % MANY}号.md`,
          readFileSync(join(seeds, `汇编/第${round % MANY}号.md`)),
        );
      const client = await workspace.start();
      await pause((round * 137) % 900);
      await client.kill();
    }
    const client = await workspace.start();
    const status = await client.ready();
    assert.deepEqual([status.documents, status.problems], [MANY + 5, 0]);
    const untouched = await workspace.start({ cache: workspace.folder.at('untouched') });
    assert.equal((await untouched.ready()).characters, status.characters);
    await untouched.stop();
    const items = await workspace.complete(client, WORKS);
    assert.ok(items.some(({ label }) => label.endsWith('市场阅卷')));
    const hits = await client.request<{ path: string }[]>('zhibi/search', {
      text: `第${MANY * 60 - 1}小组牵头`,
      limit: 5,
    });
    assert.ok(hits.length > 0);
    await client.request('zhibi/rebuildIndex', null);
    await client.stop();
    assert.equal(digestOf(seeds), before);
    assert.deepEqual(
      readdirSync(workspace.cache).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('refuses its cache wherever that is cut, and whichever bit is flipped', async function () {
    this.timeout(1_200_000);
    const client = await workspace.start({ settings: { corpus: { folders: ['seeds', ...(CORPUS ? [CORPUS] : [])] } } });
    await client.ready(300_000);
    await client.stop();
    const name = readdirSync(workspace.cache).find((each) => each.endsWith('.zbi'))!;
    const whole = readFileSync(join(workspace.cache, name));
    const damaged = workspace.folder.at('damaged.zbi');
    writeFileSync(damaged, whole);
    const isServed = () => loadSegment(damaged)?.isWhole ?? false;
    assert.ok(isServed());
    const step = Math.max(1000, Math.floor(whole.length / (CORPUS ? 60 : 200)));
    for (let at = 0; at < whole.length; at += step) {
      writeFileSync(damaged, whole.subarray(0, at));
      assert.ok(!isServed(), `cut at ${at} of ${whole.length}`);
    }
    // The preamble ends with bytes that hold nothing.
    for (let at = 32; at < whole.length; at += step + 1) {
      const flipped = Buffer.from(whole);
      flipped[at]! ^= 1 << (at & 7);
      writeFileSync(damaged, flipped);
      assert.ok(!isServed(), `bit ${at & 7} of byte ${at} flipped`);
    }
  });
});

describe('a disk in trouble', () => {
  let workspace: TestWorkspace;
  let mounted: string | undefined;
  beforeEach(() => {
    workspace = new TestWorkspace();
  });
  afterEach(async () => {
    await workspace.dispose();
  });
  const unmount = () => {
    if (mounted) spawnSync('umount', ['-l', mounted]);
    mounted = undefined;
  };

  /** A small file system of its own, where the tests may mount one. */
  function mount(context: Mocha.Context, ...options: string[]): string {
    const path = workspace.folder.at('small');
    mkdirSync(path, { recursive: true });
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options.join(), 'tmpfs', path]);
    if (status !== 0) context.skip();
    mounted = path;
    return path;
  }

  const works = async (client: LspClient) => {
    const items = await workspace.complete(client, WORKS);
    assert.ok(items.some(({ label }) => label.endsWith('市场阅卷')));
  };
  const messages = async (client: LspClient) =>
    (await client.request<CorpusStatus>('zhibi/corpusStatus', null)).problems.map(({ message }) => message).join('\n');

  it('full: says so, and works', async function () {
    try {
      const cache = mount(this, 'size=4k');
      const client = await workspace.start({ cache });
      await client.ready();
      assert.match(await messages(client), /could not be kept.*The disk is full/);
      await works(client);
      await client.stop();
      assert.deepEqual(
        readdirSync(cache).filter((name) => /\.(?:tmp|zbi)$/.test(name)),
        [],
      );
    } finally {
      unmount();
    }
  });

  it('read-only: says so, and works', async function () {
    try {
      const cache = mount(this, 'ro');
      const client = await workspace.start({ cache });
      await client.ready();
      assert.match(await messages(client), /could not be kept/);
      await works(client);
      await client.stop();
    } finally {
      unmount();
    }
  });
});

describe('files that change under the server', () => {
  let workspace: TestWorkspace;
  before(() => {
    workspace = new TestWorkspace(manyDocuments());
  });
  after(() => workspace.dispose());

  it('written, replaced and deleted while they are read: in the end it knows what is there', async function () {
    this.timeout(120_000);
    const client = await workspace.start();
    for (let round = 0; round < 12; round++) {
      for (let i = round; i < MANY; i += 13) {
        const name = `workspace/seeds/汇编/第${i}号.md`;
        if (i % 3 === 0) workspace.folder.remove(name);
        else workspace.folder.write(name, `# 第${i}号\n\n第${round}轮改写，内容已经不同。\n`);
      }
      client.notify('workspace/didChangeWatchedFiles', { changes: [] });
      await pause((round * 61) % 300);
    }
    const listed = async (of: LspClient) => {
      const { documents } = await of.request<CorpusStatus>('zhibi/corpusStatus', null);
      return documents
        .filter(({ builtIn }) => !builtIn)
        .map(({ path, characters }) => `${path} ${characters}`)
        .sort();
    };
    const fresh = await workspace.start({ cache: workspace.folder.at('other-cache') });
    await fresh.ready();
    const expected = await listed(fresh);
    // The last change is read some time after it was told.
    client.notify('workspace/didChangeWatchedFiles', { changes: [] });
    await client.next<ServerStatus>('zhibi/status', ({ state }) => state === 'ready');
    for (let attempt = 0; attempt < 50 && JSON.stringify(await listed(client)) !== JSON.stringify(expected); attempt++)
      await pause(200);
    assert.deepEqual(await listed(client), expected);
    const hits = await client.request<unknown[]>('zhibi/search', { text: '轮改写，内容已经不同', limit: 5 });
    assert.ok(hits.length > 0);
  });

  it('two servers with one cache: both serve everything', async () => {
    workspace.folder.remove('cache');
    const pair = await Promise.all([workspace.start(), workspace.start()]);
    const statuses = await Promise.all(pair.map((client) => client.ready()));
    assert.equal(statuses[0]!.documents, statuses[1]!.documents);
    await Promise.all(pair.map((client) => client.request('zhibi/rebuildIndex', null)));
    for (const client of pair) {
      assert.deepEqual((await client.request<CorpusStatus>('zhibi/corpusStatus', null)).problems, []);
    }
    assert.deepEqual(await Promise.all(pair.map((client) => client.stop())), [0, 0]);
    const third = await workspace.start();
    assert.equal((await third.ready()).documents, statuses[0]!.documents);
  });
});

describe('a clock that is set back', () => {
  let workspace: TestWorkspace;
  before(() => {
    workspace = new TestWorkspace();
  });
  after(() => workspace.dispose());

  it('while the server runs, and before it starts again: nothing is served stale, nothing is lost', async () => {
    // The server's clock goes back by 400 days when the file appears; its timers go on as clocks of systems do.
    const file = workspace.folder.at('back');
    const shim = workspace.folder.write(
      'clock.cjs',
      `const { existsSync } = require('node:fs');
       const RealDate = Date;
       const now = () => RealDate.now() - (existsSync(${JSON.stringify(file)}) ? 400 * 86400000 : 0);
       globalThis.Date = class extends RealDate {
         constructor(...given) { super(...(given.length === 0 ? [now()] : given)); }
         static now() { return now(); }
       };`,
    );
    const env = { NODE_OPTIONS: `--require ${shim}` };
    const finds = async (client: LspClient, text: string) =>
      (await client.request<{ score: number }[]>('zhibi/search', { text, limit: 5, fuzzy: false })).some(
        ({ score }) => score === 1,
      );
    const year = 365 * 86_400;
    const source = workspace.folder.write('workspace/seeds/来.md', '# 来\n\n写于明年的一稿，讲山海协作。\n');
    utimesSync(source, Date.now() / 1000 + year, Date.now() / 1000 + year);

    const client = await workspace.start({ env, settings: { draft: { date: '' } } });
    await client.ready();
    assert.ok(await finds(client, '讲山海协作'));
    writeFileSync(file, '');
    writeFileSync(source, '# 来\n\n写于去年的一稿，讲飞地经济。\n');
    utimesSync(source, Date.now() / 1000 - year, Date.now() / 1000 - year);
    client.notify('workspace/didChangeWatchedFiles', { changes: [] });
    for (let i = 0; i < 50 && !(await finds(client, '讲飞地经济')); i++) await pause(200);
    assert.ok(await finds(client, '讲飞地经济'));
    assert.ok(!(await finds(client, '讲山海协作')));
    const items = await workspace.complete(client, WORKS);
    assert.ok(items.some(({ label }) => label.endsWith('市场阅卷')));
    await client.stop();

    const later = await workspace.start({ env });
    assert.deepEqual([(await later.ready()).documents, later.last<ServerStatus>('zhibi/status')?.problems], [6, 0]);
    assert.ok(await finds(later, '讲飞地经济'));
    assert.equal(await later.stop(), 0);
  });
});

describe('findings silenced for good', () => {
  let workspace: TestWorkspace;
  beforeEach(() => {
    workspace = new TestWorkspace();
  });
  afterEach(() => workspace.dispose());
  const silence = (client: LspClient, n: number) =>
    client.request('workspace/executeCommand', {
      command: 'zhibi.ignoreFinding',
      arguments: [
        workspace.uri('drafts/a.md'),
        { code: 'target.outdated', fingerprint: String(n).padStart(16, '0'), text: `第${n}处` },
      ],
    });

  it('in two windows at once: every one is kept', async () => {
    const pair = await Promise.all([workspace.start(), workspace.start()]);
    await Promise.all(pair.map((client) => client.ready()));
    await Promise.all(Array.from({ length: 60 }, (_, n) => silence(pair[n % 2]!, n)));
    const kept = readFileSync(join(workspace.path, '.zhibi', 'ignored.yaml'), 'utf8');
    assert.equal(new Set(kept.match(/fingerprint: "?\d{16}"?/g)).size, 60);
    const third = await workspace.start();
    assert.equal((await third.ready()).problems, 0);
  });

  it('are not written through a link, nor where what is asked is no finding; she is told', async () => {
    const victim = workspace.folder.write('profile', 'hers\n');
    mkdirSync(join(workspace.path, '.zhibi'));
    symlinkSync(victim, join(workspace.path, '.zhibi', 'ignored.yaml'));
    const client = await workspace.start();
    await client.ready();
    const told = client.next<{ message: string }>('window/showMessage');
    await silence(client, 1);
    assert.match((await told).message, /could not be silenced.*link/);
    assert.equal(readFileSync(victim, 'utf8'), 'hers\n');
    rmSync(join(workspace.path, '.zhibi', 'ignored.yaml'));
    await client.request('workspace/executeCommand', {
      command: 'zhibi.ignoreFinding',
      arguments: [workspace.uri('drafts/a.md'), { anything: 'else' }],
    });
    assert.deepEqual(readdirSync(join(workspace.path, '.zhibi')), []);
  });
});

describe('a draft of 300,000 characters', () => {
  let workspace: TestWorkspace;
  before(() => {
    workspace = new TestWorkspace();
  });
  after(() => workspace.dispose());

  it('is completed while it is typed in, and checked', async function () {
    this.timeout(120_000);
    const client = await workspace.start({ pulls: true });
    await client.ready();
    const paragraph =
      '一、总体要求\n推动科技创新和产业创新深度融合，关键在企业。到2030年，各项任务全面完成。“十五五”时期，要坚持稳中求进。\n';
    const text = `${paragraph.repeat(Math.ceil(300_000 / paragraph.length))}到2020年进入创新型国家行列。\n`;
    const { uri, textDocument } = workspace.openDraft(client, `${text}让企业出题、‸`);
    const line = text.split('\n').length - 1;
    let character = '让企业出题、'.length;
    const times: number[] = [];
    for (const [i, typed] of Array.from(
      '能人答题、市场阅卷，推动科技创新和产业创新、让企业出题、能人答题、',
    ).entries()) {
      client.notify('textDocument/didChange', {
        textDocument: { uri, version: i + 2 },
        contentChanges: [{ range: { start: { line, character }, end: { line, character } }, text: typed }],
      });
      character++;
      const start = performance.now();
      const { items } = await client.request<{ items: { label: string }[] }>('textDocument/completion', {
        textDocument,
        position: { line, character },
      });
      times.push(performance.now() - start);
      if (i === 4) assert.ok(items.some(({ label }) => label.endsWith('市场阅卷')));
    }
    times.sort((a, b) => a - b);
    const median = times[times.length >> 1]!;
    // 50 ms on a machine of its own; tests share theirs.
    assert.ok(median < 150, `half of the answers took more than ${median.toFixed()} ms`);
    const { items } = await client.request<{ items: { code: string }[] }>('textDocument/diagnostic', { textDocument });
    assert.ok(items.some(({ code }) => code === 'target.outdated'));
  });
});
