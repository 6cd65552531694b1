/** How well the next text is told: from one document, from the draft itself, from documents like it. */
import assert from 'node:assert/strict';
import { chooseContinuations } from '../../../server/src/index/continuationChoice';
import { LazySuffixes } from '../../../server/src/index/lazySuffixes';
import { nearDocuments } from '../../../server/src/index/nearDocuments';
import { type DraftContext, NextText } from '../../../server/src/index/nextText';
import { keyUnits } from '../../../server/src/text/keyText';
import { atOnce } from '../../../server/src/util/inSteps';
import { corpusOf } from '../../support/corpus';

const limits = { length: 24, probability: 0.01, steps: 120 };
const draft: DraftContext = { date: '2026-11-22', kind: 'speech', earlier: '', recent: '' };

const reports = corpusOf(
  {
    '/2026.md':
      '要推动科技创新和产业创新深度融合，培育新质生产力。要健全防灾减灾体系。要健全防灾减灾机制。\n各位代表：现在报告工作。',
    '/1990.md': '要推动科技创新和工艺改造，增加生产。要健全统购统销制度。要健全统购统销办法。',
    '/news.md': '本台消息，今天多地气温回升，市民出门游玩。'.repeat(6),
  },
  {
    '/2026.md': { date: '2026-01-20', kind: 'work-report' },
    '/1990.md': { date: '1990-03-20', kind: 'work-report' },
    '/news.md': { date: '2026-02-01', kind: 'news' },
  },
);

describe('what comes next', () => {
  it('runs to the end of the clause when the only document is typed again', () => {
    const corpus = corpusOf({ '/one.md': '我们要办好家门口的小事，让街坊邻里住得舒心。' });
    const keys = new NextText(corpus).continuations('\n我们要办好', { ...limits, clause: true }).map(({ key }) => key);
    assert.ok(keys.includes('家门口的小事'), keys.join(' '));
  });

  it('ends with punctuation only where that is asked for', () => {
    const corpus = corpusOf({ '/one.md': '我们要办好小事，让街坊邻里住得舒心。'.repeat(9) });
    const ends = (punctuated: boolean) =>
      new NextText(corpus)
        .continuations('我们要办好', { ...limits, punctuated })
        .some(({ key }) => /[，。]$/.test(key));
    assert.deepEqual([ends(false), ends(true)], [false, true]);
  });

  it('prefers what recent documents of the same kind say', () => {
    const predictor = new NextText(reports);
    const likely = (context: string, kind: DraftContext['kind'], date: string) =>
      predictor.nextUnits(context, { date, kind, earlier: '', recent: '' })[0]?.unit;
    assert.equal(likely('要健全', 'work-report', '2026-11-22'), '防');
    assert.equal(likely('要健全', 'work-report', '1991-01-01'), '统');
  });

  it('waits for the documents near the draft, or does without them until they are picked', () => {
    const predictor = new NextText(reports);
    const profile = { date: '2026-11-22', kind: 'work-report' } as const;
    const likely = (withoutWaiting: boolean) =>
      predictor.nextUnits('要健全', { ...draft, ...profile, withoutWaiting })[0]?.unit;
    assert.equal(likely(true), '统');
    atOnce(predictor.prepareFor(profile));
    assert.equal(likely(true), '防');
    assert.equal(likely(false), '防');
    assert.equal(new NextText(reports).nextUnits('要健全', { ...draft, ...profile })[0]?.unit, '防');
    assert.deepEqual([...predictor.prepareFor(profile)], []);
  });

  it('learns from what the draft said before', () => {
    const predictor = new NextText(reports);
    const earlier = '要健全防灾减灾体系。'.repeat(4);
    const probability = (own: string) => predictor.probabilityOf('要健全', '防灾', { ...draft, earlier: own });
    assert.ok(probability(earlier) > probability('') * 1.3);
  });

  it('follows the passages that speak of what the draft speaks of', () => {
    const corpus = corpusOf({
      '/farms.md': '加强耕地保护和种子研究，建设粮食仓库。要大力推进水利建设。'.repeat(40),
      '/clinics.md': '加强乡村医生培训，改善门诊服务和药品供应。要大力推进医疗互助。'.repeat(40),
    });
    const likely = (recent: string) => new NextText(corpus).nextUnits('要大力推进', { ...draft, recent })[0]?.unit;
    assert.equal(likely('我们抓好耕地保护和种子研究。'), '水');
    assert.equal(likely('我们抓好乡村医生培训，增加药品供应。'), '医');
  });

  it('knows how paragraphs begin', () => {
    const predictor = new NextText(reports);
    assert.ok(predictor.probabilityOf('\n', '各位代表') > predictor.probabilityOf('，', '各位代表'));
  });

  it('gives probabilities that add up to no more than one', () => {
    const predictor = new NextText(reports);
    for (const context of ['要', '推动科技创新和', '\n', '今天多地', '没有见过的']) {
      const sum = predictor.nextUnits(context, draft).reduce((total, { probability }) => total + probability, 0);
      assert.ok(sum <= 1.000001, `${context}: ${sum}`);
    }
  });

  it('gives nothing that no document holds, whatever the draft repeats', () => {
    const earlier = '本县的柿子糕节。'.repeat(20);
    const found = new NextText(reports).continuations('办好本县的柿子', limits, { ...draft, earlier });
    assert.deepEqual(found, []);
  });

  it('gives nothing from an empty corpus', () => {
    assert.deepEqual(new NextText(corpusOf({})).continuations('推动科技', limits, draft), []);
  });
});

