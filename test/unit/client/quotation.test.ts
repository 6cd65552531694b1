/** How a passage is written into a draft as a quotation. */
import assert from 'node:assert/strict';
import { oneLine, quotation } from '../../../client/src/quotation';

describe('quotation with its source', () => {
  it('names title and date', () => {
    const source = { title: '在全市工作会议上的讲话', date: '2024-03-05' };
    assert.equal(quotation('要抓好落实。', source), '“要抓好落实。”（《在全市工作会议上的讲话》，2024年3月5日）');
  });

  it('names the title alone where no date is known', () => {
    assert.equal(quotation('要抓好落实。', { title: '讲话' }), '“要抓好落实。”（《讲话》）');
  });

  it('writes a date as exactly as it is known', () => {
    assert.match(quotation('一', { title: '甲', date: '2024-11' }), /，2024年11月）$/);
    assert.match(quotation('一', { title: '甲', date: '2024' }), /，2024年）$/);
    assert.match(quotation('一', { title: '甲', date: 'spring' }), /（《甲》）$/);
  });

  it('turns inner quotation marks into single ones', () => {
    assert.equal(quotation('落实“四个最严”要求', { title: '甲' }), '“落实‘四个最严’要求”（《甲》）');
  });

  it('nests book titles', () => {
    assert.match(quotation('一', { title: '关于印发《办法》的通知' }), /（《关于印发〈办法〉的通知》）$/);
    assert.match(quotation('一', { title: '《办法》' }), /（《办法》）$/);
    assert.match(quotation('一', { title: '《甲》和《乙》' }), /（《〈甲〉和〈乙〉》）$/);
  });

  it('joins lines without a space', () => {
    assert.equal(oneLine('  第一行\r\n　第二行 \n'), '第一行第二行');
  });
});
