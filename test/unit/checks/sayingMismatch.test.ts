/** Lines of known works: with a slip, in other editions, taken up in other words, and given to another author. */
import assert from 'node:assert/strict';
import { quoteMismatch } from '../../../server/src/checks/quote/quoteMismatch';
import { applied } from '../../support/applied';
import { checkDraft, checkLabelledLines } from '../../support/checkDraft';

const QUOTES = `=== knowledge/quotes.yaml
- id: bridge
  speaker: 柳溪先生
  aliases: [柳溪]
  work: 石桥记·上
  keyPhrase: 桥之长者，必固其石；水之清者，必远其尘
  editions: [桥之长者必坚其石，水之清者必远其尘]
  verified: '2026-11-28'
- id: lamp
  speaker: 南渡客
  work: 夜灯赋
  keyPhrase: 一灯能照千家夜，半卷犹存万古心
  verified: '2026-11-28'
- id: new-song
  speaker: 新歌手
  work: 新歌
  keyPhrase: 山前山后都是新路
  date: '1961'
  verified: '2026-11-28'
`;

function check(draft: string, files = '') {
  return checkDraft([quoteMismatch], `${draft}\n${QUOTES}${files}`);
}

describe('quote.mismatch of a known line', () => {
  it('finds slips and wrong names, and leaves editions, adaptations and right names alone', function () {
    this.timeout(60_000);
    const { drafts, silent } = checkLabelledLines([quoteMismatch], 'test/fixtures/checks/quoteMismatch.txt');
    assert.ok(drafts >= 150 && silent >= 90, `${drafts} drafts, ${silent} silent`);
  });

  it('says what the line is and where it stands, and writes what is wrong only', () => {
    const marked = '要记住“⟦一灯能照千家夜，半卷尤存万古心⟧{quote.mismatch}”。';
    const [finding] = check(marked);
    assert.match(finding!.message, /南渡客《夜灯赋》.*半卷犹存万古心/);
    assert.equal(finding!.severity, undefined);
    assert.equal(finding!.fixes[0]!.preferred, true);
    assert.deepEqual(
      finding!.fixes[0]!.edits.map(({ newText }) => newText),
      ['犹'],
    );
    assert.equal(finding!.related[0]!.location.path, '/knowledge/quotes.yaml');
  });

  it('finds a missing letter, one too many, and two that changed places, and mends each', () => {
    for (const wrong of [
      '一灯能照千家，半卷犹存万古心',
      '一灯能照千家夜，半卷犹存那万古心',
      '一灯能照千家夜，半卷存犹万古心',
    ]) {
      const text = `要记住“${wrong}”。`;
      const [finding] = check(`要记住“⟦${wrong}⟧{quote.mismatch}”。`);
      assert.equal(applied(text, finding!.fixes[0]!), '要记住“一灯能照千家夜，半卷犹存万古心”。');
    }
  });

  it('puts a missing letter beyond the mark it belongs behind', () => {
    const [finding] = check('要记住“⟦桥之长者，固其石；水之清者，必远其尘⟧{quote.mismatch}”。');
    assert.equal(
      applied('要记住“桥之长者，固其石；水之清者，必远其尘”。', finding!.fixes[0]!),
      '要记住“桥之长者，必固其石；水之清者，必远其尘”。',
    );
  });

  it('is a warning without quotation marks and with two slips', () => {
    assert.equal(check('我们⟦一灯能照千家夜，半卷尤存万古心⟧{quote.mismatch}。')[0]!.severity, 'warning');
    assert.equal(check('“⟦一灯能照千家夜，半卷尤存万故心⟧{quote.mismatch}。”')[0]!.severity, 'warning');
  });

  it('is silent about another edition, other marks, part of a line, and more than slips', () => {
    check('“桥之长者必坚其石，水之清者必远其尘。”');
    check('“桥之长者、必固其石，水之清者、必远其尘”');
    check('要懂得“水之清者，必远其尘”，也要懂得“半卷犹存万古心”。');
    check('“一灯能照万家暖，半卷犹存今日心”');
    check('《一灯能照千家夜，半卷尤存万古心》');
  });

  it('is silent where a source has the words as they stand, or a formulation of their own', () => {
    check('“一灯能照千家夜，半卷尤存万古心”', '=== corpus/甲.md\n一灯能照千家夜，半卷尤存万古心。\n');
    check(
      '“一灯能照千家夜，半卷尤存万古心”',
      `=== knowledge/formulations.yaml
- id: own
  text: 一灯能照千家夜，半卷尤存万古心
  sources: [{ title: 讲话, issuer: 某市, date: '2026' }]
  verified: '2026-11-28'
`,
    );
  });

  it('finds another author or work, and says whose it is', () => {
    const [finding] = check('⟦柳溪先生⟧{quote.mismatch}在《夜灯赋》中写道：“一灯能照千家夜，半卷犹存万古心。”');
    assert.match(finding!.message, /南渡客《夜灯赋》/);
    assert.equal(finding!.fixes[0]!.edits[0]!.newText, '南渡客');
    const [work] = check('南渡客在《⟦石桥记⟧{quote.mismatch}》中写道：“一灯能照千家夜，半卷犹存万古心。”');
    assert.equal(work!.fixes[0]!.edits[0]!.newText, '夜灯赋');
    check('“一灯能照千家夜，半卷犹存万古心。”——⟦柳溪⟧{quote.mismatch}');
    check('“一灯能照千家夜，半卷犹存万古心”出自⟦柳溪⟧{quote.mismatch}的名篇。');
  });

  it('lets those of our time cite whom they like, and leaves names alone that nothing is given to', () => {
    check('新歌手说：“一灯能照千家夜，半卷犹存万古心。”');
    check('县长王秋生说：“一灯能照千家夜，半卷犹存万古心。”');
    check('在柳溪先生故居，县长说：“一灯能照千家夜，半卷犹存万古心。”');
    check('柳溪先生说过桥。“一灯能照千家夜，半卷犹存万古心。”');
    check('《石桥记·上》说：“桥之长者，必固其石。”');
    check('⟦柳溪先生⟧{quote.mismatch}说：“山前山后都是新路。”');
  });
});
