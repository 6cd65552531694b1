/** A passage told twice in one draft is found the second time. */
import assert from 'node:assert/strict';
import { passageRepeated } from '../../../server/src/checks/passage/passageRepeated';
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

  it('leaves what a source document repeats to its author, whether the draft is it or was pasted from it', () => {
    const text = `${PASSAGE}。\n${REST}\n${PASSAGE}。\n`;
    const source = `=== corpus/村史.md\n${text}`;
    check(`${text}${source}`);
    check(`--- path: corpus/村史.md\n${text}${source}`);
    check(`${PASSAGE}。\n${BETWEEN}\n⟦${PASSAGE}⟧{passage.repeated}。\n${source}`);
  });
});

/** Of a draft of its own, on other matters. */
const REST = [
  '东坡的果园去年遭了霜，今年先把防霜的烟堆备好，哪家先见着降温的信儿，哪家就敲锣。',
  '村医每月逢五逢十进户量血压，走不动的老人由儿女陪着看，药费单子当面念一遍。',
  '学堂的屋顶趁暑假翻修，瓦片从镇上窑厂赊来，秋后卖了核桃再还，账本交给三位老教师保管。',
  '渡口的铁索锈了三处，木匠和铁匠约好月底一起换，换索那天停渡半日，请大家提前把事办完。',
  '广播室重新排了节目，清早报天气和农事，傍晚念一封外出务工的人寄来的家书。',
  '水磨坊改成了村史馆，石磨留在原处，墙上挂起历年的收成图，来的人可以自己推一推磨。',
  '冬闲办四期手艺班，编席、烧陶、修农机、记账各一期，谁学成了谁带两个徒弟。',
].join('');

describe('passage.repeated between drafts', () => {
  const OTHER = `=== drafts/三月.md 2026-01-01 title=植树动员
植树动员
今年要把坡上的荒地都种起来。
${PASSAGE}。
树苗到了就分到户，谁种谁管，三年以后再看收成。
`;

  it('names the other draft, the line there, and its words', () => {
    const [finding] = check(`--- path: /drafts/四月.md\n${BETWEEN}\n⟦${PASSAGE}⟧{passage.repeated}。\n${OTHER}`);
    assert.match(finding!.message, /line 3 of another draft, 三月\.md: 100 %/);
    assert.equal(finding!.related[0]!.location.path, '/drafts/三月.md');
    assert.equal(finding!.source?.text, PASSAGE);
  });

  it('does not hold a draft against itself on disk', () => {
    check(`--- path: /drafts/三月.md\n${BETWEEN}\n${PASSAGE}。\n${OTHER}`);
  });

  it('is told once where the passage recurs within the draft as well', () => {
    const twice = `⟦${PASSAGE}⟧{passage.repeated}。\n${REST}\n⟦${PASSAGE}⟧{passage.repeated}。`;
    const found = check(`--- path: /drafts/四月.md\n${twice}\n${OTHER}`);
    assert.deepEqual(
      found.map(({ message }) => /another draft/.test(message)),
      [true, false],
    );
  });

  it('takes a draft that shares half of both, or the title and a third, for this one in another state', () => {
    check(`${PASSAGE}。\n${REST}\n=== drafts/旧稿.md\n${PASSAGE}。\n${REST}${BETWEEN}\n`);
    check(
      `# 在春耕会上的讲话\n${PASSAGE}。\n${REST}\n=== drafts/初稿.md 2026-01-01 title=在春耕会上的讲话\n在春耕会上的讲话\n${PASSAGE}。\n`,
    );
  });

  it('leaves alone what many drafts or documents share, and what passage.duplicate tells', () => {
    const drafts = ['甲', '乙', '丙'].map((name) => `=== drafts/${name}.md\n${name}村的事一件一件说。${PASSAGE}。\n`);
    check(`${BETWEEN}${PASSAGE}。\n${drafts.join('')}`);
    check(`${BETWEEN}${PASSAGE}。\n${OTHER}=== corpus/去年.md 2025-01-01\n${PASSAGE}。\n`);
    check(`${BETWEEN}李站长说：“${PASSAGE}。”\n${OTHER}`);
  });
});
