/** Columns of a PDF page are read one after another, whatever order the file has them in; tables are read by rows. */
import assert from 'node:assert/strict';
import { readDocument } from '../../../server/src/corpus/readDocument';
import { type PlacedText, pdfPage } from '../../support/pdfFile';

const SIZE = 10;
const WIDTH = 14;
const left =
  '　　秋收之后，各乡镇抓住农闲时节整修水渠、清淤塘坝，动工早、进度快、质量好。截至上周，全县整修渠道三百二十公里，恢复灌溉面积四万亩，为明年丰收打下了基础。';
const right =
  '　　冬季供暖在即，供热企业提前一个月完成管网检修，储煤量够用二十天。社区网格员挨家挨户登记困难家庭，确保老人和孩子暖暖和和过冬，一户也不落下。';

/** The lines of a column of {@link WIDTH} characters, from the left edge `x`, 14 points one below another. */
function column(text: string, x: number, top: number): PlacedText[] {
  const lines: PlacedText[] = [];
  for (let at = 0; at < text.length; at += WIDTH) {
    const line = text.slice(at, at + WIDTH);
    const indent = line.length - line.trimStart().length;
    lines.push({ x: x + indent * SIZE, y: top - 14 * lines.length, size: SIZE, text: line.trim() });
  }
  return lines;
}

/** Row by row, as some programs write a page. */
function byRows(pieces: readonly PlacedText[]): PlacedText[] {
  return [...pieces].sort((a, b) => b.y - a.y || a.x - b.x);
}

async function textOf(pieces: readonly PlacedText[]): Promise<string | undefined> {
  const { value } = await readDocument({ path: '/c/a.pdf', bytes: pdfPage(pieces), builtIn: false });
  return value?.clean;
}

const title: PlacedText = { x: 150, y: 740, size: 20, text: '某县冬季生产生活一线见闻录' };
const columns = [...column(left, 60, 700), ...column(right, 230, 700)];
const expected = `${title.text}\n${left.trim()}\n${right.trim()}`;

describe('columns of a PDF', () => {
  it('are read one after another where the file has them so', async () => {
    assert.equal(await textOf([title, ...columns]), expected);
  });

  it('are read one after another where the file has them row by row', async () => {
    assert.equal(await textOf([title, ...byRows(columns)]), expected);
  });

  it('are read between lines that go across the page', async () => {
    const lead: PlacedText = { x: 60, y: 715, size: SIZE, text: '本报讯：入冬以来，各地统筹抓好农田水利和民生保障。' };
    const foot: PlacedText = { x: 60, y: 560, size: SIZE, text: '记者将继续关注各地冬季生产生活的安排和群众的需要。' };
    assert.equal(
      await textOf([title, lead, ...byRows(columns), foot]),
      `${title.text}\n${lead.text}\n${left.trim()}\n${right.trim()}\n${foot.text}`,
    );
  });

  it('reads three columns, and a sentence that goes on in the next', async () => {
    const whole = left + (right.trim() + left.trim()).repeat(2);
    const third = Math.ceil(whole.length / WIDTH / 3) * WIDTH;
    const parts = [0, 1, 2].map((at) => whole.slice(at * third, (at + 1) * third));
    const pieces = parts.flatMap((part, at) => column(part, 40 + at * 170, 700));
    assert.equal(await textOf(byRows(pieces)), whole.trim());
  });

  it('leaves tables as they are', async () => {
    const rows = ['粮食', '棉花', '油料', '水果', '蔬菜', '茶叶'].map((name, at) => [
      name,
      `${at + 3}.2万吨`,
      `增长${at + 1}.5%`,
    ]);
    const cells = rows.flatMap((row, line) =>
      row.map((text, cell) => ({ x: 60 + cell * 150, y: 700 - line * 16, size: SIZE, text })),
    );
    const clean = (await textOf([title, ...cells]))?.replace(/[\s\n]/g, '');
    assert.equal(clean, title.text + rows.map((row) => row.join('')).join(''));
  });
});
