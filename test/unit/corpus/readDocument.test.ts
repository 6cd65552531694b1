/** Every kind of file: read, or named with what to do; never a crash. */
import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { isSupportedFile, readDocument } from '../../../server/src/corpus/readDocument';
import { pdfFile, ucs2 } from '../../support/pdfFile';

const body = '全市上下要把思想统一到会议部署上来，把力量凝聚到各项任务上来，确保全年工作开好局、起好步。';
const utf8 = (text: string) => new TextEncoder().encode(text);

async function read(path: string, bytes: Uint8Array | string) {
  return readDocument({ path, bytes: typeof bytes === 'string' ? utf8(bytes) : bytes, builtIn: false });
}

async function refused(path: string, bytes: Uint8Array | string, message: RegExp): Promise<void> {
  const { value, problems } = await read(path, bytes);
  assert.equal(value, undefined);
  assert.equal(problems.length, 1);
  assert.equal(problems[0]!.path, path);
  assert.match(problems[0]!.message, message);
}

/** A zip archive of deflated entries, with the sizes its directory claims. */
function zip(entries: Readonly<Record<string, string>>, claim?: number): Uint8Array {
  const parts: number[] = [];
  const directory: number[] = [];
  const u16 = (value: number) => [value & 255, (value >> 8) & 255];
  const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)];
  for (const [name, text] of Object.entries(entries)) {
    const data = deflateRawSync(utf8(text));
    const sizes = [...u32(crc32(utf8(text))), ...u32(data.length), ...u32(claim ?? utf8(text).length)];
    const label = utf8(name);
    const offset = parts.length;
    parts.push(
      ...u32(0x04034b50),
      ...u16(20),
      ...u16(0x800),
      ...u16(8),
      ...u32(0),
      ...sizes,
      ...u16(label.length),
      ...u16(0),
    );
    parts.push(...label);
    for (const byte of data) parts.push(byte);
    directory.push(...u32(0x02014b50), ...u16(20), ...u16(20), ...u16(0x800), ...u16(8), ...u32(0), ...sizes);
    directory.push(
      ...u16(label.length),
      ...u16(0),
      ...u16(0),
      ...u16(0),
      ...u16(0),
      ...u32(0),
      ...u32(offset),
      ...label,
    );
  }
  const count = Object.keys(entries).length;
  const end = [
    ...u32(0x06054b50),
    ...u32(0),
    ...u16(count),
    ...u16(count),
    ...u32(directory.length),
    ...u32(parts.length),
  ];
  return Uint8Array.from([...parts, ...directory, ...end, ...u16(0)]);
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

