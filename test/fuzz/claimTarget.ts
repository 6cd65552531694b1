/** Fuzzes what is read out of sentences about time and figures: no exception, every span inside its sentence, and the same answer twice. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { targetClaims } from '../../server/src/draft/claims';
import { parseDraft } from '../../server/src/draft/parseDraft';
import { sentencePlaces } from '../../server/src/draft/sentencePlace';
import type { Span } from '../../server/src/text/span';
import { draftText } from './draftTexts';
import { fuzzTarget } from './fuzzTarget';

const TODAY = '2026-11-22';

const pick = (...words: readonly string[]) => fc.constantFrom(...words);
const number = fc.oneof(
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.double({ min: 0, max: 200, noNaN: true, noDefaultInfinity: true }).map((value) => value.toFixed(1)),
  pick('一', '三十', '百分之六十', '２．５', '1 200', '十四亿多', '两万亿', '9'.repeat(30)),
);
const year = fc.oneof(
  fc.integer({ min: 1949, max: 2060 }).map(String),
  pick('二〇三五', '２０２５', '20', '0000', '99999'),
);
const deadline = fc
  .tuple(
    pick('到', '至', '力争到', '截至', '在', '从', '预计到', '原定到', '如果到', ''),
    fc.oneof(
      fc.tuple(year, pick('年', '年底', '年底前', '年末', '年前后', '—', '至')).map((parts) => parts.join('')),
      pick('“十四五”末', '“十五五”时期', '本世纪中叶', '明年', '去年底', '“十三五”期间', '建党一百年时', '到那时'),
    ),
  )
  .map((parts) => parts.join(''));
const claim = fc
  .tuple(
    deadline,
    pick('，', '', '、', '（', '：'),
    pick('要', '将', '已', '如期', '力争', '曾经计划', '据说', '不', '是否', ''),
    pick(
      '全社会研发经费投入强度',
      '常住人口城镇化率',
      '非化石能源消费占比',
      '进入创新型国家行列',
      '单位GDP能耗',
      '粮食产量',
      '',
    ),
    pick('达到', '提高到', '比2020年下降', '突破', '不低于', '增长', '由', ''),
    number,
    pick('%', '个百分点', '亿元', '万亩', '以上', '左右', '家', '％', '。', ''),
    pick('。', '；', '\n', '，', '”', '》'),
  )
  .map((parts) => parts.join(''));
const claims = fc.array(claim, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));

export const claimTarget = fuzzTarget('claims', fc.oneof({ weight: 3, arbitrary: claims }, draftText), (text) => {
  const read = () =>
    sentencePlaces(parseDraft('file:///a.md', text), TODAY).map((place) => ({ place, found: targetClaims(place) }));
  const found = read();
  for (const each of found) {
    for (const { start, end, deadline, governed, marker, quantities } of each.found) {
      for (const span of [{ start, end }, deadline, governed, ...(marker ? [marker] : []), ...quantities]) {
        assertInside(span, text.length);
      }
      assert.ok(!quantities.some(({ value }) => Number.isNaN(value)), 'a figure is a number');
    }
  }
  assert.deepEqual(
    read().map((each) => each.found),
    found.map((each) => each.found),
  );
});

function assertInside({ start, end }: Span, length: number): void {
  assert.ok(start >= 0 && start <= end && end <= length, `${start}–${end} of ${length}`);
}
