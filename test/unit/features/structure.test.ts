/** Formatting, numbering anew and renaming: what changes in a draft, and what is left. */
import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/draft/parseDraft';
import { formatDraft } from '../../../server/src/features/format';
import { termAt, termPlaces } from '../../../server/src/features/rename';
import { renumber } from '../../../server/src/features/renumber';
import { applied } from '../../support/applied';
import { snapshotOf } from './snapshotOf';

const edited = (text: string, edits: { start: number; end: number; newText: string }[]) =>
  applied(text, { title: '', preferred: true, edits });
const formatted = (text: string) => edited(text, formatDraft(parseDraft('/draft.md', text)));
const renumbered = (text: string) => edited(text, renumber(parseDraft('/draft.md', text)));

describe('formatting', () => {
  const cases: readonly (readonly [what: string, before: string, after: string])[] = [
    ['half-width marks', '要抓落实,见实效.好;对吗?', '要抓落实，见实效.好；对吗？'],
    ['a full stop at the end of a line', '要抓落实.\n见图3.\n\n讲“实”.', '要抓落实。\n见图3.\n\n讲“实”。'],
    ['brackets and straight quotation marks', '坚持"两手抓"(试行)。', '坚持“两手抓”（试行）。'],
    ['spaces around marks', '抓好 ，落实 。再 “出发” 。', '抓好，落实。再 “出发”。'],
    ['spaces between figures and what they count', '于 2026 年 5 月增长 5.2 %。', '于2026年5月增长5.2%。'],
    ['full-width digits', '２０２６年增长５．２%。', '2026年增长5.2%。'],
    ['ellipsis and dash', '等等...还有。。。以及--就是', '等等……还有……以及——就是'],
    ['a mark typed twice', '统筹，，推进、、落实。。', '统筹，推进、落实。'],
    ['marks after numbers', '一．修渠\n（一）、清淤\n1、上游\n1．下游', '一、修渠\n（一）清淤\n1.上游\n1.下游'],
    [
      'an indent that is not two characters',
      '修渠。\n\n　要先上游。\n\n   再下游。',
      '修渠。\n\n　　要先上游。\n\n　　再下游。',
    ],
  ];
  for (const [what, before, after] of cases) {
    it(`puts right ${what}`, () => assert.equal(formatted(before), after));
  }

  const kept: readonly (readonly [what: string, text: string])[] = [
    ['what is in order', '　　同志们：2026年，要“抓落实”（试行）……'],
    ['Latin text', 'We go on, step by step... (see Fig. 2)'],
    [
      'code, links, addresses and front matter',
      '---\ntitle: 甲,乙\n---\n见`甲,乙`和[文](https://a.cn/甲,乙)。\n\n```\n甲,乙\n```',
    ],
    ['tables', '| 甲,乙 | 2026 年 |\n| --- | --- |\n| 丙 ，丁 | 1 |'],
    ['names that spaces align', '张　三　李四五'],
    ['a signature at the right', '　　　　　　　　　　市政府办公室'],
    ['the text of a Markdown list', '- 修渠\n  先上游\n- 护岸'],
    ['figures in a row', '1.5 2.5 3.5'],
  ];
  for (const [what, text] of kept) it(`leaves ${what}`, () => assert.equal(formatted(text), text));

  it('formats only the lines of a selection', () => {
    const text = '甲,乙。\n\n丙,丁。\n';
    const start = text.indexOf('丙');
    const draft = parseDraft('/draft.md', text);
    assert.equal(edited(text, formatDraft(draft, { start, end: start + 1 })), '甲,乙。\n\n丙，丁。\n');
  });
});

describe('numbering anew', () => {
  const cases: readonly (readonly [what: string, before: string, after: string])[] = [
    ['sections that were moved', '三、护岸\n种柳。\n一、修渠\n清淤。', '一、护岸\n种柳。\n二、修渠\n清淤。'],
    [
      'each level under its heading',
      '一、甲\n（一）子\n（三）丑\n一、乙\n（一）寅\n1.卯\n3.辰\n（1）巳\n（3）午',
      '一、甲\n（一）子\n（二）丑\n二、乙\n（一）寅\n1.卯\n2.辰\n（1）巳\n（2）午',
    ],
    [
      'a level that counts on through the draft',
      '一、甲\n（一）子\n（二）丑\n二、乙\n（三）寅\n（五）卯\n三、丙\n（五）辰',
      '一、甲\n（一）子\n（二）丑\n二、乙\n（三）寅\n（四）卯\n三、丙\n（五）辰',
    ],
    ['Markdown headings with numbers', '## 一、甲\n\n## 三、乙\n\n## 四、丙', '## 一、甲\n\n## 二、乙\n\n## 三、丙'],
    [
      'past ten',
      `${'一二三四五六七八九十'
        .split('')
        .map((n) => `${n}、甲\n`)
        .join('')}十二、乙`,
      `${'一二三四五六七八九十'
        .split('')
        .map((n) => `${n}、甲\n`)
        .join('')}十一、乙`,
    ],
  ];
  for (const [what, before, after] of cases) it(`counts ${what}`, () => assert.equal(renumbered(before), after));

  const kept: readonly (readonly [what: string, text: string])[] = [
    ['two lists in one section', '一、甲\n1.子\n2.丑\n另外：\n1.寅\n2.卯'],
    ['parts of their own under headings without numbers', '# 上篇\n一、甲\n二、乙\n# 下篇\n一、丙\n二、丁'],
    ['points within a paragraph', '一是修渠。三是护岸。'],
    ['figures and years', '2026年修渠。\n1.5公里长。'],
  ];
  for (const [what, text] of kept) it(`leaves ${what}`, () => assert.equal(renumbered(text), text));
});

describe('renaming a term', () => {
  const snapshot = snapshotOf({ knowledge: { 'terms.yaml': '- id: a\n  term: 节水渠\n  definition: 渠。' } });
  const renamed = (marked: string) => {
    const offset = marked.indexOf('‸');
    const text = marked.replace('‸', '');
    const draft = parseDraft('/draft.md', text);
    const term = termAt(snapshot, draft, offset);
    return term && [text.slice(term.start, term.end), termPlaces(draft, term).map(({ cited }) => cited)];
  };

  it('takes the wording the knowledge has', () => {
    assert.deepEqual(renamed('修好节‸水渠。'), ['节水渠', [false]]);
  });

  it('takes what the draft repeats', () => {
    assert.deepEqual(renamed('推进清渠‸行动。清渠行动要快。开展清渠行动。'), ['清渠行动', [false, false, false]]);
  });

  it('marks what stands in titles and quotations, but for the term in quotation marks', () => {
    assert.deepEqual(
      renamed('推进清渠‸行动。“清渠行动”很好。《关于清渠行动的通知》说“要把清渠行动抓紧抓实抓到底”。清渠行动。'),
      ['清渠行动', [false, false, true, true, false]],
    );
  });

  it('has nothing where words stand once, or no words', () => {
    assert.equal(renamed('推进‸清渠。'), undefined);
    assert.equal(renamed('。‸'), undefined);
    assert.equal(renamed('```\n节水‸渠\n```'), undefined);
  });
});
