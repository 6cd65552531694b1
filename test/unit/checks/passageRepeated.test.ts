/** A passage told twice in one draft is found the second time. */
import assert from 'node:assert/strict';
import { passageRepeated } from '../../../server/src/checks/passageRepeated';
import { checkDraft } from '../../support/checkDraft';

const PASSAGE =
  '村口的老槐树下新修了阅览亭，放学的孩子先来这里写完作业再回家，农闲的大伯也来翻一翻养蜂的书，亭子不大却装得下一个村子的书声';
const BETWEEN = '会后请各组把任务领回去，一周之内拿出办法。';

function check(draft: string) {
  return checkDraft([passageRepeated], draft);
}

describe('passage.repeated', () => {
  it('marks the later passage and says where the earlier one is', () => {
    const [finding] = check(`--- path: /draft.md\n${PASSAGE}。\n${BETWEEN}\n⟦${PASSAGE}⟧{passage.repeated}。\n`);
    assert.match(finding!.message, /line 1 .*100 %/);
    assert.deepEqual(finding!.related[0]!.location, {
      path: '/draft.md',
      start: { line: 0, character: 0 },
      end: { line: 0, character: PASSAGE.length },
    });
  });

  it('finds a lightly edited repetition', () => {
    const edited = PASSAGE.replace('放学的孩子', '散学的娃娃').replace('养蜂的书', '养蜂的小册子');
    check(`${PASSAGE}。\n${BETWEEN}\n⟦${edited}⟧{passage.repeated}。`);
  });

  it('leaves parallel sentences, quotations and short repeats alone', () => {
    check('过去的五年，我们修路架桥。过去的五年，我们挖渠引水。过去的五年，我们育苗造林。过去的五年，我们兴学助教。');
    check(`${PASSAGE}。\n${BETWEEN}\n李站长说：“${PASSAGE}。”`);
    check(`${PASSAGE}。\n${BETWEEN}\n村口的老槐树下新修了阅览亭。`);
    check('哈哈'.repeat(300));
  });

  it('leaves alone what many documents say', () => {
    const many = ['甲', '乙', '丙'].map((name) => `=== corpus/${name}.md\n${name}村。${PASSAGE}。\n`);
    check(`${PASSAGE}。\n${BETWEEN}\n${PASSAGE}。\n${many.join('')}`);
  });
});
