/** The list of formulations, and passages found by pinyin with their words marked. */
import assert from 'node:assert/strict';
import { listFormulations } from '../../../server/src/features/formulations';
import { matchedWords } from '../../../server/src/features/matchedWords';
import { searchWords } from '../../../server/src/features/searchSpelled';
import { usageOf } from '../../../server/src/features/usage';
import { snapshotOf } from './snapshotOf';

const snapshot = snapshotOf({
  documents: {
    '/2024.md': '修好每一条水渠。让水流到田头，让水流到村头。',
    '/2025.md': '让水流到田头。',
    '/undated.md': '让水流到田头。',
  },
  infos: {
    '/2024.md': { title: '甲', date: '2024-03' },
    '/2025.md': { title: '乙', date: '2025-03' },
    '/undated.md': { title: '丙' },
  },
  knowledge: {
    'formulations.yaml': `- id: new
  text: 让水流到田头
  category: 三农
- id: old
  text: 修渠引水
  until: "2024-01-01"
  supersededBy: new
- id: set
  text: 三个到位
  members: [人员到位, 资金到位, 责任到位]`,
  },
});
const texts = (query: string) => listFormulations(snapshot, query, '2026-01-01').map(({ text }) => text);

describe('the list of formulations', () => {
  it('has all for no query, the most used first', () => {
    assert.equal(texts('')[0], '让水流到田头');
    assert.equal(texts('').length, 3);
  });

  it('finds by words inside, by members and by pinyin from the beginning', () => {
    assert.deepEqual(texts('流到'), ['让水流到田头']);
    assert.deepEqual(texts('资金到位'), ['三个到位']);
    assert.deepEqual(texts('rsldtt'), ['让水流到田头']);
    assert.deepEqual(texts('xiuqu'), ['修渠引水']);
  });

  it('finds what is near where nothing has the words', () => {
    assert.deepEqual(texts('让水流道田头'), ['让水流到田头']);
    assert.deepEqual(texts('qqqq'), []);
  });

  it('says what is over and what replaced it, as of the day', () => {
    const at = (date: string) => listFormulations(snapshot, '修渠引水', date)[0];
    assert.deepEqual([at('2026-01-01')?.until, at('2026-01-01')?.successor], ['2024-01-01', '让水流到田头']);
    assert.deepEqual([at('2023-01-01')?.until, at('2023-01-01')?.successor], [undefined, undefined]);
  });

  it('counts uses by year, the newest first and the undated last', () => {
    assert.deepEqual(usageOf(snapshot.corpus, '让水流到').years, [
      { year: '2025', count: 1 },
      { year: '2024', count: 2 },
      { year: undefined, count: 1 },
    ]);
    assert.deepEqual(usageOf(snapshot.corpus, '无此提法').years, []);
  });
});

describe('search by pinyin', () => {
  const found = (query: string) => searchWords(snapshot, query, { limit: 10, fuzzy: true });

  it('finds the passages of what the letters spell, and says what that is', () => {
    assert.deepEqual(
      found('rsldtt').map(({ document, words }) => [document.title, words]),
      [
        ['乙', '让水流到田头'],
        ['甲', '让水流到田头'],
        ['丙', '让水流到田头'],
      ],
    );
  });

  it('takes everything else as words', () => {
    assert.deepEqual(
      found('每一条水渠').map(({ words }) => words),
      ['每一条水渠'],
    );
    assert.deepEqual(found('qqqq'), []);
  });
});

describe('the words of a query in a passage', () => {
  const marked = (passage: string, query: string) =>
    matchedWords(passage, query).map(({ start, end }) => passage.slice(start, end));

  it('are the whole query where it is there, whatever the marks', () => {
    assert.deepEqual(marked('要深化改革、扩大开放，抓落实。', '深化改革 扩大开放'), ['深化改革、扩大开放']);
  });

  it('are the longest stretches elsewhere', () => {
    assert.deepEqual(marked('大力发展教育，稳定就业。', '发展就业与教育'), ['发展', '教育', '就业']);
  });

  it('are none for nothing', () => {
    assert.deepEqual(marked('大力发展教育。', ''), []);
    assert.deepEqual(marked('', '教育'), []);
  });
});
