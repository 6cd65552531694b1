/** Which part of a suggestion one key accepts. */
import assert from 'node:assert/strict';
import { nextPhrase } from '../../../client/src/nextPhrase';

describe('the next phrase of a suggestion', () => {
  for (const [text, phrase] of [
    ['产业创新深度融合，培育新质生产力', '产业创新'],
    ['融合，培育新质生产力', '融合，'],
    ['，培育', '，'],
    ['融合', '融合'],
    ['', ''],
  ] as const) {
    it(`of ${text || 'nothing'} is ${phrase || 'nothing'}`, () => assert.equal(nextPhrase(text), phrase));
  }

  it('takes a suggestion whole in the end', () => {
    let rest = '塑造发展新动能、新优势，为现代化建设提供支撑。';
    for (let keys = 0; rest !== '' && keys < 20; keys++) rest = rest.slice(nextPhrase(rest).length);
    assert.equal(rest, '');
  });
});
