/** Properties of cleaning: nothing is lost or invented, the map is monotone and in range, clean text is left alone. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cleanText } from '../../server/src/corpus/clean/cleanText';
import { isHan } from '../../server/src/text/characters';

const sentence = fc.constantFrom(
  '全市上下要统一思想、凝聚力量，确保各项任务落到实处。',
  '到2025年,研发投入强度达到2.8%;建成24 个基地。',
  '坚持"两手抓",推动 经济 发展.',
  '(一)健全体制机制(试行)。',
  '发展方式由粗',
  '放向集约转变，质量明显提高。',
  '2、要加强统筹，',
  '第一条　为了规范管理，制定本办法。',
  '**重点**工作见[方案](https://example.com/方案)。',
  '当前位置：首页 > 要闻',
  '收藏 分享(赏)',
  '第3页 / 共12页',
  '试读结束',
  '相关阅读',
  '来源：某某网 作者：某某',
  '版权所有 京ICP备12345号',
  '各位代表：',
  '一、总体要求',
  '<p>会议<strong>指出</strong></p>',
  '<U+00A0><U+00A0>正文&nbsp;开始&amp;结束',
  '，逗号开头',
  '《',
  '”引号开头',
  '| 指标 | 目标 |',
  '# 标题',
  '- 项目',
  '𠮷野家的事例',
  'Plain English text, with commas.',
);
const separator = fc.constantFrom('\n', '\n\n', '\r\n', '', '　', ' ', '\u200b', '\n　　', '\n\u200b\n', '\f');
const dirty = fc
  .array(fc.tuple(sentence, separator), { maxLength: 40 })
  .map((parts) => parts.map(([text, gap]) => text + gap).join(''));
const anything = fc.oneof(dirty, fc.string({ unit: 'binary', maxLength: 200 }));
const format = fc.constantFrom<'plain' | 'markdown'>('plain', 'markdown');

function hanOf(text: string): string {
  let han = '';
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i))) han += text[i];
  return han;
}

describe('cleaning', () => {
  it('keeps all Han characters but those it says it removed, in order', () => {
    fc.assert(
      fc.property(dirty, format, (raw, kind) => {
        const { text, removed } = cleanText(raw, { format: kind });
        let rest = '';
        let at = 0;
        for (const { start, end } of removed) {
          if (start > at) rest += raw.slice(at, start);
          at = Math.max(at, end);
        }
        assert.equal(hanOf(text), hanOf(rest + raw.slice(at)));
      }),
      { numRuns: 500 },
    );
  });

  it('maps every offset into the raw text, in order, Han to the same Han', () => {
    fc.assert(
      fc.property(anything, format, (raw, kind) => {
        const { text, map } = cleanText(raw, { format: kind });
        let before = -1;
        for (let i = 0; i < text.length; i++) {
          const origin = map.toOrigin(i);
          assert.ok(origin >= before && origin < raw.length, `${i} → ${origin} of ${raw.length}`);
          before = origin;
          if (isHan(text.charCodeAt(i)) && raw[origin] !== '&' && raw[origin] !== '<')
            assert.equal(text[i], raw[origin]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leaves clean text alone', () => {
    const clean = fc.constantFrom(
      '全市上下要统一思想、凝聚力量，确保各项任务落到实处。',
      '一、总体要求',
      '（二）坚持“两手抓”，推动经济发展。',
      '3.建立台账，明确责任。',
      '各位代表：',
      '——质量效益明显提高。增长6.7%，比例为1:2。',
      '第一条　为了规范管理，制定本办法。',
      '某市人民政府',
      '2025年3月5日',
    );
    fc.assert(
      fc.property(fc.uniqueArray(clean, { minLength: 1 }), (lines) => {
        const text = lines.join('\n');
        assert.equal(cleanText(text, { format: 'plain' }).text, text);
      }),
    );
  });

  it('leaves what it has cleaned alone, where nothing is missing', () => {
    fc.assert(
      fc.property(dirty, (raw) => {
        fc.pre(!raw.includes('试读'));
        const once = cleanText(raw, { format: 'plain' }).text;
        const twice = cleanText(once, { format: 'plain' }).text;
        assert.equal(hanOf(cleanText(twice, { format: 'plain' }).text), hanOf(twice));
      }),
    );
  });
});
