/** What search finds for words as people remember them, and in which order. */
import assert from 'node:assert/strict';
import { type SearchOptions, searchPassages } from '../../../server/src/features/search';
import type { DocumentInfos } from '../../support/corpus';
import { snapshotOf } from './snapshotOf';

type Files = Readonly<Record<string, string>>;

function searching(documents: Files, infos: DocumentInfos = {}) {
  const snapshot = snapshotOf({ documents, infos });
  return (query: string, options: Partial<SearchOptions> = {}) =>
    searchPassages(snapshot, query, { limit: 10, fuzzy: false, ...options });
}

const texts = (results: readonly { text: string }[]) => results.map(({ text }) => text);

describe('search', () => {
  const search = searching(
    {
      '/2024.md': '第一段。\n要推动科技创新和产业创新深度融合。发展新质生产力。',
      '/2025.md': '同志们：\n持续推动科技创新和产业创新深度融合，抓好落实。',
      '/sample.md': '要推动科技创新和产业创新深度融合。',
    },
    {
      '/2024.md': { title: '讲话甲', date: '2024-03' },
      '/2025.md': { title: '讲话乙', date: '2025-03' },
      '/sample.md': { title: '示范', kind: 'sample' },
    },
  );
  const hits = (query: string, options: Partial<SearchOptions> = {}) =>
    search(query, options).map(({ document, text }) => `${document.title}: ${text}`);

  it('gives the sentence with the words, the newest first, examples left out', () => {
    assert.deepEqual(hits('科技创新和产业创新'), [
      '讲话乙: 持续推动科技创新和产业创新深度融合，抓好落实。',
      '讲话甲: 要推动科技创新和产业创新深度融合。',
    ]);
  });

  it('does not mind width, spaces, marks and script', () => {
    for (const query of ['深度融合 ,抓好落实', '深度融合抓好落实', '“深度融合”；抓好落实', '深度融合，抓好落實'])
      assert.equal(hits(query).length, 1, query);
    assert.equal(hits('推動科技創新和產業創新').length, 2);
  });

  it('gives both sentences where the words reach over two', () => {
    assert.deepEqual(hits('深度融合。发展新质'), ['讲话甲: 要推动科技创新和产业创新深度融合。发展新质生产力。']);
  });

  it('comes near where nothing has the exact words, with a lower score', () => {
    const [near] = search('推动科技创新与产业创新深度融合', { limit: 1 });
    assert.match(near?.text ?? '', /深度融合/);
    assert.ok(near!.score < 1);
  });

  it('adds what is near only when asked for, where there are exact words', () => {
    assert.equal(hits('持续推动科技创新').length, 1);
    assert.equal(hits('持续推动科技创新', { fuzzy: true }).length, 2);
  });

  it('gives no more than wanted', () => {
    assert.equal(hits('科技创新', { limit: 1 }).length, 1);
  });

  it('gives nothing for nothing', () => {
    for (const query of ['', '  ', '，。', '天气预报说明天有雨'])
      assert.deepEqual(hits(query, { fuzzy: true }), [], query);
  });

  it('gives a document for its title, or most of it', () => {
    const find = searching(
      { '/a.md': '某市印发方案。\n正文。', '/b.md': '某市人才工作方案已经印发。' },
      { '/a.md': { title: '某市人才工作方案', date: '2020' }, '/b.md': { title: '简讯', date: '2024' } },
    );
    assert.deepEqual(texts(find('《人才工作方案》')), ['某市印发方案。', '某市人才工作方案已经印发。']);
  });
});

