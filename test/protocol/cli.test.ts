/** The built command line: commands, exit codes, and the shapes of what it prints. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FileSources } from '../../server/src/cli/sourcesOf';
import { TemporaryFolder } from '../support/temporaryFolder';
import { type Diagnostic, DOCUMENTS } from './workspace';

interface Run<T = unknown> {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What was printed, read as JSON; undefined where it is none. */
  readonly json: T;
}

const LATE = '---\ndate: 2026-11-22\n---\n# 讲话稿\n\n到2020年进入创新型国家行列。\n';
const FINE = '---\ndate: 2026-11-22\n---\n# 讲话稿\n\n2020年，我国如期进入创新型国家行列。\n';

interface CheckResult {
  readonly version: 1;
  readonly files: readonly {
    path: string;
    date: string;
    diagnostics: readonly Diagnostic[];
    sources?: FileSources;
  }[];
  readonly problems: readonly { path: string; message: string }[];
}

describe('the command line', () => {
  const cli = resolve('dist', 'cli.js');
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
    for (const [name, content] of Object.entries(DOCUMENTS)) folder.write(`sources/${name}`, content);
  });
  afterEach(() => folder.dispose());

  function zhibi<T = unknown>(...args: string[]): Run<T> {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
      cwd: folder.path,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C', XDG_CACHE_HOME: folder.at('system-cache') },
      timeout: 60_000,
    });
    let json: unknown;
    try {
      json = JSON.parse(stdout);
    } catch {
      json = undefined;
    }
    return { status, stdout, stderr, json: json as T };
  }

  describe('check', () => {
    it('ends with 1 and tells of every file, where something is wrong', () => {
      folder.write('drafts/late.md', LATE);
      folder.write('drafts/deep/fine.md', FINE);
      folder.write('drafts/notes.csv', '不是文稿');
      const { status, json } = zhibi<CheckResult>('check', folder.at('drafts'), '--format', 'json');
      assert.equal(status, 1);
      assert.equal(json.version, 1);
      assert.deepEqual(json.problems, []);
      assert.deepEqual(
        json.files.map(({ path, date, diagnostics }) => [path, date, diagnostics.map(({ code }) => code)]),
        [
          [folder.at('drafts/deep/fine.md'), '2026-11-22', []],
          [folder.at('drafts/late.md'), '2026-11-22', ['target.outdated']],
        ],
      );
      const [finding] = json.files[1]!.diagnostics;
      assert.equal(finding!.source, 'zhibi');
      assert.equal(finding!.range.start.line, 5);
      assert.ok(finding!.codeDescription?.href.startsWith('file:'));
    });

    it('says in JSON where each paragraph comes from, and how much of it is new', () => {
      const text = '做强龙头、做优配套、做实平台，形成梯次的发展格局。给每个小厂派一名懂行的联络员，一月一访。\n';
      const path = folder.write('drafts/borrowed.md', `---\ndate: 2026-11-22\n---\n${text}`);
      const { json } = zhibi<CheckResult>('check', path, '--corpus', folder.at('sources'), '--format', 'json');
      const [paragraph] = json.files[0]!.sources!.paragraphs;
      assert.deepEqual(paragraph!.range.start, { line: 3, character: 0 });
      assert.ok(paragraph!.newShare > 0.3 && paragraph!.newShare < 0.8, String(paragraph!.newShare));
      const [sentence] = paragraph!.sentences;
      assert.deepEqual([paragraph!.sentences.length, sentence!.range.end], [1, { line: 3, character: 25 }]);
      const [source] = sentence!.sources;
      assert.equal(source!.path, folder.at('sources/方案-产业集群培育方案.md'));
      assert.deepEqual([source!.title, source!.date], ['产业集群培育方案', '2023-03-19']);
      assert.match(source!.text, /做强龙头、做优配套、做实平台，形成梯次发展格局/);
      assert.ok(source!.score > 0.9 && source!.score < 1 && source!.end > source!.start);
    });

    it('holds a draft against the others of its workspace, and against none without one', () => {
      const shared =
        '村口的老槐树下新修了阅览亭，放学的孩子先来这里写完作业再回家，农闲的大伯也来翻一翻养蜂的书，亭子不大却装得下一个村子的书声。';
      for (const place of ['ws', 'loose']) {
        folder.write(`${place}/drafts/三月.md`, `植树动员\n\n${shared}\n`);
        folder.write(`${place}/drafts/四月.md`, `会后请各组把任务领回去。\n\n${shared}\n`);
      }
      folder.write('ws/.zhibi/.keep', '');
      assert.match(zhibi('check', folder.at('ws/drafts/四月.md')).stdout, /passage\.repeated .*三月\.md/);
      assert.equal(zhibi('check', folder.at('loose/drafts')).stdout, '');
    });

    it('ends with 0 where nothing is at warning or above', () => {
      const { status, stdout } = zhibi('check', folder.write('fine.md', FINE));
      assert.deepEqual([status, stdout], [0, '']);
    });

    it('prints place, severity, code and message as text, and where it comes from', () => {
      const { stdout, stderr } = zhibi('check', folder.write('late.md', LATE));
      assert.match(stdout, /^late\.md:6:\d+ warning target\.outdated /);
      assert.match(stdout, /\n {4}\S/);
      assert.match(stderr, /1 drafts, 1 findings/);
    });

    it('reads drafts at the date given', () => {
      const draft = folder.write('late.md', LATE);
      assert.equal(zhibi('check', draft, '--date', '2016-05-01').status, 0);
      assert.equal(zhibi('check', folder.write('fine.md', FINE), '--date', '2026-11-22').status, 0);
    });

    it('prints SARIF', () => {
      const { status, json } = zhibi<{
        version: string;
        runs: {
          tool: { driver: { rules: { id: string }[] } };
          results: { ruleId: string; level: string; locations: unknown[] }[];
        }[];
      }>('check', folder.write('late.md', LATE), '--format', 'sarif');
      assert.equal(status, 1);
      assert.equal(json.version, '2.1.0');
      const [run] = json.runs;
      assert.deepEqual(
        run!.results.map(({ ruleId, level }) => `${ruleId} ${level}`),
        ['target.outdated warning'],
      );
      assert.ok(run!.tool.driver.rules.some(({ id }) => id === 'target.outdated'));
      assert.ok(JSON.stringify(run!.results[0]!.locations).includes(pathToFileURL(folder.at('late.md')).href));
    });

    it('takes GB18030, CRLF and a byte order mark', () => {
      const gb = Buffer.from('b5bd32303230c4eabdf8c8ebb4b4d0c2d0cdb9fabcd2d0d0c1d0a1a30d0a', 'hex');
      for (const content of [gb, `\ufeff${LATE.replaceAll('\n', '\r\n')}`]) {
        const { json } = zhibi<CheckResult>(
          'check',
          folder.write('a.txt', content),
          '--date',
          '2026-11-22',
          '--format',
          'json',
        );
        assert.deepEqual(
          json.files[0]?.diagnostics.map(({ code }) => code),
          ['target.outdated'],
        );
      }
    });

    it('knows nothing of its own with --no-built-in', () => {
      assert.equal(zhibi('check', folder.write('late.md', LATE), '--no-built-in').status, 0);
    });

    it('ends with 2 where input is missing or no text, and checks the rest', () => {
      const late = folder.write('late.md', LATE);
      const binary = folder.write('binary.md', Buffer.from([0, 1, 2, 0, 3, 255, 254, 0]));
      for (const bad of [folder.at('none.md'), binary]) {
        const { status, json, stderr } = zhibi<CheckResult>('check', bad, late, '--format', 'json');
        assert.equal(status, 2, stderr);
        assert.deepEqual(
          json.files.map(({ path }) => path),
          [late],
        );
        assert.equal(json.problems[0]?.path, bad);
      }
      assert.match(zhibi('check', folder.at('none.md')).stderr, /none\.md: There is no such file/);
    });

    it('notes that a draft is a document of the corpus, once', () => {
      const path = folder.at('sources/党课-以融合促发展.md');
      const { json } = zhibi<CheckResult>('check', path, '--corpus', folder.at('sources'), '--format', 'json');
      assert.equal(json.problems.filter((problem) => problem.path === path).length, 1);
      assert.deepEqual(
        json.files[0]?.diagnostics.filter(({ code }) => code === 'passage.duplicate'),
        [],
      );
    });
  });

  describe('the workspace of a command', () => {
    beforeEach(() => {
      folder.write('ws/.zhibi/ignored.yaml', '');
      folder.write('ws/seeds/甲.md', '要叫响“云岭智谷”创新品牌。');
      folder.write('ws/drafts/2026/late.md', LATE);
    });

    it('is the nearest folder above that holds .zhibi: its knowledge applies', () => {
      folder.write(
        'ws/.zhibi/institutions.yaml',
        '- id: office\n  name: 市创新发展办公室\n  change: renamed\n  until: "2020-01"\n  replacedBy: [市科技创新局]\n  replacement: 市科技创新局\n  sources: [{ title: 方案, issuer: 市政府, date: "2020-01" }]\n  verified: "2026-11-22"\n',
      );
      folder.write('ws/drafts/own.md', '请市创新发展办公室牵头。');
      folder.write('elsewhere/own.md', '请市创新发展办公室牵头。');
      assert.match(zhibi('check', folder.at('ws/drafts/own.md')).stdout, /institution\.renamed/);
      assert.equal(zhibi('check', folder.at('elsewhere/own.md')).stdout, '');
    });

    it('has settings in .vscode/settings.json, with comments', () => {
      const late = folder.at('ws/drafts/2026/late.md');
      assert.equal(zhibi('check', late).status, 1);
      folder.write(
        'ws/.vscode/settings.json',
        '{\n  // colleagues write history\n  "zhibi.diagnostics.severity": { "target.outdated": "hint" },\n  "editor.fontSize": 20,\n}',
      );
      const { status, json } = zhibi<CheckResult>('check', late, '--format', 'json');
      assert.equal(status, 0);
      assert.equal(json.files[0]?.diagnostics[0]?.severity, 4);
      folder.write('ws/.vscode/settings.json', '{ "zhibi.draft.date": "2016-01-01" }');
      folder.write('ws/drafts/undated.md', '到2020年进入创新型国家行列。');
      assert.equal(zhibi('check', folder.at('ws/drafts/undated.md')).status, 0);
      for (const broken of ['{ "zhibi.', '[]', '7', '{ "zhibi.__proto__.x": 1, "zhibi.corpus": 7 }']) {
        folder.write('ws/.vscode/settings.json', broken);
        assert.equal(zhibi('check', late).status, 1, broken);
      }
    });

    it('leaves its sources out when it is checked as a whole', () => {
      folder.write('ws/seeds/旧.md', LATE);
      const { json } = zhibi<CheckResult>('check', folder.at('ws'), '--format', 'json');
      assert.deepEqual(
        json.files.map(({ path }) => path),
        [folder.at('ws/drafts/2026/late.md')],
      );
    });

    it('gives its silenced findings', () => {
      const late = folder.at('ws/drafts/2026/late.md');
      const [finding] = zhibi<CheckResult>('check', late, '--format', 'json').json.files[0]!.diagnostics;
      const { fingerprint } = finding!.data as { fingerprint: string };
      folder.write(
        'ws/.zhibi/ignored.yaml',
        `- code: target.outdated\n  fingerprint: ${fingerprint}\n  text: 到2020年\n`,
      );
      assert.equal(zhibi('check', late).status, 0);
    });

    it('names a broken knowledge file and goes on', () => {
      folder.write('ws/.zhibi/terms.yaml', '- id: a\n  term: [');
      const { status, json } = zhibi<CheckResult>('check', folder.at('ws/drafts'), '--format', 'json');
      assert.equal(status, 1);
      assert.equal(json.problems[0]?.path, folder.at('ws/.zhibi/terms.yaml'));
    });
  });

  describe('index', () => {
    it('counts documents and characters and keeps them', () => {
      const cache = folder.at('cache');
      const { status, json } = zhibi<{
        version: 1;
        documents: number;
        characters: number;
        seconds: number;
        problems: unknown[];
      }>('index', folder.at('sources'), '--cache', cache, '--format', 'json');
      assert.equal(status, 0);
      assert.deepEqual([json.version, json.documents, json.problems], [1, 5, []]);
      assert.ok(json.characters > 200 && json.seconds >= 0);
      assert.ok(readdirSync(cache).some((name) => name.endsWith('.zbi')));
      assert.match(
        zhibi('index', folder.at('sources'), '--cache', cache).stdout,
        /^5 documents, \d+ characters, [\d.]+ s\n$/,
      );
    });

    it('ends with 2 for a folder that does not exist', () => {
      const { status, stderr } = zhibi('index', folder.at('none'));
      assert.equal(status, 2);
      assert.match(stderr, /none: There is no such file or folder/);
    });

    it('writes to the cache folder of the system unless told otherwise', () => {
      zhibi('index', folder.at('sources'));
      assert.ok(existsSync(folder.at('system-cache/zhibi')));
    });
  });

  describe('search', () => {
    interface Search {
      readonly version: 1;
      readonly hits: readonly {
        path: string;
        title: string;
        date: string | null;
        start: number;
        end: number;
        text: string;
        score: number;
      }[];
    }

    it('gives passages with their place in the clean text', () => {
      const { status, json } = zhibi<Search>(
        'search',
        '科技创新和产业创新',
        '--corpus',
        folder.at('sources'),
        '--format',
        'json',
      );
      assert.equal(status, 0);
      assert.equal(json.version, 1);
      assert.equal(json.hits.length, 3);
      for (const { path, title, text, start, end, score } of json.hits) {
        assert.ok(
          isAbsolute(path) && title !== '' && text.includes('科技创新和产业创新') && end - start === text.length,
        );
        assert.equal(score, 1);
      }
      assert.equal(json.hits[0]?.date, '2025-03-20');
    });

    it('keeps to its limit and to exact words unless told otherwise', () => {
      const sources = folder.at('sources');
      assert.equal(
        zhibi<Search>('search', '产业', '--corpus', sources, '--limit', '1', '--format', 'json').json.hits.length,
        1,
      );
      const fuzzy = zhibi<Search>(
        'search',
        '科技创新与产业创新深度融合',
        '--corpus',
        sources,
        '--fuzzy',
        '--format',
        'json',
      );
      assert.ok(fuzzy.json.hits.length > 0 && fuzzy.json.hits[0]!.score < 1);
    });

    it('ends with 1 where nothing was found', () => {
      const { status, json } = zhibi<Search>(
        'search',
        '天气预报说有雨',
        '--corpus',
        folder.at('sources'),
        '--format',
        'json',
      );
      assert.equal(status, 1);
      assert.deepEqual(json, { version: 1, hits: [] });
    });
  });

  describe('complete', () => {
    interface Complete {
      readonly version: 1;
      readonly items: readonly {
        text: string;
        insert: string;
        score: number;
        sources: readonly { path: string; title: string; date: string | null }[];
      }[];
    }

    it('gives what is added after the text, with its sources', () => {
      const { status, json } = zhibi<Complete>(
        'complete',
        '让企业出题、能人答题、',
        '--corpus',
        folder.at('sources'),
        '--format',
        'json',
      );
      assert.equal(status, 0);
      const item = json.items.find(({ insert }) => insert === '市场阅卷');
      assert.ok(item, json.items.map(({ insert }) => insert).join(' / '));
      assert.equal(item.text.endsWith(item.insert) && item.score > 0, true);
      assert.deepEqual(
        item.sources.map(({ path, title, date }) => [path, title, date]),
        [[folder.at('sources/评论-向融合要动能.txt'), '向融合要动能', '2025-01-15']],
      );
    });

    it('offers nothing, and that is no failure', () => {
      const { status, json } = zhibi<Complete>(
        'complete',
        '天',
        '--corpus',
        folder.at('sources'),
        '--no-built-in',
        '--format',
        'json',
      );
      assert.deepEqual([status, json], [0, { version: 1, items: [] }]);
    });
  });

  describe('import', () => {
    it('writes clean Markdown with what is known of the document', () => {
      const { status } = zhibi('import', folder.at('sources'), '--out', folder.at('out'));
      assert.equal(status, 0);
      assert.equal(readdirSync(folder.at('out')).length, 5);
      const text = readFileSync(folder.at('out/文章-向产业链要韧性.md'), 'utf8');
      assert.match(text, /^---\ntitle: 向产业链要韧性\n/);
      assert.ok(text.includes(`source: ${folder.at('sources/文章-向产业链要韧性.txt')}\ncleaned: true\n---\n`));
      assert.match(text, /补齐短板、锻造长板，培育链主企业/);
    });

    it('never overwrites', () => {
      const source = folder.write('甲.txt', '甲的标题\n\n要抓好落实。');
      folder.write('out/甲.md', 'mine');
      zhibi('import', source, '--out', folder.at('out'));
      zhibi('import', source, '--out', folder.at('out'));
      assert.equal(readFileSync(folder.at('out/甲.md'), 'utf8'), 'mine');
      assert.deepEqual(readdirSync(folder.at('out')).sort(), ['甲 2.md', '甲 3.md', '甲.md']);
    });

    it('ends with 2 for what it cannot read, and converts the rest', () => {
      folder.write('sources/坏.pdf', '%PDF-1.7 cut');
      const { status, stderr } = zhibi(
        'import',
        folder.at('sources'),
        folder.at('none.txt'),
        '--out',
        folder.at('out'),
      );
      assert.equal(status, 2);
      assert.match(stderr, /坏\.pdf: /);
      assert.match(stderr, /none\.txt: There is no such file/);
      assert.equal(readdirSync(folder.at('out')).length, 5);
    });
  });

  describe('usage', () => {
    const wrong: readonly (readonly string[])[] = [
      ['nonsense'],
      ['check'],
      ['check', 'x.md', '--date', 'yesterday'],
      ['check', 'x.md', '--date', '2026-02-30'],
      ['check', 'x.md', '--format', 'xml'],
      ['check', 'x.md', '--unknown'],
      ['search'],
      ['search', '创新', '--limit', '0'],
      ['complete', '创新', '--limit', 'many'],
      ['index'],
      ['import', 'x.md'],
      ['lsp'],
    ];
    for (const args of wrong) {
      it(`zhibi ${args.join(' ')}: 2, with a message and nothing on stdout`, () => {
        const { status, stdout, stderr } = zhibi(...args);
        assert.equal(status, 2, stderr);
        assert.equal(stdout, '');
        assert.notEqual(stderr.trim(), '');
        assert.doesNotMatch(stderr, /\n {4}at /);
      });
    }

    it('refuses a file in the place of the folder to import to', () => {
      folder.write('file', '');
      const { status, stderr } = zhibi('import', folder.at('sources'), '--out', folder.at('file/out'));
      assert.equal(status, 2);
      assert.doesNotMatch(stderr, /\n {4}at /);
    });

    it('without a command shows help', () => {
      const { stdout, stderr } = zhibi();
      assert.match(stdout + stderr, /check[\s\S]*index[\s\S]*search/);
    });

    it('--help and --version: 0', () => {
      assert.equal(zhibi('--help').status, 0);
      assert.match(zhibi('check', '--help').stdout, /--no-built-in/);
      assert.match(zhibi('--version').stdout, /^\d+\.\d+\.\d+\n$/);
    });
  });
});
