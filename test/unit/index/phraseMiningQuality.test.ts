/** Which of the phrases a corpus repeats come first, and where they begin and end. */
import assert from 'node:assert/strict';
import { defaultMiningLimits, minePhrases } from '../../../server/src/index/phraseMining';
import { corpusOf } from '../../support/corpus';

const OPENINGS = ['会议要求', '各县', '今后', '我们', '同志们', '街道'];
const CLOSINGS = ['，开创新局', '。', '的办法', '，并抓实', '；', '和其他'];

/** A document that uses each phrase once, each time between other words. */
function document(index: number, phrases: readonly string[]): string {
  return phrases.map((phrase, i) => `${OPENINGS[(index + i) % 6]}${phrase}${CLOSINGS[(index * 5 + i) % 6]}`).join('');
}

function mined(documents: readonly (readonly string[])[], dates: readonly string[] = []): string[] {
  const files: Record<string, string> = {};
  const infos: Record<string, { date: string }> = {};
  documents.forEach((phrases, i) => {
    files[`/${i}.md`] = document(i, phrases);
    if (dates[i] !== undefined) infos[`/${i}.md`] = { date: dates[i] };
  });
  const [part] = corpusOf(files, infos).parts;
  return minePhrases(part!.segment, defaultMiningLimits).map(({ key }) => key);
}

const six = <T>(value: T): T[] => Array.from({ length: 6 }, () => value);

describe('mined phrases', () => {
  it('may hold members divided by 、 and names in quotation marks', () => {
    const phrases = mined(six(['稳就业、稳企业、稳市场', '学习“山海经验”做法']));
    assert.ok(phrases.includes('稳就业、稳企业、稳市场'));
    assert.ok(phrases.includes('学习“山海经验”做法'));
  });

  it('are found without the marks that always stand around them', () => {
    assert.ok(mined(six(['“五个一线”'])).includes('五个一线'));
  });

  it('have their quotation marks in pairs', () => {
    for (const phrase of mined(six(['“五个一线”工作法', '弘扬“山海精神”']))) {
      assert.equal(phrase.split('“').length, phrase.split('”').length, phrase);
    }
  });

  it('stand free after a verb that always leads them', () => {
    assert.ok(mined(six(['坚持守正求新总思路'])).includes('守正求新总思路'));
  });

  it('are given once, with or without quotation marks', () => {
    const phrases = mined([...six(['“五个一线”']), ...six(['五个一线'])]).map((phrase) => phrase.replace(/[“”]/g, ''));
    assert.equal(phrases.filter((phrase) => phrase === '五个一线').length, 1);
  });

  it('come first where current documents use them', () => {
    const documents = [...six(['老办法新套路']), ...six(['新办法新套路'])];
    const dates = documents.map((_, i) => (i < 6 ? '1985-01-01' : '2026-01-01'));
    const phrases = mined(documents, dates);
    assert.ok(phrases.indexOf('新办法新套路') < phrases.indexOf('老办法新套路'));
    assert.ok(phrases.includes('老办法新套路'));
  });

  it('need more than one document', () => {
    assert.deepEqual(mined([Array.from({ length: 8 }, () => '只此一家的说法')]), []);
  });
});