describe('the order of what search finds', () => {
  const phrase = '把实体经济做实做强做优。';

  it('is by year, then level, then kind, and those without a date last', () => {
    const find = searching(
      { '/a.md': phrase, '/b.md': phrase, '/c.md': phrase, '/d.md': phrase, '/e.md': phrase },
      {
        '/a.md': { title: '不详' },
        '/b.md': { title: '市级', date: '2025-12', level: 'municipal' },
        '/c.md': { title: '中央评论', date: '2025-01', level: 'central', kind: 'commentary' },
        '/d.md': { title: '中央公报', date: '2025-01', level: 'central', kind: 'communique' },
        '/e.md': { title: '去年', date: '2024-12', level: 'central' },
      },
    );
    const titles = find('做实做强做优').map(({ document }) => document.title);
    assert.deepEqual(titles, ['中央公报', '中央评论', '市级', '去年', '不详']);
  });

  it('lets no document fill the list alone', () => {
    const many = Array.from({ length: 9 }, (_, i) => `第${i}件事是做实做强做优。`).join('');
    const find = searching(
      { '/a.md': many, '/b.md': phrase },
      { '/a.md': { date: '2025' }, '/b.md': { title: '旧', date: '2020' } },
    );
    const results = find('做实做强做优');
    assert.equal(
      results.findIndex(({ document }) => document.title === '旧'),
      3,
    );
    assert.equal(results.length, 10);
  });

  it('has a passage of one work once, though it has several editions', () => {
    const clauses = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯']
      .map((mark) => `${mark}级以上地方人民政府应当做好工作。`)
      .join('');
    const find = searching(
      { '/old.md': clauses, '/new.md': `${clauses}新增一条规定。`, '/other.md': '乙级以上地方人民政府应当做好工作。' },
      {
        '/old.md': { title: '旧版', date: '2015' },
        '/new.md': { title: '新版', date: '2023' },
        '/other.md': { title: '通知', date: '2019' },
      },
    );
    assert.deepEqual(
      find('乙级以上地方人民政府').map(({ document }) => document.title),
      ['新版', '通知'],
    );
  });

  it('holds where the words are too many to be looked at one by one', () => {
    const find = searching(
      { '/a.md': '的'.repeat(60_000), '/b.md': '我们的事业。', '/c.md': '他们的事业。' },
      { '/a.md': { date: '2001' }, '/b.md': { date: '2024' }, '/c.md': { date: '2020' } },
    );
    assert.deepEqual(texts(find('的', { limit: 2 })), ['我们的事业。', '他们的事业。']);
  });
});

describe('search by words as they are remembered', () => {
  const find = searching({
    '/a.md':
      '建立失业预警和调控体系，完善就业服务。\n普及运动项目文化和观赛礼仪。\n赋予科研人员一定比例的职务科技成果所有权。',
    '/b.md': '协同推进降碳、减污、扩绿、增长，建设美丽家园。\n深化“揭榜挂帅”机制。\n做到全程留痕、责任可追溯。',
  });
  const first = (query: string) => find(query, { fuzzy: true })[0]?.text;

  const cases: readonly (readonly [what: string, query: string, found: RegExp])[] = [
    ['a wrong letter of four, at its end', '揭榜挂甩', /揭榜挂帅/],
    ['a wrong letter of four, at its start', '结榜挂帅', /揭榜挂帅/],
    ['a wrong letter of four, in the middle', '全呈留痕', /全程留痕/],
    ['a wrong letter of three', '揭旁挂', /揭榜挂帅/],
    ['two swapped letters', '失业警预', /失业预警/],
    ['a missing letter', '运动项文化', /运动项目文化/],
    ['an added letter', '观赛的礼仪', /观赛礼仪/],
    ['two wrong letters of many', '建立事业预警和调控体细', /失业预警/],
    ['missing words', '赋予科研人员科技成果所有权', /职务科技成果所有权/],
    ['words in another order', '扩绿、减污、降碳协同推进', /协同推进降碳/],
    ['words apart', '失业 就业服务', /失业预警/],
    ['traditional characters and a wrong one', '協同推動降碳', /协同推进降碳/],
  ];
  for (const [what, query, found] of cases) it(`finds ${what}`, () => assert.match(first(query) ?? '', found));

  it('finds nothing where hardly a word is there', () => {
    assert.deepEqual(texts(find('海洋渔业资源保护条例', { fuzzy: true })), []);
  });
});
