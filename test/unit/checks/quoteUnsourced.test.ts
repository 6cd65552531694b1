/** Long quotations that nothing holds are hinted at; known, near and short ones are not. */
import { quoteUnsourced } from '../../../server/src/checks/quote/quoteUnsourced';
import { checkDraft } from '../../support/checkDraft';

const SOURCE = '=== corpus/讲话.md\n办好一件小事，胜过喊响十句口号；走遍每一户人家，才算懂得一个村庄。\n';

describe('quote.unsourced', () => {
  it('hints at a long attributed quotation that no source holds', () => {
    checkDraft(
      [quoteUnsourced],
      `李镇长指出：“⟦集市上的灯要为晚归的人多亮一个时辰，渡口的船要为远来的客多等一袋烟。⟧{quote.unsourced}”\n${SOURCE}`,
    );
  });

  it('is silent about what a source holds, exactly or nearly, and about short words', () => {
    const check = (draft: string) => checkDraft([quoteUnsourced], `${draft}\n${SOURCE}`);
    check('李镇长指出：“办好一件小事，胜过喊响十句口号；走遍每一户人家，才算懂得一个村庄。”');
    check('李镇长指出：“办好一件小事，胜过喊响百句口号；走遍每一户人家，才算懂得一个村庄。”');
    check('李镇长指出：“灯要多亮一个时辰。”');
    check('我们把“集市上的灯要为晚归的人多亮一个时辰、渡口的船要为远来的客多等一袋烟”当作口号。');
  });

  it('is silent without a corpus', () => {
    checkDraft([quoteUnsourced], '李镇长指出：“集市上的灯要为晚归的人多亮一个时辰，渡口的船要为远来的客多等一袋烟。”');
  });
});
