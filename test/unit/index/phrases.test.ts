/** Phrases: found in the corpus, and looked up by their beginning or their pinyin. */
import assert from 'node:assert/strict';
import { type LexiconPhrase, PhraseLexicon } from '../../../server/src/index/phraseLexicon';
import { defaultMiningLimits, minePhrases } from '../../../server/src/index/phraseMining';
import { syllables } from '../../../server/src/text/pinyin';
import { phraseKey } from '../../../server/src/worker/lexiconBuilder';
import { standsFree } from '../../../server/src/worker/phraseCandidates';
import { corpusOf } from '../../support/corpus';

function phrase(text: string, documents = 0, origin: LexiconPhrase['origin'] = 'term'): LexiconPhrase {
  return { text, key: phraseKey(text), origin, syllables: syllables(text), documents };
}

describe('the phrase lexicon', () => {
  const lexicon = new PhraseLexicon([
    phrase('新质生产力', 3),
    phrase('新型工业化', 5),
    phrase('新型举国体制', 1),
    phrase('创新驱动发展'),
    phrase('“两个确立”'),
    phrase('重大改革', 1),
    phrase('新时代', 9, 'mined'),
  ]);
  const starting = (key: string, limit = 10) => lexicon.startingWith(key, limit).map(({ text }) => text);
  const spelled = (letters: string, limit = 10) => lexicon.spelled(letters, limit).map(({ text }) => text);

  it('finds what begins with some characters, the most used first', () => {
    assert.deepEqual(starting('新'), ['新时代', '新型工业化', '新质生产力', '新型举国体制']);
    assert.deepEqual(starting('新型'), ['新型工业化', '新型举国体制']);
    assert.deepEqual(starting('新', 1), ['新时代']);
  });

  it('leaves out what is typed in full', () => {
    assert.deepEqual(starting('新质生产力'), []);
  });

  it('compares without the marks around', () => {
    assert.deepEqual(starting('两个'), ['“两个确立”']);
  });

  it('finds what letters spell, whole before part', () => {
    assert.deepEqual(spelled('xzscl'), ['新质生产力']);
    assert.deepEqual(spelled('xx'), ['新型工业化', '新型举国体制']);
    assert.deepEqual(spelled('cxqdfz'), ['创新驱动发展']);
    assert.deepEqual(spelled('zdgg'), ['重大改革']);
    assert.deepEqual(spelled('xsd')[0], '新时代');
  });

  it('finds nothing for nothing', () => {
    assert.deepEqual(spelled(''), []);
    assert.deepEqual(spelled('q'), []);
    assert.deepEqual(PhraseLexicon.empty.startingWith('新', 10), []);
  });
});

describe('mining', () => {
  const words = ['推动', '加快', '实现', '促进', '着力', '坚持'];
  const ends = ['，取得成效', '和共同富裕', '。', '，迈上台阶', '的目标', '、协调发展'];
  const texts = Object.fromEntries(
    words.map((word, i) => [
      `/${i}.md`,
      `${word}高质量发展${ends[i]}${ends[i] === '。' ? '' : '。'}第${i}项工作由责任单位牵头落实。`,
    ]),
  );
  const mined = minePhrases(corpusOf(texts).parts[0]!.segment, defaultMiningLimits);

  it('finds what documents repeat between changing neighbours', () => {
    assert.ok(
      mined.some(({ key }) => key === '高质量发展'),
      mined.map(({ key }) => key).join(),
    );
  });

  it('counts occurrences and documents', () => {
    const found = mined.find(({ key }) => key === '高质量发展')!;
    assert.deepEqual([found.occurrences, found.documents], [6, 6]);
  });

  it('finds no piece of a longer phrase, and nothing that begins or ends with a particle', () => {
    for (const { key } of mined) {
      assert.ok(!['高质量发', '质量发展'].includes(key), key);
      assert.doesNotMatch(key, /^[的了着和与]|[的了着和与在为]$/);
    }
  });

  it('finds nothing that one document alone repeats', () => {
    const alone = corpusOf({ '/甲.md': words.map((word, i) => `${word}特色品牌${ends[i]}。`).join('') });
    assert.deepEqual(minePhrases(alone.parts[0]!.segment, defaultMiningLimits), []);
  });

  it('finds nothing in nothing', () => {
    assert.deepEqual(minePhrases(corpusOf({ '/甲.md': '一' }).parts[0]!.segment, defaultMiningLimits), []);
  });
});

describe('a mined phrase among words', () => {
  const candidate = (before: string, key: string, after: string) => ({
    before,
    key,
    after,
    text: key,
    occurrences: 5,
    documents: 3,
    score: 1,
  });

  it('stands free when words end at both of its ends', () => {
    assert.equal(standsFree(candidate('推动', '高质量发展', '取得'), ['推动', '高质量', '发展', '取得']), true);
    assert.equal(standsFree(candidate('', '高质量发展', ''), ['高质量', '发展']), true);
  });

  it('does not when it cuts a word', () => {
    assert.equal(standsFree(candidate('推', '动高质量发展', '取得'), ['推动', '高质量', '发展', '取得']), false);
    assert.equal(standsFree(candidate('推动', '高质量发', '展取'), ['推动', '高质量', '发展', '取']), false);
  });
});

describe('the key of a phrase', () => {
  for (const [text, key] of [
    ['“两个确立”', '两个确立”'],
    ['《办法》', '办法'],
    ['“四个意识”、“四个自信”', '四个意识”、“四个自信”'],
    ['Ｒ＆Ｄ经费', 'r&d经费'],
    ['，', ''],
  ] as const) {
    it(`${text}: ${key}`, () => assert.equal(phraseKey(text), key));
  }
});
