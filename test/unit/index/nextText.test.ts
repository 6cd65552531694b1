/** What the corpus suggests to go on with. */
import assert from 'node:assert/strict';
import { NextText, type PredictionLimits } from '../../../server/src/index/nextText';
import { corpusOf } from '../../support/corpus';

const limits: PredictionLimits = { length: 24, probability: 0.03, steps: 100 };

function predictor(files: Record<string, string>, samples: string[] = []) {
  return new NextText(corpusOf(files, Object.fromEntries(samples.map((path) => [path, { kind: 'sample' as const }]))));
}

const keys = (over: NextText, context: string) => over.continuations(context, limits).map(({ key }) => key);

describe('the next text', () => {
  const often = predictor({
    '/甲.md': '要推动科技创新和产业创新深度融合，塑造新动能。'.repeat(10),
    '/乙.md': '要推动科技创新和制度创新双轮驱动，释放新活力。'.repeat(4),
  });

  it('is what the corpus goes on with most often, first', () => {
    const [first, ...others] = keys(often, '要推动科技创新和');
    assert.ok(first?.startsWith('产业'), first);
    assert.ok(others.some((key) => key.startsWith('制度创新')));
    assert.ok(others.includes('产业创新深度融合'));
  });

  it('ends before punctuation, never with it', () => {
    for (const key of keys(often, '要推动科技创新')) assert.match(key, /[\p{L}\p{N}]$/u);
  });

  it('does not reach over a paragraph or a document', () => {
    const over = predictor({ '/甲.md': '要抓好落实\n第二段。'.repeat(5), '/乙.md': '要抓好落实' });
    for (const key of keys(over, '要抓好')) assert.ok(!key.includes('第') && !key.includes('\n'), key);
  });

  it('is held by the corpus as a whole, with its context', () => {
    const corpus = corpusOf({
      '/甲.md': '要推动科技创新和产业创新深度融合。'.repeat(5),
      '/乙.md': '培育科技创新人才。'.repeat(5),
    });
    for (const { key, contextLength, ranges } of new NextText(corpus).continuations('大力科技创新', limits)) {
      const occurrences = corpus.inRanges(ranges, contextLength + key.length, 10);
      assert.ok(occurrences.length > 0);
      for (const { document, start, end } of occurrences) {
        assert.ok(document.segment.keyText({ start, end }).endsWith(key));
      }
    }
  });

  it('is less certain when it was seen once than when it was seen often', () => {
    const towns = Array.from('甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉');
    const probability = (times: number) =>
      predictor({
        '/甲.md': towns
          .slice(0, times)
          .map((town) => `${town}要擦亮特色品牌。`)
          .join(''),
      })
        .nextUnits('要擦亮特')
        .find(({ unit }) => unit === '色')!.probability;
    assert.ok(probability(1) < 0.5);
    assert.ok(probability(20) > 0.8);
  });

  it('is less certain when one passage was copied often than when many said it', () => {
    const probability = (text: string) =>
      predictor({ '/甲.md': text })
        .nextUnits('亮特')
        .find(({ unit }) => unit === '色')!.probability;
    const others = '照亮特殊群体。点亮特种行业。';
    const many = '擦亮特色。闪亮特色。响亮特色。透亮特色。明亮特色。鲜亮特色。';
    assert.ok(probability(others + '擦亮特色。'.repeat(6)) < probability(others + many));
  });

  it('counts examples less than one real document', () => {
    const over = predictor({ '/例.md': '要推动甲类改革。'.repeat(3), '/实.md': '要推动乙类改革。'.repeat(3) }, [
      '/例.md',
    ]);
    // Both lie in one segment here; apart, the segment of examples weighs a quarter.
    assert.ok(over.nextUnits('要推动').length >= 2);
  });

  it('has probabilities that are shares, and add up to one at most', () => {
    const units = often.nextUnits('推动科技创新和');
    const sum = units.reduce((total, { probability }) => total + probability, 0);
    assert.ok(units.length > 0 && sum <= 1.000001, String(sum));
    for (const { probability } of units) assert.ok(probability > 0 && probability <= 1);
  });

  it('is nothing where nothing of the context is known', () => {
    assert.deepEqual(keys(often, '天气'), []);
    assert.deepEqual(keys(often, ''), []);
    assert.deepEqual(keys(predictor({}), '推动'), []);
  });

  it('keeps to its limits', () => {
    for (const { key, probability } of often.continuations('要推动', { length: 5, probability: 0.2, steps: 50 })) {
      assert.ok(key.length <= 5 && probability >= 0.2);
    }
    assert.deepEqual(often.continuations('要推动', { ...limits, steps: 0 }), []);
  });
});
