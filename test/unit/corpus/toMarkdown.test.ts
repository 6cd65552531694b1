/** A document imported as Markdown reads back as it was, however often. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CorpusDocument } from '../../../server/src/corpus/document';
import { readDocument } from '../../../server/src/corpus/readDocument';
import { toMarkdown } from '../../../server/src/corpus/toMarkdown';

async function read(path: string, text: string): Promise<CorpusDocument> {
  const { value, problems } = await readDocument({ path, bytes: new TextEncoder().encode(text), builtIn: false });
  assert.deepEqual(problems, []);
  assert.ok(value);
  return value;
}

/** Imports a document twice and answers both files. */
async function importTwice(path: string, text: string): Promise<[first: string, second: string]> {
  const first = toMarkdown(await read(path, text));
  return [first, toMarkdown(await read('/corpus/imported.md', first))];
}

describe('an imported document', () => {
  it('has a paragraph between blank lines and front matter with what is known', async () => {
    const [markdown] = await importTwice(
      '/c/a.txt',
      '浙江省人民政府关于开展试点的通知\n更新时间:2024-10 来源:网友投稿\n第一段。\n第二段。',
    );
    assert.equal(
      markdown,
      '---\ntitle: 浙江省人民政府关于开展试点的通知\ndate: 2024-10\nissuer: 浙江省人民政府\nkind: notice\n' +
        'level: provincial\nplace: 浙江省\nsource: /c/a.txt\ncleaned: true\n---\n\n' +
        '浙江省人民政府关于开展试点的通知\n\n第一段。\n\n第二段。\n',
    );
  });

  it('keeps lines that would be cleaned if they were met for the first time', async () => {
    const text = '---\ntitle: 网页\ncleaned: true\n---\n\n首页 > 新闻\n\n第 1 页 共 3 页\n\n正文 , 如此。\n';
    assert.equal((await read('/c/a.md', text)).clean, '首页 > 新闻\n第 1 页 共 3 页\n正文 , 如此。');
  });

  it('loses the markup that the writer adds', async () => {
    const text = '---\ntitle: 网页\ncleaned: true\n---\n\n## 一、形势\r\n\r\n要**抓好**落实。\r\n';
    assert.equal((await read('/c/a.md', text)).clean, '一、形势\n要抓好落实。');
  });

  it('names its first source still after a second import', async () => {
    const [first, second] = await importTwice('/c/报告 "终稿".txt', '关于"三农"工作的\'意见\'\n第一段。');
    assert.equal(second, first);
  });

  it('comes back unchanged, whatever marks it holds', async () => {
    const mark = fc.constantFrom(...'*_`~[](){}<>#+-=|:!\\&;^. 1甲乙，。（）"\''.split(''));
    const line = fc.array(mark, { maxLength: 12 }).map((marks) => `甲${marks.join('')}乙`);
    const bare = fc.array(mark, { minLength: 1, maxLength: 8 }).map((marks) => marks.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(line, bare), { minLength: 1, maxLength: 6 }), async (lines) => {
        const text = `开头。\n${lines.join('\n')}\n结尾。`;
        const original = await read('/c/a.txt', text);
        const again = await read('/c/b.md', toMarkdown(original));
        assert.equal(again.clean, original.clean);
      }),
      { numRuns: 500 },
    );
  });
});
