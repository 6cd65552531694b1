/** Findings become comments in a copy of a Word file: on the right words, with everything else as it was. */
import assert from 'node:assert/strict';
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import JSZip from 'jszip';
import { readDocx } from '../../../server/src/corpus/readers/docx';
import { defaultReadLimits } from '../../../server/src/corpus/readers/reader';
import { annotateWord } from '../../../server/src/word/annotateWord';
import { openWordDocument } from '../../../server/src/word/wordDocument';

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const DATE = '2026-11-22T08:00:00.000Z';

/** A Word file with this body and, where given, these comments. */
async function wordFile(body: string, comments?: string): Promise<Uint8Array> {
  const zip = new JSZip();
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/></Types>`,
  );
  zip.file(
    '_rels/.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  );
  zip.file('word/document.xml', `<w:document xmlns:w="${NAMESPACE}"><w:body>${body}</w:body></w:document>`);
  zip.file('word/media/picture.png', Uint8Array.of(1, 2, 3));
  if (comments !== undefined)
    zip.file('word/comments.xml', `<w:comments xmlns:w="${NAMESPACE}">${comments}</w:comments>`);
  return zip.generateAsync({ type: 'uint8array' });
}

const run = (words: string, look = '') => `<w:r>${look}<w:t xml:space="preserve">${words}</w:t></w:r>`;
const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;

/** The words each comment of a file stands on, by number, read from its marks alone. */
async function commented(
  bytes: Uint8Array,
): Promise<{ words: Map<string, string>; comments: Map<string, string>; xml: string }> {
  const zip = await JSZip.loadAsync(bytes);
  const xml = await zip.file('word/document.xml')!.async('string');
  const words = new Map<string, string>();
  const open = new Set<string>();
  for (const [, tag, id, text] of xml.matchAll(
    /<w:(commentRangeStart|commentRangeEnd) w:id="(\d+)"\/>|<w:t[^>]*>([^<]*)<\/w:t>/g,
  )) {
    if (text !== undefined) for (const opened of open) words.set(opened, (words.get(opened) ?? '') + text);
    else if (tag === 'commentRangeStart') open.add(id!);
    else open.delete(id!);
  }
  const list = new DOMParser().parseFromString(await zip.file('word/comments.xml')!.async('string'), 'text/xml');
  const found = Array.from(list.getElementsByTagName('w:comment'));
  const comments = new Map(found.map((comment) => [comment.getAttribute('w:id')!, comment.textContent!]));
  return { words, comments, xml };
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const answer = await readDocx(bytes, defaultReadLimits);
  assert.ok('text' in answer);
  return answer.text;
}

describe('comments in a Word file', () => {
  it('stand on the words whatever runs they are split into, and change no text', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.stringMatching(/^[一-十]{1,6}$/), { minLength: 1, maxLength: 5 }), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 5 }),
        async (paragraphs, places) => {
          const file = await wordFile(
            paragraphs.map((runs) => paragraph(...runs.map((words) => run(words, '<w:rPr><w:b/></w:rPr>')))).join(''),
          );
          const document = await openWordDocument(file);
          const { text } = document;
          assert.equal(text, paragraphs.map((runs) => runs.join('')).join('\n'));
          const comments = places
            .map(([a, b]) => [a % text.length, b % text.length].sort((x, y) => x - y))
            .map(([start, end]) => ({ start: start!, end: end! + 1, lines: ['看'] }))
            .filter(({ start, end }) => text.slice(start, end).trim() !== '')
            .sort((a, b) => a.start - b.start);
          const copy = await annotateWord(document, comments, DATE);
          const { words } = await commented(copy);
          assert.deepEqual(
            [...words].sort(([a], [b]) => Number(a) - Number(b)).map(([, found]) => found),
            comments.map(({ start, end }) => text.slice(start, end).replaceAll('\n', '')),
          );
          assert.equal(await textOf(copy), await textOf(file));
        },
      ),
      { numRuns: 30 },
    ));

  it('keeps the comments there are, and counts on from them', async () => {
    const old = '<w:comment w:id="7" w:author="李渠"><w:p><w:r><w:t>旧批注</w:t></w:r></w:p></w:comment>';
    const body = paragraph(
      '<w:commentRangeStart w:id="7"/>',
      run('渠已修好'),
      '<w:commentRangeEnd w:id="7"/>',
      run('。'),
    );
    const copy = await annotateWord(
      await openWordDocument(await wordFile(body, old)),
      [{ start: 1, end: 3, lines: ['一', '二'] }],
      DATE,
    );
    const { words, comments } = await commented(copy);
    assert.deepEqual(
      [...words],
      [
        ['7', '渠已修好'],
        ['8', '已修'],
      ],
    );
    assert.deepEqual(
      [...comments],
      [
        ['7', '旧批注'],
        ['8', '一二'],
      ],
    );
  });

  it('reads inserted words and table cells, not deleted ones nor the older form of a drawing', async () => {
    const box = (words: string) => `<w:txbxContent>${paragraph(run(words))}</w:txbxContent>`;
    const body =
      paragraph(
        run('渠'),
        `<w:ins w:id="1">${run('已')}</w:ins>`,
        `<w:del w:id="2"><w:r><w:delText>没</w:delText></w:r></w:del>`,
        run('修好'),
      ) +
      `<w:tbl><w:tr><w:tc>${paragraph(run('东渠'))}</w:tc><w:tc>${paragraph(run('三十里'))}</w:tc></w:tr></w:tbl>` +
      paragraph(
        `<w:r><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice>${box('框内')}</mc:Choice><mc:Fallback>${box('框内')}</mc:Fallback></mc:AlternateContent></w:r>`,
      );
    const document = await openWordDocument(await wordFile(body));
    assert.equal(document.text, '渠已修好\n东渠\n三十里\n\n框内');
    const at = document.text.indexOf('框内');
    const copy = await annotateWord(
      document,
      [
        { start: 0, end: 3, lines: ['甲'] },
        { start: at, end: at + 2, lines: ['乙'] },
      ],
      DATE,
    );
    const { words, xml } = await commented(copy);
    assert.equal(words.get('0'), '渠已修');
    // A box takes no comments: it stands on the run that holds the box.
    assert.match(xml, /<w:commentRangeStart w:id="1"\/><w:r><mc:AlternateContent/);
    assert.match(xml, /<w:delText>没<\/w:delText>/);
  });

  it('leaves every other part of the file as it was', async () => {
    const file = await wordFile(paragraph(run('渠已修好。')));
    const copy = await annotateWord(
      await openWordDocument(file),
      [{ start: 0, end: 1, lines: ['看 <&> \u0000'] }],
      DATE,
    );
    const [before, after] = [await JSZip.loadAsync(file), await JSZip.loadAsync(copy)];
    const changed = new Set(['[Content_Types].xml', 'word/document.xml']);
    for (const name of Object.keys(before.files).filter((part) => !changed.has(part))) {
      assert.deepEqual(await after.file(name)?.async('uint8array'), await before.file(name)?.async('uint8array'), name);
    }
    assert.deepEqual([...(await commented(copy)).comments.values()], ['看 <&> ']);
  });
});
