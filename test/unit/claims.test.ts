/** Numbers, figures and targets read from sentences. */
import assert from 'node:assert/strict';
import { targetClaims } from '../../server/src/draft/claims';
import { parseDraft } from '../../server/src/draft/parseDraft';
import { sentencePlaces } from '../../server/src/draft/sentencePlace';
import { numeralAt } from '../../server/src/text/numerals';
import { findQuantities } from '../../server/src/text/quantities';

describe('numerals', () => {
  const cases: readonly (readonly [string, number])[] = [
    ['20 000名', 20_000],
    ['20,000名', 20_000],
    ['1.5万亿元', 1.5e12],
    ['2万名', 20_000],
    ['３５个', 35],
    ['二〇二五', 2025],
    ['两万', 20_000],
    ['一百二十', 120],
    ['十五', 15],
    ['三千五百万', 35_000_000],
    ['5000万千瓦', 50_000_000],
    ['300千米', 300],
    ['1.4万亿斤', 1.4e12],
    ['四亿八千三百万吨', 4.83e8],
    ['一万二千亿元', 1.2e12],
  ];
  for (const [text, value] of cases) {
    it(text, () => assert.equal(numeralAt(text, 0, text.length)?.value, value));
  }
});

describe('quantities', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ['达到2.8%以上', '>= 2.8%'],
    ['提高到百分之六十以上', '>= 60%'],
    ['达到百分之二点八', '= 2.8%'],
    ['不少于20 000名', '>= 20000名'],
    ['控制在5.5%左右', '~ 5.5%'],
    ['控制在45立方米以内', '<= 45立方米'],
    ['突破1万亿元', '> 1000000000000元'],
    ['翻两番', '= 4倍'],
    ['每年培训人员不少于2500人', '>= 2500人'],
    ['下降13.5个百分点', '= 13.5个百分点'],
    ['一个中心、三条主线'],
    ['新增100多家', '= 100家'],
  ];
  for (const [text, ...expected] of cases) {
    it(text, () => {
      const found = findQuantities(text, { start: 0, end: text.length });
      assert.deepEqual(
        found.map(({ comparator, value, unit }) => `${comparator} ${value}${unit}`),
        expected,
      );
    });
  }
});

/** Every claim as `modality deadline: the words claimed`. */
function claimsOf(text: string, today = '2026-05-10'): string[] {
  return [...sentencePlaces(parseDraft('file:///d.md', text), today)].flatMap((place) =>
    targetClaims(place).map(
      ({ modality, deadline, start, end }) => `${modality} ${deadline.to}: ${text.slice(start, end)}`,
    ),
  );
}

describe('claims', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ['力争到2024年建成100个示范园区。', 'intention 2024: 力争到2024年建成100个示范园区'],
    ['到2028年，全市高新技术企业将突破千家。', 'intention 2028: 到2028年，全市高新技术企业将突破千家'],
    ['到2020年进入创新型国家行列。', 'bare 2020: 到2020年进入创新型国家行列'],
    ['截至2025年底，全市已建成园区12个。'],
    ['到2020年，贫困县已全部摘帽。', 'report 2020: 到2020年，贫困县已全部摘帽'],
    ['党的十八大提出到2020年全面建成小康社会。', 'history 2020: 到2020年全面建成小康社会'],
    ['原定到2025年完成的任务要抓紧收尾。', 'history 2025: 到2025年完成的任务要抓紧收尾'],
    ['按照规划要求，到2028年要建成三条示范线。', 'intention 2028: 到2028年要建成三条示范线'],
    ['如果到2030年不能达峰，后面会更难。', 'hypothetical 2030: 到2030年不能达峰'],
    ['印发《三年行动方案（到2025年）》。', 'cited 2025: 到2025年'],
    ['今年12月底前完成整改。', 'bare 2026-12: 今年12月底前完成整改'],
    ['产值要到“十四五”末翻一番。', 'intention 2025: 要到“十四五”末翻一番'],
    ['全省生产总值从2020年的3万亿元提高到2025年的5万亿元。'],
  ];
  for (const [text, ...expected] of cases) {
    it(text, () => assert.deepEqual(claimsOf(text), expected));
  }

  it('reads figures with the deadline that governs them', () => {
    const place = [
      ...sentencePlaces(parseDraft('file:///d.md', '到2025年达到2.5%，到2030年达到2.8%以上。'), '2021-05-01'),
    ][0]!;
    assert.deepEqual(
      targetClaims(place).map(({ deadline, quantities }) => [deadline.to, quantities.map(({ value }) => value)]),
      [
        ['2025', [2.5]],
        ['2030', [2.8]],
      ],
    );
  });

  it('takes linear time on a sentence without punctuation', () => {
    // The best of three: other programs may be running.
    const time = (text: string) =>
      Math.min(
        ...[1, 2, 3].map(() => {
          const from = performance.now();
          claimsOf(text);
          return performance.now() - from;
        }),
      );
    for (const unit of ['力争到', '要将', '到2020年要达到5%，', '推进创新发展', '百分之']) {
      time(unit.repeat(2_000));
      const once = Math.max(5, time(unit.repeat(5_000)));
      assert.ok(time(unit.repeat(20_000)) < once * 16, unit);
    }
  });
});
