/** Lines of known works in the editor: their card, and their completion from the beginning of a clause. */
import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/draft/parseDraft';
import { complete } from '../../../server/src/features/completion/completion';
import { resolveCompletion } from '../../../server/src/features/completion/resolveCompletion';
import { hover } from '../../../server/src/features/hover';
import { markedText } from '../../support/markedText';
import { snapshotOf } from './snapshotOf';

const snapshot = snapshotOf({
  knowledge: {
    'quotes.yaml': `
- id: lamp
  speaker: 南渡客
  work: 夜灯赋
  keyPhrase: 一灯能照千家夜，半卷犹存万古心
  editions: [一灯能照千家夜，半卷能存万古心]
- id: workshop
  speaker: 某市长
  keyPhrase: 把实验室建到车间门口
  occasion: 全市产业大会
  date: "2025-04-16"`,
    'terms.yaml': `
- id: thousand-homes
  term: 千家
  definition: 许多人家。`,
  },
});

function card(marked: string): string | undefined {
  const { text, cursor } = markedText(marked);
  return hover(snapshot, parseDraft('file:///draft.md', text), cursor)?.markdown;
}

function offered(marked: string) {
  const { text, cursor } = markedText(marked);
  const config = { date: '2026-11-22', maxItems: 8, pinyin: true };
  return complete(snapshot, parseDraft('file:///draft.md', text), cursor, config).items;
}

describe('lines of known works', () => {
  it('have a card with author, work and other editions, whatever the marks, in part and with a slip', () => {
    for (const marked of [
      '“一灯能照千家夜，半卷犹‸存万古心。”',
      '“一灯能照千家夜；半卷犹‸存万古心。”',
      '他说半卷犹‸存万古心。',
      '“一灯能照千家夜，半卷尤‸存万古心。”',
    ]) {
      assert.match(card(marked) ?? '', /南渡客《夜灯赋》.*Also: 一灯能照千家夜，半卷能存万古心/s, marked);
    }
  });

  it('follow the card of a term in them, and are not shown beside a line', () => {
    assert.match(card('“一灯能照千‸家夜，半卷犹存万古心。”')!, /许多人家.*南渡客《夜灯赋》/s);
    assert.equal(card('“一灯能照千家夜，半卷犹存万古心。”大家都‸记得。'), undefined);
  });

  it('keep the card of a key phrase', () => {
    assert.match(card('要把实验室建到‸车间门口。')!, /某市长, 2025-04-16, 全市产业大会/);
  });

  it('are completed from the beginning of a clause, with their source', () => {
    for (const marked of ['正如古人所言，“一灯能‸', '一灯能‸']) {
      const [item] = offered(marked);
      assert.equal(item?.added, '照千家夜，半卷犹存万古心', marked);
      assert.equal(item?.source, '南渡客《夜灯赋》');
      assert.match(resolveCompletion(snapshot, item!.data), /南渡客《夜灯赋》/);
    }
    assert.equal(offered('把实验室‸')[0]?.added, '建到车间门口');
  });

  it('are not offered within a clause, nor for two letters', () => {
    assert.deepEqual(offered('他想一灯能‸'), []);
    assert.deepEqual(offered('一灯‸'), []);
  });
});
