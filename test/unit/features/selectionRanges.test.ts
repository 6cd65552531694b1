/** Expanding the selection goes from clause to sentence, paragraph, sections and the whole draft. */
import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/draft/parseDraft';
import { selectionRanges } from '../../../server/src/features/selectionRanges';

/** What is selected at the cursor `‸`, step by step. */
function steps(marked: string): string[] {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  return selectionRanges(parseDraft('/draft.md', text), offset).map(({ start, end }) => text.slice(start, end));
}

const DRAFT = '一、修渠\n（一）清淤\n先上游，再下‸游。天冷不停工。\n（二）护岸\n种柳。\n二、铺路\n垫土。';

describe('selection ranges', () => {
  it('grow from the clause to the draft', () => {
    assert.deepEqual(steps(DRAFT), [
      '再下游',
      '先上游，再下游。',
      '先上游，再下游。天冷不停工。',
      '（一）清淤\n先上游，再下游。天冷不停工。',
      '一、修渠\n（一）清淤\n先上游，再下游。天冷不停工。\n（二）护岸\n种柳。',
      DRAFT.replace('‸', ''),
    ]);
  });

  it('leave out what adds nothing', () => {
    assert.deepEqual(steps('渠清‸了'), ['渠清了']);
    assert.deepEqual(steps('渠清‸了。'), ['渠清了', '渠清了。']);
  });

  it('take a heading before its section', () => {
    assert.deepEqual(steps('一、修‸渠\n清淤。'), ['修渠', '一、修渠', '一、修渠\n清淤。']);
  });

  it('have an answer everywhere', () => {
    assert.deepEqual(steps('‸'), ['']);
    assert.deepEqual(steps('渠。\n‸\n岸。'), ['渠。\n\n岸。']);
    assert.deepEqual(steps('| 渠‸段 |\n岸。'), ['| 渠段 |', '| 渠段 |\n岸。']);
  });
});
