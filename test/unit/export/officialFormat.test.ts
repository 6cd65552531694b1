/** A draft becomes a Word file in the official format: all its text in it, set as GB/T 9704-2012 says. */
import assert from 'node:assert/strict';
import { inflateRawSync } from 'node:zlib';
import { readDocx } from '../../../server/src/corpus/readers/docx';
import { defaultReadLimits } from '../../../server/src/corpus/readers/reader';
import { parseDraft } from '../../../server/src/draft/parseDraft';
import { exportNotes } from '../../../server/src/export/exportNotes';
import { isTable, type OfficialDocument } from '../../../server/src/export/officialDocument';
import { readOfficialDocument } from '../../../server/src/export/readOfficialDocument';
import { titleLines } from '../../../server/src/export/titleLines';
import { toDocx } from '../../../server/src/export/toDocx';

const read = (text: string): OfficialDocument => readOfficialDocument(parseDraft('file:///draft.md', text));

/** One line a part: its kind, level, and words with their typeface. */
function outline(text: string): string[] {
  return read(text).parts.map((part) => {
    if (isTable(part))
      return part.rows.map((row) => row.map((cell) => cell.map((run) => run.text).join('')).join('|')).join(' / ');
    const words = part.runs.map(({ text: words, face, bold }) => `${face}${bold ? '*' : ''}:${words}`).join(' ');
    return `${part.kind}${part.level ?? ''} ${words}`;
  });
}

