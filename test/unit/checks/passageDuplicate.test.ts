/** Passages borrowed from the corpus are found once, with their source; formulas and open quotations are not. */
import assert from 'node:assert/strict';
import type { Finding } from '../../../server/src/analysis/finding';
import { passageDuplicate } from '../../../server/src/checks/passage/passageDuplicate';
import { checkDraft } from '../../support/checkDraft';

const PASSAGE =
  '青石码头边的老船工说，河水认得每一条船，也认得每一个肯下力气的人；这些年我们疏浚河道、修复石阶、点亮航标灯，让夜航的渔船有了回家的方向';
const REPORT = `=== corpus/去年的报告.md 2025-01-10
同志们：
今年的工作要往细处做。${PASSAGE}。
明年还要办好三件事。
`;
const OWN = '今天的会议开得很好，大家谈了很多想法，我听了很受启发。';

function check(draft: string, files = REPORT): readonly Finding[] {
  return checkDraft([passageDuplicate], `${draft}\n${files}`);
}

describe('passage.duplicate', () => {
  it('finds a repeated passage with exact ends and its source', () => {
    const [finding] = check(`${OWN}⟦${PASSAGE}⟧{passage.duplicate}。散会以后请各位抓紧落实。`);
    assert.match(finding!.message, /《去年的报告》.*2025-01-10/);
    assert.deepEqual(finding!.related[0]!.location, {
      path: '/corpus/去年的报告.md',
      start: { line: 1, character: 11 },
      end: { line: 1, character: 11 + PASSAGE.length },
    });
  });

  it('finds a passage that was lightly edited, once', () => {
    const edited = PASSAGE.replace('老船工说', '老船长讲')
      .replace('疏浚河道、', '')
      .replace('点亮航标灯', '装上航标灯');
    const [finding] = check(`${OWN}⟦${edited}⟧{passage.duplicate}。散会以后请各位抓紧落实。`);
    assert.match(finding!.message, /[89]\d %/);
  });

  it('leaves out a new sentence between two borrowed ones that are long enough by themselves', () => {
    const [first, second] = PASSAGE.split('；') as [string, string];
    const source = `=== corpus/去年的报告.md 2025-01-10\n${first}。${second}。\n`;
    const fresh = '今年汛期比往年早了十天。';
    check(`${OWN}⟦${first}⟧{passage.duplicate}。${fresh}⟦${second}⟧{passage.duplicate}。`, source);
    const short = PASSAGE.replace('船，', `船。${fresh}`);
    check(`${OWN}⟦${short}⟧{passage.duplicate}。`, `=== corpus/去年的报告.md 2025-01-10\n${PASSAGE}。\n`);
  });

  it('finds a passage whose terms recur all over its source', () => {
    const rules = Array.from(
      { length: 12 },
      (_, i) => `水渠巡护队第${i}组管${'东南西北前后左右上下里外'[i]}坡，水渠巡护队的工分由水渠巡护队长记。`,
    );
    const borrowed =
      '水渠巡护队每旬走一遍，见渗漏先堵后报，水渠巡护队长当天把账记清，水渠巡护队员轮流守夜，闸口钥匙交到水渠巡护队屋里';
    const edited = borrowed.replace('每旬', '每月').replace('先堵后报', '先报再修').replace('当天把账记清', '次日才记');
    const source = `=== corpus/水渠.md 2025-01-10\n${rules.slice(0, 6).join('')}${borrowed}。${rules.slice(6).join('')}\n`;
    check(`${OWN}⟦${edited}⟧{passage.duplicate}。散会以后请各位抓紧落实。`, source);
  });

  it('does not flag what many documents share', () => {
    const many = ['甲', '乙', '丙'].map(
      (name) => `=== corpus/${name}.md 2024-01-0${name.length}\n${name}地的事。${PASSAGE}。\n`,
    );
    check(`${OWN}${PASSAGE}。`, many.join(''));
  });

  it('counts the editions of one document once', () => {
    const clauses = Array.from(
      { length: 14 },
      (_, i) => `第${i}条说的是${'甲乙丙丁戊己庚辛壬癸子丑寅卯'[i]}处水渠的修补和看护`,
    );
    const editions = [2021, 2022, 2023, 2024].map(
      (year) => `=== corpus/章程${year}.md ${year}-01-01\n${clauses.slice(year - 2021).join('。\n')}。\n${PASSAGE}。\n`,
    );
    check(`${OWN}⟦${PASSAGE}⟧{passage.duplicate}。`, editions.join(''));
  });

  it('takes known set phrases for formulas, however few documents hold them', () => {
    const phrase =
      '把每一滴河水都还给河岸，把每一寸堤坝都修成放心路，把每一个渡口都办成暖心站，把每一条渔船都平安送回家';
    const knowledge = `=== knowledge/formulations.yaml
- id: river
  text: ${phrase}
  sources: [{ title: 河湾章程, issuer: 河湾镇, date: "2020-01-01" }]
  verified: "2026-01-01"
`;
    check(`${OWN}我们说过，${phrase}。`, `${knowledge}=== corpus/甲.md 2020-01-01\n我们说过，${phrase}。\n`);
  });

  it('does not flag open quotations, reported speech, headings and titles', () => {
    check(`李站长说：“${PASSAGE}。”${OWN}`);
    check(`${OWN}会议指出，${PASSAGE}。`);
    check(`# ${PASSAGE}\n${OWN}`);
    check(`> ${PASSAGE}\n\n${OWN}`);
    check(`${OWN}大家读了《${PASSAGE}》。`);
  });

  it('does not flag short repeats', () => {
    check(`${OWN}河水认得每一条船，也认得每一个肯下力气的人。`);
  });

  it('is silent about a document of the corpus itself', () => {
    check(`--- path: /corpus/去年的报告.md\n同志们：\n今年的工作要往细处做。${PASSAGE}。\n明年还要办好三件事。`);
  });

  it('says once that a draft is a copy of a document', () => {
    const paragraphs = Array.from(
      { length: 6 },
      (_, i) => `第${i}个村子里${'东南西北中前'[i]}边的磨坊换了新的水轮，${PASSAGE.slice(i * 7)}`,
    );
    check(
      `⟦同志们，这是我们的集市⟧{passage.duplicate}\n${paragraphs.join('。\n')}。`,
      `=== corpus/集市.md\n同志们，这是我们的集市\n${paragraphs.join('。\n')}。\n`,
    );
  });
});
