/** Paragraphs, sentences and clauses. */
import assert from 'node:assert/strict';
import { clauses, paragraphs, sentences } from '../../../server/src/text/sentences';
import type { Span } from '../../../server/src/text/span';

const words = (text: string, spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end));
const all = (text: string) => ({ start: 0, end: text.length });

describe('paragraphs', () => {
  it('are the lines that hold something, without the spaces around', () => {
    const text = '　　第一段。 \n\n \n第二段';
    assert.deepEqual(words(text, paragraphs(text)), ['第一段。', '第二段']);
  });
});

describe('sentences', () => {
  const split = (text: string) => words(text, sentences(text, all(text)));

  it('end with 。！？ and keep the marks that close after them', () => {
    assert.deepEqual(split('要抓落实。他说：“好！”我们呢？'), ['要抓落实。', '他说：“好！”', '我们呢？']);
  });

  it('keep several marks together', () => {
    assert.deepEqual(split('真的？！是的……好。'), ['真的？！', '是的……', '好。']);
  });

  it('do not end at a decimal point', () => {
    assert.deepEqual(split('研发投入占2.8%以上。'), ['研发投入占2.8%以上。']);
  });

  it('may lack the full stop at the end', () => {
    assert.deepEqual(split('第一句。还没有写完'), ['第一句。', '还没有写完']);
  });
});

describe('clauses', () => {
  const split = (text: string) => words(text, clauses(text, all(text)));

  it('are what stands between the marks', () => {
    assert.deepEqual(split('加快转型，推动升级；一是改革、二是开放。'), [
      '加快转型',
      '推动升级',
      '一是改革',
      '二是开放',
    ]);
  });

  it('do not end within a figure or a time', () => {
    assert.deepEqual(split('增长1,200亿元,同比提高'), ['增长1,200亿元', '同比提高']);
    assert.deepEqual(split('于9:30开会'), ['于9:30开会']);
  });

  it('are never empty', () => {
    assert.deepEqual(split('，，；好，'), ['好']);
  });
});
