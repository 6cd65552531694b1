/** What the list offers, and where it stays away. */
import assert from 'node:assert/strict';
import type { Snapshot } from '../../../server/src/analysis/snapshot';
import { parseDraft } from '../../../server/src/draft/parseDraft';
import { complete } from '../../../server/src/features/completion/completion';
import type { CompletionConfig } from '../../../server/src/features/completion/completionItem';
import { resolveCompletion } from '../../../server/src/features/completion/resolveCompletion';
import { markedText } from '../../support/markedText';
import { snapshotOf } from './snapshotOf';

const config: CompletionConfig = { date: '2026-11-22', maxItems: 8, pinyin: true };

const snapshot = snapshotOf({
  documents: {
    '/corpus/2024.md': '要推动科技创新和产业创新深度融合，塑造发展新动能。\n各级党委要扛起责任，抓好落实。',
    '/corpus/2025.md': '坚持推动科技创新和产业创新深度融合，培育新质生产力。\n各级党委要扛起责任，抓好落实。',
    '/corpus/2026.md': '持续推动科技创新和产业创新深度融合，建设创新强市。\n到2020年进入创新型国家行列。',
    '/samples/例.md': '青峪市要擦亮“青峪模式”这块牌子。',
  },
  infos: {
    '/corpus/2024.md': { title: '二〇二四年讲话', date: '2024-03-05' },
    '/corpus/2025.md': { title: '二〇二五年讲话', date: '2025-03-05' },
    '/corpus/2026.md': { title: '二〇二六年讲话', date: '2026-03-05' },
    '/samples/例.md': { title: '示范讲话', date: '2026-01-01', kind: 'sample' },
  },
  knowledge: {
    'terms.yaml': `
- id: new-forces
  term: 新质生产力
  definition: 以创新为主导的先进生产力。
- id: reform
  term: 重大改革举措
  definition: 影响全局的改革安排。`,
    'formulations.yaml': `
- id: strategy
  text: 创新驱动发展战略
- id: old
  text: 创新驱动旧提法
  until: "2020-01-01"
- id: two-establishments
  text: “两个确立”的决定性意义`,
  },
  skeletons: [
    { name: '讲话稿', prefixes: ['讲话', 'jhg'], description: '讲话的框架', body: Array(12).fill('一行').join('\n') },
    { name: '一是二是三是', prefixes: ['一是', 'ysesss'], description: '并列', body: '一是$1；二是$2；三是$3。' },
  ],
});

function offered(marked: string, change: Partial<CompletionConfig> = {}, over: Snapshot = snapshot) {
  const { text, cursor } = markedText(marked);
  return complete(over, parseDraft('file:///draft.md', text), cursor, { ...config, ...change });
}

const added = (marked: string, change: Partial<CompletionConfig> = {}) =>
  offered(marked, change).items.map((item) => item.added);

/** Whether a phrase is offered as a whole, and what is offered first is at least its beginning, or goes on after it. */
function continues(marked: string, phrase: string): boolean {
  const texts = added(marked);
  const [first] = texts;
  return texts.includes(phrase) && first !== undefined && (phrase.startsWith(first) || first.startsWith(phrase));
}