describe('documents near a draft', () => {
  const near = (kind: DraftContext['kind'], date: string) =>
    [...nearDocuments(reports, { kind, date })].map(({ path }) => path);

  it('are of its kind and its time', () => {
    assert.deepEqual(near('work-report', '2026-11-22'), ['/2026.md']);
    assert.deepEqual(near('work-report', '1991'), ['/1990.md']);
  });

  it('are of its time where its kind is not known or there are none of it', () => {
    assert.deepEqual(near('other', '1990-06-01'), ['/1990.md']);
    assert.deepEqual(near('plan', '1990-06-01'), ['/1990.md']);
  });

  it('are none where nearly all are', () => {
    assert.deepEqual(near('other', '2026-11-22'), []);
  });
});

describe('sorted suffixes of a draft', () => {
  it('hold every stretch of it', () => {
    const clean = '推动高质量发展，\n推动 GDP 增长，推动乡村振兴。';
    const found = new LazySuffixes(keyUnits(clean)).find('推动');
    assert.equal(found.high - found.low, 3);
  });
});

describe('a choice of continuations', () => {
  const candidate = (key: string, probability: number) => ({ key, probability });
  const chosen = (candidates: ReturnType<typeof candidate>[], limit = 5) =>
    chooseContinuations(candidates, limit, ({ key }) => key);

  it('has the word, the phrase and the clause where each may be the one', () => {
    const keys = chosen([
      candidate('产业创新', 0.6),
      candidate('产业创新深度融合', 0.4),
      candidate('产业创新发展', 0.1),
    ]);
    assert.deepEqual(keys, ['产业创新深度融合', '产业创新', '产业创新发展']);
  });

  it('has another beginning before what the next list would offer anyway', () => {
    const keys = chosen([candidate('产业创新', 0.5), candidate('产业创新融合', 0.3), candidate('制度', 0.2)], 2);
    assert.deepEqual(keys, ['产业创新', '制度']);
  });

  it('counts what is chosen already where more is offered', () => {
    const keys = chosen(
      [candidate('深度融合', 0.6), candidate('深度融合发展的新路子', 0.5), candidate('共建', 0.3)],
      2,
    );
    assert.deepEqual(keys, ['深度融合发展的新路子', '共建']);
  });

  it('leaves out what a longer one says as surely', () => {
    assert.deepEqual(chosen([candidate('产业创新', 0.5), candidate('产业创新深度融合', 0.5)]), ['产业创新深度融合']);
  });

  it('never has two that differ by the punctuation at their end', () => {
    assert.deepEqual(chosen([candidate('深度融合', 0.5), candidate('深度融合，', 0.45)]).length, 1);
  });

  it('goes on to the next where one may not be shown', () => {
    const shown = chooseContinuations([candidate('甲乙丙', 0.5), candidate('丁戊己', 0.4)], 1, ({ key }) =>
      key === '甲乙丙' ? undefined : key,
    );
    assert.deepEqual(shown, ['丁戊己']);
  });
});
