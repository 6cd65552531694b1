/** Quotations against their sources: what differs is found and repaired, what is genuine is silent. */
import assert from 'node:assert/strict';
import type { Finding } from '../../../server/src/analysis/finding';
import { quoteMismatch } from '../../../server/src/checks/quote/quoteMismatch';
import { checkDraft } from '../../support/checkDraft';

const SPEECH = `=== corpus/在河湾镇座谈会上的讲话.md 2023-05-04
同志们：
河湾镇的水磨坊转了一百年，转出来的不是面粉，是乡亲们对好日子的盼头。办好一件小事，胜过喊响十句口号。
要把每一座老桥都修成连心桥，把每一条村路都修成致富路，让山里的核桃出得去、山外的客人进得来。
=== corpus/另一次讲话.md 2024-06-01
要把每一条老街都修成幸福街。
`;

function check(draft: string): readonly Finding[] {
  return checkDraft([quoteMismatch], `${draft}\n${SPEECH}`);
}

/** The draft with the first fix of each finding applied. */
function repaired(text: string, findings: readonly Finding[], fix = 0): string {
  const edits = findings.flatMap((finding) => finding.fixes[fix]!.edits);
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((to, { start, end, newText }) => to.slice(0, start) + newText + to.slice(end), text);
}

function plain(marked: string): string {
  return marked.replace(/⟦|⟧\{[^}]*\}/g, '');
}

function checkRepair(marked: string, expected: string): void {
  assert.equal(repaired(plain(marked), check(marked)).trimEnd(), expected);
}

