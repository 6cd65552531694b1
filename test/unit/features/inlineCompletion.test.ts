/** Ghost text: one suggestion, only when it is likely. */
import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/draft/parseDraft';
import { suggestInline } from '../../../server/src/features/inlineCompletion';
import { markedText } from '../../support/markedText';
import { snapshotOf } from './snapshotOf';

const often = '要推动科技创新和产业创新深度融合，塑造发展新动能。';
const snapshot = snapshotOf({
  documents: {
    '/a.md': often.repeat(8),
    '/b.md': `${often.repeat(8)}\n坚持问题导向。坚持目标导向。坚持效果导向。坚持结果导向。坚持系统观念。坚持守正创新。`,
    '/c.md': '大力培植特色产业带。',
  },
});

function ghost(marked: string, selected?: string) {
  const { text, cursor, selections } = markedText(marked);
  const start = selections[0]?.start ?? cursor;
  return suggestInline(snapshot, parseDraft('', text), cursor, {
    date: '2026-11-22',
    ...(selected !== undefined && { selected: { text: selected, start } }),
  });
}

describe('ghost text', () => {
  it('adds what the documents nearly always go on with', () => {
    const suggestion = ghost('我们要推动科技创新和‸');
    assert.ok(suggestion?.insert.startsWith('产业'));
    assert.deepEqual(suggestion?.replace, { start: 10, end: 10 });
    assert.match(suggestion!.source, /2 documents/);
  });

  it('is not shown below the gate: many ways to go on', () => {
    assert.equal(ghost('我们要坚持‸'), undefined);
  });

  it('is not shown for what was written once', () => {
    assert.equal(ghost('大力培植‸'), undefined);
  });

  for (const [where, marked] of [
    ['after Latin letters', '我们要推动科技创新和c‸'],
    ['in a composition with apostrophes', "我们要推动科技创新和ch'‸"],
    ['before text that goes on', '我们要推动科技创新和‸产业'],
    ['in front matter', '---\ntitle: 推动科技创新和‸\n---\n'],
    ['in a comment', '<!-- 推动科技创新和‸ -->'],
    ['in an empty draft', '‸'],
    ['in code', '```\n推动科技创新和‸\n```\n'],
    ['in a table', '| 推动科技创新和‸ | 数值 |'],
    ['after an emoji', '🎉‸'],
  ] as const) {
    it(`is not shown ${where}`, () => assert.equal(ghost(marked), undefined));
  }

  it('is shown at the end of a line of 100,000 characters', () => {
    assert.ok(ghost(`${'大力培植特色产业带，'.repeat(10_000)}推动科技创新和‸`));
  });

  it('is shown before punctuation', () => {
    assert.ok(ghost('我们要推动科技创新和‸。'));
  });

  it('begins with the item selected in the list, and replaces what that replaces', () => {
    const suggestion = ghost('我们要⟪推动科技创新和⟫‸', '推动科技创新和产业创新');
    assert.ok(suggestion?.insert.startsWith('推动科技创新和产业创新'));
    assert.deepEqual(suggestion?.replace, { start: 3, end: 10 });
  });

  it('is not shown beside another selected item', () => {
    assert.equal(ghost('我们要⟪推动科技创新和⟫‸', '推动科技创新和成果转化'), undefined);
  });
});

describe('ghost text for a phrase of the knowledge', () => {
  const knowledge = { 'formulations.yaml': '- id: x\n  text: 因地制宜发展新质生产力' };
  const shown = (corpusText: string) => {
    const text = '各地要因地制宜发展';
    const told = snapshotOf({ knowledge, documents: { '/a.md': corpusText } });
    return suggestInline(told, parseDraft('', text), text.length, { date: '2026-11-22' })?.insert;
  };

  it('is shown where the corpus is too small to know better', () => {
    assert.equal(shown('因地制宜发展乡村旅游。'), '新质生产力');
  });

  it('is not shown where a large corpus goes on in other ways', () => {
    const others = ['乡村旅游', '设施农业', '特色产业', '林下经济'].map((what) => `因地制宜发展${what}。`).join('');
    assert.equal(shown(others.repeat(6000)), undefined);
  });
});