describe('completion of standard phrasing', () => {
  it('continues a clause as the documents do', () => {
    assert.ok(continues('我们要推动科技创新和‸', '产业创新深度融合'));
  });

  it('continues from the middle of a word', () => {
    assert.ok(continues('我们要推动科技创新和产‸', '业创新深度融合'));
  });

  it('continues after punctuation', () => {
    assert.ok(added('各级党委要扛起责任，‸').includes('抓好落实'));
  });

  it('continues whatever spaces and width were typed', () => {
    assert.ok(added('各级党委要扛起责任,‸').includes('抓好落实'));
    assert.ok(continues('推动 科技创新 和‸', '产业创新深度融合'));
  });

  it('names the newest document and how many there are', () => {
    const item = offered('着力推动科技创新和‸').items.find(({ added: text }) => text === '产业创新深度融合');
    assert.equal(item?.source, '二〇二六年讲话 2026-03-05 · 3 documents');
  });

  it('replaces one range, the end of the clause, with what was typed and what is added', () => {
    const { text, cursor } = markedText('同志们，我们要推动科技创新和‸');
    const answer = offered('同志们，我们要推动科技创新和‸');
    const tail = text.slice(answer.replace.start, cursor);
    assert.equal(answer.replace.end, cursor);
    assert.ok(answer.items.length > 0);
    for (const item of answer.items) {
      assert.equal(item.insert, tail + item.added);
      assert.ok(item.filter.startsWith(tail), item.filter);
    }
  });

  it('never replaces punctuation before the clause', () => {
    const answer = offered('抓落实，推‸');
    assert.equal(answer.replace.start, '抓落实，'.length);
  });

  it('marks an example where only an example has the words', () => {
    const item = offered('青峪市要擦亮‸').items.find(({ kind }) => kind === 'continuation');
    assert.match(item?.source ?? '', /^Example: 示范讲话$/);
  });

  it('writes digits and percent signs half-width, unless the line has them full-width', () => {
    const over = snapshotOf({
      documents: { '/corpus/旧.md': '粮食产量增长３％，居民收入增长６％以上。\n'.repeat(20) },
    });
    const first = (marked: string) => offered(marked, {}, over).items[0]?.added ?? '';
    assert.match(first('居民收入增长‸'), /^6%/);
    assert.match(first('粮食产量增长３％，居民收入增长‸'), /^６％/);
  });

  it('offers nothing that stands there already', () => {
    assert.ok(!added('我们要推动科技创新和‸产业创新深度融合，').includes('产业创新深度融合'));
    assert.deepEqual(added('新质‸生产力'), []);
  });

  it('offers nothing of a phrase that is typed in full', () => {
    assert.ok(!offered('培育新质生产力‸').items.some(({ kind }) => kind === 'term'));
  });

  it('offers no wording that was superseded by the date of the draft, and does before', () => {
    assert.deepEqual(
      added('实施创新驱动‸').filter((text) => text.includes('旧提法')),
      [],
    );
    assert.ok(added('实施创新驱动‸', { date: '2019-01-01' }).includes('旧提法'));
  });

  it('offers no target that has passed', () => {
    assert.ok(!offered('到2020年进入‸').items.some(({ insert }) => insert.includes('创新型国家')));
    assert.ok(!offered('要到‸').items.some(({ insert }) => insert.includes('2020')));
  });

  it('goes on after a superseded wording she wrote herself', () => {
    assert.ok(continues('用创新驱动旧提法推动科技创新和‸', '产业创新深度融合'));
  });

  it('offers a phrase that begins with quotation marks, with and without them typed', () => {
    assert.ok(added('深刻领悟两个确‸').some((text) => text.startsWith('立”')));
    assert.ok(added('深刻领悟“两个确‸').some((text) => text.startsWith('立”的决定性意义')));
  });

  it('offers at most as many as wanted', () => {
    assert.equal(offered('创新‸', { maxItems: 1 }).items.length, 1);
  });

  it('offers nothing twice', () => {
    const inserts = offered('我们要推动科技创新‸').items.map(({ insert }) => insert);
    assert.equal(new Set(inserts).size, inserts.length);
  });

  const silent: readonly [string, string][] = [
    ['in front matter', '---\ntitle: 推动科技创新和‸\n---\n'],
    ['in code', '```\n推动科技创新和‸\n```\n'],
    ['in code that is not closed', '```\n推动科技创新和‸'],
    ['in a comment', '<!-- 推动科技创新和‸ -->'],
    ['in a comment that is not closed', '<!-- 推动科技创新和‸'],
    ['in a table', '| 推动科技创新和‸ | 数值 |'],
    ['in an empty draft', '‸'],
    ['after a single character', '推‸'],
    ['on an empty line', '推动科技创新和\n\n‸'],
  ];
  for (const [where, marked] of silent) {
    it(`stays away ${where}`, () => assert.deepEqual(offered(marked).items, []));
  }

  describe('from a corpus of 50,000 characters', () => {
    const telling = snapshotOf({
      documents: {
        '/corpus/长.md': '要推动科技创新和产业创新深度融合，建设创新强市。\n推动产业转型升级。\n'.repeat(1500),
      },
      knowledge: { 'formulations.yaml': '- id: revival\n  text: 产业兴旺' },
    });

    it('begins after a single character', () => {
      assert.ok(offered('推‸', {}, telling).items.some((item) => item.added === '动科技创新'));
    });

    it('puts a known phrase that the corpus never has there after what it has', () => {
      const items = offered('我们推动产业‸', {}, telling).items.map((item) => item.added);
      assert.equal(items[0], '转型升级');
    });
  });

  it('does not look over the beginning of the line', () => {
    assert.deepEqual(added('推动科技创新和\n‸'), []);
  });

  it('works in headings, lists and block quotes', () => {
    for (const line of ['## 一、推动科技创新和‸', '- 推动科技创新和‸', '> 推动科技创新和‸']) {
      assert.ok(continues(line, '产业创新深度融合'), line);
    }
  });

  it('works at the end of a line of 100,000 characters, in the time of a short one', () => {
    const line = `${'大力培植特色产业带，'.repeat(10_000)}推动科技创新和‸`;
    const started = performance.now();
    assert.ok(continues(line, '产业创新深度融合'));
    // Parsing the draft included: generous, for machines under load.
    assert.ok(performance.now() - started < 1000);
  });

  it('works after emoji and rare characters', () => {
    assert.ok(continues('🎉🎉𠮷野家𡃁，推动科技创新和‸', '产业创新深度融合'));
    assert.deepEqual(added('🎉‸'), []);
    assert.deepEqual(added('𠮷‸𡃁'), []);
  });

  it('offers only what is known where there is no corpus', () => {
    const empty = snapshotOf({ knowledge: { 'terms.yaml': '- id: a\n  term: 新质生产力\n  definition: 释义。' } });
    assert.deepEqual(
      offered('培育新质‸', {}, empty).items.map((item) => item.added),
      ['生产力'],
    );
    assert.deepEqual(offered('推动科技创新和‸', {}, empty).items, []);
  });

  it('works where lines end with CRLF', () => {
    assert.ok(continues('第一段。\r\n推动科技创新和‸\r\n第三段。', '产业创新深度融合'));
  });
});