describe('quote.mismatch', () => {
  it('finds a changed character and takes the wording of the source', () => {
    checkRepair(
      '李镇长指出：“⟦办好一件小事，胜过喊响百句口号。⟧{quote.mismatch}”',
      '李镇长指出：“办好一件小事，胜过喊响十句口号。”',
    );
  });

  it('finds one in the first or last place', () => {
    checkRepair(
      '李镇长指出：“⟦搬好一件小事，胜过喊响十句口号。⟧{quote.mismatch}”',
      '李镇长指出：“办好一件小事，胜过喊响十句口号。”',
    );
    checkRepair(
      '李镇长指出：“⟦办好一件小事，胜过喊响十句口令。⟧{quote.mismatch}”',
      '李镇长指出：“办好一件小事，胜过喊响十句口号。”',
    );
  });

  it('puts both back where two at an end changed places', () => {
    checkRepair(
      '李镇长指出：“⟦办好一件小事，胜过喊响十句号口⟧{quote.mismatch}”。',
      '李镇长指出：“办好一件小事，胜过喊响十句口号”。',
    );
    checkRepair(
      '李镇长指出：“⟦好办一件小事，胜过喊响十句口号⟧{quote.mismatch}”。',
      '李镇长指出：“办好一件小事，胜过喊响十句口号”。',
    );
  });

  it('reads traditional script as simplified', () => {
    check('李鎮長指出：「辦好一件小事，勝過喊響十句口號。」');
    check('李鎮長指出：「⟦辦好一件小事，勝過喊響百句口號。⟧{quote.mismatch}」');
  });

  it('makes nothing of quotation marks that do not match', () => {
    check('李镇长指出：“办好一件小事，胜过喊响百句口号。\n李镇长又说：要把每一座老桥都修成联心桥”。');
  });

  it('leaves words alone that are as good as those of a source like them', () => {
    const corpus = '=== corpus/春汛.md 2023-05-04\n渠首的闸门秋汛前全部换新。村口的水泵归三组看。';
    checkDraft([quoteMismatch], `李镇长强调：“渠首的水泵秋汛前全部换新”\n${corpus}`);
    checkDraft([quoteMismatch], `李镇长强调：“⟦渠首的闸锅秋汛鹅全部换新⟧{quote.mismatch}”\n${corpus}`);
  });

  it('finds three wrong letters in a short saying that its source has in quotation marks', () => {
    const corpus = '=== corpus/春汛.md 2023-05-04\n他们提出了“看山守林，修渠引水”的办法。';
    checkDraft([quoteMismatch], `李镇长强调：“⟦看山猫林，修鹅引灶⟧{quote.mismatch}”\n${corpus}`);
    checkDraft([quoteMismatch], `李镇长强调：“看山猫林，锅鹅碗灶”\n${corpus}`);
  });

  it('takes what goes by a document for nobody’s words', () => {
    check('根据《山村道路条例》和有关规定，要把每一座老桥都修成联心桥，把每一条村路都修成致富路。');
  });

  it('finds missing words', () => {
    checkRepair(
      '李镇长强调，“⟦要把每一座老桥都修成连心桥，把每一条村路修成致富路⟧{quote.mismatch}”。',
      '李镇长强调，“要把每一座老桥都修成连心桥，把每一条村路都修成致富路”。',
    );
  });

  it('finds added words', () => {
    checkRepair(
      '李镇长说：「⟦让山里的核桃运出得去、山外的客人进得来⟧{quote.mismatch}」',
      '李镇长说：「让山里的核桃出得去、山外的客人进得来」',
    );
  });

  it('puts a missing clause back with its mark', () => {
    checkRepair(
      '李镇长说：“⟦河湾镇的水磨坊转了一百年，转出来的不是面粉，是乡亲们对好日子的盼头。胜过喊响十句口号。⟧{quote.mismatch}”',
      '李镇长说：“河湾镇的水磨坊转了一百年，转出来的不是面粉，是乡亲们对好日子的盼头。办好一件小事，胜过喊响十句口号。”',
    );
  });

  it('names the source and the difference, and links the passage', () => {
    const [finding] = check('李镇长指出：“⟦办好一件小事，胜过喊响百句口号。⟧{quote.mismatch}”');
    assert.match(finding!.message, /《在河湾镇座谈会上的讲话》.*2023-05-04.*“百” → “十”/);
    assert.deepEqual(finding!.related[0]!.location, {
      path: '/corpus/在河湾镇座谈会上的讲话.md',
      start: { line: 1, character: 34 },
      end: { line: 1, character: 49 },
    });
  });

  it('offers to insert the reference after the quotation', () => {
    const marked = '李镇长指出：“⟦办好一件小事，胜过喊响百句口号。⟧{quote.mismatch}”大家都记得。';
    assert.equal(
      repaired(plain(marked), check(marked), 1).trimEnd(),
      '李镇长指出：“办好一件小事，胜过喊响百句口号。”（《在河湾镇座谈会上的讲话》，2023-05-04）大家都记得。',
    );
  });

  it('reads block quotes and signed paragraphs', () => {
    check('> ⟦要把每一座老桥都修成连心桥，把每一条村路都修成富裕路⟧{quote.mismatch}');
    check(
      '⟦要把每一座老桥都修成连心桥，把每一条村路都修成富裕路。⟧{quote.mismatch}\n——李镇长2023年5月在座谈会上的讲话',
    );
  });

  it('checks the pieces between omissions on their own', () => {
    check('李镇长说：“河湾镇的水磨坊转了一百年……⟦办好一件小事，胜过喊响百句口号⟧{quote.mismatch}”');
  });

  it('is silent about genuine words', () => {
    check('李镇长指出：“办好一件小事，胜过喊响十句口号。”');
    check('李镇长强调，“每一座老桥都修成连心桥”。');
    check('李镇长强调，“要把每一条老街都修成幸福街”。');
  });

  it('does not count punctuation, width and spaces', () => {
    check('李镇长指出："办好一件小事 胜过喊响十句口号"');
    check('李镇长说：“让山里的核桃出得去,山外的客人进得来!”');
  });

  it('leaves terms, names and unknown words alone', () => {
    check('我们坚持“要想富先修路”，推进“老桥变新桥”工程。');
    check('镇里举办了“要把每一座老桥都修成连心路”活动。');
    check('王县长指出：“乡村的集市要一年比一年热闹，街坊的笑容要一天比一天多。”');
    check('他读了《要把每一座老桥都修成连心路》。');
  });

  it('does not take 要 before a quotation for the speaker’s word', () => {
    check('李镇长强调，“要办好一件小事，胜过喊响十句口号”。');
  });

  it('finds clauses in another order and puts them back', () => {
    checkRepair(
      '李镇长说：“⟦胜过喊响十句口号，办好一件小事。⟧{quote.mismatch}”',
      '李镇长说：“办好一件小事，胜过喊响十句口号。”',
    );
  });

  it('finds a clause that was left out without a mark', () => {
    const [finding] = check(
      '李镇长说：“⟦要把每一座老桥都修成连心桥，让山里的核桃出得去、山外的客人进得来。⟧{quote.mismatch}”',
    );
    assert.match(finding!.message, /把每一条村路都修成致富路/);
  });

  it('looks for the sentences of a quotation one by one where no document has them together', () => {
    check('李镇长说：“要把每一条老街都修成幸福街。⟦办好一件小事，胜过喊响百句口号。⟧{quote.mismatch}”');
  });

  it('knows a speaker named after the words', () => {
    check('“⟦办好一件小事，胜过喊响百句口号⟧{quote.mismatch}”，李镇长这样强调。');
    check('李镇长的报告里有一段话：\n\n> ⟦要把每一座老桥都修成连心桥，把每一条村路都修成富裕路。⟧{quote.mismatch}\n');
  });

  it('finds a slip in words reported without marks, and leaves summaries alone', () => {
    const reported =
      '会议指出，⟦要把每一座老桥都修成同心桥，把每一条村路都修成致富路，让山里的核桃出得去、山外的客人进得来。⟧{quote.mismatch}';
    checkRepair(reported, plain(reported).replace('同心桥', '连心桥'));
    // Perhaps on another day, in words as good as these.
    checkDraft(
      [quoteMismatch],
      '李书记指出，我们修桥铺路开渠种树是为了子孙后代的好日子。\n=== corpus/甲.md 2023-05-04\n我们修桥铺路挖渠种树是为了子孙后代的好日子。大家铺路开渠。',
    );
    check('会议指出，要把老桥修成连心桥，把每一条村路修成致富路，让核桃出得去、客人进得来。');
    check('会议指出，要把每一座老桥都修成连心桥，让山里的核桃出得去、山外的客人进得来。');
  });
});
