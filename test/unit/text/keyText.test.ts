/** What is folded when texts are compared, and the way back. */
import assert from 'node:assert/strict';
import { keyOf, keyText } from '../../../server/src/text/keyText';

describe('the key of a text', () => {
  const same: readonly [string, string, string][] = [
    ['half-width punctuation is full-width', '加快,推动;落实:好(一)?!', '加快，推动；落实：好（一）？！'],
    ['full-width digits and letters are half-width, lower case', '２０３５年ＧＤＰ', '2035年gdp'],
    ['capitals are small', 'R&D', 'r&d'],
    ['spaces go, whatever their kind', '科技 创新　和\u00a0产业\u200b创新', '科技创新和产业创新'],
    ['corner brackets are quotation marks', '「四个意识」', '“四个意识”'],
    ['brackets of document numbers are one kind', '国发[2019]4号', '国发〔2019〕4号'],
    ['dashes and dots are one kind', '2021–2025年 习近平・著', '2021—2025年习近平·著'],
    ['per cent signs are one kind', '２.８％', '2.8%'],
    ['traditional characters are simplified ones', '協同推進產業創新', '协同推进产业创新'],
    ['a byte order mark leaves no trace', '\ufeff标题', '标题'],
  ];
  for (const [what, text, key] of same) it(what, () => assert.equal(keyOf(text), key));

  it('keeps one boundary between paragraphs and none at the ends', () => {
    assert.equal(keyText('\n\n第一段。\r\n\r\n 第二段。\n').key, '第一段。\n第二段。');
  });

  it('leads back to the words as they were written', () => {
    const text = '  推动 科技创新,\n和产业创新';
    const { key, map } = keyText(text);
    const start = key.indexOf('科技创新，');
    const span = map.spanToOrigin(start, start + 5);
    assert.equal(text.slice(span.start, span.end), '科技创新,');
  });

  it('finds a place of the text again in the key; a place that left no trace at what follows it', () => {
    const text = '甲  乙';
    const { key, map } = keyText(text);
    assert.equal(key, '甲乙');
    assert.equal(map.fromOrigin(0), 0);
    assert.equal(map.fromOrigin(1), 1);
    assert.equal(map.fromOrigin(2), 1);
    assert.equal(map.fromOrigin(3), 1);
  });

  it('keeps characters beyond the basic plane whole', () => {
    assert.equal(keyOf('𠮷 祥'), '𠮷祥');
  });
});