const relationships =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const word = (paragraphs: readonly string[]) =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs
    .map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)
    .join('')}</w:body></w:document>`;
const docx = (paragraphs: readonly string[], claim?: number) =>
  zip({ '[Content_Types].xml': types, '_rels/.rels': relationships, 'word/document.xml': word(paragraphs) }, claim);

/** One page of text in a font that every Chinese system has and no file embeds. */
const pdf = (encoding: string, hex: string) =>
  pdfFile(hex === '' ? '' : `BT /F 12 Tf 72 700 Td <${hex}> Tj ET`, encoding);

/** Numbers of Adobe-GB1, as published: 统 is the 52nd character of row 45 (0xCDB3) of GB 2312 … */
function adobeGb1(text: string): string {
  const gb2312 = new Map<string, number>();
  for (let row = 0xa1; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      gb2312.set(new TextDecoder('gbk').decode(Uint8Array.of(row, cell)), (row << 8) | cell);
    }
  }
  const number = (character: string) => {
    const code = gb2312.get(character)!;
    const cell = (code & 255) - 0xa1;
    const row = code >> 8;
    return row === 0xa1 || row === 0xa3 ? (row === 0xa1 ? 96 : 262) + cell : 940 + (row - 0xb0) * 94 + cell;
  };
  return Array.from(text, (character) => number(character).toString(16).padStart(4, '0')).join('');
}

describe('readDocument', () => {
  it('maps clean text back to the lines of the file', async () => {
    const raw = `\ufeff---\ntitle: 甲\n---\r\n收藏 分享\r\n　　${body}\r\n`;
    const { value } = await read('/c/a.md', raw);
    assert.equal(value?.clean, body);
    assert.equal(value?.originalIsText, true);
    const at = value.cleanToRaw.toOrigin(0);
    assert.equal(raw.slice(1)[at], body[0]);
    assert.equal(value.rawLineStarts.filter((start) => start <= at).length, 5);
    assert.deepEqual(
      value.removed.map(({ step }) => step),
      ['front-matter', 'furniture'],
    );
  });

  it('names what is no text, empty or of an unknown kind', async () => {
    await refused(
      '/c/a.txt',
      Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 255),
      /not text/,
    );
    await refused('/c/a.txt', '', /empty/);
    await refused('/c/a.txt', ' \n\n ', /no text/);
    await refused('/c/a.wps', 'x', /\.wps files cannot be read/);
    await refused('/c/扫描件.JPG', 'x', /picture/i);
    await refused('/c/a.zip', 'x', /Unpack/);
  });

  it('bounds the size of a file', async () => {
    const file = { path: '/c/a.txt', bytes: utf8(body), builtIn: false };
    const { problems } = await readDocument(file, { bytes: 10, characters: 1000 });
    assert.match(problems[0]!.message, /larger than/);
    const few = await readDocument(file, { bytes: 1000, characters: 10 });
    assert.match(few.problems[0]!.message, /more than 10 characters/);
  });

  it('reads Word documents', async () => {
    const { value, problems } = await read('/c/a.docx', docx(['在动员会上的讲话', '同志们：', body]));
    assert.deepEqual(problems, []);
    assert.equal(value?.clean, `在动员会上的讲话\n同志们：\n${body}`);
    assert.equal(value?.originalIsText, false);
    assert.equal(value?.info.title, '在动员会上的讲话');
    assert.ok(value?.decoded.includes(body));
  });

  it('names a Word document that is cut off, protected, none, or a bomb', async () => {
    const whole = docx([body]);
    await refused('/c/a.docx', whole.subarray(0, whole.length - 40), /damaged/);
    await refused('/c/a.docx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3), /password/);
    await refused('/c/a.docx', zip({ 'a.txt': 'x' }), /no Word document/);
    const claims = docx([body], 0xfffffff0);
    await refused('/c/a.docx', claims, /unfolds/);
    const bomb = docx(['啊'.repeat(2_000_000)], 1000);
    const { value, problems } = await readDocument(
      { path: '/c/b.docx', bytes: bomb, builtIn: false },
      { bytes: 1e8, characters: 10_000 },
    );
    assert.equal(value, undefined);
    assert.match(problems[0]!.message, /unfolds/);
  });

  it('names a bomb in any part of a Word document, whatever the directory says of its size', async () => {
    const parts = { '[Content_Types].xml': types, '_rels/.rels': relationships, 'word/document.xml': word([body]) };
    const limits = { bytes: 1e8, characters: 20_000 };
    const bomb = ' '.repeat(1_000_000);
    for (const name of ['word/styles.xml', 'word/_rels/document.xml.rels', 'word/footnotes.xml', 'docProps/anything']) {
      const bytes = zip({ ...parts, [name]: bomb }, 1000);
      const { value, problems } = await readDocument({ path: '/c/a.docx', bytes, builtIn: false }, limits);
      assert.equal(value, undefined);
      assert.match(problems[0]!.message, /unfolds/);
    }
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`word/${i}.xml`, '']));
    await refused('/c/a.docx', zip({ ...parts, ...many }), /unfolds/);
  });

  it('follows no entity and no path in a Word document', async () => {
    const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    const doctype = `<!DOCTYPE w [<!ENTITY l0 "笑"><!ENTITY file SYSTEM "file:///etc/passwd">${lol}]>`;
    const document = word([`${body}&l9;&file;`]).replace('?>', `?>${doctype}`);
    const parts = { '[Content_Types].xml': types, '_rels/.rels': relationships };
    const before = performance.now();
    const { value } = await read('/c/a.docx', zip({ ...parts, 'word/document.xml': document }));
    assert.ok(performance.now() - before < 5000);
    assert.ok(!/root:|笑{20}/.test(value?.clean ?? ''));
    const climbing = relationships.replace('word/document.xml', '../../../etc/passwd');
    const climbed = await read(
      '/c/a.docx',
      zip({ ...parts, '_rels/.rels': climbing, 'word/document.xml': word([body]) }),
    );
    assert.ok(!/root:/.test(climbed.value?.clean ?? ''));
  });

  it('reads old Word files that are web pages or new ones in disguise, and names the others', async () => {
    assert.equal((await read('/c/a.doc', docx([body]))).value?.clean, body);
    assert.equal((await read('/c/a.doc', `<html><body><p>${body}</p></body></html>`)).value?.clean, body);
    await refused('/c/a.doc', '{\\rtf1 x}', /no Word document/);
    await refused('/c/a.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3), /./);
  });

  it('reads saved pages', async () => {
    const page = `<html><head><meta charset="utf-8"><title>在座谈会上的讲话_某某网</title><script>var a = "广告";</script></head>
      <body><nav>首页 新闻 专题</nav><div class="article-content"><h1>在座谈会上的讲话</h1><p>　　${body}</p><p>${body.slice(0, 20)}<b>${body.slice(20)}</b></p></div>
      <div>相关阅读</div><ul><li>别的文章</li></ul><footer>版权所有</footer></body></html>`;
    const { value } = await read('/c/a.html', page);
    assert.equal(value?.info.title, '在座谈会上的讲话');
    assert.equal(value?.clean, `在座谈会上的讲话\n${body}\n${body}`);
    const mhtml = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(page).toString('base64')}\r\n--b--`;
    assert.equal((await read('/c/a.mhtml', mhtml)).value?.clean, value?.clean);
  });

  it('takes title, day and source from what a page states, not from its menus, lists and site name', async () => {
    const article = '村里的水渠修好了，今年的稻子有了水。'.repeat(12);
    const menu = Array.from({ length: 80 }, (_, i) => `<div>栏目${i}</div>`).join('');
    const page = (head: string, title: string, above = '', below = '') =>
      `<html><head><meta charset="utf-8">${head}</head><body>${menu}<h1>${title}</h1>${above}<p>${article}</p>${below}</body></html>`;
    const info = async (html: string) => (await read('/c/a.html', html)).value?.info;

    const title = '全县水利建设现场会召开';
    for (const suffix of ['-某某网', '_水利频道_某某网', ' 某某县水利局', '某某县水利局'])
      assert.equal((await info(page(`<title>${title}${suffix}</title>`, title)))?.title, title, suffix);
    const wrapped = `<title>关于印发水利建设方案的通知</title>`;
    assert.equal(
      (await info(page(wrapped, '关于印发水利建设方案的</h1><h1>通知')))?.title,
      '关于印发水利建设方案的通知',
    );
    assert.equal(
      (await info(page('<meta name="ArticleTitle" content="水渠通水"><title>新闻</title>', title)))?.title,
      '水渠通水',
    );

    const stated = '<meta name="PubDate" content="2016-11-22 09:53"><meta name="ContentSource" content="某某县水利局">';
    const published = await info(
      page(`${stated}<title>${title}</title>`, title, '', '<div>别的新闻</div><div>2019-09-06</div>'),
    );
    assert.equal(published?.date, '2016-11-22');
    assert.equal(published?.issuer, '某某县水利局');
    const signed = await info(
      page(`${stated}<title>${title}</title>`, title, '', '<p>某某县水利局</p><p>2016年11月18日</p>'),
    );
    assert.equal(signed?.date, '2016-11-18', 'the date of its signature is older than the page');
    const stamped = await info(page(`<title>${title}</title>`, title, '<div>张三/水利报 2019-09-24 09:10</div>'));
    assert.equal(stamped?.date, '2019-09-24', 'below the title, far below the top of the page');
    assert.equal((await info(page(`<meta name="PubDate" content=""><title>${title}</title>`, title)))?.date, undefined);
  });

  it('leaves lists of links out that stand outside the article, and no other', async () => {
    const links = (names: readonly string[]) =>
      `<ul>${names.map((name) => `<li><a href="#">${name}</a></li>`).join('')}</ul>`;
    const paragraph = `${body}${body}`;
    const article = `<div><h1>在座谈会上的讲话</h1><p>${paragraph}</p>${links(['第一部分', '第二部分', '第三部分'])}
      <p>${paragraph}</p><p>${paragraph}</p><p>某某县人民政府</p></div>`;
    const clean = [
      '在座谈会上的讲话',
      paragraph,
      '第一部分',
      '第二部分',
      '第三部分',
      paragraph,
      paragraph,
      '某某县人民政府',
    ];
    const page = (content: string) =>
      `<body><div>${links(['县情概览', '走进某县', '魅力乡镇'])}</div>${content}<div>${links(['油菜花节开幕', '新桥通车', '招聘会举行'])}</div></body>`;
    assert.equal((await read('/c/a.html', page(article))).value?.clean, clean.join('\n'));
    const list = page(links(['关于防汛的通知', '关于防火的通知', '关于防疫的通知']));
    assert.match((await read('/c/a.html', list)).value?.clean ?? '', /关于防火的通知/);
  });

  it('survives deeply nested pages', async () => {
    for (const depth of [1000, 20_000]) {
      const { value } = await read('/c/a.html', `${'<div>'.repeat(depth)}${body}`);
      assert.equal(value?.clean, body);
    }
  });

  it('reads a PDF whose Chinese font is named and not embedded', async () => {
    for (const [encoding, encode] of [
      ['UniGB-UCS2-H', ucs2],
      ['Identity-H', adobeGb1],
    ] as const) {
      const { value, problems } = await read(
        '/c/a.pdf',
        pdf(encoding, encode('统一思想凝聚力量，确保各项任务落到实处。')),
      );
      assert.deepEqual(problems, []);
      assert.equal(value?.clean, '统一思想凝聚力量，确保各项任务落到实处。', encoding);
    }
  });

  it('names a PDF without text', async () => refused('/c/a.pdf', pdf('UniGB-UCS2-H', ''), /pictures of pages/));

  it('names a PDF that is damaged', () => refused('/c/a.pdf', '%PDF-1.4\nbroken', /damaged/));

  it('tells which files it has something to say about', () => {
    for (const path of ['/c/a.TXT', '/c/a.md', '/c/甲 乙.docx', '/c/a.wps', '/c/a.png'])
      assert.ok(isSupportedFile(path), path);
    for (const path of ['/c/a.yaml', '/c/a', '/c/.a.txt', '/c/~$a.docx', '/c/page_files/a.png', '/c/constructor']) {
      assert.ok(!isSupportedFile(path), path);
    }
  });
});
