/** What a draft is made of: headings, paragraphs, quotations, and what is left alone. */
import assert from 'node:assert/strict';
import type { Block } from '../../../server/src/draft/draft';
import { countCharacters, isProseAt, parseDraft, proseBlockAt } from '../../../server/src/draft/parseDraft';
import { markedText } from '../../support/markedText';

const parse = (text: string) => parseDraft('file:///draft.md', text);

/** Every block as `kind: text`. */
function blocksOf(text: string): string[] {
  return parse(text).blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

/** Every heading as `level numbering|title`. */
function headingsOf(text: string): string[] {
  return parse(text).headings.map(({ level, numbering, title }) => `${level} ${numbering ?? '#'}|${title}`);
}

describe('the headings of a draft', () => {
  it('count 一、（一）1.（1） as levels one to four', () => {
    assert.deepEqual(headingsOf('一、加快转型\n（一）强化创新\n1.搭建平台\n（1）明确分工\n'), [
      '1 一|加快转型',
      '2 （一）|强化创新',
      '3 1|搭建平台',
      '4 （1）|明确分工',
    ]);
  });

  it('take half-width brackets and marks, and an indent', () => {
    assert.deepEqual(headingsOf('　　(二)压实责任\n  2、补齐短板\n'), ['2 (二)|压实责任', '3 2|补齐短板']);
  });

  it('count the # of Markdown, unless a number says more', () => {
    assert.deepEqual(headingsOf('# 讲话稿\n\n## 一、总体要求\n\n### 下一步\n'), [
      '1 #|讲话稿',
      '1 一|总体要求',
      '3 #|下一步',
    ]);
  });

  it('end at the full stop where text runs on', () => {
    const text = '（一）强化创新引领。要把创新摆在首位。要抓好落实。';
    const draft = parse(text);
    assert.deepEqual(headingsOf(text), ['2 （一）|强化创新引领']);
    assert.deepEqual(
      draft.blocks[0]!.sentences.map(({ start, end }) => text.slice(start, end)),
      ['强化创新引领。', '要把创新摆在首位。', '要抓好落实。'],
    );
  });

  it('are not figures, dates or long paragraphs that begin with a number', () => {
    assert.deepEqual(headingsOf('2.8%的增长来之不易。\n2026.3.5\n'), []);
    assert.deepEqual(headingsOf(`一、${'这一段没有句号，'.repeat(10)}`), []);
  });

  it('are not a # without words', () => {
    assert.deepEqual(headingsOf('#   \n#\n##　\n正文'), []);
  });

  it('are found behind a byte order mark', () => {
    assert.deepEqual(headingsOf('\ufeff# 讲话稿\n'), ['1 #|讲话稿']);
  });

  for (const [name, end] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`stand on lines that end with ${name}`, () => {
      const text = ['# 讲话稿', '', '一、背景', '正文。'].join(end);
      assert.deepEqual(headingsOf(text), ['1 #|讲话稿', '1 一|背景']);
      assert.equal(parse(text).lineStarts.length, 4);
    });
  }
});

describe('the blocks of a draft', () => {
  it('set apart what is no prose', () => {
    const text = [
      '---',
      'title: 讲话',
      '---',
      '正文。',
      '```',
      '代码。',
      '```',
      '| 指标 | 数值 |',
      '> 引用。',
      '- 一条。',
    ].join('\n');
    assert.deepEqual(blocksOf(text), [
      'frontMatter: ---\ntitle: 讲话\n---',
      'prose: 正文。',
      'code: ```\n代码。\n```',
      'table: | 指标 | 数值 |',
      'blockQuote: 引用。',
      'prose: 一条。',
    ]);
  });

  it('part a line around a comment', () => {
    assert.deepEqual(blocksOf('前面<!-- 备注 -->后面'), ['prose: 前面', 'comment: <!-- 备注 -->', 'prose: 后面']);
  });

  it('let a comment reach over lines, whatever stands in it', () => {
    assert.deepEqual(blocksOf('前面\n<!-- 甲\n```\n一、乙\n-->后面\n正文'), [
      'prose: 前面',
      'comment: <!-- 甲\n```\n一、乙\n-->',
      'prose: 后面',
      'prose: 正文',
    ]);
  });

  it('find no comment in code or front matter', () => {
    assert.deepEqual(blocksOf('---\ntitle: <!-- 甲\n---\n```\n<!--\n```\n正文'), [
      'frontMatter: ---\ntitle: <!-- 甲\n---',
      'code: ```\n<!--\n```',
      'prose: 正文',
    ]);
  });

  it('let what is never closed reach to the end', () => {
    assert.deepEqual(blocksOf('正文\n<!-- 没有写完\n一、下文'), ['prose: 正文', 'comment: <!-- 没有写完\n一、下文']);
    assert.deepEqual(blocksOf('正文\n~~~\n没有写完'), ['prose: 正文', 'code: ~~~\n没有写完']);
  });

  it('take front matter that is never closed as text', () => {
    assert.deepEqual(blocksOf('---\ndate: 2026-03-05\n正文。').at(-1), 'prose: 正文。');
  });

  it('close a fence only with one as long', () => {
    assert.deepEqual(blocksOf('````\n```\n甲\n````\n正文'), ['code: ````\n```\n甲\n````', 'prose: 正文']);
  });

  it('are none for an empty text or one of spaces', () => {
    assert.deepEqual(blocksOf(''), []);
    assert.deepEqual(blocksOf(' \r\n　\n\t'), []);
  });
});