describe('completion by pinyin', () => {
  const spelled: readonly [string, string][] = [
    ['xzscl', '新质生产力'],
    ['xinzhiscl', '新质生产力'],
    ['xinzhi', '新质生产力'],
    ['cxqdfz', '创新驱动发展战略'],
    ['zdgg', '重大改革举措'],
    ['zhongda', '重大改革举措'],
  ];
  for (const [letters, phrase] of spelled) {
    it(`${letters}: ${phrase}`, () => assert.equal(added(`要培育${letters}‸`)[0], phrase));
  }

  it('replaces the letters and nothing else', () => {
    const answer = offered('要培育xzscl‸');
    assert.deepEqual(answer.replace, { start: 3, end: 8 });
    assert.equal(answer.items[0]?.insert, '新质生产力');
  });

  it('keeps what is typed as a beginning of what is compared', () => {
    for (const letters of ['xzscl', 'xinzhiscl', 'xzshch']) {
      for (const { filter } of offered(letters).items) assert.ok(filter.startsWith(letters), filter);
    }
  });

  it('takes capitals as well', () => {
    assert.equal(added('XZSCL‸')[0], '新质生产力');
  });

  it('needs two letters', () => {
    assert.deepEqual(added('x‸'), []);
  });

  it('is off where it is switched off', () => {
    assert.deepEqual(added('xzscl‸', { pinyin: false }), []);
  });

  it('offers no superseded wording', () => {
    assert.ok(!added('cxqd‸').includes('创新驱动旧提法'));
  });

  it('offers no continuation of letters', () => {
    assert.deepEqual(added('推动科技创新和gdp‸'), []);
  });
});

describe('skeletons', () => {
  it('of a page are offered where a line begins', () => {
    assert.ok(offered('讲话‸').items.some(({ label }) => label === '讲话稿'));
    assert.ok(!offered('这次讲话‸').items.some(({ label }) => label === '讲话稿'));
  });

  it('of a sentence are offered anywhere, by words or by letters', () => {
    assert.ok(offered('要做到：一是‸').items.some(({ label }) => label === '一是二是三是'));
    assert.ok(offered('要做到：yses‸').items.some(({ label }) => label === '一是二是三是'));
  });
});

describe('skeletons in a draft that names its level and audience', () => {
  const body = ['在$', '{1|全市,全省|}', '会上。$', '{2|同志们,各位来宾|}', '：'].join('');
  const skeletons = [
    { name: '开头', prefixes: ['开头'], description: '开头', body, stops: { 1: 'area', 2: 'salutation' } },
  ];

  it('offer what fits', () => {
    const front = '---\nlevel: 县级\naudience: 人大代表\n---\n\n';
    const [item] = offered(`${front}开头‸`, {}, { ...snapshot, skeletons }).items;
    assert.match(item!.insert, /全县,.*各位代表,/);
    assert.doesNotMatch(item!.insert, /全省/);
  });

  it('stay as they are where the front matter says nothing', () => {
    assert.equal(offered('开头‸', {}, { ...snapshot, skeletons }).items[0]!.insert, body);
  });
});

describe('the documentation of an item', () => {
  it('shows the passages that use the words, the newest first, with their places', () => {
    const item = offered('着力推动科技创新和‸').items.find(({ added: text }) => text === '产业创新深度融合');
    const shown = resolveCompletion(snapshot, item!.data);
    assert.match(shown, /In use:/);
    const titles = [...shown.matchAll(/二〇二.年讲话/g)].map(([title]) => title);
    assert.deepEqual(titles, ['二〇二六年讲话', '二〇二五年讲话', '二〇二四年讲话']);
    assert.match(shown, /\(file:\/\/\/corpus\/2026\.md#L1,\d+\)/);
  });

  it('shows definition and sources of a term', () => {
    const item = offered('要培育xzscl‸').items[0];
    const shown = resolveCompletion(snapshot, item!.data);
    assert.match(shown, /以创新为主导的先进生产力。/);
    assert.match(shown, /Sources:\n\n- 工作方案 — 市政府 2026-01/);
  });

  it('is empty where nothing is known of it', () => {
    assert.equal(resolveCompletion(snapshot, { key: '' }), '');
    assert.equal(resolveCompletion(snapshot, { key: '从未写过' }), '');
  });
});
