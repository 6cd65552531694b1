/** Pinyin of phrases and the letters that spell them. */
import assert from 'node:assert/strict';
import { syllables } from '../../../server/src/text/pinyin';
import { matchesPinyin } from '../../../server/src/text/pinyinMatch';

describe('the syllables of a phrase', () => {
  const read: readonly [string, string][] = [
    ['新质生产力', 'xin zhi sheng chan li'],
    ['重大', 'zhong da'],
    ['重新', 'chong xin'],
    ['银行', 'yin hang'],
    ['行业', 'hang ye'],
    ['行动', 'xing dong'],
    ['调研', 'diao yan'],
    ['调整', 'tiao zheng'],
    ['长期', 'chang qi'],
    ['增长', 'zeng zhang'],
    ['战略', 'zhan lve'],
    ['绿色发展', 'lv se fa zhan'],
  ];
  for (const [phrase, expected] of read) {
    it(`${phrase}: ${expected}`, () => assert.equal(syllables(phrase).join(' '), expected));
  }

  it('take what an entry gives over what a dictionary says', () => {
    assert.deepEqual(syllables('重大', 'Chong da'), ['chong', 'da']);
  });

  it('take a run of letters or digits as one and leave punctuation out', () => {
    assert.deepEqual(syllables('“十五五”规划2030 AI+'), ['shi', 'wu', 'wu', 'gui', 'hua', '2030', 'ai']);
  });
});

describe('letters that spell a phrase', () => {
  const newForces = syllables('新质生产力');
  const matches: readonly [string, 'whole' | 'part' | 'none'][] = [
    ['xzscl', 'whole'],
    ['xinzhishengchanli', 'whole'],
    ['xinzhiscl', 'whole'],
    ['xzhshchl', 'whole'],
    ['xzhishengcl', 'whole'],
    ['xinzhi', 'part'],
    ['xinz', 'part'],
    ['xinzhishengch', 'part'],
    ['xi', 'part'],
    ['x', 'part'],
    ['xzsclx', 'none'],
    ['xzzcl', 'none'],
    ['zscl', 'none'],
    ['xinzhish3ng', 'none'],
  ];
  for (const [letters, expected] of matches) {
    it(`${letters}: ${expected}`, () => assert.equal(matchesPinyin(letters, newForces), expected));
  }

  it('spell an initial that is no first letter of the character', () => {
    assert.equal(matchesPinyin('cxqdfz', syllables('创新驱动发展')), 'whole');
  });

  it('spell nothing of a phrase without pinyin', () => {
    assert.equal(matchesPinyin('xz', []), 'none');
  });
});
