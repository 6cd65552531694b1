/** What the checks find in a draft does not depend on what they have looked at before. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checks } from '../../server/src/checks/runChecks';
import { Knowledge } from '../../server/src/knowledge/knowledge';
import { runChecks } from '../support/checkDraft';
import { corpusOf } from '../support/corpus';
import { seedKnowledge } from '../support/seedKnowledge';

const TALE =
  '老磨坊修好以后，村里人把头一斗麦子送给守桥的老人，老人把麦子分成三份，一份留种，一份磨面，一份撒给河边的水鸟。';
const WELL = '井沿的青石换过两回，换下来的旧石垫在学堂门口，雨天上学的孩子踩着它走进教室，鞋底不再带泥。';
const FORMULA = '会场里坐满了从各条沟各道梁赶来的乡亲，大家先听账目再提意见。';
const DOCUMENTS: Readonly<Record<string, string>> = {
  '/磨坊.md': `磨坊记\n${FORMULA}\n${TALE}\n守桥人指出：“${WELL}”`,
  '/水井.md': `水井记\n${WELL}${TALE.slice(0, 30)}\n${FORMULA}`,
  '/渡口.md': `渡口记\n${FORMULA}渡船每天往返六趟，逢集加开两趟。\n${WELL.slice(0, 24)}`,
};
const DRAFTS = { '/另一篇.md': `另一篇\n${TALE.slice(10)}\n晒谷场今年铺了水泥。` };

/** Sentences in which the checks find something, or only just do not. */
const SENTENCES = [
  TALE,
  TALE.replace('三份', '两份'),
  WELL,
  WELL.slice(0, 20),
  FORMULA,
  `守桥人强调，“${WELL.replace('青石', '红石')}”`,
  `按照《磨坊记》的说法，${TALE.slice(5, 40)}。`,
  '要加快发展新制生产力，坚定“四个自信”。',
  '到2020年，全市研发经费占比达到2.8%。',
  '全市共有高新技术企业1260家。全市共有高新技术企业1280家。',
  '一是抓改革，二是抓开放，四是抓民生。',
  '规上工业企业由120家增加到180家，增加50家。',
  '2025年，全市税收收入201.2亿元，一般公共预算收入286.5亿元。',
  '税收收入占一般公共预算收入的比重为76.2%。',
  '全年接待游客1200万人次，其中省内700万人次、省外400万人次。',
  '“十四五”期间共新建学校38所，这36所学校全部投用。',
  '# 2025年工作回顾',
  '# 2026年工作安排',
  '（“规上工业企业由120家增加到180家，增加50家。”）',
  '渡船每天往返六趟,逢集加开两趟。',
];
const edit = fc.record({
  at: fc.nat(1000),
  removed: fc.constantFrom(0, 0, 1, 3, 40),
  put: fc.oneof(fc.constantFrom(...SENTENCES, '\n', '\n\n', '“', '”', '一'), fc.constant('')),
});

describe('the findings of a draft that is edited', () => {
  it('are those of a first look at it', () => {
    const files = { corpus: corpusOf(DOCUMENTS), drafts: corpusOf(DRAFTS) };
    const knowledge = seedKnowledge();
    const find = (text: string, known: Knowledge, { corpus, drafts }: typeof files) =>
      runChecks(checks, text, '2026-11-22', known, { corpus, drafts }).map(({ code, start, end, message, source }) => ({
        code,
        start,
        end,
        message,
        source: source?.text,
      }));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...SENTENCES), { minLength: 2, maxLength: 8 }),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        (sentences, edits) => {
          let text = sentences.join('\n');
          find(text, knowledge, files);
          for (const { at, removed, put } of edits) {
            const start = at % (text.length + 1);
            text = text.slice(0, start) + put + text.slice(start + removed);
            find(text, knowledge, files);
          }
          const first = find(text, new Knowledge(knowledge.data), {
            corpus: corpusOf(DOCUMENTS),
            drafts: corpusOf(DRAFTS),
          });
          assert.deepEqual(find(text, knowledge, files), first);
        },
      ),
      { numRuns: 15 },
    );
  });
});