/** The parts of a zip archive by name. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const buffer = Buffer.from(bytes);
  const parts = new Map<string, string>();
  let at = buffer.readUInt32LE(buffer.lastIndexOf(Uint8Array.of(0x50, 0x4b, 0x05, 0x06)) + 16);
  while (buffer.readUInt32LE(at) === 0x02014b50) {
    const [size, nameLength] = [buffer.readUInt32LE(at + 20), buffer.readUInt16LE(at + 28)];
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength);
    const local = buffer.readUInt32LE(at + 42);
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const packed = buffer.subarray(start, start + size);
    parts.set(name, (buffer.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return parts;
}

const SPEECH = `---
title: 在清渠动员会上的讲话
date: 2026-03-05
speaker: 李渠
series: 三
---

同志们：

## 一、把渠修好

（一）先清上游。上游三十里，**入冬前**见水。<!-- 数字待核 -->

（二）再护下岸

1. 清淤
（1）人工清

| 渠段 | 里程 |
| --- | --- |
| 东渠 | 30 |

- [ ] 备好*工具*，见[清单](https://example.org/list)
> 渠清水自来。
`;

describe('the official document of a draft', () => {
  it('has title, salutation, headings by number, tables and bold', () => {
    assert.deepEqual(outline(SPEECH), [
      'title title:在清渠动员会上的讲话',
      'subtitle heading2:李渠',
      'subtitle heading2:（2026年3月5日）',
      'salutation text:同志们：',
      'heading1 heading1:一、把渠修好',
      'text heading2:（一）先清上游。 text:上游三十里， text*:入冬前 text:见水。',
      'heading2 heading2:（二）再护下岸',
      'heading3 text:1. 清淤',
      'heading4 text:（1）人工清',
      '渠段|里程 / 东渠|30',
      'text text:备好工具，见清单（https://example.org/list）',
      'text text:渠清水自来。',
    ]);
  });

  it('says what it simplified', () => {
    const notes = exportNotes(read(SPEECH));
    for (const part of [
      /Comments left out: 1/,
      /List items.*: 1/,
      /Links.*: 1/,
      /Block quotes.*: 1/,
      /series/,
      /方正小标宋简体/,
    ]) {
      assert.ok(
        notes.some((note) => part.test(note)),
        `${part} in ${notes.join('; ')}`,
      );
    }
  });

  it('says how many places a skeleton left open, and nothing of what New Draft wrote into the front matter', () => {
    const front = '---\nkind: 讲话稿\nlevel: 市级\naudience: 干部\n---\n';
    const notes = exportNotes(read(`${front}# 讲话\n\n推动××市发展，完成×××项。\n`)).join('\n');
    assert.match(notes, /still read ××: 2/);
    assert.doesNotMatch(notes, /front matter/);
    assert.doesNotMatch(exportNotes(read('# 讲话\n\n长3×4米。\n')).join('\n'), /××/);
  });

  it('takes title, date and signature of a plain text from where they stand', () => {
    assert.deepEqual(
      outline('关于清渠的通知\n（2026年3月5日）\n各村：\n现将清渠的事说明如下。\n清渠办公室\n2026年3月6日\n'),
      [
        'title title:关于清渠的通知',
        'subtitle heading2:（2026年3月5日）',
        'salutation text:各村：',
        'text text:现将清渠的事说明如下。',
        'signature text:清渠办公室',
        'date text:2026年3月6日',
      ],
    );
  });

  it('sets the note of attachments, and signature and date as without a seal', () => {
    const placed = (text: string) =>
      read(text).parts.map((part) => (isTable(part) ? '' : `${part.kind} ${part.right ?? ''}`.trim()));
    const draft = (name: string) => `# 通知\n\n请照办。\n\n附件：1. 任务分解表\n2. 联系方式\n\n${name}\n2026年3月6日\n`;
    // The date, seven and a quarter characters wide, begins two after the first of the name.
    assert.deepEqual(placed(draft('中共清渠市委办公室')), [
      'title',
      'text',
      'attachment',
      'nextAttachment',
      'signature 2',
      'date 1.75',
    ]);
    // It is longer than this name: it ends two characters from the edge.
    assert.deepEqual(placed(draft('清渠办')).slice(-2), ['signature 8.25', 'date 2']);
    assert.ok(!placed('# 通知\n\n附件：见后。\n1. 甲\n3. 乙\n').includes('nextAttachment'));
  });

  it('breaks a long title between words, into lines that fit', () => {
    const titles = [
      '在全市推进乡村全面振兴暨农村人居环境整治提升工作现场会上的讲话',
      '国务院办公厅关于印发促进创业投资高质量发展若干政策措施的通知',
      '关于深入学习贯彻党的二十届四中全会精神加快推进中国式现代化建设的实施意见',
      '在全市科技创新大会上的讲话',
    ];
    const broken = titles.map(titleLines);
    for (const [i, lines] of broken.entries()) {
      assert.equal(lines.join(''), titles[i]);
      for (const line of lines) assert.ok(line.length <= 20 && line.length >= 8, line);
      for (const line of lines.slice(1)) assert.doesNotMatch(line, /^[的、，和暨]/);
    }
    assert.equal(broken[0]![0], '在全市推进乡村全面振兴暨');
    assert.equal(broken[3]!.length, 1);
  });

  it('counts Markdown headings without number from the highest there is below the title', () => {
    assert.deepEqual(outline('# 清渠方案\n\n## 上游\n\n### 东段\n\n清淤。\n'), [
      'title title:清渠方案',
      'heading1 heading1:上游',
      'heading2 heading2:东段',
      'text text:清淤。',
    ]);
  });

  it('joins a line again that a comment cuts in two, and leaves code as it stands', () => {
    assert.deepEqual(outline('第一句话说到这里，<!-- 核 -->没有完。\n```\na **b** c\n```\n'), [
      'text text:第一句话说到这里，没有完。',
      'text text:a **b** c',
    ]);
  });

  it('keeps tables apart that a blank line separates', () => {
    assert.deepEqual(outline('| 渠 | 里 |\n|---|---|\n| 东 | 3\\|4 |\n\n| 桥 |\n'), ['渠|里 / 东|3|4', '桥']);
  });

  it('keeps the number of a heading that is nothing but marks', () => {
    assert.deepEqual(outline('四、***'), ['heading1 heading1:四、***']);
  });

  it('takes anything', () => {
    for (const text of [
      '',
      '\n\n',
      '---\ntitle: a\n',
      '|',
      '| |',
      '****',
      '# ',
      '```',
      '<!--',
      '[^1]: 注\n![](a.png)',
      '一、',
    ]) {
      read(text);
    }
  });
});

describe('the Word file', () => {
  it('has page, lines, typefaces and page numbers of the standard', async () => {
    const parts = unzip(await toDocx(read(SPEECH)));
    const body = parts.get('word/document.xml')!;
    assert.match(body, /<w:pgSz w:w="11906" w:h="16838"/);
    assert.match(body, /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    assert.match(body, /<w:docGrid w:type="default" w:linePitch="579"\/>/);
    assert.match(body, /w:line="579" w:lineRule="exact"/);
    assert.match(body, /w:firstLineChars="200"/);
    assert.match(body, /w:eastAsia="方正小标宋简体"/);
    assert.match(body, /<w:sz w:val="44"\/>/);
    const footers = [...parts].filter(([name]) => /word\/footer\d\.xml/.test(name)).map(([, xml]) => xml);
    assert.equal(footers.length, 2);
    for (const footer of footers) assert.match(footer, /— [\s\S]*PAGE[\s\S]* —[\s\S]*/);
    assert.match(parts.get('word/settings.xml')!, /w:evenAndOddHeaders/);
  });

  it('holds all the text, read back with our own reader', async () => {
    const answer = await readDocx(await toDocx(read(SPEECH)), defaultReadLimits);
    assert.ok('text' in answer);
    assert.deepEqual(
      answer.text.split('\n').filter((line) => line !== ''),
      [
        '在清渠动员会上的讲话',
        '李渠',
        '（2026年3月5日）',
        '同志们：',
        '一、把渠修好',
        '（一）先清上游。上游三十里，入冬前见水。',
        '（二）再护下岸',
        '1. 清淤',
        '（1）人工清',
        '渠段',
        '里程',
        '东渠',
        '30',
        '备好工具，见清单（https://example.org/list）',
        '渠清水自来。',
      ],
    );
  });
});
