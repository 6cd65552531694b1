/** Dates, periods and deadlines as officials write them. */
import assert from 'node:assert/strict';
import { findDates } from '../../server/src/text/dates';
import { planName, planYears } from '../../server/src/text/fiveYearPlans';
import { addMonths, endsBefore, firstDay, lastDay, startsBy } from '../../server/src/text/partialDate';

/** Every date as `written role from–to`. */
function datesOf(text: string, today = '2026-05-10'): string[] {
  return findDates(text, { start: 0, end: text.length }, today).map(
    ({ start, end, role, from, to }) => `${text.slice(start, end)} ${role} ${from === to ? to : `${from}–${to}`}`,
  );
}

describe('dates in prose', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ['到2030年跻身前列', '到2030年 by 2030'],
    ['到二〇三五年基本实现', '到二〇三五年 by 2035'],
    ['到二○二○年', '到二○二○年 by 2020'],
    ['2030年前碳达峰', '2030年前 by 2030'],
    ['于2025年底前完成', '于2025年底前 by 2025'],
    ['2019年12月底前制定办法', '2019年12月底前 by 2019-12'],
    ['2025年前三季度增长5.2%', '2025年 in 2025'],
    ['截至2025年底，累计', '截至2025年底 asOf 2025'],
    ['自2018年起', '2018年起 since 2018'],
    ['2021年以来', '2021年以来 since 2021'],
    ['从2020年的5.2万元提高到2025年的7.4万元', '从2020年 since 2020', '2025年 in 2025'],
    ['2021—2025年', '2021—2025年 in 2021–2025'],
    ['2021年至2025年', '2021年至2025年 in 2021–2025'],
    ['2024-2026年行动方案', '2024-2026年 in 2024–2026'],
    ['2026年3月12日通过', '2026年3月12日 in 2026-03-12'],
    ['到２０２０年', '到２０２０年 by 2020'],
    ['到“十四五”末，达到', '到“十四五”末 by 2021–2025'],
    ['“十五五”时期要', '“十五五”时期 in 2026–2030'],
    ['十四五期间', '十四五期间 in 2021–2025'],
    ['到本世纪中叶建成', '到本世纪中叶 by 2050'],
    ['今年要完成', '今年 in 2026'],
    ['力争明年建成', '明年 in 2027'],
    ['明年6月底前投用', '明年6月底前 by 2027-06'],
    ['用三年内完成', '三年内 in 2026–2029'],
    ['未来五年，投入', '未来五年 in 2026–2031'],
    ['第二步，到2030年', '到2030年 by 2030'],
    ['20世纪90年代'],
    ['2020年代'],
    ['实施“九五”普法规划'],
    ['一是投入2025万元'],
    ['目前年产量、今后年均'],
    ['建军一百年奋斗目标'],
    ['内蒙古三年内蒙'],
  ];
  for (const [text, ...expected] of cases) {
    it(text, () => assert.deepEqual(datesOf(text), expected));
  }

  it('counts five-year plans from 1953, with three years left out', () => {
    assert.deepEqual(planYears(1), { from: 1953, to: 1957 });
    assert.deepEqual(planYears(3), { from: 1966, to: 1970 });
    assert.deepEqual(planYears(15), { from: 2026, to: 2030 });
    assert.deepEqual([7, 10, 14, 20, 21].map(planName), ['七五', '十五', '十四五', '二十五', '二十一五']);
  });

  it('takes linear time on a sentence without punctuation', () => {
    const time = (text: string) => {
      const from = performance.now();
      findDates(text, { start: 0, end: text.length }, '2026-05-10');
      return performance.now() - from;
    };
    for (const unit of ['到2020年底', '十四五', '二〇二', '2,0', '百千万']) {
      time(unit.repeat(20_000));
      const once = Math.max(5, time(unit.repeat(20_000)));
      assert.ok(time(unit.repeat(80_000)) < once * 16, unit);
    }
  });
});

describe('partial dates', () => {
  it('span from their first to their last day', () => {
    assert.deepEqual(
      [firstDay('2024'), lastDay('2024-02'), lastDay('2025')],
      ['2024-01-01', '2024-02-29', '2025-12-31'],
    );
  });

  it('have passed only when their last day has', () => {
    assert.equal(endsBefore('2025', '2025-12-31'), false);
    assert.equal(endsBefore('2025', '2026-01-01'), true);
    assert.equal(startsBy('2026', '2026-01-01'), true);
    assert.equal(startsBy('2026-03', '2026-02-28'), false);
  });

  it('move by months within the length of the month', () => {
    assert.deepEqual([addMonths('2025-10-31', 1), addMonths('2025-12-15', 2)], ['2025-11-30', '2026-02-15']);
  });
});