describe('front matter', () => {
  it('gives its values without quotation marks', () => {
    const { frontMatter } = parse('\ufeff---\r\ntitle: "讲话"\r\ndate: \'2026-03-05\'\r\n---\r\n正文');
    assert.deepEqual(frontMatter?.values, { title: '讲话', date: '2026-03-05' });
  });
});

describe('quotations and titles', () => {
  const quoted = (text: string) =>
    parse(text).quotations.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
  const titles = (text: string) => parse(text).titles.map(({ start, end }) => text.slice(start, end));

  it('are what stands between the marks, outer and inner', () => {
    assert.deepEqual(quoted('他说：“要坚持‘两个确立’。”会议强调「抓落实」。'), [
      'double: 要坚持‘两个确立’。',
      'single: 两个确立',
      'double: 抓落实',
    ]);
  });

  it('pair straight marks in turn', () => {
    assert.deepEqual(quoted('要用"双碳"目标和"十五五"规划引领。'), ['double: 双碳', 'double: 十五五']);
  });

  it('do not reach over a paragraph', () => {
    assert.deepEqual(quoted('他说：“没有写完\n下一段”。'), []);
  });

  it('are whole block quotes too', () => {
    assert.deepEqual(quoted('> 空谈误国，实干兴邦。'), ['block: 空谈误国，实干兴邦。']);
  });

  it('of documents may hold another', () => {
    assert.deepEqual(titles('落实《关于印发〈办法〉的通知》和《纲要》，见《没有写完'), [
      '关于印发〈办法〉的通知',
      '纲要',
    ]);
  });

  it('are not read in code and comments', () => {
    assert.deepEqual(quoted('<!-- “甲” -->\n```\n“乙”\n```\n'), []);
  });
});

describe('the date a draft states of itself', () => {
  const dates: readonly [string, string, string | undefined][] = [
    ['front matter', '---\ndate: 2026-03-05\n---\n# 讲话', '2026-03-05'],
    ['front matter with less precision', '---\ndate: 2026-03\n---\n', '2026-03'],
    ['a line under the title', '# 讲话稿\n（2026年3月5日）\n正文', '2026-03-05'],
    ['Han digits', '讲话稿\n（二〇二六年十一月二十二日）\n', '2026-11-22'],
    ['month only', '讲话稿\n2026年3月\n', '2026-03'],
    ['dashes', '讲话稿\n2026-03-05\n', '2026-03-05'],
    ['a day that does not exist', '讲话稿\n2026年2月30日\n', undefined],
    ['a date within a sentence', '讲话稿\n2026年3月5日召开了会议。\n', undefined],
    ['a date far below', `讲话稿\n${'正文。\n'.repeat(10)}2026年3月5日\n`, undefined],
    ['nothing', '讲话稿\n正文\n', undefined],
  ];
  for (const [what, text, expected] of dates) {
    it(`${what}: ${expected ?? 'none'}`, () => assert.equal(parse(text).statedDate, expected));
  }

  it('is what front matter says, also where a line says another', () => {
    assert.equal(parse('---\ndate: 2026-03-05\n---\n讲话\n2020年1月1日').statedDate, '2026-03-05');
  });
});

describe('comments that silence', () => {
  const codes = (text: string) => parse(text).ignoreComments.map((comment) => comment.codes.join('+') || 'all');

  it('name codes, several, or all', () => {
    assert.deepEqual(codes('<!-- zhibi-ignore target.outdated -->'), ['target.outdated']);
    assert.deepEqual(codes('<!-- zhibi-ignore target.outdated, quote.mismatch -->'), [
      'target.outdated+quote.mismatch',
    ]);
    assert.deepEqual(codes('<!--zhibi-ignore-->'), ['all']);
  });

  it('are no other comments', () => {
    assert.deepEqual(codes('<!-- zhibi-ignored --><!-- 请忽略 -->'), []);
  });
});

describe('where text is prose', () => {
  const places: readonly [string, string, boolean][] = [
    ['in a paragraph', '我们要‸推动', true],
    ['on an empty line', '第一段。\n‸\n第三段。', true],
    ['at the end of a heading', '# 讲话‸', true],
    ['in a list', '- 加快‸', true],
    ['in an empty draft', '‸', true],
    ['in front matter', '---\ntitle: 讲‸话\n---\n', false],
    ['in code', '```\n代‸码\n```\n', false],
    ['at the end of code that is not closed', '```\n代码‸', false],
    ['after code', '```\n代码\n```\n正文‸', true],
    ['in a comment', '<!-- 备‸注 -->', false],
    ['at the end of a comment that is not closed', '<!-- 备注‸', false],
    ['after a comment', '<!-- 备注 -->‸', true],
    ['in a table', '| 甲‸ | 乙 |', false],
    ['at the end of a table row', '| 甲 | 乙 |‸', false],
  ];
  for (const [what, marked, expected] of places) {
    it(`${what}: ${expected}`, () => {
      const { text, cursor } = markedText(marked);
      assert.equal(isProseAt(parse(text), cursor), expected);
    });
  }

  it('is the block around the place', () => {
    const { text, cursor } = markedText('第一段。\n第二‸段。\n');
    const block = proseBlockAt(parse(text), cursor) as Block;
    assert.equal(text.slice(block.start, block.end), '第二段。');
    assert.equal(proseBlockAt(parse('<!-- 甲 -->'), 5), undefined);
  });
});

describe('the length of a draft', () => {
  it('counts Han characters and figures, without marks, code and front matter', () => {
    assert.equal(countCharacters(parse('---\ntitle: 讲话\n---\n# 讲话\n\n到2035年，建成！\n```\n代码\n```\n')), 2 + 8);
  });
});
